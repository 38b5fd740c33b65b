#pragma once

#include "model/journal/journalentry.h"

#include <QByteArray>

#include <optional>

/// An entry as a line of JSON, and the hash that ties it to its predecessor.
namespace storage {

/// SHA-256 in hexadecimal digits over the predecessor's (nothing for the first entry), a line feed, and the
/// entry's line without hash: whoever has an export can recalculate it.
QByteArray hashOf(const QByteArray &before, qint64 number, const model::JournalEntry &entry);
/// Compact, the names in alphabetical order, what is empty left out; without a line's end.
QByteArray lineOf(qint64 number, const model::JournalEntry &entry, const QByteArray &hash = {});

/// The names of the columns, and an entry in them: number, at (milliseconds), time (the same in UTC, ISO
/// 8601), kind, what, call, dn, outcome, code, certain, detail, hash. A cell that a spreadsheet would take
/// for a formula begins with an apostrophe.
QByteArray csvHeading();
QByteArray csvLineOf(qint64 number, const model::JournalEntry &entry, const QByteArray &hash);

/// Where the chain goes on once what came before was pruned: the last entry that went, and its hash.
struct Anchor
{
    qint64 number = 0;
    QByteArray hash = {};
};
/// The entry that says so, of `count` entries pruned.
model::JournalEntry entryOf(const Anchor &anchor, qint64 count);
std::optional<Anchor> anchorFrom(const model::JournalEntry &entry);

} // namespace storage
