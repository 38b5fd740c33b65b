#pragma once

#include "app/terminal/terminal.h"
#include "model/calls/recordingstate.h"

namespace app {

/// Reads a log as fast as it goes and prints a line for each call when it has ended, those that have not at
/// last: ConnID, parties, files, recorded and paused seconds, and those of which it is not known, with TABs
/// between. What was skipped is said on stderr. Needs an event loop, and no display.
ExitCode printSummary(const QString &file, const model::RecordingKeys &keys);

} // namespace app
