#include "tlib/enums.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace tlib {

namespace {

/// The name as in the enumeration, empty for a number that is not in it.
QString enumeratorName(MessageType type)
{
    switch (type) {
    case MessageType::RegisterClient: return u"RegisterClient"_s;
    case MessageType::QueryServer: return u"QueryServer"_s;
    case MessageType::QueryAddress: return u"QueryAddress"_s;
    case MessageType::RegisterAddress: return u"RegisterAddress"_s;
    case MessageType::UnregisterAddress: return u"UnregisterAddress"_s;
    case MessageType::AgentLogin: return u"AgentLogin"_s;
    case MessageType::AgentLogout: return u"AgentLogout"_s;
    case MessageType::AgentReady: return u"AgentReady"_s;
    case MessageType::AgentNotReady: return u"AgentNotReady"_s;
    case MessageType::MakeCall: return u"MakeCall"_s;
    case MessageType::AnswerCall: return u"AnswerCall"_s;
    case MessageType::ReleaseCall: return u"ReleaseCall"_s;
    case MessageType::HoldCall: return u"HoldCall"_s;
    case MessageType::RetrieveCall: return u"RetrieveCall"_s;
    case MessageType::InitiateConference: return u"InitiateConference"_s;
    case MessageType::CompleteConference: return u"CompleteConference"_s;
    case MessageType::DeleteFromConference: return u"DeleteFromConference"_s;
    case MessageType::InitiateTransfer: return u"InitiateTransfer"_s;
    case MessageType::MuteTransfer: return u"MuteTransfer"_s;
    case MessageType::SingleStepTransfer: return u"SingleStepTransfer"_s;
    case MessageType::CompleteTransfer: return u"CompleteTransfer"_s;
    case MessageType::MergeCalls: return u"MergeCalls"_s;
    case MessageType::AlternateCall: return u"AlternateCall"_s;
    case MessageType::ReconnectCall: return u"ReconnectCall"_s;
    case MessageType::AttachUserData: return u"AttachUserData"_s;
    case MessageType::UpdateUserData: return u"UpdateUserData"_s;
    case MessageType::DeleteUserData: return u"DeleteUserData"_s;
    case MessageType::DeletePair: return u"DeletePair"_s;
    case MessageType::RouteCall: return u"RouteCall"_s;
    case MessageType::EventServerConnected: return u"EventServerConnected"_s;
    case MessageType::EventServerDisconnected: return u"EventServerDisconnected"_s;
    case MessageType::EventError: return u"EventError"_s;
    case MessageType::EventRegistered: return u"EventRegistered"_s;
    case MessageType::EventUnregistered: return u"EventUnregistered"_s;
    case MessageType::EventQueued: return u"EventQueued"_s;
    case MessageType::EventDiverted: return u"EventDiverted"_s;
    case MessageType::EventAbandoned: return u"EventAbandoned"_s;
    case MessageType::EventRinging: return u"EventRinging"_s;
    case MessageType::EventDialing: return u"EventDialing"_s;
    case MessageType::EventNetworkReached: return u"EventNetworkReached"_s;
    case MessageType::EventDestinationBusy: return u"EventDestinationBusy"_s;
    case MessageType::EventEstablished: return u"EventEstablished"_s;
    case MessageType::EventReleased: return u"EventReleased"_s;
    case MessageType::EventHeld: return u"EventHeld"_s;
    case MessageType::EventRetrieved: return u"EventRetrieved"_s;
    case MessageType::EventPartyChanged: return u"EventPartyChanged"_s;
    case MessageType::EventPartyAdded: return u"EventPartyAdded"_s;
    case MessageType::EventPartyDeleted: return u"EventPartyDeleted"_s;
    case MessageType::EventRouteRequest: return u"EventRouteRequest"_s;
    case MessageType::EventRouteUsed: return u"EventRouteUsed"_s;
    case MessageType::EventAgentLogin: return u"EventAgentLogin"_s;
    case MessageType::EventAgentLogout: return u"EventAgentLogout"_s;
    case MessageType::EventAgentReady: return u"EventAgentReady"_s;
    case MessageType::EventAgentNotReady: return u"EventAgentNotReady"_s;
    case MessageType::EventDndOn: return u"EventDNDOn"_s;
    case MessageType::EventDndOff: return u"EventDNDOff"_s;
    case MessageType::EventAttachedDataChanged: return u"EventAttachedDataChanged"_s;
    case MessageType::EventOffHook: return u"EventOffHook"_s;
    case MessageType::EventOnHook: return u"EventOnHook"_s;
    case MessageType::EventAddressInfo: return u"EventAddressInfo"_s;
    case MessageType::EventServerInfo: return u"EventServerInfo"_s;
    case MessageType::EventLinkDisconnected: return u"EventLinkDisconnected"_s;
    case MessageType::EventLinkConnected: return u"EventLinkConnected"_s;
    case MessageType::EventUserEvent: return u"EventUserEvent"_s;
    case MessageType::RedirectCall: return u"RedirectCall"_s;
    case MessageType::QueryCall: return u"QueryCall"_s;
    case MessageType::EventPartyInfo: return u"EventPartyInfo"_s;
    case MessageType::EventHardwareError: return u"EventHardwareError"_s;
    case MessageType::EventAgentAfterCallWork: return u"EventAgentAfterCallWork"_s;
    case MessageType::SingleStepConference: return u"SingleStepConference"_s;
    case MessageType::EventRestoreConnection: return u"EventRestoreConnection"_s;
    case MessageType::EventPrimaryChanged: return u"EventPrimaryChanged"_s;
    case MessageType::EventAck: return u"EventACK"_s;
    case MessageType::MonitorNextCall: return u"MonitorNextCall"_s;
    case MessageType::CancelMonitoring: return u"CancelMonitoring"_s;
    case MessageType::EventMonitoringNextCall: return u"EventMonitoringNextCall"_s;
    case MessageType::EventMonitoringCancelled: return u"EventMonitoringCancelled"_s;
    case MessageType::SetMuteOn: return u"SetMuteOn"_s;
    case MessageType::SetMuteOff: return u"SetMuteOff"_s;
    case MessageType::EventMuteOn: return u"EventMuteOn"_s;
    case MessageType::EventMuteOff: return u"EventMuteOff"_s;
    case MessageType::EventDnOutOfService: return u"EventDNOutOfService"_s;
    case MessageType::EventDnBackInService: return u"EventDNBackInService"_s;
    case MessageType::PrivateService: return u"PrivateService"_s;
    case MessageType::EventPrivateInfo: return u"EventPrivateInfo"_s;
    case MessageType::EventQueueLogout: return u"EventQueueLogout"_s;
    case MessageType::EventCallCreated: return u"EventCallCreated"_s;
    case MessageType::EventCallDataChanged: return u"EventCallDataChanged"_s;
    case MessageType::EventCallDeleted: return u"EventCallDeleted"_s;
    case MessageType::EventResourceInfo: return u"EventResourceInfo"_s;
    }
    return {};
}

constexpr int MessageTypesEnd = 256; ///< every published number is below

} // namespace

QString messageName(MessageType type)
{
    const QString name = enumeratorName(type);
    if (name.isEmpty())
        return u"message %1"_s.arg(quint16(type));
    return isRequest(type) ? u"Request"_s + name : name;
}

std::optional<MessageType> messageFromName(QByteArrayView name)
{
    // Of the names themselves, so that neither direction knows one that the other does not.
    static const QHash<QByteArray, MessageType> types = [] {
        QHash<QByteArray, MessageType> all;
        for (int number = 0; number < MessageTypesEnd; ++number) {
            const auto type = MessageType(number);
            if (!enumeratorName(type).isEmpty())
                all.insert(messageName(type).toLatin1(), type);
        }
        return all;
    }();
    const auto found = types.constFind(QByteArray::fromRawData(name.data(), name.size()));
    return found == types.cend() ? std::nullopt : std::optional(*found);
}

bool isRequest(MessageType type)
{
    const QString name = enumeratorName(type);
    return !name.isEmpty() && !name.startsWith(u"Event");
}

} // namespace tlib
