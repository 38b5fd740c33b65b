#include "model/actions/callaction.h"

namespace model {

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

bool needsConfirmation(CallAction action)
{
    return action == CallAction::StopRecording;
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

} // namespace model
