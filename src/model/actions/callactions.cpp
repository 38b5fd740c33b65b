#include "model/actions/callactions.h"

#include "model/calls/call.h"

namespace model {

namespace {

bool hasMedia(CallPhase phase)
{
    return phase == CallPhase::Talking || phase == CallPhase::Held;
}

CallPhase phaseOf(const Leg *leg)
{
    return leg ? leg->phase : CallPhase::Released;
}

bool isConsultation(const Call &call)
{
    return !call.consultationOf.isNull();
}

bool hasConsultation(const Call &call)
{
    return !call.consultation.isNull();
}

bool fitsRecording(tlib::RecordingCommand command, const Call &call)
{
    if (!hasMedia(call.phase()))
        return false;
    const RecordingState state = call.recording.state;
    if (state == RecordingState::Unknown)
        return true;
    switch (command) {
    case tlib::RecordingCommand::Start: return state == RecordingState::Off;
    case tlib::RecordingCommand::Pause: return state == RecordingState::On;
    case tlib::RecordingCommand::Resume: return state == RecordingState::Paused;
    case tlib::RecordingCommand::Stop: return state != RecordingState::Off;
    }
    Q_UNREACHABLE();
}

bool fitsState(CallAction action, const Call &call, CallPhase phase)
{
    const bool isAlone = !hasConsultation(call) && !isConsultation(call);
    switch (action) {
    case CallAction::StartRecording:
    case CallAction::PauseRecording:
    case CallAction::ResumeRecording:
    case CallAction::StopRecording: return fitsRecording(*recordingCommandOf(action), call);
    case CallAction::Answer: return phase == CallPhase::Ringing;
    case CallAction::Hold: return phase == CallPhase::Talking;
    case CallAction::Retrieve: return phase == CallPhase::Held;
    case CallAction::Release: return hasMedia(phase) || phase == CallPhase::Dialing;
    case CallAction::Consult: return isAlone && phase == CallPhase::Talking;
    case CallAction::Transfer: return isAlone && hasMedia(phase);
    case CallAction::CompleteTransfer:
    case CallAction::CompleteConference:
        // The other call may still be dialled: a transfer or conference may be completed before the answer.
        return (hasConsultation(call) && hasMedia(phase)) ||
               (isConsultation(call) && (hasMedia(phase) || phase == CallPhase::Dialing));
    }
    Q_UNREACHABLE();
}

/// Whose call it is, as far as that forbids the action.
Obstacle obstacleOfOwnership(CallAction action, const Call &call, const Standpoint &from)
{
    if (call.isOver())
        return Obstacle::None; // whosever it was
    const bool takesPart = phaseOf(from.ownLeg) != CallPhase::Released;
    if (!takesPart && !recordingCommandOf(action))
        return Obstacle::NotOwnCall;
    return takesPart || from.hasOwnDn ? Obstacle::None : Obstacle::NoOwnDn;
}

} // namespace

const Leg *ownLegOf(const Call &call, const std::function<bool(const tlib::Dn &)> &isOwn)
{
    const Leg *own = nullptr;
    for (const Leg &leg : call.legs) {
        if (isOwn(leg.dn) && (!own || urgencyOf(leg.phase) > urgencyOf(own->phase)))
            own = &leg;
    }
    return own;
}

Obstacle obstacleTo(CallAction action, const Call &call, const Standpoint &from,
                    const RecordingPermissions &permissions)
{
    if (from.isReplay)
        return Obstacle::OnlyLooking;
    const auto command = recordingCommandOf(action);
    if (command && !permissions.allows(*command))
        return Obstacle::NotPermitted;
    if (const Obstacle whose = obstacleOfOwnership(action, call, from); whose != Obstacle::None)
        return whose;
    if (!from.certain)
        return Obstacle::NotCertain;
    if (command ? call.pendingRecording.has_value() : call.pendingControl.has_value())
        return Obstacle::RequestUnderWay;
    return fitsState(action, call, phaseOf(from.ownLeg)) ? Obstacle::None : Obstacle::NotInThisState;
}

CallActions possibleActions(const Call &call, const Standpoint &from, const RecordingPermissions &permissions)
{
    CallActions actions;
    for (const CallAction action : AllCallActions)
        actions.setFlag(action, obstacleTo(action, call, from, permissions) == Obstacle::None);
    return actions;
}

bool joinsCalls(CallAction action)
{
    return action == CallAction::CompleteTransfer || action == CallAction::CompleteConference;
}

bool needsDestination(CallAction action)
{
    return action == CallAction::Consult || action == CallAction::Transfer;
}

bool handsOver(CallAction action)
{
    return action == CallAction::Transfer || action == CallAction::CompleteTransfer;
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

bool isReached(CallAction action, const Call &call, const Leg *ownLeg)
{
    const CallPhase phase = phaseOf(ownLeg);
    switch (action) {
    case CallAction::StartRecording:
    case CallAction::PauseRecording:
    case CallAction::ResumeRecording:
    case CallAction::StopRecording: return call.recording.state == aimOf(action);
    case CallAction::Answer:
    case CallAction::Retrieve: return phase == CallPhase::Talking;
    case CallAction::Hold: return phase == CallPhase::Held;
    case CallAction::Release:
    case CallAction::Transfer:
    case CallAction::CompleteTransfer: return phase == CallPhase::Released;
    case CallAction::Consult: return hasConsultation(call);
    case CallAction::CompleteConference: return !hasConsultation(call) && !call.moreParties.isEmpty();
    }
    Q_UNREACHABLE();
}

} // namespace model
