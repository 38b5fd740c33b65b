#pragma once

#include "core/result.h"
#include "presentation/tables/callrecordmodel.h"

#include <functional>

class QWidget;

namespace widgets {

enum class CallFormat { Csv, JsonLines };

/// The rows of the table as they stand there, to a file; Io with one sentence when it cannot be written: then
/// what was there before is untouched.
core::Result<core::Done> writeCalls(const presentation::CallRecordModel &calls, const QString &path,
                                    CallFormat format);

/// Asks for a file, by this name unless another is chosen, and writes the rows; says it where they could not
/// be written. The format is that of the name's ending, else the chosen one. `written` is called with the
/// path of what was. The rows have to live as long as `parent`.
void exportCalls(const presentation::CallRecordModel &calls, const QString &name, QWidget &parent,
                 const std::function<void(const QString &path)> &written);

} // namespace widgets
