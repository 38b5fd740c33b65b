#pragma once

#include "model/actions/actiondetails.h"
#include "model/calls/call.h"
#include "presentation/words/questiontext.h"
#include "widgets/parts/question.h"

namespace model {
class Desk;
}

namespace widgets {

/// Whose call it is and in whose name something is asked for about it.
presentation::Behalf behalfOf(const model::Desk &desk, const model::Call &call);

/// Asks before a recording is stopped, whatever the path, and before anything is done to the recording of
/// somebody else's call; then does it. It goes away by itself when that is not possible any more, or when it
/// is not certain any more what would be done and to whose call.
class ActionQuestion : public Question
{
    Q_OBJECT

public:
    static bool isNeeded(const model::Desk &desk, const model::Call &call, model::CallAction action);

    ActionQuestion(model::Desk &desk, const model::Call &call, model::CallAction action,
                   const model::ActionDetails &details, QWidget *parent);

private:
    ActionQuestion(model::Desk &desk, const model::Call &call, model::CallAction action,
                   const model::ActionDetails &details, const presentation::QuestionText &text,
                   QWidget *parent);
    void follow();

    model::Desk &m_desk;
    const model::CallId m_id;
    const model::CallAction m_action;
    const presentation::QuestionText m_asked; ///< an answer to another question would not be one to this
};

} // namespace widgets
