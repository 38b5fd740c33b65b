#include "model/calls/recordingtimeline.h"

#include "model/link/serverconnection.h"

#include <algorithm>

namespace model {

RecordingTimeline::RecordingTimeline(const ServerConnection &connection, const CallList &calls,
                                     core::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_connection(connection)
    , m_calls(calls)
    , m_clock(clock)
{
    connect(&calls, &CallList::inserted, this, &RecordingTimeline::note);
    connect(&calls, &CallList::changed, this, [this](CallId id, CallChanges changes) {
        if (changes & (CallChange::Recording | CallChange::Certainty))
            note(id);
    });
    connect(&calls, &CallList::certaintyChanged, this, &RecordingTimeline::noteAll);
    connect(&calls, &CallList::removed, this, [this](CallId id) { m_segments.remove(id); });
}

std::optional<core::Instant> RecordingTimeline::lastKnown(CallId id) const
{
    const auto found = m_segments.constFind(id);
    if (found == m_segments.constEnd() || found->last().certain)
        return std::nullopt;
    return found->last().from;
}

/// A change of this call alone: the server has just said something.
void RecordingTimeline::note(CallId id)
{
    put(id, m_clock.now());
}

void RecordingTimeline::noteAll()
{
    const core::Instant heard = m_connection.lastHeard().value_or(m_clock.now());
    const QList<CallId> ids = m_calls.ids();
    for (const CallId id : ids)
        put(id, heard);
}

void RecordingTimeline::put(CallId id, core::Instant doubtFrom)
{
    const Call *call = m_calls.find(id);
    if (!call)
        return; // gone, while somebody else heard of the same change
    const bool certain = m_calls.isCertain(*call);
    QList<TimelineSegment> &segments = m_segments[id];
    const core::Instant from = certain ? m_clock.now() : std::min(doubtFrom, m_clock.now());
    const bool isAfterDoubt = !segments.isEmpty() && !segments.last().certain;
    TimelineSegment now{.from = segments.isEmpty() ? from : std::max(from, segments.last().from),
                        .state = certain ? call->recording.state : RecordingState::Unknown,
                        .certain = certain,
                        .beginSeen = certain && call->recording.sinceSeen && !isAfterDoubt};
    if (segments.isEmpty())
        segments.reserve(1); // many calls stay in one state
    if (!segments.isEmpty() && segments.last().state == now.state && segments.last().certain == now.certain)
        return;
    now.wall = m_clock.wallTimeAt(now.from);
    if (!segments.isEmpty() && segments.last().from == now.from)
        segments.last() = now; // nothing lasted no time
    else
        segments.append(now);
    Q_EMIT changed(id);
}

} // namespace model

#include "moc_recordingtimeline.cpp"
