#pragma once

#include "storage/journaldatabase.h"

class QIODevice;

namespace storage {

/// Looks at a journal without changing it, also while a desktop writes it: what it tells is as it was when
/// the reading began.
class JournalReader
{
public:
    explicit JournalReader(const QString &path);

    /// Io with one sentence, and the reason; NotFound when there is no such file.
    core::Result<core::Done> open();
    /// Recalculates the chain: how many entries it has, or Io, reason Altered, naming the first that is
    /// wrong.
    core::Result<qint64> verify();
    /// Every entry as a line of JSON, oldest first, with its number and hash.
    core::Result<core::Done> exportTo(QIODevice &device);

private:
    JournalDatabase m_database;
};

} // namespace storage
