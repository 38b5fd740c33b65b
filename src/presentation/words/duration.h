#pragma once

#include "core/clock.h"

#include <QString>

namespace presentation {

/// "02:38", "1:02:38"; never negative.
QString clockText(core::Duration duration);
/// The same; "≥ 02:38" where its beginning was not seen.
QString clockText(core::Duration duration, bool isWhole);
/// To be heard: "2 minutes and 38 seconds", "1 hour and 5 minutes".
QString spokenSpan(core::Duration duration);
/// "heard 12 s ago", "heard 3 min ago".
QString heardText(core::Duration ago);
/// Until an instant, in whole seconds, rounded up so that it never says 0 before it is over.
int secondsUntil(core::Instant then, core::Instant now);

} // namespace presentation
