#include "storage/journalfile.h"

#include "core/filelock.h"
#include "storage/journalline.h"

#include <QDir>
#include <QSqlError>
#include <QSqlQuery>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace storage {

namespace {

constexpr auto OwnerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

/// The beside-files that belong to a database in WAL mode.
const QStringList Suffixes{u"-wal"_s, u"-shm"_s};

} // namespace

JournalFile::JournalFile(const QString &path, const core::Clock &clock)
    : m_clock(clock)
    , m_database(path)
    , m_lock(path + u"-lock"_s)
{
}

QString JournalFile::pathOf(const QString &instance)
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/tallylight/"_s +
           instance + u".journal"_s;
}

core::Result<core::Done> JournalFile::open()
{
    const auto prepared = prepare();
    if (!prepared)
        close();
    return prepared;
}

void JournalFile::close()
{
    m_database.close();
    m_lock.close(); // last: until here it is ours
}

core::Result<core::Done> JournalFile::prepare()
{
    if (const auto made = makeFiles(); !made)
        return made;
    if (const auto opened = m_database.open(JournalDatabase::Access::Write); !opened)
        return opened;
    const auto isFresh = m_database.isFresh();
    if (!isFresh)
        return isFresh.error();
    for (const QString &statement :
         {u"PRAGMA journal_mode=WAL"_s, u"PRAGMA synchronous=FULL"_s, u"PRAGMA wal_autocheckpoint=256"_s}) {
        if (const auto done = m_database.run(statement); !done)
            return done;
    }
    if (*isFresh) {
        if (const auto made = m_database.makeTable(); !made)
            return made;
    }
    return readEnd();
}

/// The folder, the file and its lock, for their user only: SQLite gives its beside-files the same.
core::Result<core::Done> JournalFile::makeFiles()
{
    const QFileInfo info(path());
    if (!info.dir().exists() && !(QDir().mkpath(info.path()) &&
                                  QFile::setPermissions(info.path(), OwnerOnly | QFileDevice::ExeOwner)))
        return trouble(JournalTrouble::Other, u"the folder %1 cannot be made"_s.arg(info.path()));
    if (const auto made = makeFile(m_lock); !made)
        return made;
    // Where nothing can be locked the desktop's own lock on its instance has to do.
    if (core::tryLock(m_lock.handle()) == core::LockOutcome::TakenByAnother)
        return trouble(JournalTrouble::Other, u"another program writes %1"_s.arg(path()));
    QFile file(path());
    return makeFile(file);
}

core::Result<core::Done> JournalFile::makeFile(QFile &file)
{
    if (!file.open(QIODevice::ReadWrite, OwnerOnly))
        return trouble(file.error() == QFileDevice::ResourceError ? JournalTrouble::DiskFull
                                                                  : JournalTrouble::Other,
                       u"%1 cannot be opened to write: %2"_s.arg(file.fileName(), file.errorString()));
    if (!file.setPermissions(OwnerOnly))
        return trouble(JournalTrouble::Other, u"%1 cannot be made its user's only"_s.arg(file.fileName()));
    return core::Done{};
}

/// Where the chain goes on. That the last entry is whole is checked each time, the rest by verify().
core::Result<core::Done> JournalFile::readEnd()
{
    m_lastNumber = 0;
    m_lastAt = 0;
    m_lastHash.clear();
    bool isWhole = true;
    const auto done =
        m_database.forEach(u"WHERE number > (SELECT max(number) FROM entry) - 2"_s,
                           [&](qint64 number, const model::JournalEntry &entry, const QByteArray &hash) {
                               if (m_lastNumber != 0 || number == 1)
                                   isWhole = hash == hashOf(m_lastHash, number, entry);
                               m_lastNumber = number;
                               m_lastAt = entry.at;
                               m_lastHash = hash;
                               return true;
                           });
    if (done && !isWhole)
        return trouble(JournalTrouble::Damaged, u"%1 does not end as it was written"_s.arg(path()));
    return done;
}

core::Result<core::Done> JournalFile::append(const QList<model::JournalEntry> &entries)
{
    return appendAnd({}, entries);
}

