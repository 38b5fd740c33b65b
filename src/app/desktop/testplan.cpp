#include "app/desktop/testplan.h"

#include "app/commandline/dnentries.h"
#include "app/desktop/startup.h"

using namespace Qt::StringLiterals;

namespace app {

core::Result<model::TestPlan> testPlanFrom(const model::Preferences &preferences)
{
    const auto servers = endpointsFrom(preferences);
    if (!servers)
        return servers.error();
    if (servers->isEmpty())
        return core::Error{.kind = core::ErrorKind::InvalidInput, .text = u"no server is given"_s};
    const auto entries = entriesFrom(preferences);
    if (!entries)
        return entries.error();
    model::TestPlan plan{.servers = *servers, .services = preferences.services};
    for (const model::DnEntry &entry : *entries) {
        if (entry.use != model::DnUse::RoutingPoint) // is registered in another way
            plan.dns.append(entry.dn);
    }
    return plan;
}

} // namespace app
