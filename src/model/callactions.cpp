#include "model/callactions.h"

#include "model/call.h"

namespace model {

namespace {

bool hasMedia(const Call &call)
{
    return call.phase() == CallPhase::Talking || call.phase() == CallPhase::Held;
}

bool fitsState(CallAction action, const Call &call)
{
    const RecordingState state = call.recording.state;
    const bool open = hasMedia(call) && state == RecordingState::Unknown;
    switch (action) {
    case CallAction::StartRecording: return open || (hasMedia(call) && state == RecordingState::Off);
    case CallAction::PauseRecording: return open || (hasMedia(call) && state == RecordingState::On);
    case CallAction::ResumeRecording: return open || (hasMedia(call) && state == RecordingState::Paused);
    case CallAction::StopRecording: return open || (hasMedia(call) && state != RecordingState::Off);
    case CallAction::Answer: return call.phase() == CallPhase::Ringing;
    case CallAction::Hold: return call.phase() == CallPhase::Talking;
    case CallAction::Retrieve: return call.phase() == CallPhase::Held;
    case CallAction::Release: return hasMedia(call) || call.phase() == CallPhase::Dialing;
    case CallAction::Consult:
    case CallAction::Transfer:
    case CallAction::CompleteTransfer:
    case CallAction::CompleteConference: return false; // nobody sends them yet
    }
    Q_UNREACHABLE();
}

} // namespace

Obstacle obstacleTo(CallAction action, const Call &call, bool certain, const Permissions &permissions)
{
    if (!permissions.allowed.testFlag(action))
        return Obstacle::NotPermitted;
    if (!certain)
        return Obstacle::NotCertain;
    if (recordingCommandOf(action) ? call.pendingRecording.has_value() : call.pendingControl.has_value())
        return Obstacle::RequestUnderWay;
    return fitsState(action, call) ? Obstacle::None : Obstacle::NotInThisState;
}

CallActions possibleActions(const Call &call, bool certain, const Permissions &permissions)
{
    CallActions actions;
    for (const CallAction action : AllCallActions)
        actions.setFlag(action, obstacleTo(action, call, certain, permissions) == Obstacle::None);
    return actions;
}

std::optional<tlib::RecordingCommand> recordingCommandOf(CallAction action)
{
    switch (action) {
    case CallAction::StartRecording: return tlib::RecordingCommand::Start;
    case CallAction::PauseRecording: return tlib::RecordingCommand::Pause;
    case CallAction::ResumeRecording: return tlib::RecordingCommand::Resume;
    case CallAction::StopRecording: return tlib::RecordingCommand::Stop;
    case CallAction::Answer:
    case CallAction::Hold:
    case CallAction::Retrieve:
    case CallAction::Release:
    case CallAction::Consult:
    case CallAction::Transfer:
    case CallAction::CompleteTransfer:
    case CallAction::CompleteConference: return std::nullopt;
    }
    Q_UNREACHABLE();
}

std::optional<RecordingState> aimOf(CallAction action)
{
    switch (action) {
    case CallAction::StartRecording:
    case CallAction::ResumeRecording: return RecordingState::On;
    case CallAction::PauseRecording: return RecordingState::Paused;
    case CallAction::StopRecording: return RecordingState::Off;
    case CallAction::Answer:
    case CallAction::Hold:
    case CallAction::Retrieve:
    case CallAction::Release:
    case CallAction::Consult:
    case CallAction::Transfer:
    case CallAction::CompleteTransfer:
    case CallAction::CompleteConference: return std::nullopt;
    }
    Q_UNREACHABLE();
}

bool isReached(CallAction action, const Call &call)
{
    switch (action) {
    case CallAction::StartRecording:
    case CallAction::PauseRecording:
    case CallAction::ResumeRecording:
    case CallAction::StopRecording: return call.recording.state == aimOf(action);
    case CallAction::Answer:
    case CallAction::Retrieve: return call.phase() == CallPhase::Talking;
    case CallAction::Hold: return call.phase() == CallPhase::Held;
    case CallAction::Release:
    case CallAction::Transfer:
    case CallAction::CompleteTransfer: return call.isOver();
    case CallAction::Consult: return !call.consultation.isNull();
    case CallAction::CompleteConference: return !call.moreParties.isEmpty();
    }
    Q_UNREACHABLE();
}

} // namespace model
