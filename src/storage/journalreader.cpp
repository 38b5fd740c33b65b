#include "storage/journalreader.h"

#include "storage/journalline.h"

#include <QFile>
#include <QIODevice>

#include <algorithm>

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

core::Result<JournalExtent> JournalReader::verify()
{
    // All at one moment: a desktop may prune meanwhile.
    if (const auto begun = m_database.run(u"BEGIN"_s); !begun)
        return begun.error();
    auto extent = verifyNow();
    (void)m_database.run(u"ROLLBACK"_s);
    return extent;
}

core::Result<JournalExtent> JournalReader::verifyNow()
{
    JournalExtent extent;
    const auto first =
        m_database.forEach(u"WHERE number = (SELECT min(number) FROM entry)"_s,
                           [&extent](qint64 number, const model::JournalEntry &, const QByteArray &) {
                               extent.first = number;
                               return true;
                           });
    if (!first)
        return first.error();
    const auto before = hashBefore(extent.first);
    if (!before)
        return before.error();
    extent.lastHash = *before;
    qint64 expected = extent.first;
    bool isWhole = true;
    const auto done =
        m_database.forEach({}, [&](qint64 number, const model::JournalEntry &entry, const QByteArray &hash) {
            isWhole = number == expected && hash == hashOf(extent.lastHash, number, entry);
            extent.last = expected++;
            extent.lastHash = hash;
            return isWhole;
        });
    if (!done)
        return done.error();
    if (!isWhole)
        return trouble(JournalTrouble::Altered,
                       u"%1: entry %2 is not as it was written"_s.arg(m_database.path()).arg(extent.last));
    return extent;
}

core::Result<QByteArray> JournalReader::hashBefore(qint64 first)
{
    if (first == 0 || first == 1)
        return QByteArray();
    QByteArray found;
    const auto done = m_database.forEach(
        u"WHERE kind = 'pruned'"_s, [&](qint64, const model::JournalEntry &entry, const QByteArray &) {
            if (const auto anchor = anchorFrom(entry); anchor && anchor->number == first - 1)
                found = anchor->hash;
            return true;
        });
    if (!done)
        return done.error();
    if (found.isEmpty())
        return trouble(
            JournalTrouble::Altered,
            u"%1: entry 1 is missing, and no entry says that what came before entry %2 was pruned"_s
                .arg(m_database.path())
                .arg(first));
    return found;
}

core::Result<QList<model::JournalEntry>> JournalReader::entries(const JournalRange &range, qsizetype most)
{
    QList<model::JournalEntry> found;
    const auto done = m_database.forEach(u"WHERE at >= %1 AND at < %2"_s.arg(range.from).arg(range.to),
                                         [&](qint64, const model::JournalEntry &entry, const QByteArray &) {
                                             found.append(entry);
                                             if (found.size() >= 2 * most)
                                                 found.remove(0, found.size() - most);
                                             return true;
                                         });
    if (!done)
        return done.error();
    return found.last(std::min(found.size(), most));
}

core::Result<core::Done> JournalReader::exportTo(QIODevice &device, ExportFormat format,
                                                 const JournalRange &range)
{
    const auto write = [&device](const QByteArray &line) { return device.write(line) == line.size(); };
    bool isWritten = format != ExportFormat::Csv || write(csvHeading());
    const auto done = m_database.forEach(
        u"WHERE at >= %1 AND at < %2"_s.arg(range.from).arg(range.to),
        [&](qint64 number, const model::JournalEntry &entry, const QByteArray &hash) {
            isWritten = isWritten && write(format == ExportFormat::Csv ? csvLineOf(number, entry, hash)
                                                                       : lineOf(number, entry, hash) + '\n');
            return isWritten;
        });
    if (done && !isWritten)
        return trouble(JournalTrouble::Other,
                       u"the output cannot be written: %1"_s.arg(device.errorString()));
    return done;
}

} // namespace storage
