#pragma once

#include "core/clock.h"
#include "core/result.h"
#include "model/journal/journalentry.h"

#include <QSqlDatabase>

class QIODevice;
class QSqlError;

namespace storage {

/// Error::reason of what this layer returns: what a person has to be told apart.
enum class JournalTrouble : int {
    Other = 0,
    DiskFull,
    Damaged, ///< it is no journal, or not whole: keepAside() and open() begin anew
    Newer,   ///< a later version has written it: it stays as it is
    Altered, ///< of verify(): an entry is not what was written
};

/// The journal on disk: an SQLite database that only its user may read, to which entries are only ever added.
/// What append() has said Done to has reached the disk. Each entry carries a SHA-256 over itself and its
/// predecessor's, so that nothing before the last entry can be changed or taken out without trace. Who may
/// write the file can still forge all of it: the chain shows tampering to whoever kept an earlier export.
class JournalFile
{
public:
    JournalFile(const QString &path, const core::Clock &clock);
    ~JournalFile();
    JournalFile(const JournalFile &) = delete;
    JournalFile &operator=(const JournalFile &) = delete;

    /// <data folder>/tallylight/<instance>.journal: ~/.local/share on Linux.
    static QString pathOf(const QString &instance);

    const QString &path() const { return m_path; }
    bool isOpen() const { return m_database.isOpen(); }
    /// Makes the file where there is none. Io with one sentence, and the reason.
    core::Result<core::Done> open();
    void close();
    /// All of them or none, on the disk when it returns Done.
    core::Result<core::Done> append(const QList<model::JournalEntry> &entries);
    /// Moves a file that cannot be used out of the way, and returns its new path; empty when that failed.
    QString keepAside();

    /// Recalculates the chain: how many entries it has, or Io, reason Altered, naming the first that is
    /// wrong.
    core::Result<qint64> verify();
    /// Every entry as a line of JSON, oldest first, with its number and hash.
    core::Result<core::Done> exportTo(QIODevice &device);

private:
    core::Result<core::Done> prepare();
    core::Result<bool> checkKind();
    core::Result<core::Done> makeTable();
    core::Result<core::Done> readEnd();
    core::Result<core::Done> write(const QList<model::JournalEntry> &entries);
    core::Result<core::Done> run(const QString &statement);
    core::Error failure(const QSqlError &error) const;
    template <class Each>
    core::Result<core::Done> forEach(const QString &where, Each each);

    const QString m_path;
    const core::Clock &m_clock;
    QSqlDatabase m_database;
    qint64 m_lastNumber = 0;
    QByteArray m_lastHash; ///< of the last entry on the disk, in hexadecimal digits
};

} // namespace storage
