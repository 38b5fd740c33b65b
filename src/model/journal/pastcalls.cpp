#include "model/journal/pastcalls.h"

#include "model/statewords.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace model {

namespace {

/// A word of a later version is not known, as is "recorded".
RecordingState stateNamed(const QString &word)
{
    if (word == u"on")
        return RecordingState::On;
    if (word == u"off")
        return RecordingState::Off;
    return word == u"paused" ? RecordingState::Paused : RecordingState::Unknown;
}

QDateTime wallOf(qint64 at)
{
    return QDateTime::fromMSecsSinceEpoch(at);
}

bool isLoggedIn(const JournalEntry &entry)
{
    return entry.what != wordFor(AgentState::LoggedOut) && entry.what != wordFor(AgentState::Unknown);
}

} // namespace

qint64 shiftBegin(const QList<JournalEntry> &entries, qint64 midnight)
{
    qint64 loggedIn = midnight;
    bool isIn = false;
    for (const JournalEntry &entry : entries) {
        // What is not known, as while a link is lost, ends no shift.
        if (entry.at >= midnight || entry.kind != u"agent" || entry.what == wordFor(AgentState::Unknown))
            continue;
        if (isLoggedIn(entry) && !isIn)
            loggedIn = entry.at;
        isIn = isLoggedIn(entry);
    }
    return isIn ? loggedIn : midnight;
}

PastCalls::PastCalls(Instant now, qint64 nowAt)
    : m_now(now)
    , m_nowAt(nowAt)
{
}

Instant PastCalls::instantOf(qint64 at) const
{
    return m_now - core::Duration(m_nowAt - at);
}

void PastCalls::take(const JournalEntry &entry)
{
    if (entry.kind == u"started")
        endRun();
    m_lastAt = entry.at;
    if (entry.kind == u"call")
        takePhase(entry);
    else if (entry.kind == u"recording")
        takeRecording(entry);
}

QList<CallRecord> PastCalls::records() const
{
    PastCalls ended = *this;
    ended.endRun();
    return ended.m_records;
}

CallRecord &PastCalls::recordOf(const JournalEntry &entry)
{
    if (const auto open = m_open.constFind(entry.call); open != m_open.constEnd())
        return m_records[*open];
    m_open.insert(entry.call, m_records.size());
    const bool isBegin = entry.kind == u"call" && (entry.what == wordFor(CallPhase::Ringing) ||
                                                   entry.what == wordFor(CallPhase::Dialing));
    m_records.append({.id = entry.call,
                      .dn = entry.dn,
                      .begun = instantOf(entry.at),
                      .begunWall = wallOf(entry.at),
                      .beginSeen = isBegin,
                      .isWhole = isBegin,
                      .isFromJournal = true});
    return m_records.last();
}

void PastCalls::takePhase(const JournalEntry &entry)
{
    const bool isEnd = entry.what == wordFor(CallPhase::Released);
    if (isEnd && !m_open.contains(entry.call))
        return; // it began before what is read
    CallRecord &record = recordOf(entry);
    if (!isEnd)
        return;
    record.ended = instantOf(entry.at);
    record.endedWall = wallOf(entry.at);
    m_open.remove(entry.call);
}

void PastCalls::takeRecording(const JournalEntry &entry)
{
    CallRecord &record = recordOf(entry);
    const RecordingState state = entry.certain ? stateNamed(entry.what) : RecordingState::Unknown;
    const bool isAfterDoubt = !record.segments.isEmpty() && !record.segments.last().certain;
    record.recording.state = stateNamed(entry.what);
    record.recording.stateSaid = true;
    const TimelineSegment segment{.from = instantOf(entry.at),
                                  .state = state,
                                  .certain = entry.certain,
                                  .beginSeen = entry.certain && record.isWhole && !isAfterDoubt,
                                  .wall = wallOf(entry.at)};
    if (!record.segments.isEmpty() && record.segments.last().from == segment.from)
        record.segments.last() = segment;
    else
        record.segments.append(segment);
    record.noteMove({.wall = segment.wall, .state = state, .by = changerNamed(entry.detail)}, entry.certain);
}

/// What its calls were when it ended without a word, nobody can say.
void PastCalls::endRun()
{
    const auto open = std::exchange(m_open, {});
    for (const qsizetype index : open) {
        CallRecord &record = m_records[index];
        record.ended = instantOf(m_lastAt);
        record.endedWall = wallOf(m_lastAt);
        record.isWhole = false;
    }
}

} // namespace model
