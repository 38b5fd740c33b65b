#pragma once

#include "core/clock.h"
#include "model/calls/calllist.h"

#include <QHash>
#include <QObject>

namespace model {

class ServerConnection;

/// A stretch of a call in which its recording was in one state, as far as it was certain.
struct TimelineSegment
{
    core::Instant from = {};
    RecordingState state = RecordingState::Unknown;
    bool certain = false;
    bool beginSeen = false; ///< `from` is when the state began, not only when it was seen
    QDateTime wall = {};    ///< what the wall clock said at `from`; it makes no difference

    bool operator==(const TimelineSegment &other) const
    {
        return from == other.from && state == other.state && certain == other.certain &&
               beginSeen == other.beginSeen;
    }
};

/// How the recording of each call went, for the strip on its card. Only what was certain is told as fact:
/// what is in doubt with the whole link is so from when the server was last heard, not from when the silence
/// was noticed.
class RecordingTimeline : public QObject
{
    Q_OBJECT

public:
    RecordingTimeline(const ServerConnection &connection, const CallList &calls, core::Clock &clock,
                      QObject *parent = nullptr);

    /// In order of time; the last one lasts until now. Empty for a call that is not there.
    QList<TimelineSegment> segments(CallId id) const { return m_segments.value(id); }
    /// When what is remembered of a call that is not certain was last known: the server was heard then and
    /// not doubted. Nothing for a call that is certain, or not there.
    std::optional<core::Instant> lastKnown(CallId id) const;

Q_SIGNALS:
    void changed(model::CallId id);

private:
    void note(CallId id);
    void noteAll();
    void put(CallId id, core::Instant doubtFrom);

    const ServerConnection &m_connection;
    const CallList &m_calls;
    core::Clock &m_clock;
    QHash<CallId, QList<TimelineSegment>> m_segments;
};

} // namespace model
