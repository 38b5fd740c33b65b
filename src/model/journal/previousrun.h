#pragma once

#include "model/journal/journalentry.h"

#include <QSet>

namespace model {

/// How the program that wrote a journal last has ended.
struct PreviousRun
{
    enum class End {
        ByPerson, ///< its window was closed, or it was told to quit
        BySystem, ///< it was ended in order: a signal, a log-out
        NoWord,   ///< there is no last word: it crashed or was killed, or the disk did not take it
    };
    End end = End::NoWord;
    QString how = {}; ///< by the system: "SIGTERM", "log-out"
    qint64 at = 0;    ///< of the last entry: milliseconds since 1970-01-01 UTC
    int recorded = 0; ///< calls that were being recorded or paused then, as far as it knew
    int paused = 0;   ///< those of them that were paused

    bool operator==(const PreviousRun &) const = default;
};

/// Reads a run of the program from its journal: the entries from "started" on, in their order.
class RunReader
{
public:
    void take(const JournalEntry &entry);
    /// As it looks after what was taken.
    PreviousRun run() const;

private:
    PreviousRun m_run;
    QSet<CallId> m_recorded;
    QSet<CallId> m_paused; ///< of them
};

/// The word of the journal for it: by-person, by-system, no-word.
QString wordFor(PreviousRun::End end);

} // namespace model
