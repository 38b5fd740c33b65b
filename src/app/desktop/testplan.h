#pragma once

#include "model/link/connectiontest.h"
#include "model/settings/preferences.h"

namespace app {

/// What a test of the connection tries with these preferences: their servers, the own DNs and those that are
/// watched, the numbers of the services. Passwords are the caller's. InvalidInput with one sentence where
/// they could not be used, or name no server.
core::Result<model::TestPlan> testPlanFrom(const model::Preferences &preferences);

} // namespace app
