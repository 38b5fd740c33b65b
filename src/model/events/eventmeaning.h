#pragma once

#include "model/calls/call.h"
#include "tlib/event.h"

#include <optional>

namespace model {

// What an event means for the leg of its ThisDN and for the call that it names.

bool startsALeg(tlib::MessageType type);
/// The phase of the leg after an event that sets one.
std::optional<CallPhase> phaseAfter(tlib::MessageType type);
bool endsALeg(tlib::MessageType type);
/// Leaves the leg as it is and tells of the others in the call.
bool tellsOfParties(tlib::MessageType type);
/// Means nothing unless it names a call.
bool isAboutACall(tlib::MessageType type);
/// Says nothing about the call that it names: answers, which whoever asked applies, and messages between
/// clients, whose UserData is their own.
bool isAboutSomethingElse(tlib::MessageType type);
/// The call that this one is said to be a consultation about; null: it is none, or nobody said.
CallId firstCallOf(const tlib::Event &event);

} // namespace model
