#pragma once

#include "core/result.h"
#include "tlib/callrequests.h"
#include "tlib/enums.h"
#include "tlib/event.h"
#include "tlib/ids.h"
#include "tlib/kvlist.h"
#include "tlib/recordingrequests.h"

#include <variant>

/// What a client asks: one struct per request, with the message that it is (Type) and what its asker gets
/// (Reply). The reference id is the Link's to choose, so it is not in here. Which event ends which request:
/// see wire.md's table "Requests and replies", kept in model/pendingrequests.
namespace tlib {

/// The first message of a client. EventLinkConnected or EventLinkDisconnected answers it.
struct RegisterClient
{
    static constexpr MessageType Type = MessageType::RegisterClient;
    Text protocolVersion = {};
    Text applicationName = {};
    Text password = {};
    qint32 addpTimeout = 0;       ///< seconds; 0 means no keep-alive by the client
    qint32 addpRemoteTimeout = 0; ///< seconds; 0 means no keep-alive by the server
    using Reply = core::Done;
};

struct QueryServer
{
    static constexpr MessageType Type = MessageType::QueryServer;
    using Reply = Event;
};

/// Extensions of the reply: conn-N, ct-N, ps-N, AgentStatus.
struct QueryAddress
{
    static constexpr MessageType Type = MessageType::QueryAddress;
    Dn dn = {};
    AddressType addressType = AddressType::Dn;
    AddressInfoType infoType = AddressInfoType::DnStatus;
    using Reply = Event;
};

/// Makes the server send this client the events of a DN; the reply holds the same snapshot as QueryAddress.
struct RegisterAddress
{
    static constexpr MessageType Type = MessageType::RegisterAddress;
    Dn dn = {};
    RegisterMode registerMode = RegisterMode::Share;
    ControlMode controlMode = ControlMode::Default;
    AddressType addressType = AddressType::Dn;
    using Reply = Event;
};

struct UnregisterAddress
{
    static constexpr MessageType Type = MessageType::UnregisterAddress;
    Dn dn = {};
    ControlMode controlMode = ControlMode::Default;
    using Reply = core::Done;
};

/// The reply holds the call's UserData and, in Extensions, its parties.
struct QueryCall
{
    static constexpr MessageType Type = MessageType::QueryCall;
    Dn dn = {};
    ConnId call = {};
    qint32 infoType = 0;
    using Reply = Event;
};

template <MessageType Message>
struct AgentRequest
{
    static constexpr MessageType Type = Message;
    Dn dn = {};
    AgentId agentId = {};
    Dn queue = {};
    AgentWorkMode workMode = AgentWorkMode::Unknown;
    KvList reasons = {};
    using Reply = core::Done;
};
using AgentLogin = AgentRequest<MessageType::AgentLogin>;
using AgentLogout = AgentRequest<MessageType::AgentLogout>;
using AgentReady = AgentRequest<MessageType::AgentReady>;
using AgentNotReady = AgentRequest<MessageType::AgentNotReady>;

using Request =
    std::variant<RegisterClient, QueryServer, QueryAddress, RegisterAddress, UnregisterAddress, QueryCall,
                 AgentLogin, AgentLogout, AgentReady, AgentNotReady, MakeCall, AnswerCall, ReleaseCall,
                 HoldCall, RetrieveCall, InitiateTransfer, InitiateConference, CompleteTransfer,
                 CompleteConference, SingleStepTransfer, AlternateCall, DeleteFromConference, RedirectCall,
                 RouteCall, RecordingService, PrivateService, AttachUserData, UpdateUserData, DeletePair>;

inline MessageType typeOf(const Request &request)
{
    return std::visit([]<class R>(const R &) { return R::Type; }, request);
}

/// Of answer, release, hold and retrieve the call that the answer is about, too (under its id of now or the
/// one before); null for the others, whose answer may name another call or none.
inline ConnId callAnsweredAbout(const Request &request)
{
    return std::visit(
        []<class R>(const R &asked) {
            if constexpr (std::is_same_v<R, CallRequest<R::Type>>)
                return asked.call;
            else
                return ConnId();
        },
        request);
}

} // namespace tlib
