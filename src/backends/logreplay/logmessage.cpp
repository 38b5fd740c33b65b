#include "backends/logreplay/logmessage.h"

#include <algorithm>

namespace logreplay {

bool isAboutACall(tlib::MessageType type)
{
    using tlib::MessageType;
    return (type >= MessageType::EventQueued && type <= MessageType::EventRouteUsed) ||
           type == MessageType::EventAttachedDataChanged;
}

bool isGreeting(const tlib::Event &event)
{
    return !event.referenceId.isNull() && (event.type == tlib::MessageType::EventLinkConnected ||
                                           event.type == tlib::MessageType::EventLinkDisconnected);
}

Moment momentOf(const LogMessage &message)
{
    const tlib::Event &event = message.event;
    Moment moment{.stamp = message.stamp, .day = message.day, .sequence = event.sequenceNumber};
    if (message.trust != Trust::Mixed && event.timeInSecs.value_or(0) > 0)
        moment.said = std::chrono::seconds(*event.timeInSecs) +
                      core::Duration(std::clamp(event.timeInUSecs.value_or(0), 0, 999'999) / 1000);
    return moment;
}

} // namespace logreplay
