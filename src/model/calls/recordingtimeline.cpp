#include "model/calls/recordingtimeline.h"

namespace model {

RecordingTimeline::RecordingTimeline(const CallList &calls, core::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_calls(calls)
    , m_clock(clock)
{
    connect(&calls, &CallList::inserted, this, &RecordingTimeline::note);
    connect(&calls, &CallList::changed, this, [this](CallId id, CallChanges changes) {
        if (changes & (CallChange::Recording | CallChange::Certainty))
            note(id);
    });
    connect(&calls, &CallList::certaintyChanged, this, [this] {
        const QList<CallId> ids = m_calls.ids();
        for (const CallId id : ids)
            note(id);
    });
    connect(&calls, &CallList::removed, this, [this](CallId id) { m_segments.remove(id); });
}

void RecordingTimeline::note(CallId id)
{
    const Call *call = m_calls.find(id);
    if (!call)
        return; // gone, while somebody else heard of the same change
    const bool certain = m_calls.isCertain(*call);
    const TimelineSegment now{.from = m_clock.now(),
                              .state = certain ? call->recording.state : RecordingState::Unknown,
                              .certain = certain};
    QList<TimelineSegment> &segments = m_segments[id];
    if (segments.isEmpty())
        segments.reserve(1); // many calls stay in one state
    if (!segments.isEmpty() && segments.last().state == now.state && segments.last().certain == now.certain)
        return;
    if (!segments.isEmpty() && segments.last().from == now.from)
        segments.last() = now; // nothing lasted no time
    else
        segments.append(now);
    Q_EMIT changed(id);
}

} // namespace model

#include "moc_recordingtimeline.cpp"
