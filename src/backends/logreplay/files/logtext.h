#pragma once

#include "backends/logreplay/files/unpacker.h"

#include <QStringDecoder>

namespace logreplay {

/// Where the text of a log lies: in a file, or in one of those that a ZIP holds.
struct LogPlace
{
    QString path = {};
    QString entry = {};   ///< of a ZIP
    QString shownAs = {}; ///< in place of the path, where that says nothing to people

    QString name() const; ///< for people
    bool operator==(const LogPlace &) const = default;
};

/// The text of a log file from its beginning: as it lies there, out of UTF-16, or unpacked.
class LogText
{
public:
    /// What cannot be a log is refused with one sentence that names the file and what is wrong: NotFound;
    /// InvalidInput for a directory, a device, an empty or a binary file; Io when it cannot be read.
    static core::Result<std::unique_ptr<LogText>> open(const LogPlace &place);
    /// The logs in a file: itself, or the files of a ZIP.
    static core::Result<QList<LogPlace>> placesIn(const LogPlace &file);

    /// Up to `size` (at least 4) bytes of text; 0 at the end, which a growing file may leave again; -1 for
    /// trouble.
    qint64 read(char *to, qint64 size);
    QString errorString() const;

    qint64 consumed() const { return m_file.pos(); } ///< bytes of the file that have been read
    qint64 size() const { return m_file.size(); }    ///< of the file
    /// Whether what comes behind its end can be read later.
    bool canGrow() const { return !m_unpacker && !m_decoder; }

private:
    explicit LogText(const QString &path)
        : m_file(path)
    {
    }
    static core::Result<std::unique_ptr<LogText>> openFile(const LogPlace &place, QByteArray &beginning);
    qint64 readRaw(char *to, qint64 size);
    bool lookAtBeginning();

    QFile m_file;
    std::unique_ptr<Unpacker> m_unpacker;
    std::optional<QStringDecoder> m_decoder;
    QByteArray m_beginning; ///< has been read to be looked at
    QByteArray m_decoded;
};

} // namespace logreplay
