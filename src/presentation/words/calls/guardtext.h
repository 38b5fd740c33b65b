#pragma once

#include "model/guard/pauseguard.h"

#include <QString>

/// The words of the pause guard. Whom the call is with, whoever shows them says.
namespace presentation {

/// "Paused for half of the limit of 02:00."
QString pauseReminderText(model::PauseStep step, core::Duration limit);
/// "The recording goes on by itself in 20 s.": beside what keeps it paused.
QString aboutToResumeText(core::Instant at, core::Instant now);
/// The same where there is little room: "Resumes by itself in 18 s".
QString resumesBriefly(core::Instant at, core::Instant now);
/// What keeps it paused: "Keep paused".
QString keepPausedLabel();

} // namespace presentation
