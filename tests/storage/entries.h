#pragma once

#include "model/journal/journalentry.h"

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
