#pragma once

#include <QString>

#include <optional>

/// The published numbers of T-Library (TMessageType, TAttribute and the value types that messages carry).
/// Source: the TServer enumerations of the Platform SDK reference and the T-Library SDK's public header.
namespace tlib {

// clang-format off

enum class MessageType : quint16 {
    RegisterClient = 0, QueryServer = 1, QueryAddress = 2, RegisterAddress = 3, UnregisterAddress = 4, AgentLogin = 8,
    AgentLogout = 9, AgentReady = 10, AgentNotReady = 11, MakeCall = 14, AnswerCall = 16, ReleaseCall = 17,
    HoldCall = 18, RetrieveCall = 19, InitiateConference = 20, CompleteConference = 21, DeleteFromConference = 22,
    InitiateTransfer = 23, MuteTransfer = 24, SingleStepTransfer = 25, CompleteTransfer = 26, MergeCalls = 27,
    AlternateCall = 28, ReconnectCall = 29, AttachUserData = 30, UpdateUserData = 31, DeleteUserData = 32,
    DeletePair = 33, RouteCall = 36, EventServerConnected = 50, EventServerDisconnected = 51, EventError = 52,
    EventRegistered = 53, EventUnregistered = 54, EventQueued = 57, EventDiverted = 58, EventAbandoned = 59,
    EventRinging = 60, EventDialing = 61, EventNetworkReached = 62, EventDestinationBusy = 63, EventEstablished = 64,
    EventReleased = 65, EventHeld = 66, EventRetrieved = 67, EventPartyChanged = 68, EventPartyAdded = 69,
    EventPartyDeleted = 70, EventRouteRequest = 71, EventRouteUsed = 72, EventAgentLogin = 73, EventAgentLogout = 74,
    EventAgentReady = 75, EventAgentNotReady = 76, EventDndOn = 77, EventDndOff = 78, EventAttachedDataChanged = 85,
    EventOffHook = 86, EventOnHook = 87, EventAddressInfo = 92, EventServerInfo = 93, EventLinkDisconnected = 94,
    EventLinkConnected = 95, EventUserEvent = 96, RedirectCall = 103, QueryCall = 108, EventPartyInfo = 109, EventHardwareError = 117,
    EventAgentAfterCallWork = 118, SingleStepConference = 120, EventRestoreConnection = 132,
    EventPrimaryChanged = 133, EventAck = 138, MonitorNextCall = 139, CancelMonitoring = 140,
    EventMonitoringNextCall = 141, EventMonitoringCancelled = 142, SetMuteOn = 143, SetMuteOff = 144,
    EventMuteOn = 145, EventMuteOff = 146, EventDnOutOfService = 147, EventDnBackInService = 148,
    PrivateService = 149, EventPrivateInfo = 150, EventQueueLogout = 152, EventCallCreated = 160,
    EventCallDataChanged = 161, EventCallDeleted = 162, EventResourceInfo = 182,
};

enum class Attribute : quint16 {
    ProtocolVersion = 0, ErrorMessage = 1, ReferenceId = 2, CallId = 3, ConnId = 9, PreviousConnId = 10,
    TransferConnId = 11, ConferenceConnId = 12, CallState = 13, AgentId = 14, AgentWorkMode = 16, Reason = 17,
    Dnis = 18, Ani = 19, ThisDn = 20, ThisQueue = 21, ThisTrunk = 22, ThisDnRole = 23, OtherDn = 24, OtherQueue = 25,
    OtherTrunk = 26, OtherDnRole = 27, ThirdPartyDn = 28, ThirdPartyDnRole = 31, Timeout = 42, ErrorCode = 46,
    AddressType = 47, RegisterMode = 49, ControlMode = 50, UserData = 51, DataKey = 52, Extensions = 53,
    CallType = 54, AddressInfoType = 56, AddressInfoStatus = 57, UserEvent = 58, RouteType = 60, ServerVersion = 61,
    ServerRole = 62, ApplicationName = 64, ApplicationPassword = 65, Location = 69, MakeCallType = 73,
    CallInfoType = 74, CustomerId = 76, TimeInSecs = 86, TimeInUSecs = 87, MediaType = 97, MonitorNextCallType = 101,
    PrivateMsgId = 105, SessionId = 108, Cause = 114, Reliability = 119, CallUuid = 141, NewCallUuid = 142,
    OrigCallUuid = 143, ServerStartTime = 147, EventSequenceNumber = 148,
};

enum class CallType : qint32 { Unknown = 0, Internal = 1, Inbound = 2, Outbound = 3, Consult = 4 };

enum class CallState : qint32 {
    Ok = 0, Transferred = 1, Conferenced = 2, GeneralError = 3, RemoteRelease = 5, Busy = 6, NoAnswer = 7,
    Cleared = 19, Abandoned = 21, Redirected = 22, Forwarded = 23, Dropped = 26, Held = 50,
};

enum class DnRole : qint32 {
    Unknown = 0, Origination = 1, Destination = 2, ConferenceMember = 3, NewParty = 4, AddedBy = 5, DeletedBy = 6,
    TransferredBy = 7, DeletedParty = 8, ConferencedBy = 9, Observer = 10,
};

/// The values that `ps-N` of a DN's snapshot takes.
enum class PartyState : qint32 {
    Initiated = 0x01, Queued = 0x09, Alerting = 0x0A, Busy = 0x0B, Connected = 0x0C, Held = 0x0E, Failed = 0x0F,
};

enum class AgentWorkMode : qint32 { Unknown = 0, ManualIn = 1, AutoIn = 2, AfterCallWork = 3, AuxWork = 4 };

/// The values that `AgentStatus` of a DN's snapshot takes.
enum class AgentStatus : qint32 { None = -1, LoggedOut = 0, NotReady = 1, Ready = 2, AfterCallWork = 3 };

enum class AddressType : qint32 { Dn = 1, Position = 2, Queue = 3, RouteDn = 4, RouteQueue = 12 };
enum class AddressInfoType : qint32 { AddressStatus = 0, AgentStatus = 4, DnStatus = 17, QueueStatus = 18 };
enum class ServerRole : qint32 { Primary = 0, Backup = 1 };
enum class RegisterMode : qint32 { Share = 0, Private = 1, Monitor = 2 };
enum class ControlMode : qint32 { Default = 0, Force = 1, Local = 2 };
enum class RouteType : qint32 { Unknown = 0, Default = 1, Label = 2, Direct = 6, Reject = 7 };

// clang-format on

/// The services that RequestPrivateService carries for recording (GSIP_RECORD_START, _PAUSE, _RESUME, _STOP).
enum class RecordingCommand { Start, Pause, Resume, Stop };

/// TErrors that a desktop or a switch names; the server may send any other number too.
namespace errorcode {
inline constexpr int NoLicence = 40;
inline constexpr int NotRegistered = 41; ///< this client has not registered the DN
inline constexpr int AlreadyInState = 43;
inline constexpr int UnsupportedOperation = 51;
inline constexpr int InvalidAttribute = 53;
inline constexpr int NoSwitchLink = 54;
inline constexpr int ProtocolVersion = 55;
inline constexpr int InvalidConnId = 56;
inline constexpr int OutOfService = 58;
inline constexpr int DnNotConfigured = 59;
inline constexpr int InvalidCalledDn = 71;
inline constexpr int DestinationBusy = 91;
inline constexpr int WrongState = 93;
inline constexpr int BadPassword = 119;
inline constexpr int PartyNotOnCall = 470;
} // namespace errorcode

/// "EventEstablished", "RequestPrivateService": the name that T-Server logs use; "message 207" for an unknown
/// number.
QString messageName(MessageType type);
/// The other way round: the type that a log calls so; nullopt for any other name.
std::optional<MessageType> messageFromName(QByteArrayView name);
bool isRequest(MessageType type);

} // namespace tlib
