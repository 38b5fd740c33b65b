#include "widgets/setup/reconnectquestion.h"

#include "model/desk.h"
#include "widgets/actions/lightsquestion.h"

#include <QCoreApplication>

using model::RecordingState;

namespace widgets {

namespace {

class ReconnectWords
{
    Q_DECLARE_TR_FUNCTIONS(widgets::ReconnectQuestion)
};

/// The calls whose light goes out for a moment.
QList<model::CallId> lightsOf(const model::Desk &desk)
{
    QList<model::CallId> lights;
    for (const model::CallId id : desk.calls.ids()) {
        const RecordingState state = desk.calls.find(id)->recording.state;
        if (state == RecordingState::On || state == RecordingState::Paused)
            lights.append(id);
    }
    return lights;
}

} // namespace

void askBeforeReconnecting(model::Desk &desk, QWidget &asker, const std::function<void()> &go)
{
    if (lightsOf(desk).isEmpty())
        return go();
    auto *question = new LightsQuestion(
        desk, [&desk] { return lightsOf(desk); },
        {.title = ReconnectWords::tr("Connect anew?"),
         .text = ReconnectWords::tr("That goes on; but until the server has answered, every light says “not "
                                    "certain”, and nothing can be sent."),
         .yes = ReconnectWords::tr("Connect anew"),
         .no = ReconnectWords::tr("Go back")},
        &asker);
    QObject::connect(question, &Question::confirmed, &asker, go);
    question->open();
}

} // namespace widgets
