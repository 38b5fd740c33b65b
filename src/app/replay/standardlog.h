#pragma once

#include "core/result.h"

#include <QTemporaryDir>

#include <memory>

namespace app {

/// Standard input as a file, for a log that comes through a pipe: it is looked into before it is read, and a
/// window does not wait for a pipe. Gone with this.
class StandardLog
{
public:
    /// Waits for the end of standard input. Io when it cannot be kept.
    static core::Result<std::unique_ptr<StandardLog>> read();

    QString path() const { return m_folder.filePath(QStringLiteral("standard-input.log")); }

private:
    QTemporaryDir m_folder;
};

} // namespace app
