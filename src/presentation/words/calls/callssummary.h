#pragma once

#include "model/calls/calllist.h"

#include <QString>

namespace presentation {

/// "2 calls · 1 recording · 1 paused", "3 calls · nothing certain"
QString callsSummary(const model::CallList &calls);

} // namespace presentation
