#include "presentation/words/actiontext.h"

#include <QCoreApplication>

#include <algorithm>

using model::CallAction;
using model::CallPhase;
using model::DestinationFlaw;
using model::Obstacle;
using model::OptionsFlaw;
using model::RecordingState;
using model::TransferOutlook;

namespace presentation {

namespace {

class ActionTextWords
{
    Q_DECLARE_TR_FUNCTIONS(presentation::ActionText)
};

QString whyNotStart(RecordingState state)
{
    switch (state) {
    case RecordingState::On: return ActionTextWords::tr("This call is being recorded already.");
    case RecordingState::Paused: return ActionTextWords::tr("A recording exists and is paused: resume it.");
    case RecordingState::Off:
    case RecordingState::Unknown: return ActionTextWords::tr("A call can be recorded once it is answered.");
    }
    Q_UNREACHABLE();
}

QString whyNotPause(RecordingState state)
{
    switch (state) {
    case RecordingState::Off: return ActionTextWords::tr("There is no recording to pause.");
    case RecordingState::Paused: return ActionTextWords::tr("The recording is paused already.");
    case RecordingState::On:
    case RecordingState::Unknown:
        return ActionTextWords::tr("A recording can be paused once the call is answered.");
    }
    Q_UNREACHABLE();
}

QString whyNotResume(RecordingState state)
{
    switch (state) {
    case RecordingState::Off: return ActionTextWords::tr("There is no paused recording to resume.");
    case RecordingState::On: return ActionTextWords::tr("The recording is running.");
    case RecordingState::Paused:
    case RecordingState::Unknown:
        return ActionTextWords::tr("A recording can be resumed once the call is answered.");
    }
    Q_UNREACHABLE();
}

QString whyNotStop(RecordingState state)
{
    return state == RecordingState::Off
               ? ActionTextWords::tr("There is no recording to stop.")
               : ActionTextWords::tr("A recording can be stopped once the call is answered.");
}

QString whyNotHold(const model::Call &call)
{
    // Any leg: where several take part, it is not said which of them is this desktop's.
    const bool isHeld = std::any_of(call.legs.begin(), call.legs.end(),
                                    [](const model::Leg &leg) { return leg.phase == CallPhase::Held; });
    return isHeld ? ActionTextWords::tr("The call is on hold already.")
                  : ActionTextWords::tr("A call can be put on hold once it is answered.");
}

QString whyNotConsult(const model::Call &call)
{
    if (!call.consultation.isNull())
        return ActionTextWords::tr("Somebody is being consulted about this call already.");
    if (!call.consultationOf.isNull())
        return ActionTextWords::tr("This call is a consultation itself.");
    return call.phase() == CallPhase::Held
               ? ActionTextWords::tr("Retrieve the call first.")
               : ActionTextWords::tr("Somebody can be consulted once the call is answered.");
}

QString whyNotTransfer(const model::Call &call)
{
    if (!call.consultation.isNull())
        return ActionTextWords::tr(
            "Somebody is being consulted: complete that transfer, or release the consultation.");
    if (!call.consultationOf.isNull())
        return ActionTextWords::tr("This call is a consultation: complete its transfer, or release it.");
    return ActionTextWords::tr("A call can be transferred once it is answered.");
}

QString whyNotJoin(const model::Call &call)
{
    if (!call.consultationOf.isNull())
        return ActionTextWords::tr("Only whoever asked for the consultation can do this.");
    return call.consultation.isNull() ? ActionTextWords::tr("Nobody is being consulted about this call.")
                                      : ActionTextWords::tr("The consultation has not got that far.");
}

QString whyNotDrop(const model::Call &call)
{
    return call.moreParties.isEmpty() ? ActionTextWords::tr("This call is no conference.")
                                      : ActionTextWords::tr("Retrieve the call first.");
}

QString whyNotNow(CallAction action, const model::Call &call)
{
    switch (action) {
    case CallAction::StartRecording: return whyNotStart(call.recording.state);
    case CallAction::PauseRecording: return whyNotPause(call.recording.state);
    case CallAction::ResumeRecording: return whyNotResume(call.recording.state);
    case CallAction::StopRecording: return whyNotStop(call.recording.state);
    case CallAction::Answer: return ActionTextWords::tr("The call is not ringing here.");
    case CallAction::Hold: return whyNotHold(call);
    case CallAction::Retrieve: return ActionTextWords::tr("The call is not on hold.");
    case CallAction::Release: return ActionTextWords::tr("A ringing call is answered or rejected.");
    case CallAction::Consult: return whyNotConsult(call);
    case CallAction::Transfer: return whyNotTransfer(call);
    case CallAction::CompleteTransfer:
    case CallAction::CompleteConference: return whyNotJoin(call);
    case CallAction::Alternate:
        return ActionTextWords::tr("One call has to talk, and one other to be on hold.");
    case CallAction::DropParty: return whyNotDrop(call);
    case CallAction::Redirect: return ActionTextWords::tr("Only a ringing call can be redirected.");
    case CallAction::Reject: return ActionTextWords::tr("Only a ringing call can be rejected.");
    }
    Q_UNREACHABLE();
}

} // namespace

QString actionLabel(CallAction action)
{
    switch (action) {
    case CallAction::StartRecording: return ActionTextWords::tr("Re&cord");
    case CallAction::PauseRecording: return ActionTextWords::tr("&Pause");
    case CallAction::ResumeRecording: return ActionTextWords::tr("&Resume");
    case CallAction::StopRecording: return ActionTextWords::tr("&Stop…");
    case CallAction::Answer: return ActionTextWords::tr("&Answer");
    case CallAction::Hold: return ActionTextWords::tr("&Hold");
    case CallAction::Retrieve: return ActionTextWords::tr("Retrie&ve");
    case CallAction::Release: return ActionTextWords::tr("Re&lease");
    case CallAction::Consult: return ActionTextWords::tr("Co&nsult…");
    case CallAction::Transfer: return ActionTextWords::tr("&Transfer…");
    case CallAction::CompleteTransfer: return ActionTextWords::tr("Co&mplete transfer");
    case CallAction::CompleteConference: return ActionTextWords::tr("Con&ference");
    case CallAction::Alternate: return ActionTextWords::tr("S&wap");
    case CallAction::DropParty: return ActionTextWords::tr("&Drop…");
    case CallAction::Redirect: return ActionTextWords::tr("Red&irect…");
    case CallAction::Reject: return ActionTextWords::tr("Re&ject");
    }
    Q_UNREACHABLE();
}

QString actionName(CallAction action)
{
    return actionLabel(action).remove(u'&').remove(u'…').trimmed(); // German has a space before it
}

QString actionProgress(CallAction action)
{
    switch (action) {
    case CallAction::StartRecording: return ActionTextWords::tr("Starting…");
    case CallAction::PauseRecording: return ActionTextWords::tr("Pausing…");
    case CallAction::ResumeRecording: return ActionTextWords::tr("Resuming…");
    case CallAction::StopRecording: return ActionTextWords::tr("Stopping…");
    case CallAction::Answer: return ActionTextWords::tr("Answering…");
    case CallAction::Hold: return ActionTextWords::tr("Putting on hold…");
    case CallAction::Retrieve: return ActionTextWords::tr("Retrieving…");
    case CallAction::Release: return ActionTextWords::tr("Releasing…");
    case CallAction::Consult: return ActionTextWords::tr("Consulting…");
    case CallAction::Transfer: return ActionTextWords::tr("Transferring…");
    case CallAction::CompleteTransfer: return ActionTextWords::tr("Completing the transfer…");
    case CallAction::CompleteConference: return ActionTextWords::tr("Joining…");
    case CallAction::Alternate: return ActionTextWords::tr("Swapping…");
    case CallAction::DropParty: return ActionTextWords::tr("Dropping…");
    case CallAction::Redirect: return ActionTextWords::tr("Redirecting…");
    case CallAction::Reject: return ActionTextWords::tr("Rejecting…");
    }
    Q_UNREACHABLE();
}

QString actionPurpose(CallAction action)
{
    switch (action) {
    case CallAction::StartRecording: return ActionTextWords::tr("Record this call.");
    case CallAction::PauseRecording: return ActionTextWords::tr("Pause the recording of this call.");
    case CallAction::ResumeRecording: return ActionTextWords::tr("Go on recording this call.");
    case CallAction::StopRecording:
        return ActionTextWords::tr("End the recording of this call. You are asked first.");
    case CallAction::Answer: return ActionTextWords::tr("Answer this call.");
    case CallAction::Hold: return ActionTextWords::tr("Put this call on hold.");
    case CallAction::Retrieve: return ActionTextWords::tr("Take this call back from hold.");
    case CallAction::Release: return ActionTextWords::tr("Hang up.");
    case CallAction::Consult:
        return ActionTextWords::tr("Put this call on hold and call somebody else about it.");
    case CallAction::Transfer: return ActionTextWords::tr("Hand this call to somebody else at once.");
    case CallAction::CompleteTransfer: return ActionTextWords::tr("Connect the two others and leave.");
    case CallAction::CompleteConference: return ActionTextWords::tr("Talk with both at once.");
    case CallAction::Alternate:
        return ActionTextWords::tr("Put the call that talks on hold, and take the other back.");
    case CallAction::DropParty:
        return ActionTextWords::tr("Take somebody out of this conference. The others go on.");
    case CallAction::Redirect: return ActionTextWords::tr("Send this call to somebody else, unanswered.");
    case CallAction::Reject: return ActionTextWords::tr("Decline this call.");
    }
    Q_UNREACHABLE();
}

QString obstacleText(Obstacle obstacle, CallAction action, const model::Call &call, bool isLinkUp)
{
    switch (obstacle) {
    case Obstacle::None: return {};
    case Obstacle::NotCertain:
        return isLinkUp ? ActionTextWords::tr("Nothing is sent until SIP Server has confirmed this call.")
                        : ActionTextWords::tr("Nothing is sent while the link is down.");
    case Obstacle::RequestUnderWay: {
        const auto &pending = model::recordingCommandOf(action) ? call.pendingRecording : call.pendingControl;
        return pending
                   ? ActionTextWords::tr("%1 Waiting for SIP Server.").arg(actionProgress(pending->action))
                   : ActionTextWords::tr("Waiting for SIP Server.");
    }
    case Obstacle::NotInThisState: return whyNotNow(action, call);
    case Obstacle::NotPermitted: return ActionTextWords::tr("Your administrator does not permit this.");
    case Obstacle::NotOwnCall:
        return ActionTextWords::tr(
            "This is somebody else's call: only its recording can be moved from here.");
    case Obstacle::NoOwnDn:
        return ActionTextWords::tr(
            "This is somebody else's call, and this desktop has no DN of its own to ask with.");
    case Obstacle::NotSupported:
        return ActionTextWords::tr("SIP Server has said that it does not offer this.");
    case Obstacle::OnlyLooking:
        return ActionTextWords::tr("A log is being replayed: there is nobody to ask.");
    }
    Q_UNREACHABLE();
}

QString optionsFlawText(OptionsFlaw flaw)
{
    switch (flaw) {
    case OptionsFlaw::None: return {};
    case OptionsFlaw::DestIsNoSipUri:
        return ActionTextWords::tr(
            "The recorder's address is not a SIP address like sip:recorder.example:5060.");
    case OptionsFlaw::Dest2IsNoSipUri:
        return ActionTextWords::tr(
            "The second recorder's address is not a SIP address like sip:recorder.example:5060.");
    case OptionsFlaw::SameDestTwice:
        return ActionTextWords::tr(
            "Both recorders have the same address: leave the second one empty, or change it.");
    case OptionsFlaw::EmptyParamName:
        return ActionTextWords::tr("A parameter has no name: fill it in, or remove the row.");
    case OptionsFlaw::RepeatedParamName:
        return ActionTextWords::tr("Two parameters have the same name: rename one, or remove it.");
    case OptionsFlaw::EmptyReasonName:
        return ActionTextWords::tr("A reason has no name: fill it in, or remove the row.");
    case OptionsFlaw::RepeatedReasonName:
        return ActionTextWords::tr("Two reasons have the same name: rename one, or remove it.");
    case OptionsFlaw::TooLong:
        return ActionTextWords::tr("This is too long for one message: shorten the texts.");
    }
    Q_UNREACHABLE();
}

QString destinationFlawText(DestinationFlaw flaw)
{
    switch (flaw) {
    case DestinationFlaw::None: return {};
    case DestinationFlaw::Empty:
        return ActionTextWords::tr("Say where the call is to go: a desk or a telephone number.");
    case DestinationFlaw::NotOneWord:
        return ActionTextWords::tr("A desk or a number is one word without spaces, of at most 255 letters.");
    case DestinationFlaw::OwnDn: return ActionTextWords::tr("This is your own DN: name another one.");
    }
    Q_UNREACHABLE();
}

QString partyFlawText(model::PartyFlaw flaw)
{
    switch (flaw) {
    case model::PartyFlaw::None: return {};
    case model::PartyFlaw::Empty: return ActionTextWords::tr("Say who is to leave the conference.");
    case model::PartyFlaw::NotInCall: return ActionTextWords::tr("Nobody of this number is in the call.");
    }
    Q_UNREACHABLE();
}

QString transferOutlookText(TransferOutlook outlook)
{
    switch (outlook) {
    case TransferOutlook::NoRecording: return ActionTextWords::tr("This call is not being recorded.");
    case TransferOutlook::Ends:
        return ActionTextWords::tr(
            "Transferring ends this recording. Whether the next agent is recorded is decided anew.");
    case TransferOutlook::GoesOn: return ActionTextWords::tr("This recording goes on after the transfer.");
    case TransferOutlook::NotKnown:
        return ActionTextWords::tr("It is not known what a transfer does to the recording of this call.");
    }
    Q_UNREACHABLE();
}

} // namespace presentation
