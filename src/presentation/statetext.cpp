#include "presentation/statetext.h"

#include "presentation/plaintext.h"

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

class Words
{
    Q_DECLARE_TR_FUNCTIONS(presentation::StateText)
};

QString whyNotStart(RecordingState state)
{
    switch (state) {
    case RecordingState::On: return Words::tr("This call is being recorded already.");
    case RecordingState::Paused: return Words::tr("A recording exists and is paused: resume it.");
    case RecordingState::Off:
    case RecordingState::Unknown: return Words::tr("A call can be recorded once it is answered.");
    }
    Q_UNREACHABLE();
}

QString whyNotPause(RecordingState state)
{
    switch (state) {
    case RecordingState::Off: return Words::tr("There is no recording to pause.");
    case RecordingState::Paused: return Words::tr("The recording is paused already.");
    case RecordingState::On:
    case RecordingState::Unknown: return Words::tr("A recording can be paused once the call is answered.");
    }
    Q_UNREACHABLE();
}

QString whyNotResume(RecordingState state)
{
    switch (state) {
    case RecordingState::Off: return Words::tr("There is no paused recording to resume.");
    case RecordingState::On: return Words::tr("The recording is running.");
    case RecordingState::Paused:
    case RecordingState::Unknown: return Words::tr("A recording can be resumed once the call is answered.");
    }
    Q_UNREACHABLE();
}

QString whyNotStop(RecordingState state)
{
    return state == RecordingState::Off ? Words::tr("There is no recording to stop.")
                                        : Words::tr("A recording can be stopped once the call is answered.");
}

QString whyNotHold(const model::Call &call)
{
    // Any leg: where several take part, it is not said which of them is this desktop's.
    const bool isHeld = std::any_of(call.legs.begin(), call.legs.end(),
                                    [](const model::Leg &leg) { return leg.phase == CallPhase::Held; });
    return isHeld ? Words::tr("The call is on hold already.")
                  : Words::tr("A call can be put on hold once it is answered.");
}

QString whyNotConsult(const model::Call &call)
{
    if (!call.consultation.isNull())
        return Words::tr("Somebody is being consulted about this call already.");
    if (!call.consultationOf.isNull())
        return Words::tr("This call is a consultation itself.");
    return call.phase() == CallPhase::Held
               ? Words::tr("Retrieve the call first.")
               : Words::tr("Somebody can be consulted once the call is answered.");
}

QString whyNotTransfer(const model::Call &call)
{
    if (!call.consultation.isNull())
        return Words::tr("Somebody is being consulted: complete that transfer, or release the consultation.");
    if (!call.consultationOf.isNull())
        return Words::tr("This call is a consultation: complete its transfer, or release it.");
    return Words::tr("A call can be transferred once it is answered.");
}

QString whyNotJoin(const model::Call &call)
{
    if (!call.consultationOf.isNull())
        return Words::tr("Only whoever asked for the consultation can do this.");
    return call.consultation.isNull() ? Words::tr("Nobody is being consulted about this call.")
                                      : Words::tr("The consultation has not got that far.");
}

