#pragma once

#include "model/calls/callhistory.h"
#include "model/journal/journalentry.h"

namespace model {

/// When the shift began that is on at `midnight` or later: at midnight, or, where the agent was logged in
/// then, at that log-in, so that a night's calls stand together. Of entries in their order; milliseconds
/// since 1970-01-01 UTC, as in JournalEntry.
qint64 shiftBegin(const QList<JournalEntry> &entries, qint64 midnight);

/// Reads calls from a journal, which keeps neither parties nor files: when they were, and how their
/// recordings went. A call whose end is not told, as the program did not end in order, ends with the last
/// word of its run.
class PastCalls
{
public:
    /// `now` is `nowAt` by the wall clock, as the journal has it.
    PastCalls(Instant now, qint64 nowAt);

    /// In their order.
    void take(const JournalEntry &entry);
    /// In the order in which they began.
    QList<CallRecord> records() const;

private:
    CallRecord &recordOf(const JournalEntry &entry);
    Instant instantOf(qint64 at) const;
    void takePhase(const JournalEntry &entry);
    void takeRecording(const JournalEntry &entry);
    void endRun();

    const Instant m_now;
    const qint64 m_nowAt;
    qint64 m_lastAt = 0;
    QList<CallRecord> m_records;
    QHash<CallId, qsizetype> m_open;
};

} // namespace model
