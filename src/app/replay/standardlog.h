#pragma once

#include "core/result.h"

#include <QTemporaryFile>

#include <memory>

namespace app {

/// Standard input as a file, for a log that comes through a pipe: it is looked into before it is read, and a
/// window does not wait for a pipe. Gone with this; where the system has files without a name, also when the
/// program is killed, as such a log holds what customers said.
class StandardLog
{
public:
    /// Waits for the end of standard input. Io when it cannot be kept.
    static core::Result<std::unique_ptr<StandardLog>> read();

    const QString &path() const { return m_path; } ///< that this process reads it by

private:
    core::Result<core::Done> keepInput();
    void findPath();

    QTemporaryFile m_file;
    QString m_path;
};

} // namespace app
