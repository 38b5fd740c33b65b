#pragma once

#include "core/error.h"
#include "model/actions/actiondetails.h"
#include "model/actions/callaction.h"
#include "model/actions/callviews.h"
#include "model/actions/destination.h"
#include "model/actions/recordingoptions.h"
#include "model/actions/serverabilities.h"
#include "model/settings/recordingpermissions.h"

#include <variant>

namespace model {

/// Why an action is not offered now.
enum class Obstacle {
    None,
    NotCertain,      ///< nothing is sent while the call's state is not certain
    RequestUnderWay, ///< one request of its kind at a time
    NotInThisState,  ///< it makes no sense now
    NotPermitted,    ///< the administrator's policy
    NotOwnCall,      ///< somebody else's call: its recording may be moved, the call itself may not
    NoOwnDn,         ///< somebody else's call, and no own DN on whose behalf anything could be asked for
    OnlyLooking,     ///< a log is being replayed: there is nobody to ask
    NotSupported,    ///< this server has said that it does not do this
};

/// What this desktop may do at all, whichever call it is.
struct DeskRights
{
    RecordingPermissions permissions = {}; ///< calls can always be answered and released
    bool isReplay = false;                 ///< what is shown has been: nothing is offered, and nothing sent
};

/// The first thing that stands in the way, in the order: OnlyLooking, NotPermitted, NotOwnCall or NoOwnDn,
/// NotCertain, RequestUnderWay, NotInThisState. (ActionRules knows NotSupported besides, before NotCertain.)
/// The actions on the call itself go by the own leg's phase, those on the recording by the call's. While
/// nothing is known of the recording (an unknown word, only a file name, or nothing said), each of the four
/// recording actions is offered: any may be right, and the server, which knows, refuses what is not.
/// CompleteTransfer, CompleteConference and Alternate concern two calls: there must be no obstacle on either.
Obstacle obstacleTo(CallAction action, const Call &call, const Standpoint &from,
                    const DeskRights &rights = {});

/// Why an action is not done with what goes with it: the call's, or the desktop's, obstacle, or a flaw.
/// Never the None of its kind.
using WhyNot = std::variant<Obstacle, OptionsFlaw, DestinationFlaw, PartyFlaw>;
/// NotAllowed where something stands in the way, InvalidInput where the details are flawed.
core::ErrorKind kindOf(const WhyNot &why);

/// What may be done to which call of the desk, and why not. It only reads: asking changes and sends nothing.
class ActionRules
{
public:
    ActionRules(const CallViews &views, const ServerAbilities &abilities, const DeskRights &rights);

    /// As obstacleTo(), on both calls where the action concerns two.
    Obstacle obstacle(CallAction action, const Call &call) const;
    CallActions possible(const Call &call) const;
    /// Whether the action may be done with these details now: none, or else the first reason why not.
    std::optional<WhyNot> whyNot(CallAction action, const Call &call,
                                 const ActionDetails &details = {}) const;
    /// The call that carries the pending mark of this action, and that CallControl::settled() names: for the
    /// two that join calls the one that was consulted about, for Alternate the one on hold, whichever of the
    /// two was acted on; else the call itself.
    CallId subject(CallAction action, const Call &call) const;

private:
    /// What stands in the way on the other call, when this one is free.
    Obstacle obstacleBeside(CallAction action, const Call &call) const;

    PartyFlaw flawInParty(const Call &call, const Dn &party) const;

    const CallViews &m_views;
    const ServerAbilities &m_abilities;
    const DeskRights m_rights;
};

/// The recording state that the action is meant to reach; none for the actions on the call itself.
std::optional<RecordingState> aimOf(CallAction action);
/// Whether the call is where the action was meant to bring it, as far as the server's data shows it. `ownLeg`
/// is that of the standpoint, `party` whom DropParty is about. For the actions on two calls, `call` is the
/// subject.
bool isReached(CallAction action, const Call &call, const Leg *ownLeg, const Dn &party = {});
/// Whether what was asked for has come of this very request: as isReached(), but not by what was there when
/// it was asked for.
bool isReached(const PendingAction &pending, const Call &call, const Leg *ownLeg);

} // namespace model
