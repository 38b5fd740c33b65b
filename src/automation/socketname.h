#pragma once

#include <QString>

namespace automation {

/// What this system knows the instance's local socket by: a file in the folder, or a name of its own.
QString socketName(const QString &folder, const QString &instance);

} // namespace automation
