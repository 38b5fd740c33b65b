#pragma once

#include "core/result.h"
#include "model/journal/journalentry.h"
#include "storage/journaltrouble.h"

#include <QSqlDatabase>

#include <functional>

class QSqlError;

namespace storage {

/// The journal's file as SQLite has it. One writes at a time, and any number read meanwhile: in its log mode
/// (WAL) neither waits for the other.
class JournalDatabase
{
public:
    enum class Access { Write, Read };
    /// False: enough was seen.
    using Each = std::function<bool(qint64 number, const model::JournalEntry &entry, const QByteArray &hash)>;

    explicit JournalDatabase(const QString &path);
    ~JournalDatabase();
    JournalDatabase(const JournalDatabase &) = delete;
    JournalDatabase &operator=(const JournalDatabase &) = delete;

    const QString &path() const { return m_path; }
    const QSqlDatabase &sql() const { return m_database; }
    bool isOpen() const { return m_database.isOpen(); }
    core::Result<core::Done> open(Access access);
    void close();
    core::Result<core::Done> run(const QString &statement);
    /// Whether it is still empty; an error when it is no journal, or of a later version.
    core::Result<bool> isFresh();
    /// What makes an empty file a journal: all of it or nothing, so that on a full disk it stays a fresh one.
    core::Result<core::Done> makeTable();
    /// The entries in the order of their numbers, until `each` has seen enough.
    core::Result<core::Done> forEach(const QString &where, const Each &each);
    core::Error failure(const QSqlError &error) const;

private:
    const QString m_path;
    QSqlDatabase m_database;
};

} // namespace storage