QString whyNotNow(CallAction action, const model::Call &call)
{
    switch (action) {
    case CallAction::StartRecording: return whyNotStart(call.recording.state);
    case CallAction::PauseRecording: return whyNotPause(call.recording.state);
    case CallAction::ResumeRecording: return whyNotResume(call.recording.state);
    case CallAction::StopRecording: return whyNotStop(call.recording.state);
    case CallAction::Answer: return Words::tr("The call is not ringing here.");
    case CallAction::Hold: return whyNotHold(call);
    case CallAction::Retrieve: return Words::tr("The call is not on hold.");
    case CallAction::Release: return Words::tr("A ringing call can only be answered.");
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
        return Words::tr("Recorded");
    switch (recording.state) {
    case RecordingState::Unknown: return Words::tr("Not known");
    case RecordingState::Off: return Words::tr("Not recording");
    case RecordingState::On: return Words::tr("Recording");
    case RecordingState::Paused: return Words::tr("Paused");
    }
    Q_UNREACHABLE();
}

QString actionLabel(CallAction action)
{
    switch (action) {
    case CallAction::StartRecording: return Words::tr("Re&cord");
    case CallAction::PauseRecording: return Words::tr("&Pause");
    case CallAction::ResumeRecording: return Words::tr("&Resume");
    case CallAction::StopRecording: return Words::tr("&Stop…");
    case CallAction::Answer: return Words::tr("&Answer");
    case CallAction::Hold: return Words::tr("&Hold");
    case CallAction::Retrieve: return Words::tr("Retrie&ve");
    case CallAction::Release: return Words::tr("Re&lease");
    case CallAction::Consult: return Words::tr("Co&nsult…");
    case CallAction::Transfer: return Words::tr("&Transfer…");
    case CallAction::CompleteTransfer: return Words::tr("Co&mplete transfer");
    case CallAction::CompleteConference: return Words::tr("Con&ference");
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
    case CallAction::StartRecording: return Words::tr("Starting…");
    case CallAction::PauseRecording: return Words::tr("Pausing…");
    case CallAction::ResumeRecording: return Words::tr("Resuming…");
    case CallAction::StopRecording: return Words::tr("Stopping…");
    case CallAction::Answer: return Words::tr("Answering…");
    case CallAction::Hold: return Words::tr("Putting on hold…");
    case CallAction::Retrieve: return Words::tr("Retrieving…");
    case CallAction::Release: return Words::tr("Releasing…");
    case CallAction::Consult: return Words::tr("Consulting…");
    case CallAction::Transfer: return Words::tr("Transferring…");
    case CallAction::CompleteTransfer: return Words::tr("Completing the transfer…");
    case CallAction::CompleteConference: return Words::tr("Joining…");
    }
    Q_UNREACHABLE();
}

QString actionPurpose(CallAction action)
{
    switch (action) {
    case CallAction::StartRecording: return Words::tr("Record this call.");
    case CallAction::PauseRecording: return Words::tr("Pause the recording of this call.");
    case CallAction::ResumeRecording: return Words::tr("Go on recording this call.");
    case CallAction::StopRecording: return Words::tr("End the recording of this call. You are asked first.");
    case CallAction::Answer: return Words::tr("Answer this call.");
    case CallAction::Hold: return Words::tr("Put this call on hold.");
    case CallAction::Retrieve: return Words::tr("Take this call back from hold.");
    case CallAction::Release: return Words::tr("Hang up.");
    case CallAction::Consult: return Words::tr("Put this call on hold and call somebody else about it.");
    case CallAction::Transfer: return Words::tr("Hand this call to somebody else at once.");
    case CallAction::CompleteTransfer: return Words::tr("Connect the two others and leave.");
    case CallAction::CompleteConference: return Words::tr("Talk with both at once.");
    }
    Q_UNREACHABLE();
}

QString obstacleText(Obstacle obstacle, CallAction action, const model::Call &call, bool isLinkUp)
{
    switch (obstacle) {
    case Obstacle::None: return {};
    case Obstacle::NotCertain:
        return isLinkUp ? Words::tr("Nothing is sent until SIP Server has confirmed this call.")
                        : Words::tr("Nothing is sent while the link is down.");
    case Obstacle::RequestUnderWay: {
        const auto &pending = model::recordingCommandOf(action) ? call.pendingRecording : call.pendingControl;
        return pending ? Words::tr("%1 Waiting for SIP Server.").arg(actionProgress(pending->action))
                       : Words::tr("Waiting for SIP Server.");
    }
    case Obstacle::NotInThisState: return whyNotNow(action, call);
    case Obstacle::NotPermitted: return Words::tr("Your administrator does not permit this.");
    case Obstacle::NotOwnCall:
        return Words::tr("This is somebody else's call: only its recording can be moved from here.");
    case Obstacle::NoOwnDn:
        return Words::tr("This is somebody else's call, and this desktop has no DN of its own to ask with.");
    case Obstacle::OnlyLooking: return Words::tr("A log is being replayed: there is nobody to ask.");
    }
    Q_UNREACHABLE();
}

QString optionsFlawText(OptionsFlaw flaw)
{
    switch (flaw) {
    case OptionsFlaw::None: return {};
    case OptionsFlaw::DestIsNoSipUri:
        return Words::tr("The recorder's address is not a SIP address like sip:recorder.example:5060.");
    case OptionsFlaw::Dest2IsNoSipUri:
        return Words::tr(
            "The second recorder's address is not a SIP address like sip:recorder.example:5060.");
    case OptionsFlaw::SameDestTwice:
        return Words::tr("Both recorders have the same address: leave the second one empty, or change it.");
    case OptionsFlaw::EmptyParamName:
        return Words::tr("A parameter has no name: fill it in, or remove the row.");
    case OptionsFlaw::RepeatedParamName:
        return Words::tr("Two parameters have the same name: rename one, or remove it.");
    case OptionsFlaw::EmptyReasonName:
        return Words::tr("A reason has no name: fill it in, or remove the row.");
    case OptionsFlaw::RepeatedReasonName:
        return Words::tr("Two reasons have the same name: rename one, or remove it.");
    case OptionsFlaw::TooLong: return Words::tr("This is too long for one message: shorten the texts.");
    }
    Q_UNREACHABLE();
}

QString destinationFlawText(DestinationFlaw flaw)
{
    switch (flaw) {
    case DestinationFlaw::None: return {};
    case DestinationFlaw::Empty:
        return Words::tr("Say where the call is to go: a desk or a telephone number.");
    case DestinationFlaw::NotOneWord:
        return Words::tr("A desk or a number is one word without spaces, of at most 255 letters.");
    case DestinationFlaw::OwnDn: return Words::tr("This is your own DN: name another one.");
    }
    Q_UNREACHABLE();
}

QString transferOutlookText(TransferOutlook outlook)
{
    switch (outlook) {
    case TransferOutlook::NoRecording: return Words::tr("This call is not being recorded.");
    case TransferOutlook::Ends:
        return Words::tr(
            "Transferring ends this recording. Whether the next agent is recorded is decided anew.");
    case TransferOutlook::GoesOn: return Words::tr("This recording goes on after the transfer.");
    case TransferOutlook::NotKnown:
        return Words::tr("It is not known what a transfer does to the recording of this call.");
    }
    Q_UNREACHABLE();
}

QString callTypeText(CallType type)
{
    switch (type) {
    case CallType::Unknown: return Words::tr("Call");
    case CallType::Internal: return Words::tr("Internal");
    case CallType::Inbound: return Words::tr("Inbound");
    case CallType::Outbound: return Words::tr("Outbound");
    case CallType::Consult: return Words::tr("Consultation");
    }
    return Words::tr("Call"); // the server may send any number
}

QString callPhaseText(CallPhase phase)
{
    switch (phase) {
    case CallPhase::Dialing: return Words::tr("dialling");
    case CallPhase::Ringing: return Words::tr("ringing");
    case CallPhase::Talking: return Words::tr("talking");
    case CallPhase::Held: return Words::tr("on hold");
    case CallPhase::Released: return Words::tr("ended");
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
        return Words::tr("Unknown number");
    const QString text = plainText(party.toString(), 60);
    const bool isNumber =
        std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    const bool isDesk = isNumber && (type == CallType::Internal || type == CallType::Consult);
    // A number stays a number in a language that is written from right to left.
    const QString shown = QGuiApplication::isRightToLeft() ? u"\u2066"_s + text + u"\u2069"_s : text;
    return isDesk ? Words::tr("Desk %1").arg(shown) : shown;
}

QString partiesText(const model::CallView &seen, CallType type)
{
    QString text = partyText(seen.otherParty(), type);
    for (qsizetype i = 1; i < seen.parties.size(); ++i) {
        // Who was added was called from inside: a short number is a desk.
        const QString next = partyText(seen.parties.at(i), CallType::Consult);
        text = i + 1 < seen.parties.size() ? Words::tr("%1, %2", "two of several parties").arg(text, next)
                                           : Words::tr("%1 and %2", "the last two parties").arg(text, next);
    }
    return text;
}

QString agentStateText(AgentState state)
{
    switch (state) {
    case AgentState::Unknown: return Words::tr("Not known", "agent state");
    case AgentState::LoggedOut: return Words::tr("Logged out");
    case AgentState::NotReady: return Words::tr("Not ready");
    case AgentState::Ready: return Words::tr("Ready");
    case AgentState::AfterCallWork: return Words::tr("After-call work");
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
    case AgentAction::Login: return Words::tr("Log &in");
    case AgentAction::Logout: return Words::tr("Log &out");
    case AgentAction::Ready: return Words::tr("&Ready");
    case AgentAction::NotReady: return Words::tr("&Not ready");
    case AgentAction::AfterCallWork: return Words::tr("&After-call work");
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
        return Words::tr("Nothing is sent while the server gives no sign of life.");
    if (!connection.isReliable())
        return Words::tr("Nothing is sent while there is no connection.");
    if (agent.isRequestUnderWay())
        return Words::tr("Waiting for SIP Server.");
    if (agent.state() == AgentState::Unknown)
        return Words::tr("SIP Server has not said whether you are logged in.");
    if (agent.state() == AgentState::LoggedOut)
        return Words::tr("Log in first.");
    switch (action) {
    case AgentAction::Login: return Words::tr("You are logged in.");
    case AgentAction::Ready: return Words::tr("You are ready.");
    case AgentAction::AfterCallWork: return Words::tr("You are in after-call work.");
    case AgentAction::Logout:
    case AgentAction::NotReady: return Words::tr("This makes no sense now.");
    }
    Q_UNREACHABLE();
}

QList<NotReadyReason> notReadyReasons()
{
    return {
        {u"Break"_s, Words::tr("Break")},       // notr: the code is what the server gets
        {u"Lunch"_s, Words::tr("Lunch")},       // notr
        {u"Meeting"_s, Words::tr("Meeting")},   // notr
        {u"Training"_s, Words::tr("Training")}, // notr
    };
}

} // namespace presentation
