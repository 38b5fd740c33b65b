#pragma once

#include "model/calls/recordingstate.h"
#include "model/settings/recordingpermissions.h"
#include "tlib/enums.h"
#include "tlib/ids.h"

#include <QFlags>

#include <functional>
#include <optional>

namespace model {

struct Call;
struct Leg;

/// What a person can do with a call.
enum class CallAction : quint16 {
    StartRecording = 0x01,
    PauseRecording = 0x02,
    ResumeRecording = 0x04,
    StopRecording = 0x08,
    Answer = 0x10,
    Hold = 0x20,
    Retrieve = 0x40,
    Release = 0x80,
    Consult = 0x100,            ///< calls somebody else while this call is on hold
    Transfer = 0x200,           ///< in one step: the other party goes to somebody else at once
    CompleteTransfer = 0x400,   ///< joins the two others and leaves; of the call that was consulted about
    CompleteConference = 0x800, ///< joins all three; of the call that was consulted about
};
Q_DECLARE_FLAGS(CallActions, CallAction)
Q_DECLARE_OPERATORS_FOR_FLAGS(CallActions)

/// Every action, in the order in which people meet them.
inline constexpr CallAction AllCallActions[] = {
    CallAction::StartRecording, CallAction::PauseRecording,   CallAction::ResumeRecording,
    CallAction::StopRecording,  CallAction::Answer,           CallAction::Hold,
    CallAction::Retrieve,       CallAction::Release,          CallAction::Consult,
    CallAction::Transfer,       CallAction::CompleteTransfer, CallAction::CompleteConference,
};

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
};

/// Where this desktop stands towards a call: what decides on its actions beside the call itself.
struct Standpoint
{
    bool certain = false;        ///< the link is up and this call's values carry the current epoch
    const Leg *ownLeg = nullptr; ///< the own DN's part in the call (ownLegOf); none: only others take part
    bool hasOwnDn = true;        ///< there is one, in this call or not
    bool isReplay = false;       ///< what is shown has been
};

/// The leg that acts: of the DNs that `isOwn` names, the one that rings, else talks, else any. It wins over
/// every other leg, so that a supervisor who takes part in an agent's call holds and releases his own part.
/// A leg that has left says so (Released).
const Leg *ownLegOf(const Call &call, const std::function<bool(const tlib::Dn &)> &isOwn);

/// The first thing that stands in the way, in the order: OnlyLooking, NotPermitted, NotOwnCall or NoOwnDn,
/// NotCertain, RequestUnderWay, NotInThisState.
/// The actions on the call itself go by the own leg's phase, those on the recording by the call's. While
/// nothing is known of the recording (an unknown word, only a file name, or nothing said), each of the four
/// recording actions is offered: any may be right, and the server, which knows, refuses what is not.
/// CompleteTransfer and CompleteConference concern two calls: there must be no obstacle on either.
Obstacle obstacleTo(CallAction action, const Call &call, const Standpoint &from,
                    const RecordingPermissions &permissions = {});
CallActions possibleActions(const Call &call, const Standpoint &from,
                            const RecordingPermissions &permissions = {});

/// Whether the action joins the two calls of a consultation.
bool joinsCalls(CallAction action);
/// Whether the action needs somebody to call or to hand the call to.
bool needsDestination(CallAction action);
/// Whether the call leaves this desktop for somebody else's when the action is done.
bool handsOver(CallAction action);

/// The recording service that the action asks for; none for the actions on the call itself.
std::optional<tlib::RecordingCommand> recordingCommandOf(CallAction action);
/// The recording state that the action is meant to reach; none for the actions on the call itself.
std::optional<RecordingState> aimOf(CallAction action);
/// Whether the call is where the action was meant to bring it, as far as the server's data shows it. `ownLeg`
/// is that of the standpoint. For the actions that join calls, `call` is the one that was consulted about.
bool isReached(CallAction action, const Call &call, const Leg *ownLeg);

} // namespace model
