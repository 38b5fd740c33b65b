#pragma once

#include "core/clock.h"
#include "model/calls/call.h"

#include <QString>

/// The words of calls: what is recorded, of what kind a call is and how far it has got, and who takes part.
namespace presentation {

/// "Recording", "Paused", "Not recording", "Not known", or "Recorded" where only a file name was ever
/// reported.
QString recordingWord(const model::Recording &recording);

/// "talking", "on hold".
QString callPhaseText(model::CallPhase phase);
/// "Inbound · talking", "Conference · talking" once there are more than two.
QString callSummary(model::CallType type, const model::CallView &seen);
/// "on hold 08:12", "ringing 00:04": a call's phase and how long it has lasted, as this view has it.
QString phaseLine(const model::Call &call, const model::CallView &seen, core::Instant now);
/// Who is on the other side: "+493012345", "Desk 7003", "Unknown number". Text from outside, made plain.
QString partyText(const model::Dn &party, model::CallType type);
/// Everybody on the other side: "+493012345 and Desk 7003" in a conference.
QString partiesText(const model::CallView &seen, model::CallType type);

} // namespace presentation
