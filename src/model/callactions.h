#pragma once

#include "model/recordingstate.h"
#include "tlib/enums.h"

#include <QFlags>

#include <optional>

namespace model {

struct Call;

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

/// What an administrator lets this desktop do; calls can always be answered and released.
struct Permissions
{
    CallActions allowed = CallActions(0xfff);

    bool operator==(const Permissions &) const = default;
};

/// Why an action is not offered now.
enum class Obstacle {
    None,
    NotCertain,      ///< nothing is sent while the call's state is not certain
    RequestUnderWay, ///< one request of its kind at a time
    NotInThisState,  ///< it makes no sense now
    NotPermitted,    ///< the administrator's policy
    NotOwnCall,      ///< somebody else's call: its recording may be moved, the call itself may not
    OnlyLooking,     ///< a log is being replayed: there is nobody to ask
};

/// `certain`: the link is up and this call's values carry the current epoch.
/// While nothing is known of the recording (an unknown word, only a file name, or nothing said), each of the
/// four recording actions is offered: any may be right, and the server, which knows, refuses what is not.
Obstacle obstacleTo(CallAction action, const Call &call, bool certain, const Permissions &permissions = {});
CallActions possibleActions(const Call &call, bool certain, const Permissions &permissions = {});

/// The recording service that the action asks for; none for the actions on the call itself.
std::optional<tlib::RecordingCommand> recordingCommandOf(CallAction action);
/// The recording state that the action is meant to reach; none for the actions on the call itself.
std::optional<RecordingState> aimOf(CallAction action);
/// Whether the call is where the action was meant to bring it, as far as the server's data shows it.
bool isReached(CallAction action, const Call &call);

} // namespace model
