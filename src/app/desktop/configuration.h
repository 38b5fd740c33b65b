#pragma once

#include "app/desktop/startup.h"
#include "model/desk.h"
#include "presentation/words/calls/casedata.h"

namespace app {

/// With what the administrator alone decides.
model::PauseLimits pauseLimits(const model::Preferences &preferences, const model::Policy &policy);
presentation::CaseKeys caseKeys(const model::Preferences &preferences);
model::DeskConfiguration deskConfiguration(const Startup &startup);

} // namespace app
