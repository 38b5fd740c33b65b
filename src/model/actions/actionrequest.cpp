#include "model/actions/actionrequest.h"

namespace model {

ActionRequest requestFor(CallAction action, const Call &call, const Dn &dn, const ActionDetails &details,
                         CallId talking)
{
    switch (action) {
    case CallAction::StartRecording:
    case CallAction::PauseRecording:
    case CallAction::ResumeRecording:
    case CallAction::StopRecording: {
        const tlib::RecordingCommand command = recordingCommandOf(action).value();
        return tlib::RecordingService{.command = command,
                                      .dn = dn,
                                      .call = call.id,
                                      .extensions = extensionsFrom(command, details.recording),
                                      .reasons = reasonsFrom(details.recording)};
    }
    case CallAction::Answer: return tlib::AnswerCall{.dn = dn, .call = call.id};
    case CallAction::Hold: return tlib::HoldCall{.dn = dn, .call = call.id};
    case CallAction::Retrieve: return tlib::RetrieveCall{.dn = dn, .call = call.id};
    case CallAction::Reject: // what a switch takes for declining: a release of the call that rings
    case CallAction::Release: return tlib::ReleaseCall{.dn = dn, .call = call.id};
    case CallAction::Consult:
        return tlib::InitiateTransfer{.dn = dn, .call = call.id, .destination = details.destination};
    case CallAction::Transfer:
        return tlib::SingleStepTransfer{.dn = dn, .call = call.id, .destination = details.destination};
    case CallAction::CompleteTransfer:
        return tlib::CompleteTransfer{.dn = dn, .heldCall = call.id, .consultationCall = call.consultation};
    case CallAction::CompleteConference:
        return tlib::CompleteConference{.dn = dn, .heldCall = call.id, .consultationCall = call.consultation};
    case CallAction::Alternate: return tlib::AlternateCall{.dn = dn, .call = talking, .heldCall = call.id};
    case CallAction::DropParty:
        return tlib::DeleteFromConference{.dn = dn, .call = call.id, .party = details.party};
    case CallAction::Redirect:
        return tlib::RedirectCall{.dn = dn, .call = call.id, .destination = details.destination};
    }
    Q_UNREACHABLE();
}

} // namespace model
