#include "model/calls/callhistory.h"

#include <algorithm>
#include <utility>

namespace model {

namespace {

bool appendNew(QList<Dn> &parties, const Dn &dn)
{
    if (dn.isEmpty() || parties.contains(dn))
        return false;
    parties.append(dn);
    return true;
}

} // namespace

template <class Predicate>
core::Duration CallRecord::timeWhere(Predicate holds, Instant now) const
{
    core::Duration sum{0};
    for (qsizetype i = 0; i < segments.size(); ++i) {
        const Instant until = i + 1 < segments.size() ? segments[i + 1].from : ended.value_or(now);
        if (holds(segments[i]))
            sum += until - segments[i].from;
    }
    return sum;
}

core::Duration CallRecord::timeIn(RecordingState state, Instant now) const
{
    return timeWhere([state](const TimelineSegment &one) { return one.certain && one.state == state; }, now);
}

core::Duration CallRecord::timeNotKnown(Instant now) const
{
    return timeWhere(
        [](const TimelineSegment &one) { return !one.certain || one.state == RecordingState::Unknown; }, now);
}

Pauses CallRecord::pauses(Instant now) const
{
    Pauses found;
    core::Duration running{0};
    bool isIn = false;
    for (qsizetype i = 0; i < segments.size(); ++i) {
        const Instant until = i + 1 < segments.size() ? segments[i + 1].from : ended.value_or(now);
        if (!segments[i].certain)
            continue;
        const bool isPause = segments[i].state == RecordingState::Paused;
        if (isPause) {
            found.count += isIn ? 0 : 1;
            running = (isIn ? running : core::Duration(0)) + (until - segments[i].from);
            found.total += until - segments[i].from;
            found.longest = std::max(found.longest, running);
        }
        isIn = isPause;
    }
    return found;
}

bool CallRecord::noteMove(const RecordingMove &move, bool certain)
{
    const bool isSame = !moves.isEmpty() && moves.last().state == move.state;
    if (!certain || isSame || move.state == RecordingState::Unknown ||
        (moves.isEmpty() && move.state == RecordingState::Off)) // as every call begins
        return false;
    moves.append(move);
    return true;
}

CallHistory::CallHistory(const CallList &calls, const RecordingTimeline &timeline, core::Clock &clock,
                         int kept, QObject *parent)
    : QObject(parent)
    , m_calls(calls)
    , m_timeline(timeline)
    , m_clock(clock)
    , m_kept(kept)
{
    connect(&calls, &CallList::inserted, this, &CallHistory::begin);
    connect(&calls, &CallList::changed, this, &CallHistory::note);
    connect(&calls, &CallList::removed, this, &CallHistory::end);
    connect(&timeline, &RecordingTimeline::changed, this, &CallHistory::note);
}

CallHistory::CallHistory(const CallList &calls, const RecordingTimeline &timeline, core::Clock &clock,
                         const CallViews &views, QObject *parent)
    : CallHistory(calls, timeline, clock, EnoughForAShift, parent)
{
    m_views = &views;
    m_last = EnoughForAShift; // the numbers below are for what was before
}

void CallHistory::addPast(QList<CallRecord> records)
{
    const bool isThere = !m_records.empty() && quint64(m_records.begin()->first) <= EnoughForAShift;
    if (!m_views || isThere)
        return;
    records = records.last(std::min<qsizetype>(records.size(), EnoughForAShift));
    quint64 number = EnoughForAShift - quint64(records.size());
    for (CallRecord &record : records) {
        record.number = CallNumber{++number};
        m_records.emplace(record.number, record);
        Q_EMIT begun(record.number);
    }
}

const CallRecord *CallHistory::find(CallNumber number) const
{
    const auto found = m_records.find(number);
    return found == m_records.end() ? nullptr : &found->second;
}

QList<CallNumber> CallHistory::numbers() const
{
    QList<CallNumber> all;
    for (const auto &[number, record] : m_records)
        all.append(number);
    return all;
}

void CallHistory::loseTimes(CallId id)
{
    for (auto open = m_open.cbegin(); open != m_open.cend(); ++open) {
        if ((id.isNull() || open.key() == id) &&
            std::exchange(m_records.at(open.value()).areTimesKnown, false))
            Q_EMIT changed(open.value());
    }
}

void CallHistory::missTime()
{
    for (const CallNumber number : std::as_const(m_open)) {
        if (std::exchange(m_records.at(number).isWhole, false))
            Q_EMIT changed(number);
    }
}

void CallHistory::begin(CallId id)
{
    const Call *const call = m_calls.find(id);
    if (!call || m_open.contains(id) || !isOfInterest(*call))
        return;
    const CallNumber number{++m_last};
    m_open.insert(id, number);
    CallRecord record{.number = number,
                      .id = id,
                      .begun = call->startedAt,
                      .begunWall = m_clock.wallTimeAt(call->startedAt),
                      .beginSeen = call->startSeen,
                      .isWhole = call->startSeen};
    take(record, *call);
    m_records.emplace(number, std::move(record));
    Q_EMIT begun(number);
}

void CallHistory::note(CallId id)
{
    const Call *const call = m_calls.find(id);
    if (!call)
        return;
    if (!m_open.contains(id))
        return begin(id); // whoever heard of it first has changed it already
    const CallNumber number = m_open.value(id);
    if (take(m_records.at(number), *call))
        Q_EMIT changed(number);
}

void CallHistory::end(CallId id)
{
    if (!m_open.contains(id))
        return;
    const CallNumber number = m_open.take(id);
    CallRecord &record = m_records.at(number);
    record.ended = m_clock.now();
    record.endedWall = m_clock.wallTime();
    m_over.push_back(number);
    Q_EMIT ended(number);
    while (m_over.size() > size_t(m_kept)) {
        const CallNumber oldest = m_over.front();
        m_over.pop_front();
        m_records.erase(oldest);
        Q_EMIT dropped(oldest);
    }
}

/// Whether it made a difference.
bool CallHistory::take(CallRecord &record, const Call &call) const
{
    bool isNew = record.type != call.type;
    record.type = call.type;
    const Leg *const own = m_views ? m_views->ownLeg(call) : nullptr;
    if (own && own->dn != record.dn) {
        record.dn = own->dn;
        isNew = true;
    } else if (record.dn.isEmpty()) {
        record.dn = call.firstDn();
    }
    const Changer changer = m_views ? m_views->changerOf(call.recording) : Changer::NotKnown;
    isNew |= record.noteMove({.wall = call.recording.sinceWall, .state = call.recording.state, .by = changer},
                             m_calls.isCertain(call));
    for (const Leg &leg : call.legs)
        isNew |= appendNew(record.parties, leg.dn);
    isNew |= appendNew(record.parties, call.otherParty);
    for (const Dn &dn : call.moreParties)
        isNew |= appendNew(record.parties, dn);
    record.recording = call.recording;
    const QString file = call.recording.fileText();
    if (!file.isEmpty() && (record.files.isEmpty() || record.files.last() != file)) {
        record.files.append(file);
        isNew = true;
    }
    QList<TimelineSegment> segments = m_timeline.segments(call.id);
    isNew |= segments != record.segments;
    record.segments = std::move(segments);
    return isNew;
}

} // namespace model

#include "moc_callhistory.cpp"