core::Result<qint64> JournalFile::prune(int keepDays)
{
    constexpr qint64 Day = 24 * 60 * 60 * 1000;
    const qint64 oldest = std::min(m_clock.wallTime().toMSecsSinceEpoch(), m_lastAt) - keepDays * Day;
    Anchor anchor;
    qint64 count = 0;
    // The last one stays in any case: the chain goes on from it.
    const auto done = m_database.forEach(
        u"WHERE number < coalesce((SELECT number FROM entry WHERE at >= %1 ORDER BY number LIMIT 1), %2)"_s
            .arg(oldest)
            .arg(m_lastNumber),
        [&](qint64 number, const model::JournalEntry &, const QByteArray &hash) {
            anchor = {.number = number, .hash = hash};
            ++count;
            return true;
        });
    if (!done)
        return done.error();
    if (count == 0)
        return 0;
    model::JournalEntry entry = entryOf(anchor, count);
    entry.at = m_clock.wallTime().toMSecsSinceEpoch();
    const auto pruned = appendAnd(u"DELETE FROM entry WHERE number <= %1"_s.arg(anchor.number), {entry});
    if (!pruned)
        return pruned.error();
    return count;
}

/// In one transaction.
core::Result<core::Done> JournalFile::appendAnd(const QString &statement,
                                                const QList<model::JournalEntry> &entries)
{
    if (!isOpen())
        return trouble(JournalTrouble::Other, u"%1 is not open"_s.arg(path()));
    const qint64 number = m_lastNumber;
    const QByteArray hash = m_lastHash;
    const auto written = write(statement, entries);
    if (!written) {
        (void)m_database.run(u"ROLLBACK"_s); // which a full disk may have done already
        m_lastNumber = number;
        m_lastHash = hash;
    } else if (!entries.isEmpty()) {
        m_lastAt = entries.last().at;
    }
    return written;
}

core::Result<core::Done> JournalFile::write(const QString &statement,
                                            const QList<model::JournalEntry> &entries)
{
    // Not QSqlDatabase::transaction() and commit(): their errors come without SQLite's number.
    if (const auto begun = m_database.run(u"BEGIN IMMEDIATE"_s); !begun)
        return begun;
    QSqlQuery query(m_database.sql());
    if (!query.prepare(u"INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s))
        return m_database.failure(query.lastError());
    for (const model::JournalEntry &entry : entries) {
        m_lastHash = hashOf(m_lastHash, ++m_lastNumber, entry);
        const auto text = [](const QString &value) { return value.isNull() ? u""_s : value; };
        const QVariant values[] = {m_lastNumber,
                                   entry.at,
                                   text(entry.kind),
                                   text(entry.what),
                                   entry.call.isNull() ? u""_s : entry.call.toString(),
                                   text(entry.dn.toString()),
                                   text(entry.outcome),
                                   entry.code,
                                   int(entry.certain),
                                   text(entry.detail),
                                   QString::fromLatin1(m_lastHash)};
        for (const QVariant &value : values)
            query.addBindValue(value);
        if (!query.exec())
            return m_database.failure(query.lastError());
    }
    if (!statement.isEmpty()) {
        if (const auto done = m_database.run(statement); !done)
            return done;
    }
    return m_database.run(u"COMMIT"_s);
}

core::Result<std::optional<model::PreviousRun>> JournalFile::previousRun()
{
    model::RunReader reader;
    bool hasStarted = false;
    const auto done = m_database.forEach(
        u"WHERE number >= (SELECT number FROM entry WHERE kind='started' ORDER BY number DESC LIMIT 1)"_s,
        [&](qint64, const model::JournalEntry &entry, const QByteArray &) {
            hasStarted = true;
            reader.take(entry);
            return true;
        });
    if (!done)
        return done.error();
    return hasStarted ? std::optional(reader.run()) : std::nullopt;
}

QString JournalFile::keepAside()
{
    close();
    // The letter: fourteen digits in a row may look like a card number, which is masked.
    const QString stamp = m_clock.wallTime().toString(u"yyyyMMdd'T'HHmmss"_s);
    QString aside = path() + u".corrupt-"_s + stamp;
    for (int copy = 2; QFile::exists(aside); ++copy)
        aside = path() + u".corrupt-%1-%2"_s.arg(stamp).arg(copy);
    if (!QFile::rename(path(), aside))
        return {};
    for (const QString &suffix : Suffixes)
        QFile::rename(path() + suffix, aside + suffix);
    return aside;
}

} // namespace storage
