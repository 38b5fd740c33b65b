#pragma once

#include "model/call.h"
#include "widgets/question.h"

namespace model {
class Desk;
}

namespace widgets {

/// Asks before a recording is stopped, whatever the path, and stops it then. It goes away by itself when
/// there is nothing left to stop, or when it is not certain any more what would be.
class StopQuestion : public Question
{
    Q_OBJECT

public:
    StopQuestion(model::Desk &desk, model::CallId id, QWidget *parent);

private:
    void follow();

    model::Desk &m_desk;
    const model::CallId m_id;
};

} // namespace widgets
