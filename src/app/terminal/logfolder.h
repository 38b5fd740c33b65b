#pragma once

#include <QString>

namespace app {

/// Where this system keeps the logs of a person's programs: $XDG_STATE_HOME or ~/.local/state on Linux;
/// elsewhere the folder for the data of programs on this machine.
QString logFolder();

} // namespace app
