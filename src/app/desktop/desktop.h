#pragma once

#include <QString>

namespace app {

/// The program `tallylight` from its command line to its exit code.
int runDesktop(int argc, char *argv[], const QString &policyFile);

} // namespace app
