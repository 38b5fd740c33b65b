#pragma once

#include "core/result.h"

#include <QHash>
#include <QVariant>

namespace model {

/// "section/name" -> value as QSettings reads it: text, or a list where commas stand.
using IniValues = QHash<QString, QVariant>;

/// Reads an INI file (UTF-8) as a whole or not at all: QSettings hands out the keys of a damaged file, too.
/// NotFound when it is not there, Io when it cannot be read, Malformed when it is damaged; one sentence that
/// names the file.
core::Result<IniValues> readIniFile(const QString &path);

} // namespace model
