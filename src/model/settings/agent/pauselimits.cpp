#include "model/settings/agent/pauselimits.h"

#include <algorithm>

namespace model {

core::Duration limitFor(const PauseLimits &limits, const tlib::Dn &own, const tlib::Dn &queue)
{
    for (const tlib::Dn &dn : {queue, own}) {
        const auto found = std::find_if(limits.special.begin(), limits.special.end(),
                                        [&dn](const PauseLimit &one) { return one.dn == dn; });
        if (!dn.isEmpty() && found != limits.special.end())
            return found->limit;
    }
    return limits.general;
}

core::Instant stepAt(PauseStep step, core::Instant since, core::Duration limit)
{
    switch (step) {
    case PauseStep::Half: return since + limit / 2;
    case PauseStep::ThreeQuarters: return since + limit * 3 / 4;
    case PauseStep::Limit: return since + limit;
    }
    Q_UNREACHABLE();
}

} // namespace model
