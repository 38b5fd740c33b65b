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

/// Of the calls behind the first `seen`, which are not seen where there is room for one only: the most urgent
/// state that is recorded or may be, its word with their number ("2 more recording"). None: nothing to be
/// told.
std::optional<RecordingLook> othersLight(const model::Desk &desk, qsizetype seen = 1);
/// "1 more rings"; empty: none of them does.
QString othersRing(const model::Desk &desk);
/// The light of one call, where it stands alone: a call that only rings here has no recording yet, and says
/// "Ringing" in its place.
RecordingLook faceOf(const model::Desk &desk, const model::Call &call, const RecordingLook &look);

/// A line for each call in hand, the most needed first: "Recording · +493012345 · talking"; without one how
/// the connection and the agent are.
QString callsInLines(const model::Desk &desk);

} // namespace presentation
