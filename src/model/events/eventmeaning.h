#pragma once

#include "model/calls/call.h"

#include <optional>

namespace model {

// What an event's type means for the leg of its ThisDN and for the call that it names.

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

} // namespace model
