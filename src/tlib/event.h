#pragma once

#include "tlib/enums.h"
#include "tlib/ids.h"
#include "tlib/kvlist.h"

#include <optional>

namespace tlib {

/// What a server says: one wide value for every event, as TEvent is. An attribute that the message did not
/// carry is nullopt, an empty text, a null ConnId or a null KvList.
struct Event
{
    MessageType type = {};

    ReferenceId referenceId = {}; ///< set in the reply to this client's own request only
    std::optional<qint32> errorCode = {};
    Text errorMessage = {};

    ConnId connId = {};
    ConnId previousConnId = {}; ///< the call's id before this event, where it changed
    ConnId transferConnId = {};
    ConnId conferenceConnId = {};
    CallUuid callUuid = {};
    std::optional<CallType> callType = {};
    std::optional<CallState> callState = {};

    Dn thisDn = {}; ///< the DN that the event is about; absent in some EventAttachedDataChanged
    Dn otherDn = {};
    Dn thirdPartyDn = {}; ///< who changed the user data, where it is known
    Dn thisQueue = {};
    Dn ani = {};
    Dn dnis = {};
    std::optional<DnRole> thisDnRole = {};
    std::optional<DnRole> otherDnRole = {};
    std::optional<DnRole> thirdPartyDnRole = {};

    AgentId agentId = {};
    std::optional<AgentWorkMode> agentWorkMode = {};

    KvList userData = {}; ///< the whole list after the change, never a difference
    KvList extensions = {};
    KvList reasons = {};

    std::optional<qint32> privateMsgId = {};
    std::optional<MessageType> userEvent = {}; ///< EventACK: the type of the request that is acknowledged
    std::optional<AddressInfoType> addressInfoType = {};

    Text serverVersion = {};
    std::optional<ServerRole> serverRole = {};
    Text sessionId = {};
    std::optional<qint32> timeInSecs = {};     ///< server time, seconds since 1970
    std::optional<qint32> timeInUSecs = {};    ///< and the microseconds within that second
    std::optional<qint64> sequenceNumber = {}; ///< rises by one per event on the server; a client sees gaps
};

} // namespace tlib
