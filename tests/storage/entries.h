#pragma once

#include "storage/journalreader.h"

#include <QBuffer>

/// Entries that tell themselves apart by their code.
inline model::JournalEntry entryWith(int code)
{
    return {.at = 1'795'000'000'000 + code,
            .kind = QStringLiteral("answer"),
            .what = QStringLiteral("pause"),
            .call = model::CallId(0x006c029a6685d004),
            .dn = model::Dn(QStringLiteral("7001")),
            .outcome = QStringLiteral("refused"),
            .code = code};
}

inline QList<model::JournalEntry> entriesWith(int first, int last)
{
    QList<model::JournalEntry> entries;
    for (int code = first; code <= last; ++code)
        entries.append(entryWith(code));
    return entries;
}

/// What stands in the file, whoever writes it meanwhile. Empty when it cannot be read.
inline QByteArray exportOf(const QString &path)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    storage::JournalReader reader(path);
    return reader.open() && reader.exportTo(buffer) ? buffer.data() : QByteArray();
}

/// How many entries the file has, when all of them are as they were written; an error else.
inline core::Result<qint64> verified(const QString &path)
{
    storage::JournalReader reader(path);
    if (const auto opened = reader.open(); !opened)
        return opened.error();
    const auto extent = reader.verify();
    return extent ? core::Result<qint64>(extent->entries()) : core::Result<qint64>(extent.error());
}
