#pragma once

#include "model/journal/journalentry.h"

#include <QByteArray>

/// An entry as a line of JSON, and the hash that ties it to its predecessor.
namespace storage {

/// SHA-256 in hexadecimal digits over the predecessor's (nothing for the first entry), a line feed, and the
/// entry's line without hash: whoever has an export can recalculate it.
QByteArray hashOf(const QByteArray &before, qint64 number, const model::JournalEntry &entry);
/// Compact, the names in alphabetical order, what is empty left out; without a line's end.
QByteArray lineOf(qint64 number, const model::JournalEntry &entry, const QByteArray &hash = {});

} // namespace storage
