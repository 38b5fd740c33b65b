#pragma once

#include "core/result.h"
#include "model/settings/initext.h"

namespace model {

/// Reads an INI file (UTF-8) as a whole or not at all. NotFound when it is not there, Io when it cannot be
/// read, Malformed when it is damaged; one sentence that names the file.
core::Result<IniText> readIniFile(const QString &path);

} // namespace model
