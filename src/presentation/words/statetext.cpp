#include "presentation/words/statetext.h"

#include "presentation/words/plaintext.h"

#include <QGuiApplication>

#include <algorithm>

using namespace Qt::StringLiterals;
using model::AgentAction;
using model::AgentState;
using model::CallAction;
using model::CallPhase;
using model::CallType;
using model::ConnectionState;
using model::DestinationFlaw;
using model::Obstacle;
using model::OptionsFlaw;
using model::RecordingState;
using model::TransferOutlook;

namespace presentation {

namespace {

class StateWords
{
    Q_DECLARE_TR_FUNCTIONS(presentation::StateText)
};

QString whyNotStart(RecordingState state)
{
    switch (state) {
    case RecordingState::On: return StateWords::tr("This call is being recorded already.");
    case RecordingState::Paused: return StateWords::tr("A recording exists and is paused: resume it.");
    case RecordingState::Off:
    case RecordingState::Unknown: return StateWords::tr("A call can be recorded once it is answered.");
    }
    Q_UNREACHABLE();
}

QString whyNotPause(RecordingState state)
{
    switch (state) {
    case RecordingState::Off: return StateWords::tr("There is no recording to pause.");
    case RecordingState::Paused: return StateWords::tr("The recording is paused already.");
    case RecordingState::On:
    case RecordingState::Unknown:
        return StateWords::tr("A recording can be paused once the call is answered.");
    }
    Q_UNREACHABLE();
}

QString whyNotResume(RecordingState state)
{
    switch (state) {
    case RecordingState::Off: return StateWords::tr("There is no paused recording to resume.");
    case RecordingState::On: return StateWords::tr("The recording is running.");
    case RecordingState::Paused:
    case RecordingState::Unknown:
        return StateWords::tr("A recording can be resumed once the call is answered.");
    }
    Q_UNREACHABLE();
}

QString whyNotStop(RecordingState state)
{
    return state == RecordingState::Off
               ? StateWords::tr("There is no recording to stop.")
               : StateWords::tr("A recording can be stopped once the call is answered.");
}

QString whyNotHold(const model::Call &call)
{
    // Any leg: where several take part, it is not said which of them is this desktop's.
    const bool isHeld = std::any_of(call.legs.begin(), call.legs.end(),
                                    [](const model::Leg &leg) { return leg.phase == CallPhase::Held; });
    return isHeld ? StateWords::tr("The call is on hold already.")
                  : StateWords::tr("A call can be put on hold once it is answered.");
}

QString whyNotConsult(const model::Call &call)
{
    if (!call.consultation.isNull())
        return StateWords::tr("Somebody is being consulted about this call already.");
    if (!call.consultationOf.isNull())
        return StateWords::tr("This call is a consultation itself.");
    return call.phase() == CallPhase::Held
               ? StateWords::tr("Retrieve the call first.")
               : StateWords::tr("Somebody can be consulted once the call is answered.");
}

QString whyNotTransfer(const model::Call &call)
{
    if (!call.consultation.isNull())
        return StateWords::tr(
            "Somebody is being consulted: complete that transfer, or release the consultation.");
    if (!call.consultationOf.isNull())
        return StateWords::tr("This call is a consultation: complete its transfer, or release it.");
    return StateWords::tr("A call can be transferred once it is answered.");
}

QString whyNotJoin(const model::Call &call)
{
    if (!call.consultationOf.isNull())
        return StateWords::tr("Only whoever asked for the consultation can do this.");
    return call.consultation.isNull() ? StateWords::tr("Nobody is being consulted about this call.")
                                      : StateWords::tr("The consultation has not got that far.");
}

QString whyNotNow(CallAction action, const model::Call &call)
{
    switch (action) {
    case CallAction::StartRecording: return whyNotStart(call.recording.state);
    case CallAction::PauseRecording: return whyNotPause(call.recording.state);
    case CallAction::ResumeRecording: return whyNotResume(call.recording.state);
    case CallAction::StopRecording: return whyNotStop(call.recording.state);
    case CallAction::Answer: return StateWords::tr("The call is not ringing here.");
    case CallAction::Hold: return whyNotHold(call);
    case CallAction::Retrieve: return StateWords::tr("The call is not on hold.");
    case CallAction::Release: return StateWords::tr("A ringing call can only be answered.");
    case CallAction::Consult: return whyNotConsult(call);
    case CallAction::Transfer: return whyNotTransfer(call);
    case CallAction::CompleteTransfer:
    case CallAction::CompleteConference: return whyNotJoin(call);
    }
    Q_UNREACHABLE();
}

} // namespace

QString recordingWord(const model::Recording &recording)
{
    if (recording.isLegacy())
        return StateWords::tr("Recorded");
    switch (recording.state) {
    case RecordingState::Unknown: return StateWords::tr("Not known");
    case RecordingState::Off: return StateWords::tr("Not recording");
    case RecordingState::On: return StateWords::tr("Recording");
    case RecordingState::Paused: return StateWords::tr("Paused");
    }
    Q_UNREACHABLE();
}

QString actionLabel(CallAction action)
{
    switch (action) {
    case CallAction::StartRecording: return StateWords::tr("Re&cord");
    case CallAction::PauseRecording: return StateWords::tr("&Pause");
    case CallAction::ResumeRecording: return StateWords::tr("&Resume");
    case CallAction::StopRecording: return StateWords::tr("&Stop…");
    case CallAction::Answer: return StateWords::tr("&Answer");
    case CallAction::Hold: return StateWords::tr("&Hold");
    case CallAction::Retrieve: return StateWords::tr("Retrie&ve");
    case CallAction::Release: return StateWords::tr("Re&lease");
    case CallAction::Consult: return StateWords::tr("Co&nsult…");
    case CallAction::Transfer: return StateWords::tr("&Transfer…");
    case CallAction::CompleteTransfer: return StateWords::tr("Co&mplete transfer");
    case CallAction::CompleteConference: return StateWords::tr("Con&ference");
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
    case CallAction::StartRecording: return StateWords::tr("Starting…");
    case CallAction::PauseRecording: return StateWords::tr("Pausing…");
    case CallAction::ResumeRecording: return StateWords::tr("Resuming…");
    case CallAction::StopRecording: return StateWords::tr("Stopping…");
    case CallAction::Answer: return StateWords::tr("Answering…");
    case CallAction::Hold: return StateWords::tr("Putting on hold…");
    case CallAction::Retrieve: return StateWords::tr("Retrieving…");
    case CallAction::Release: return StateWords::tr("Releasing…");
    case CallAction::Consult: return StateWords::tr("Consulting…");
    case CallAction::Transfer: return StateWords::tr("Transferring…");
    case CallAction::CompleteTransfer: return StateWords::tr("Completing the transfer…");
    case CallAction::CompleteConference: return StateWords::tr("Joining…");
    }
    Q_UNREACHABLE();
}

QString actionPurpose(CallAction action)
{
    switch (action) {
    case CallAction::StartRecording: return StateWords::tr("Record this call.");
    case CallAction::PauseRecording: return StateWords::tr("Pause the recording of this call.");
    case CallAction::ResumeRecording: return StateWords::tr("Go on recording this call.");
    case CallAction::StopRecording:
        return StateWords::tr("End the recording of this call. You are asked first.");
    case CallAction::Answer: return StateWords::tr("Answer this call.");
    case CallAction::Hold: return StateWords::tr("Put this call on hold.");
    case CallAction::Retrieve: return StateWords::tr("Take this call back from hold.");
    case CallAction::Release: return StateWords::tr("Hang up.");
    case CallAction::Consult: return StateWords::tr("Put this call on hold and call somebody else about it.");
    case CallAction::Transfer: return StateWords::tr("Hand this call to somebody else at once.");
    case CallAction::CompleteTransfer: return StateWords::tr("Connect the two others and leave.");
    case CallAction::CompleteConference: return StateWords::tr("Talk with both at once.");
    }
    Q_UNREACHABLE();
}

QString obstacleText(Obstacle obstacle, CallAction action, const model::Call &call, bool isLinkUp)
{
    switch (obstacle) {
    case Obstacle::None: return {};
    case Obstacle::NotCertain:
        return isLinkUp ? StateWords::tr("Nothing is sent until SIP Server has confirmed this call.")
                        : StateWords::tr("Nothing is sent while the link is down.");
    case Obstacle::RequestUnderWay: {
        const auto &pending = model::recordingCommandOf(action) ? call.pendingRecording : call.pendingControl;
        return pending ? StateWords::tr("%1 Waiting for SIP Server.").arg(actionProgress(pending->action))
                       : StateWords::tr("Waiting for SIP Server.");
    }
    case Obstacle::NotInThisState: return whyNotNow(action, call);
    case Obstacle::NotPermitted: return StateWords::tr("Your administrator does not permit this.");
    case Obstacle::NotOwnCall:
        return StateWords::tr("This is somebody else's call: only its recording can be moved from here.");
    case Obstacle::NoOwnDn:
        return StateWords::tr(
            "This is somebody else's call, and this desktop has no DN of its own to ask with.");
    case Obstacle::OnlyLooking: return StateWords::tr("A log is being replayed: there is nobody to ask.");
    }
    Q_UNREACHABLE();
}

QString optionsFlawText(OptionsFlaw flaw)
{
    switch (flaw) {
    case OptionsFlaw::None: return {};
    case OptionsFlaw::DestIsNoSipUri:
        return StateWords::tr("The recorder's address is not a SIP address like sip:recorder.example:5060.");
    case OptionsFlaw::Dest2IsNoSipUri:
        return StateWords::tr(
            "The second recorder's address is not a SIP address like sip:recorder.example:5060.");
    case OptionsFlaw::SameDestTwice:
        return StateWords::tr(
            "Both recorders have the same address: leave the second one empty, or change it.");
    case OptionsFlaw::EmptyParamName:
        return StateWords::tr("A parameter has no name: fill it in, or remove the row.");
    case OptionsFlaw::RepeatedParamName:
        return StateWords::tr("Two parameters have the same name: rename one, or remove it.");
    case OptionsFlaw::EmptyReasonName:
        return StateWords::tr("A reason has no name: fill it in, or remove the row.");
    case OptionsFlaw::RepeatedReasonName:
        return StateWords::tr("Two reasons have the same name: rename one, or remove it.");
    case OptionsFlaw::TooLong: return StateWords::tr("This is too long for one message: shorten the texts.");
    }
    Q_UNREACHABLE();
}

QString destinationFlawText(DestinationFlaw flaw)
{
    switch (flaw) {
    case DestinationFlaw::None: return {};
    case DestinationFlaw::Empty:
        return StateWords::tr("Say where the call is to go: a desk or a telephone number.");
    case DestinationFlaw::NotOneWord:
        return StateWords::tr("A desk or a number is one word without spaces, of at most 255 letters.");
    case DestinationFlaw::OwnDn: return StateWords::tr("This is your own DN: name another one.");
    }
    Q_UNREACHABLE();
}

QString transferOutlookText(TransferOutlook outlook)
{
    switch (outlook) {
    case TransferOutlook::NoRecording: return StateWords::tr("This call is not being recorded.");
    case TransferOutlook::Ends:
        return StateWords::tr(
            "Transferring ends this recording. Whether the next agent is recorded is decided anew.");
    case TransferOutlook::GoesOn: return StateWords::tr("This recording goes on after the transfer.");
    case TransferOutlook::NotKnown:
        return StateWords::tr("It is not known what a transfer does to the recording of this call.");
    }
    Q_UNREACHABLE();
}

QString callTypeText(CallType type)
{
    switch (type) {
    case CallType::Unknown: return StateWords::tr("Call");
    case CallType::Internal: return StateWords::tr("Internal");
    case CallType::Inbound: return StateWords::tr("Inbound");
    case CallType::Outbound: return StateWords::tr("Outbound");
    case CallType::Consult: return StateWords::tr("Consultation");
    }
    return StateWords::tr("Call"); // the server may send any number
}

QString callPhaseText(CallPhase phase)
{
    switch (phase) {
    case CallPhase::Dialing: return StateWords::tr("dialling");
    case CallPhase::Ringing: return StateWords::tr("ringing");
    case CallPhase::Talking: return StateWords::tr("talking");
    case CallPhase::Held: return StateWords::tr("on hold");
    case CallPhase::Released: return StateWords::tr("ended");
    }
    Q_UNREACHABLE();
}

QString callSummary(CallType type, CallPhase phase)
{
    return callTypeText(type) + u" · "_s + callPhaseText(phase);
}

QString partyText(const model::Dn &party, CallType type)
{
    if (party.isEmpty())
        return StateWords::tr("Unknown number");
    const QString text = plainText(party.toString(), 60);
    const bool isNumber =
        std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    const bool isDesk = isNumber && (type == CallType::Internal || type == CallType::Consult);
    // A number stays a number in a language that is written from right to left.
    const QString shown = QGuiApplication::isRightToLeft() ? u"\u2066"_s + text + u"\u2069"_s : text;
    return isDesk ? StateWords::tr("Desk %1").arg(shown) : shown;
}

QString partiesText(const model::CallView &seen, CallType type)
{
    QString text = partyText(seen.otherParty(), type);
    for (qsizetype i = 1; i < seen.parties.size(); ++i) {
        // Who was added was called from inside: a short number is a desk.
        const QString next = partyText(seen.parties.at(i), CallType::Consult);
        text = i + 1 < seen.parties.size()
                   ? StateWords::tr("%1, %2", "two of several parties").arg(text, next)
                   : StateWords::tr("%1 and %2", "the last two parties").arg(text, next);
    }
    return text;
}

QString agentStateText(AgentState state)
{
    switch (state) {
    case AgentState::Unknown: return StateWords::tr("Not known", "agent state");
    case AgentState::LoggedOut: return StateWords::tr("Logged out");
    case AgentState::NotReady: return StateWords::tr("Not ready");
    case AgentState::Ready: return StateWords::tr("Ready");
    case AgentState::AfterCallWork: return StateWords::tr("After-call work");
    }
    Q_UNREACHABLE();
}

QString agentStateText(AgentState state, const QString &reason)
{
    const QString word = agentStateText(state);
    if (reason.isEmpty())
        return word;
    const QList<NotReadyReason> reasons = notReadyReasons();
    const auto known = std::find_if(reasons.begin(), reasons.end(),
                                    [&](const NotReadyReason &one) { return one.code == reason; });
    return word + u" · "_s + (known == reasons.end() ? plainText(reason, 24) : known->text);
}

QString agentStateText(const model::AgentSession &agent)
{
    return agentStateText(agent.state(), agent.reason());
}

QString agentActionLabel(AgentAction action)
{
    switch (action) {
    case AgentAction::Login: return StateWords::tr("Log &in");
    case AgentAction::Logout: return StateWords::tr("Log &out");
    case AgentAction::Ready: return StateWords::tr("&Ready");
    case AgentAction::NotReady: return StateWords::tr("&Not ready");
    case AgentAction::AfterCallWork: return StateWords::tr("&After-call work");
    }
    Q_UNREACHABLE();
}

QString agentActionName(AgentAction action)
{
    return agentActionLabel(action).remove(u'&');
}

QString agentObstacleText(AgentAction action, const model::AgentSession &agent,
                          const model::ServerConnection &connection)
{
    if (agent.can(action))
        return {};
    if (connection.isOverdue())
        return StateWords::tr("Nothing is sent while the server gives no sign of life.");
    if (!connection.isReliable())
        return StateWords::tr("Nothing is sent while there is no connection.");
    if (agent.isRequestUnderWay())
        return StateWords::tr("Waiting for SIP Server.");
    if (agent.state() == AgentState::Unknown)
        return StateWords::tr("SIP Server has not said whether you are logged in.");
    if (agent.state() == AgentState::LoggedOut)
        return StateWords::tr("Log in first.");
    switch (action) {
    case AgentAction::Login: return StateWords::tr("You are logged in.");
    case AgentAction::Ready: return StateWords::tr("You are ready.");
    case AgentAction::AfterCallWork: return StateWords::tr("You are in after-call work.");
    case AgentAction::Logout:
    case AgentAction::NotReady: return StateWords::tr("This makes no sense now.");
    }
    Q_UNREACHABLE();
}

QList<NotReadyReason> notReadyReasons()
{
    return {
        {u"Break"_s, StateWords::tr("Break")},       // notr: the code is what the server gets
        {u"Lunch"_s, StateWords::tr("Lunch")},       // notr
        {u"Meeting"_s, StateWords::tr("Meeting")},   // notr
        {u"Training"_s, StateWords::tr("Training")}, // notr
    };
}

} // namespace presentation
