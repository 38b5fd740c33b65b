#pragma once

#include "app/commandline/journaloptions.h"
#include "app/terminal/terminal.h"

namespace app {

/// Prints what was asked for of the instance's journal, which a desktop may be writing meanwhile.
ExitCode runJournal(const JournalRequest &request, const QString &program);

} // namespace app
