#pragma once

#include "core/result.h"

#include <QFile>

#include <memory>

namespace logreplay {

/// Opens a log for reading, at its beginning. What cannot be a log is refused with one sentence that names
/// the file and what is wrong: NotFound; InvalidInput for a directory, a device, an empty or a binary file;
/// Io when it cannot be read.
core::Result<std::shared_ptr<QFile>> openLog(const QString &path);

/// For a log that has been read to its end, or so far, without an event in it.
core::Error holdsNoEvent(const QString &path);

} // namespace logreplay
