#pragma once

#include "presentation/look/recordinglook.h"

namespace model {
class Desk;
}

namespace presentation {

/// The time of a look at a call of this desk, now: for every place that shows the same badge.
LookTime lookTimeOf(const model::Desk &desk, model::CallId id);

} // namespace presentation
