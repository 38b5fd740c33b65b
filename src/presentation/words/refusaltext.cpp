#include "presentation/words/refusaltext.h"

#include "presentation/words/calltext.h"
#include "presentation/words/plaintext.h"

#include <QCoreApplication>

using model::AgentAction;
using model::CallAction;
using model::Toast;
using model::ToastKind;

namespace presentation {

namespace {

class RefusalWords
{
    Q_DECLARE_TR_FUNCTIONS(presentation::ToastText)
};

QString refusedTo(const model::Dn &dn)
{
    return plainText(dn.toString(), 40);
}

/// `whom`: where to, or who is to leave.
QString refusedTitle(CallAction action, const model::Dn &whom)
{
    const bool isNamed = !whom.isEmpty();
    switch (action) {
    case CallAction::StartRecording: return RefusalWords::tr("Recording could not be started");
    case CallAction::PauseRecording: return RefusalWords::tr("Recording could not be paused");
    case CallAction::ResumeRecording: return RefusalWords::tr("Recording could not be resumed");
    case CallAction::StopRecording: return RefusalWords::tr("Recording could not be stopped");
    case CallAction::Answer: return RefusalWords::tr("Call could not be answered");
    case CallAction::Hold: return RefusalWords::tr("Call could not be put on hold");
    case CallAction::Retrieve: return RefusalWords::tr("Call could not be retrieved");
    case CallAction::Release: return RefusalWords::tr("Call could not be released");
    case CallAction::Consult:
        return isNamed ? RefusalWords::tr("%1 could not be consulted", "a number").arg(refusedTo(whom))
                       : RefusalWords::tr("Nobody could be consulted");
    case CallAction::Transfer:
    case CallAction::CompleteTransfer:
        return isNamed
                   ? RefusalWords::tr("Call could not be transferred to %1", "a number").arg(refusedTo(whom))
                   : RefusalWords::tr("Call could not be transferred");
    case CallAction::CompleteConference:
        return isNamed
                   ? RefusalWords::tr("Conference with %1 could not be made", "a number").arg(refusedTo(whom))
                   : RefusalWords::tr("Conference could not be made");
    case CallAction::Alternate: return RefusalWords::tr("Calls could not be swapped");
    case CallAction::DropParty:
        return RefusalWords::tr("%1 could not be dropped", "a number").arg(refusedTo(whom));
    case CallAction::Redirect:
        return isNamed
                   ? RefusalWords::tr("Call could not be redirected to %1", "a number").arg(refusedTo(whom))
                   : RefusalWords::tr("Call could not be redirected");
    case CallAction::Reject: return RefusalWords::tr("Call could not be rejected");
    }
    Q_UNREACHABLE();
}

QString refusedTitle(AgentAction action)
{
    switch (action) {
    case AgentAction::Login: return RefusalWords::tr("You could not be logged in");
    case AgentAction::Logout: return RefusalWords::tr("You could not be logged out");
    case AgentAction::Ready: return RefusalWords::tr("You could not be set ready");
    case AgentAction::NotReady: return RefusalWords::tr("You could not be set not ready");
    case AgentAction::AfterCallWork: return RefusalWords::tr("After-call work could not be started");
    }
    Q_UNREACHABLE();
}

/// Two have pressed at once, and the other one was first.
QString forestalledTitle(CallAction action)
{
    switch (action) {
    case CallAction::StartRecording: return RefusalWords::tr("Recording had been started already");
    case CallAction::PauseRecording: return RefusalWords::tr("Recording had been paused already");
    case CallAction::ResumeRecording: return RefusalWords::tr("Recording had been resumed already");
    case CallAction::StopRecording: return RefusalWords::tr("Recording had been stopped already");
    case CallAction::Answer:
    case CallAction::Hold:
    case CallAction::Retrieve:
    case CallAction::Release:
    case CallAction::Consult:
    case CallAction::Transfer:
    case CallAction::CompleteTransfer:
    case CallAction::CompleteConference:
    case CallAction::Alternate:
    case CallAction::DropParty:
    case CallAction::Redirect:
    case CallAction::Reject: break;
    }
    return {};
}

QString forestalledSentence(CallAction action)
{
    switch (action) {
    case CallAction::StartRecording:
        return RefusalWords::tr("Somebody else started it before your request arrived (%1).");
    case CallAction::PauseRecording:
        return RefusalWords::tr("Somebody else paused it before your request arrived (%1).");
    case CallAction::ResumeRecording:
        return RefusalWords::tr("Somebody else resumed it before your request arrived (%1).");
    case CallAction::StopRecording:
        return RefusalWords::tr("Somebody else stopped it before your request arrived (%1).");
    case CallAction::Answer:
    case CallAction::Hold:
    case CallAction::Retrieve:
    case CallAction::Release:
    case CallAction::Consult:
    case CallAction::Transfer:
    case CallAction::CompleteTransfer:
    case CallAction::CompleteConference:
    case CallAction::Alternate:
    case CallAction::DropParty:
    case CallAction::Redirect:
    case CallAction::Reject: break;
    }
    return {};
}

} // namespace

model::Dn whomOf(const Toast &toast)
{
    const bool isAboutParty = toast.callAction && model::needsParty(*toast.callAction);
    return isAboutParty ? toast.details.party : toast.details.destination;
}

bool isAboutRecording(const Toast &toast)
{
    return toast.callAction && model::recordingCommandOf(*toast.callAction);
}

bool isForestalled(const Toast &toast)
{
    return toast.kind == ToastKind::Refused && toast.code == tlib::errorcode::AlreadyInState &&
           isAboutRecording(toast);
}

QString refusalTitle(const Toast &toast)
{
    if (toast.route)
        return RefusalWords::tr("The call from %1 could not be routed to %2", "two numbers")
            .arg(partyText(toast.party, toast.type), refusedTo(toast.route->destination));
    if (isForestalled(toast))
        return forestalledTitle(*toast.callAction);
    if (toast.callAction)
        return refusedTitle(*toast.callAction, whomOf(toast));
    if (toast.makesCall)
        return RefusalWords::tr("%1 could not be called", "a number")
            .arg(refusedTo(toast.details.destination));
    return toast.agentAction ? refusedTitle(*toast.agentAction) : RefusalWords::tr("Request refused");
}

QString forestalledReason(const Toast &toast)
{
    return forestalledSentence(*toast.callAction).arg(toast.code);
}

} // namespace presentation
