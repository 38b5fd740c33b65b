#pragma once

#include "storage/journaldatabase.h"

#include <limits>

class QIODevice;

namespace storage {

/// What a whole chain is made of.
struct JournalExtent
{
    qint64 first = 0; ///< numbers of the first entry and the last; before the first all was pruned
    qint64 last = 0;
    QByteArray lastHash = {}; ///< kept elsewhere, it shows that the end was cut off

    qint64 entries() const { return last == 0 ? 0 : last - first + 1; }
};

/// Which entries to export: milliseconds since 1970-01-01 UTC, `from` with it, `to` without.
struct JournalRange
{
    qint64 from = 0;
    qint64 to = std::numeric_limits<qint64>::max();
};

enum class ExportFormat {
    Csv,       ///< RFC 4180 with a heading; no cell is a formula to a spreadsheet
    JsonLines, ///< an entry as an object a line
};

/// Looks at a journal without changing it, also while a desktop writes it: what it tells is as it was when
/// the reading began.
class JournalReader
{
public:
    explicit JournalReader(const QString &path);

    /// Io with one sentence, and the reason; NotFound when there is no such file.
    core::Result<core::Done> open();
    /// Recalculates the chain, or Io, reason Altered, naming the first entry that is wrong.
    core::Result<JournalExtent> verify();
    /// The entries of `range`, oldest first; of more than `most` the latest.
    core::Result<QList<model::JournalEntry>> entries(const JournalRange &range, qsizetype most);
    /// The entries of `range`, oldest first, with their numbers and hashes. Io when the device does not take
    /// them.
    core::Result<core::Done> exportTo(QIODevice &device, ExportFormat format = ExportFormat::JsonLines,
                                      const JournalRange &range = {});

private:
    core::Result<JournalExtent> verifyNow();
    /// What the chain goes on from: the hash before entry `first`, as an entry says that pruned what was
    /// there.
    core::Result<QByteArray> hashBefore(qint64 first);

    JournalDatabase m_database;
};

} // namespace storage
