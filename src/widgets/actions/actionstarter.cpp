#include "widgets/actions/actionstarter.h"

#include "model/desk.h"
#include "presentation/words/actiontext.h"
#include "widgets/actions/actionquestion.h"
#include "widgets/actions/destinationdialog.h"
#include "widgets/actions/lightsquestion.h"
#include "widgets/actions/recordingoptionsdialog.h"

using model::CallAction;

namespace widgets {

ActionStarter::ActionStarter(model::Desk &desk, const presentation::Theme &theme, QWidget *place)
    : m_desk(desk)
    , m_theme(theme)
    , m_place(place)
{
}

void ActionStarter::start(model::CallId id, CallAction action, const model::ActionDetails &details)
{
    const model::Call *const call = m_desk.calls.find(id);
    if (!call || isAsking())
        return;
    if (model::needsDestination(action) && details.destination.isEmpty())
        show(new DestinationDialog(m_desk, *call, action, m_place));
    else if (ActionQuestion::isNeeded(m_desk, *call, action))
        show(new ActionQuestion(m_desk, *call, action, details, m_place));
    else if (action == CallAction::Release && m_desk.views.openRecordings().contains(id))
        askToRelease(id);
    else // a failure is a toast, a success is visible in the call
        (void)m_desk.control.perform(id, action, details);
}

void ActionStarter::startWithOptions(model::CallId id, CallAction action)
{
    if (const model::Call *const call = m_desk.calls.find(id); call && !isAsking())
        show(new RecordingOptionsDialog(m_desk, m_theme, *call, action, m_place));
}

void ActionStarter::askToRelease(model::CallId id)
{
    model::Desk &desk = m_desk;
    const auto calls = [&desk, id] {
        const model::Call *const call = desk.calls.find(id);
        const bool isStillAbout = call &&
                                  desk.rules.obstacle(CallAction::Release, *call) == model::Obstacle::None &&
                                  desk.views.openRecordings().contains(id);
        return isStillAbout ? QList{id} : QList<model::CallId>();
    };
    auto *question = new LightsQuestion(desk, calls,
                                        {.title = tr("Release the call?"),
                                         .text = tr("Releasing hangs up: the recording ends with the call."),
                                         .yes = tr("Release"),
                                         .no = tr("Stay in the call")},
                                        m_place);
    QObject::connect(question, &Question::confirmed, question,
                     [&desk, id] { (void)desk.control.perform(id, CallAction::Release); });
    show(question);
}

QString ActionStarter::whyNot(const model::Call &call, CallAction action) const
{
    return presentation::obstacleText(m_desk.rules.obstacle(action, call), action, call,
                                      m_desk.calls.isCertain());
}

void ActionStarter::show(QDialog *dialog)
{
    m_dialog = dialog;
    dialog->open();
}

bool ActionStarter::isAsking()
{
    const bool isOpen = m_dialog && m_dialog->isVisible();
    if (isOpen)
        m_dialog->activateWindow();
    return isOpen;
}

} // namespace widgets
