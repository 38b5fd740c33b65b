#pragma once

#include "core/clock.h"
#include "tlib/ids.h"

#include <QList>

namespace model {

/// How long a recording may be paused before somebody is reminded.
struct PauseLimit
{
    tlib::Dn dn = {}; ///< an own DN, or the queue or routing point that a call came by
    core::Duration limit = {};

    bool operator==(const PauseLimit &) const = default;
};

struct PauseLimits
{
    core::Duration general = std::chrono::seconds(120); ///< 0: nobody is reminded
    QList<PauseLimit> special = {};
    bool resumes = false; ///< the administrator's: at the limit the desktop asks for the recording to go on

    bool operator==(const PauseLimits &) const = default;
};

enum class PauseStep { Half, ThreeQuarters, Limit };
inline constexpr PauseStep AllPauseSteps[] = {PauseStep::Half, PauseStep::ThreeQuarters, PauseStep::Limit};

/// The limit of a call that came to the own DN by this queue (empty: by none, or none that is known). What
/// the call is about says more than who has it: the queue's limit comes before the DN's, and that before the
/// general one. 0: none.
core::Duration limitFor(const PauseLimits &limits, const tlib::Dn &own, const tlib::Dn &queue);

/// When a step of a pause is reached that began at `since` and may last for `limit`.
core::Instant stepAt(PauseStep step, core::Instant since, core::Duration limit);

} // namespace model
