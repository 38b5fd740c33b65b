#pragma once

#include "core/clock.h"
#include "model/actions/handcontrol.h"

namespace model {
class Desk;
}

/// The words of what is asked for by key, and of the state that is asked for.
namespace presentation {

/// Why a key did nothing, in a sentence; empty where what comes of it is seen or told otherwise.
QString handAnswerText(const model::HandControl::Outcome &outcome, const model::Desk &desk);

/// What is recorded, to be heard: "Recording, for 2 minutes and 38 seconds. Call with +49 30 5550 1, talking.
/// 1 more call: Paused." Of the call in hand first, then of the others.
QString stateInWords(const model::Desk &desk, core::Instant now);

} // namespace presentation
