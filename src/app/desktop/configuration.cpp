#include "app/desktop/configuration.h"

namespace app {

model::PauseLimits pauseLimits(const model::Preferences &preferences, const model::Policy &policy)
{
    model::PauseLimits limits = preferences.pauseLimits;
    limits.resumes = policy.resumesPaused();
    return limits;
}

presentation::CaseKeys caseKeys(const model::Preferences &preferences)
{
    return {.named = preferences.caseKeys,
            .hidden = {QString::fromUtf8(preferences.keys.state), QString::fromUtf8(preferences.keys.file)}};
}

model::DeskConfiguration deskConfiguration(const Startup &startup)
{
    model::DeskConfiguration configuration{.keys = startup.preferences.keys,
                                           .permissions = startup.policy.permissions(),
                                           .atTransfer = startup.preferences.atTransfer,
                                           .agentReasons = startup.preferences.agentReasons,
                                           .pauseLimits = pauseLimits(startup.preferences, startup.policy)};
    configuration.connection.request = startup.preferences.requestTimeOut;
    configuration.control.confirm = startup.preferences.requestTimeOut;
    return configuration;
}

} // namespace app
