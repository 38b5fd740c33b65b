#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QFile>
#include <QStringList>

namespace core {

/// A log on disk that never grows beyond its limits: `path`, and the older ones as path.1, path.2 and so on.
/// Only its owner may read it. Lines are gathered and written in one go; it never waits for the disk itself.
class LogFile
{
public:
    struct Limits
    {
        qint64 size = 1024 * 1024;      ///< of one file, in bytes; a longer line has a file of its own
        int files = 5;                  ///< with the newest
        qsizetype gathered = 64 * 1024; ///< bytes that wait to be written
    };

    explicit LogFile(const QString &path);
    LogFile(const QString &path, const Limits &limits);
    ~LogFile();
    LogFile(const LogFile &) = delete;
    LogFile &operator=(const LogFile &) = delete;

    /// Makes the folder (for its owner only) and opens the file to append to it. Io with one sentence.
    Result<Done> open();
    /// `line` without its end. What is urgent is written at once, with all before it. Io with one sentence
    /// when the disk does not take it; nothing is kept from then on, and write() does nothing, until open()
    /// succeeds again.
    Result<Done> write(QByteArrayView line, bool isUrgent = false);
    Result<Done> flush();
    bool hasUnwritten() const { return !m_gathered.isEmpty(); }
    bool isOpen() const { return m_file.isOpen(); }

    /// Those of a log at this path that are there, oldest first.
    static QStringList filesOf(const QString &path);

private:
    Result<Done> openFile();
    Result<Done> makeRoom();
    bool shiftFiles();
    Error fail();

    const QString m_path;
    const Limits m_limits;
    QFile m_file;
    QByteArray m_gathered;
    qint64 m_fullAt; ///< bytes of the file from which on the next one is begun
};

} // namespace core
