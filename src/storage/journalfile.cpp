#include "storage/journalfile.h"

#include "storage/journalline.h"

#include <QDir>
#include <QFile>
#include <QIODevice>
#include <QSqlError>
#include <QSqlQuery>
#include <QStandardPaths>
#include <QStorageInfo>

using namespace Qt::StringLiterals;

namespace storage {

namespace {

constexpr int Version = 1;
constexpr int ApplicationId = 0x54414c59; // "TALY", in the file's header
constexpr auto OwnerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

// SQLite's primary result codes (sqlite.org/rescode.html).
constexpr int SqliteIoError = 10;
constexpr int SqliteCorrupt = 11;
constexpr int SqliteFull = 13;
constexpr int SqliteNotADatabase = 26;

core::Error trouble(JournalTrouble reason, const QString &sentence)
{
    return {.kind = core::ErrorKind::Io, .text = sentence, .reason = int(reason)};
}

/// The beside-files that belong to a database in WAL mode.
const QStringList Suffixes{QString(), u"-wal"_s, u"-shm"_s};

model::JournalEntry entryFrom(const QSqlQuery &row)
{
    const auto call = model::CallId::fromString(row.value(4).toString());
    return {.at = row.value(1).toLongLong(),
            .kind = row.value(2).toString(),
            .what = row.value(3).toString(),
            .call = call.value_or(model::CallId()),
            .dn = model::Dn(row.value(5).toString()),
            .outcome = row.value(6).toString(),
            .code = row.value(7).toInt(),
            .certain = row.value(8).toBool(),
            .detail = row.value(9).toString()};
}

} // namespace

JournalFile::JournalFile(const QString &path, const core::Clock &clock)
    : m_path(path)
    , m_clock(clock)
{
}

JournalFile::~JournalFile()
{
    close();
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

core::Result<core::Done> JournalFile::prepare()
{
    const QFileInfo info(m_path);
    if (!info.dir().exists() && !(QDir().mkpath(info.path()) &&
                                  QFile::setPermissions(info.path(), OwnerOnly | QFileDevice::ExeOwner)))
        return trouble(JournalTrouble::Other, u"the folder %1 cannot be made"_s.arg(info.path()));
    if (QFile file(m_path);
        !info.exists() && !file.open(QIODevice::WriteOnly | QIODevice::NewOnly, OwnerOnly))
        return trouble(file.error() == QFileDevice::ResourceError ? JournalTrouble::DiskFull
                                                                  : JournalTrouble::Other,
                       u"%1 cannot be made: %2"_s.arg(m_path, file.errorString()));
    if (!QFile::setPermissions(m_path, OwnerOnly)) // SQLite gives its beside-files the same
        return trouble(JournalTrouble::Other, u"%1 cannot be made its user's only"_s.arg(m_path));

    const QString name = u"journal-%1"_s.arg(quintptr(this));
    m_database = QSqlDatabase::addDatabase(u"QSQLITE"_s, name);
    if (!m_database.isValid())
        return trouble(JournalTrouble::Other, u"Qt's SQLite driver is missing (Debian: libqt6sql6-sqlite)"_s);
    m_database.setDatabaseName(m_path);
    m_database.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=0"_s); // nobody waits in the event loop
    if (!m_database.open())
        return failure(m_database.lastError());
    // Exclusive: nobody else writes, and the index of the log lives in memory in place of a shared file.
    if (const auto done = run(u"PRAGMA locking_mode=EXCLUSIVE"_s); !done)
        return done;
    const auto isFresh = checkKind();
    if (!isFresh)
        return isFresh.error();
    for (const QString &statement : {u"PRAGMA journal_mode=WAL"_s, u"PRAGMA synchronous=FULL"_s,
                                     u"PRAGMA wal_autocheckpoint=256"_s, u"PRAGMA trusted_schema=OFF"_s}) {
        if (const auto done = run(statement); !done)
            return done;
    }
    if (*isFresh) {
        if (const auto made = makeTable(); !made)
            return made;
    }
    return readEnd();
}

/// All of it or nothing: on a full disk the file stays a fresh one.
core::Result<core::Done> JournalFile::makeTable()
{
    for (const QString &statement :
         {u"BEGIN IMMEDIATE"_s,
          u"CREATE TABLE entry (number INTEGER PRIMARY KEY, at INTEGER NOT NULL, kind TEXT NOT NULL, "
          "what TEXT NOT NULL, call TEXT NOT NULL, dn TEXT NOT NULL, outcome TEXT NOT NULL, "
          "code INTEGER NOT NULL, certain INTEGER NOT NULL, detail TEXT NOT NULL, hash TEXT NOT NULL)"_s,
          u"PRAGMA application_id=%1"_s.arg(ApplicationId), u"PRAGMA user_version=%1"_s.arg(Version),
          u"COMMIT"_s}) {
        if (const auto done = run(statement); !done)
            return done; // closing takes back what was begun
    }
    return core::Done{};
}

void JournalFile::close()
{
    const QString name = m_database.connectionName();
    if (name.isEmpty())
        return;
    m_database.close();
    m_database = {};
    QSqlDatabase::removeDatabase(name);
}

/// Whether it is still empty; an error when it is no journal, or of a later version.
core::Result<bool> JournalFile::checkKind()
{
    QSqlQuery query(m_database);
    int answers[3] = {};
    const QString questions[3] = {u"PRAGMA application_id"_s, u"PRAGMA user_version"_s,
                                  u"SELECT count(*) FROM sqlite_master"_s};
    for (int i = 0; i < 3; ++i) {
        if (!query.exec(questions[i]) || !query.next())
            return failure(query.lastError());
        answers[i] = query.value(0).toInt();
    }
    const auto [application, version, tables] = answers;
    if (application == ApplicationId && version > Version)
        return trouble(JournalTrouble::Newer, u"%1 is of a later version of Tallylight"_s.arg(m_path));
    const bool isFresh = application == 0 && version == 0 && tables == 0;
    if (!isFresh && (application != ApplicationId || version != Version))
        return trouble(JournalTrouble::Damaged, u"%1 is no journal"_s.arg(m_path));
    return isFresh;
}

/// Where the chain goes on. That the last entry is whole is checked each time, the rest by verify().
core::Result<core::Done> JournalFile::readEnd()
{
    m_lastNumber = 0;
    m_lastHash.clear();
    bool isWhole = true;
    const auto done = forEach(u"WHERE number > (SELECT max(number) FROM entry) - 2"_s,
                              [&](qint64 number, const model::JournalEntry &entry, const QByteArray &hash) {
                                  if (m_lastNumber != 0 || number == 1)
                                      isWhole = hash == hashOf(m_lastHash, number, entry);
                                  m_lastNumber = number;
                                  m_lastHash = hash;
                                  return true;
                              });
    if (done && !isWhole)
        return trouble(JournalTrouble::Damaged, u"%1 does not end as it was written"_s.arg(m_path));
    return done;
}

core::Result<core::Done> JournalFile::append(const QList<model::JournalEntry> &entries)
{
    if (!isOpen())
        return trouble(JournalTrouble::Other, u"%1 is not open"_s.arg(m_path));
    const qint64 number = m_lastNumber;
    const QByteArray hash = m_lastHash;
    const auto written = write(entries);
    if (!written) {
        (void)run(u"ROLLBACK"_s); // which a full disk may have done already
        m_lastNumber = number;
        m_lastHash = hash;
    }
    return written;
}

core::Result<core::Done> JournalFile::write(const QList<model::JournalEntry> &entries)
{
    // Not QSqlDatabase::transaction() and commit(): their errors come without SQLite's number.
    if (const auto begun = run(u"BEGIN IMMEDIATE"_s); !begun)
        return begun;
    QSqlQuery query(m_database);
    if (!query.prepare(u"INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s))
        return failure(query.lastError());
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
            return failure(query.lastError());
    }
    return run(u"COMMIT"_s);
}

QString JournalFile::keepAside()
{
    close();
    const QString stamp = m_clock.wallTime().toString(u"yyyyMMdd-HHmmss"_s);
    QString aside = m_path + u".corrupt-"_s + stamp;
    for (int copy = 2; QFile::exists(aside); ++copy)
        aside = m_path + u".corrupt-%1-%2"_s.arg(stamp).arg(copy);
    if (!QFile::rename(m_path, aside))
        return {};
    for (const QString &suffix : Suffixes.mid(1))
        QFile::rename(m_path + suffix, aside + suffix);
    return aside;
}

core::Result<qint64> JournalFile::verify()
{
    qint64 last = 0;
    QByteArray before;
    bool isWhole = true;
    const auto done =
        forEach({}, [&](qint64 number, const model::JournalEntry &entry, const QByteArray &hash) {
            ++last;
            isWhole = number == last && hash == hashOf(before, number, entry);
            before = hash;
            return isWhole;
        });
    if (!done)
        return done.error();
    if (!isWhole)
        return trouble(JournalTrouble::Altered,
                       u"%1: entry %2 is not as it was written"_s.arg(m_path).arg(last));
    return last;
}

core::Result<core::Done> JournalFile::exportTo(QIODevice &device)
{
    bool isWritten = true;
    const auto done =
        forEach({}, [&](qint64 number, const model::JournalEntry &entry, const QByteArray &hash) {
            const QByteArray line = lineOf(number, entry, hash) + '\n';
            isWritten = device.write(line) == line.size();
            return isWritten;
        });
    if (done && !isWritten)
        return trouble(JournalTrouble::Other,
                       u"the journal cannot be exported: %1"_s.arg(device.errorString()));
    return done;
}

/// In the order of their numbers, until `each` has seen enough.
template <class Each>
core::Result<core::Done> JournalFile::forEach(const QString &where, Each each)
{
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    if (!query.exec(
            u"SELECT number, at, kind, what, call, dn, outcome, code, certain, detail, hash FROM entry "_s +
            where + u" ORDER BY number"_s))
        return failure(query.lastError());
    while (query.next()) {
        if (!each(query.value(0).toLongLong(), entryFrom(query), query.value(10).toString().toLatin1()))
            return core::Done{};
    }
    if (query.lastError().isValid())
        return failure(query.lastError());
    return core::Done{};
}

core::Result<core::Done> JournalFile::run(const QString &statement)
{
    QSqlQuery query(m_database);
    if (!query.exec(statement))
        return failure(query.lastError());
    return core::Done{};
}

core::Error JournalFile::failure(const QSqlError &error) const
{
    constexpr qint64 NoRoom = 65536; // less than this and a commit needs: SQLite calls it an I/O error, too
    const int code = error.nativeErrorCode().toInt() & 0xff; // the primary one of an extended code
    JournalTrouble reason = JournalTrouble::Other;
    if (code == SqliteFull ||
        (code == SqliteIoError && QStorageInfo(QFileInfo(m_path).path()).bytesAvailable() < NoRoom))
        reason = JournalTrouble::DiskFull;
    else if (code == SqliteCorrupt || code == SqliteNotADatabase)
        reason = JournalTrouble::Damaged;
    return trouble(reason, u"%1: %2"_s.arg(m_path, error.databaseText().isEmpty() ? error.driverText()
                                                                                  : error.databaseText()));
}

} // namespace storage
