#include "storage/journalreader.h"

#include "storage/journalline.h"

#include <QFile>
#include <QIODevice>

using namespace Qt::StringLiterals;

namespace storage {

JournalReader::JournalReader(const QString &path)
    : m_database(path)
{
}

core::Result<core::Done> JournalReader::open()
{
    const QString &path = m_database.path();
    if (!QFile::exists(path))
        return core::Error{.kind = core::ErrorKind::NotFound, .text = u"there is no journal %1"_s.arg(path)};
    if (const auto opened = m_database.open(JournalDatabase::Access::Read); !opened)
        return opened;
    const auto isFresh = m_database.isFresh();
    if (!isFresh)
        return isFresh.error();
    if (*isFresh)
        return trouble(JournalTrouble::Other, u"%1 has no entries yet"_s.arg(path));
    return core::Done{};
}

core::Result<qint64> JournalReader::verify()
{
    qint64 last = 0;
    QByteArray before;
    bool isWhole = true;
    const auto done =
        m_database.forEach({}, [&](qint64 number, const model::JournalEntry &entry, const QByteArray &hash) {
            ++last;
            isWhole = number == last && hash == hashOf(before, number, entry);
            before = hash;
            return isWhole;
        });
    if (!done)
        return done.error();
    if (!isWhole)
        return trouble(JournalTrouble::Altered,
                       u"%1: entry %2 is not as it was written"_s.arg(m_database.path()).arg(last));
    return last;
}

core::Result<core::Done> JournalReader::exportTo(QIODevice &device)
{
    bool isWritten = true;
    const auto done =
        m_database.forEach({}, [&](qint64 number, const model::JournalEntry &entry, const QByteArray &hash) {
            const QByteArray line = lineOf(number, entry, hash) + '\n';
            isWritten = device.write(line) == line.size();
            return isWritten;
        });
    if (done && !isWritten)
        return trouble(JournalTrouble::Other,
                       u"the journal cannot be exported: %1"_s.arg(device.errorString()));
    return done;
}

} // namespace storage
