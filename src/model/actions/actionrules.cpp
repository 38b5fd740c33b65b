#include "model/actions/actionrules.h"

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
    case CallAction::Alternate: return hasMedia(phase);
    case CallAction::DropParty: return phase == CallPhase::Talking && !call.moreParties.isEmpty();
    case CallAction::Redirect:
    case CallAction::Reject: return phase == CallPhase::Ringing;
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

Obstacle obstacleTo(CallAction action, const Call &call, const Standpoint &from, const DeskRights &rights)
{
    if (rights.isReplay)
        return Obstacle::OnlyLooking;
    const auto command = recordingCommandOf(action);
    if (command && !rights.permissions.allows(*command))
        return Obstacle::NotPermitted;
    if (const Obstacle whose = obstacleOfOwnership(action, call, from); whose != Obstacle::None)
        return whose;
    if (!from.certain)
        return Obstacle::NotCertain;
    if (call.pendingFor(action))
        return Obstacle::RequestUnderWay;
    return fitsState(action, call, phaseOf(from.ownLeg)) ? Obstacle::None : Obstacle::NotInThisState;
}

core::ErrorKind kindOf(const WhyNot &why)
{
    return std::holds_alternative<Obstacle>(why) ? core::ErrorKind::NotAllowed
                                                 : core::ErrorKind::InvalidInput;
}

ActionRules::ActionRules(const CallViews &views, const ServerAbilities &abilities, const DeskRights &rights)
    : m_views(views)
    , m_abilities(abilities)
    , m_rights(rights)
{
}

Obstacle ActionRules::obstacle(CallAction action, const Call &call) const
{
    const Obstacle here = obstacleTo(action, call, m_views.standpoint(call), m_rights);
    if (m_abilities.isUnsupported(action)) {
        const bool isLasting = here == Obstacle::OnlyLooking || here == Obstacle::NotPermitted ||
                               here == Obstacle::NotOwnCall || here == Obstacle::NoOwnDn;
        return isLasting ? here : Obstacle::NotSupported;
    }
    if (here != Obstacle::None || recordingCommandOf(action))
        return here;
    return obstacleBeside(action, call);
}

Obstacle ActionRules::obstacleBeside(CallAction action, const Call &call) const
{
    if (action == CallAction::Alternate) {
        const Call *const other = m_views.alternateOf(call);
        return other ? obstacleTo(action, *other, m_views.standpoint(*other), m_rights)
                     : Obstacle::NotInThisState;
    }
    const Call *const other = m_views.partnerOf(call);
    if (joinsCalls(action)) {
        // Whoever is consulted sees one of the two calls, or has no part in the other.
        const Leg *const leg = other ? other->findLeg(m_views.actingDn(call)) : nullptr;
        if (!leg || leg->phase == CallPhase::Released)
            return Obstacle::NotInThisState;
        return obstacleTo(action, *other, m_views.standpoint(*other), m_rights);
    }
    // A join that is under way on the one moves the other, too.
    const bool isJoining = other && other->pendingControl && joinsCalls(other->pendingControl->action);
    return isJoining ? Obstacle::RequestUnderWay : Obstacle::None;
}

CallActions ActionRules::possible(const Call &call) const
{
    CallActions actions;
    for (const CallAction action : AllCallActions)
        actions.setFlag(action, obstacle(action, call) == Obstacle::None);
    return actions;
}

std::optional<WhyNot> ActionRules::whyNot(CallAction action, const Call &call,
                                          const ActionDetails &details) const
{
    if (const Obstacle obstacle = this->obstacle(action, call); obstacle != Obstacle::None)
        return obstacle;
    if (const auto command = recordingCommandOf(action)) {
        if (const OptionsFlaw flaw = flawIn(details.recording, *command); flaw != OptionsFlaw::None)
            return flaw;
    }
    if (needsDestination(action)) {
        const DestinationFlaw flaw = flawIn(details.destination, m_views.actingDn(call));
        if (flaw != DestinationFlaw::None)
            return flaw;
    }
    if (needsParty(action)) {
        if (const PartyFlaw flaw = flawInParty(call, details.party); flaw != PartyFlaw::None)
            return flaw;
    }
    return std::nullopt;
}

PartyFlaw ActionRules::flawInParty(const Call &call, const Dn &party) const
{
    if (party.isEmpty())
        return PartyFlaw::Empty;
    return m_views.view(call).parties.contains(party) ? PartyFlaw::None : PartyFlaw::NotInCall;
}

CallId ActionRules::subject(CallAction action, const Call &call) const
{
    if (joinsCalls(action) && isConsultation(call))
        return call.consultationOf;
    const Call *const other = action == CallAction::Alternate ? m_views.alternateOf(call) : nullptr;
    return other && phaseOf(m_views.ownLeg(call)) == CallPhase::Talking ? other->id : call.id;
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
    case CallAction::CompleteConference:
    case CallAction::Alternate:
    case CallAction::DropParty:
    case CallAction::Redirect:
    case CallAction::Reject: return std::nullopt;
    }
    Q_UNREACHABLE();
}

bool isReached(CallAction action, const Call &call, const Leg *ownLeg, const Dn &party)
{
    const CallPhase phase = phaseOf(ownLeg);
    switch (action) {
    case CallAction::StartRecording:
    case CallAction::PauseRecording:
    case CallAction::ResumeRecording:
    case CallAction::StopRecording: return call.recording.state == aimOf(action);
    case CallAction::Answer:
    case CallAction::Retrieve:
    case CallAction::Alternate: return phase == CallPhase::Talking;
    case CallAction::Hold: return phase == CallPhase::Held;
    case CallAction::Release:
    case CallAction::Transfer:
    case CallAction::CompleteTransfer:
    case CallAction::Redirect:
    case CallAction::Reject: return phase == CallPhase::Released;
    case CallAction::Consult: return hasConsultation(call);
    case CallAction::CompleteConference: return !hasConsultation(call) && !call.moreParties.isEmpty();
    case CallAction::DropParty: return ownLeg && !call.partiesBeside(ownLeg->dn).contains(party);
    }
    Q_UNREACHABLE();
}

bool isReached(const PendingAction &pending, const Call &call, const Leg *ownLeg)
{
    // A server that reports only file names can show a start, by a new one, and nothing else.
    if (pending.action == CallAction::StartRecording && call.recording.isLegacy() &&
        call.recording.fileName != pending.fileBefore)
        return true;
    // Where three have talked before, it takes a fourth; that the consultation is gone may have other
    // reasons.
    if (pending.action == CallAction::CompleteConference && call.moreParties.size() <= pending.partiesBefore)
        return false;
    return isReached(pending.action, call, ownLeg, pending.party);
}

} // namespace model
