#include "model/callhistory.h"

namespace model {

CallHistory::CallHistory(const CallList &calls, const RecordingTimeline &timeline, core::Clock &clock,
                         QObject *parent)
    : QObject(parent)
    , m_calls(calls)
    , m_timeline(timeline)
    , m_clock(clock)
{
}

} // namespace model

#include "moc_callhistory.cpp"
