#pragma once

#include "presentation/look/recordinglook.h"

#include <optional>

namespace model {
class Desk;
}

namespace presentation {

/// The light that matters most of all calls in hand, as one sign for all of them: not certain before
/// recording before paused before the rest. A call that only rings has no recording yet, and none: no call.
std::optional<RecordingLook> mostUrgentLight(const model::Desk &desk);

/// A line for each call in hand, the most needed first: "Recording · +493012345 · talking"; without one how
/// the connection and the agent are.
QString callsInLines(const model::Desk &desk);

} // namespace presentation
