#include "model/events/eventmeaning.h"

namespace model {

using tlib::MessageType;

bool startsALeg(MessageType type)
{
    return type == MessageType::EventRinging || type == MessageType::EventDialing;
}

std::optional<CallPhase> phaseAfter(MessageType type)
{
    if (type == MessageType::EventDialing)
        return CallPhase::Dialing;
    if (type == MessageType::EventRinging)
        return CallPhase::Ringing;
    if (type == MessageType::EventEstablished || type == MessageType::EventRetrieved)
        return CallPhase::Talking;
    if (type == MessageType::EventHeld)
        return CallPhase::Held;
    return std::nullopt;
}

bool endsALeg(MessageType type)
{
    return type == MessageType::EventReleased || type == MessageType::EventAbandoned ||
           type == MessageType::EventDiverted;
}

bool tellsOfParties(MessageType type)
{
    return type == MessageType::EventPartyChanged || type == MessageType::EventPartyAdded ||
           type == MessageType::EventPartyDeleted || type == MessageType::EventNetworkReached ||
           type == MessageType::EventDestinationBusy;
}

bool isAboutACall(MessageType type)
{
    return phaseAfter(type) || endsALeg(type) || tellsOfParties(type) ||
           type == MessageType::EventAttachedDataChanged;
}

bool isAboutSomethingElse(MessageType type)
{
    return type == MessageType::EventError || type == MessageType::EventPartyInfo ||
           type == MessageType::EventUserEvent;
}

CallId firstCallOf(const tlib::Event &event)
{
    if (event.callType != CallType::Consult)
        return {};
    return event.transferConnId.isNull() ? event.conferenceConnId : event.transferConnId;
}

} // namespace model
