#include "storage/journaldatabase.h"

#include <QFileInfo>
#include <QSqlError>
#include <QSqlQuery>
#include <QStorageInfo>

using namespace Qt::StringLiterals;

namespace storage {

namespace {

constexpr int Version = 1;
constexpr int ApplicationId = 0x54414c59; // "TALY", in the file's header

// SQLite's primary result codes (sqlite.org/rescode.html).
constexpr int SqliteIoError = 10;
constexpr int SqliteCorrupt = 11;
constexpr int SqliteFull = 13;
constexpr int SqliteNotADatabase = 26;

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

JournalDatabase::JournalDatabase(const QString &path)
    : m_path(path)
{
}

JournalDatabase::~JournalDatabase()
{
    close();
}

core::Result<core::Done> JournalDatabase::open(Access access)
{
    m_database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"journal-%1"_s.arg(quintptr(this)));
    if (!m_database.isValid())
        return trouble(JournalTrouble::Other, u"Qt's SQLite driver is missing (Debian: libqt6sql6-sqlite)"_s);
    if (const QFileInfo info(m_path); info.exists() && !info.isFile()) // a pipe would wait for its other end
        return trouble(JournalTrouble::Other, u"%1 is not a file"_s.arg(m_path));
    m_database.setDatabaseName(m_path);
    // Another holds it for moments only: while it opens the file after a crash, or puts the log into it.
    m_database.setConnectOptions(access == Access::Read ? u"QSQLITE_OPEN_READONLY;QSQLITE_BUSY_TIMEOUT=5000"_s
                                                        : u"QSQLITE_BUSY_TIMEOUT=1000"_s);
    if (!m_database.open())
        return failure(m_database.lastError());
    return run(u"PRAGMA trusted_schema=OFF"_s);
}

void JournalDatabase::close()
{
    const QString name = m_database.connectionName();
    if (name.isEmpty())
        return;
    m_database.close();
    m_database = {};
    QSqlDatabase::removeDatabase(name);
}

core::Result<bool> JournalDatabase::isFresh()
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

core::Result<core::Done> JournalDatabase::makeTable()
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

core::Result<core::Done> JournalDatabase::forEach(const QString &where, const Each &each)
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

core::Result<core::Done> JournalDatabase::run(const QString &statement)
{
    QSqlQuery query(m_database);
    if (!query.exec(statement))
        return failure(query.lastError());
    return core::Done{};
}

core::Error JournalDatabase::failure(const QSqlError &error) const
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
