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
    case CallAction::CompleteConference:
    case CallAction::Alternate:
    case CallAction::DropParty:
    case CallAction::Redirect:
    case CallAction::Reject: return std::nullopt;
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
    return action == CallAction::Consult || action == CallAction::Transfer || action == CallAction::Redirect;
}

bool needsParty(CallAction action)
{
    return action == CallAction::DropParty;
}

bool isOptional(CallAction action)
{
    return action == CallAction::Alternate || action == CallAction::DropParty ||
           action == CallAction::Redirect || action == CallAction::Reject;
}

bool handsOver(CallAction action)
{
    return action == CallAction::Transfer || action == CallAction::CompleteTransfer ||
           action == CallAction::Redirect;
}

} // namespace model
