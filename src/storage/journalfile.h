#pragma once

#include "core/clock.h"
#include "model/journal/previousrun.h"
#include "storage/journaldatabase.h"

#include <QFile>

#include <optional>

namespace storage {

/// The journal on disk: an SQLite database that only its user may read, to which entries are only ever added.
/// What append() has said Done to has reached the disk. Each entry carries a SHA-256 over itself and its
/// predecessor's, so that nothing before the last entry can be changed or taken out without trace. Who may
/// write the file can still forge all of it: the chain shows tampering to whoever kept an earlier export.
/// One writes it at a time; a JournalReader reads it meanwhile.
class JournalFile
{
public:
    JournalFile(const QString &path, const core::Clock &clock);

    /// <data folder>/tallylight/<instance>.journal: ~/.local/share on Linux.
    static QString pathOf(const QString &instance);

    const QString &path() const { return m_database.path(); }
    bool isOpen() const { return m_database.isOpen(); }
    /// Makes the file where there is none. Io with one sentence, and the reason.
    core::Result<core::Done> open();
    void close();
    /// All of them or none, on the disk when it returns Done.
    core::Result<core::Done> append(const QList<model::JournalEntry> &entries);
    /// How the program that wrote it last has ended; nothing when none has.
    core::Result<std::optional<model::PreviousRun>> previousRun();
    /// Takes out what is more than so many days older than the last entry, or than the wall clock where that
    /// says less: a clock that was wrong once must not cost the journal. An entry says so. How many went.
    core::Result<qint64> prune(int keepDays);
    /// Moves a file that cannot be used out of the way, and returns its new path; empty when that failed.
    QString keepAside();

private:
    core::Result<core::Done> prepare();
    core::Result<core::Done> makeFiles();
    core::Result<core::Done> makeFile(QFile &file);
    core::Result<core::Done> readEnd();
    core::Result<core::Done> appendAnd(const QString &statement, const QList<model::JournalEntry> &entries);
    core::Result<core::Done> write(const QString &statement, const QList<model::JournalEntry> &entries);

    const core::Clock &m_clock;
    JournalDatabase m_database;
    QFile m_lock; ///< is locked by who writes: SQLite's own locks last for a transaction
    qint64 m_lastNumber = 0;
    qint64 m_lastAt = 0;   ///< what the wall clock said then
    QByteArray m_lastHash; ///< of the last entry on the disk, in hexadecimal digits
};

} // namespace storage
