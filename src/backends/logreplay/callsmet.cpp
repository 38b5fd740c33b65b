#include "backends/logreplay/callsmet.h"

namespace logreplay {

namespace {

using tlib::MessageType;

/// Says something of a call that must have been there, and does not say in which phase.
bool isOfACallThatIsThere(MessageType type)
{
    return type == MessageType::EventAttachedDataChanged || type == MessageType::EventReleased ||
           type == MessageType::EventAbandoned || type == MessageType::EventPartyChanged ||
           type == MessageType::EventPartyAdded || type == MessageType::EventPartyDeleted;
}

} // namespace

std::optional<tlib::Event> CallsMet::before(const tlib::Event &event)
{
    if (event.connId.isNull() || !meet(event.connId) || !isOfACallThatIsThere(event.type))
        return std::nullopt;
    const bool isOfAQueue = event.thisDn.isEmpty() || event.thisQueue == event.thisDn;
    if (isOfAQueue || !event.previousConnId.isNull())
        return std::nullopt;
    tlib::Event there = event;
    there.type = MessageType::EventRetrieved;
    there.sequenceNumber.reset();
    there.referenceId = {};
    return there;
}

/// Whether it is new.
bool CallsMet::meet(tlib::ConnId call)
{
    if (m_latest.contains(call))
        return false;
    const bool isNew = !m_earlier.contains(call);
    if (m_latest.size() >= Generation)
        m_earlier = std::exchange(m_latest, {});
    m_latest.insert(call);
    return isNew;
}

} // namespace logreplay
