#pragma once

#include "model/calls/call.h"
#include "widgets/parts/question.h"

#include <functional>

namespace model {
class Desk;
}

namespace widgets {

/// Asks before something that concerns the lights of several calls, and tells above `text` what is clear of
/// each of them, now and as long as it is open. It goes away by itself, unanswered, when there is none left.
class LightsQuestion : public Question
{
    Q_OBJECT

public:
    /// The calls that it is still about.
    using Calls = std::function<QList<model::CallId>()>;

    LightsQuestion(const model::Desk &desk, Calls calls, const Words &words, QWidget *parent);

private:
    QString wording() const;
    void followSoon();
    void follow();

    const model::Desk &m_desk;
    const Calls m_calls;
    const QString m_what; ///< what the question itself is, whatever becomes of the calls
    bool m_isBehind = false;
};

} // namespace widgets
