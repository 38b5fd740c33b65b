#include "presentation/look/looktime.h"

#include "model/desk.h"

namespace presentation {

LookTime lookTimeOf(const model::Desk &desk, model::CallId id)
{
    const auto paused = desk.guard.countOf(id);
    return {.now = desk.clock.now(),
            .heardAt = desk.timeline.lastKnown(id),
            .limit = paused ? std::optional(paused->limit) : std::nullopt};
}

} // namespace presentation
