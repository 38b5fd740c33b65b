#pragma once

#include "tlib/enums.h"

#include <QFlags>

#include <optional>

namespace model {

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
    Alternate = 0x1000, ///< the call that talks is put on hold and the other taken back; of the one on hold
    DropParty = 0x2000, ///< takes one party out of a conference that goes on
    Redirect = 0x4000,  ///< sends a ringing call to somebody else, unanswered
    Reject = 0x8000,    ///< declines a ringing call
};
/// Who has an action done from this desktop.
enum class Asker : quint8 {
    Person, ///< or a program on a person's behalf
    PauseGuard,
};
Q_DECLARE_FLAGS(CallActions, CallAction)
Q_DECLARE_OPERATORS_FOR_FLAGS(CallActions)

/// Every action, in the order in which people meet them.
inline constexpr CallAction AllCallActions[] = {
    CallAction::StartRecording, CallAction::PauseRecording,   CallAction::ResumeRecording,
    CallAction::StopRecording,  CallAction::Answer,           CallAction::Hold,
    CallAction::Retrieve,       CallAction::Release,          CallAction::Consult,
    CallAction::Transfer,       CallAction::CompleteTransfer, CallAction::CompleteConference,
    CallAction::Alternate,      CallAction::DropParty,        CallAction::Redirect,
    CallAction::Reject,
};

/// The recording service that the action asks for; none for the actions on the call itself.
std::optional<tlib::RecordingCommand> recordingCommandOf(CallAction action);
/// Whether it ends what cannot be taken up again, so that it is sent on a yes alone, whoever asks for it.
bool needsConfirmation(CallAction action);
/// Whether the action joins the two calls of a consultation.
bool joinsCalls(CallAction action);
/// Whether the action needs somebody to call or to hand the call to.
bool needsDestination(CallAction action);
/// Whether the action needs somebody in the call whom it is about.
bool needsParty(CallAction action);
/// Whether not every switch offers it, so that a refusal as not supported is to be expected.
bool isOptional(CallAction action);
/// Whether the call leaves this desktop for somebody else's when the action is done.
bool handsOver(CallAction action);

} // namespace model
