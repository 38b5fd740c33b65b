#include "backends/logreplay/eventsof.h"

namespace logreplay {

using tlib::MessageType;

tlib::Event doubtOf(tlib::ConnId call, const tlib::Dn &dn)
{
    if (!call.isNull())
        return {.type = MessageType::EventRetrieved, .connId = call};
    return {.type = MessageType::EventAttachedDataChanged, .thisDn = dn};
}

QList<tlib::Event> eventsOf(LogMessage &&message, CallsMet &met)
{
    QList<tlib::Event> events;
    tlib::Event &event = message.event;
    const tlib::ConnId call = event.connId;
    const tlib::Dn dn = event.thisDn;
    const bool isOfACall = isAboutACall(event.type);
    if (message.trust < Trust::Mixed && isOfACall) {
        if (auto earlier = met.before(event))
            events.append(*std::move(earlier));
    }
    // Without its list it would say that the call has no user data.
    const bool isMute = event.type == MessageType::EventAttachedDataChanged && event.userData.isNull();
    switch (message.trust) {
    case Trust::Whole: events.append(std::move(event)); break;
    case Trust::Partial:
        if (!isMute)
            events.append(std::move(event));
        if (isOfACall)
            events.append(doubtOf(call, dn));
        break;
    case Trust::Mixed:
        for (const tlib::ConnId mixed : {message.before, message.other}) {
            if (!mixed.isNull())
                events.append(doubtOf(mixed, {}));
        }
        events.prepend(doubtOf(call, dn));
        break;
    case Trust::Lost: events.append(doubtOf(call, dn)); break;
    }
    return events;
}

} // namespace logreplay
