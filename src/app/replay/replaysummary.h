#pragma once

#include "app/terminal/terminal.h"
#include "backends/logreplay/files/logseries.h"
#include "model/calls/recordingstate.h"

namespace app {

/// Reads a log as fast as it goes and prints a line for each call when it has ended, those that have not at
/// last: ConnID, parties, files, recorded and paused seconds, and those of which it is not known, with TABs
/// between. What was skipped is said on stderr. A log that grows is read until an interrupt. Refused also
/// when the lines cannot be written. Needs an event loop, and no display.
ExitCode printSummary(const logreplay::LogSource &source, const model::RecordingKeys &keys);

} // namespace app
