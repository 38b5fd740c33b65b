#pragma once

#include "model/calllist.h"
#include "model/recordingtimeline.h"

#include <QObject>

namespace model {

/// A call from its first event to its last, for whoever looks at it afterwards.
struct CallRecord
{
    CallId id = {};
    CallType type = CallType::Unknown;
    QList<Dn> parties = {};     ///< everybody who was seen to take part, in order
    QStringList files = {};     ///< of its recordings, in order
    core::Duration recorded{0}; ///< while the state was certainly On
    core::Duration paused{0};   ///< while it was certainly Paused
    Instant begun = {};
    std::optional<Instant> ended = {};
    QList<TimelineSegment> segments = {};
};

/// Keeps the calls that have ended, with how their recordings went; the oldest go when there are too many.
class CallHistory : public QObject
{
    Q_OBJECT

public:
    static constexpr int Kept = 10'000;

    CallHistory(const CallList &calls, const RecordingTimeline &timeline, core::Clock &clock,
                QObject *parent = nullptr);

    /// Those that are still going on, too, as far as they have come. In the order in which they began.
    const QList<CallRecord> &records() const { return m_records; }

Q_SIGNALS:
    void begun(int index);
    void changed(int index);
    void ended(const model::CallRecord &record);
    void oldestDropped(); ///< every index is one less

private:
    const CallList &m_calls;
    const RecordingTimeline &m_timeline;
    core::Clock &m_clock;
    QList<CallRecord> m_records;
};

} // namespace model
