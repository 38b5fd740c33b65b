#pragma once

#include "core/result.h"
#include "tlib/enums.h"
#include "tlib/ids.h"
#include "tlib/kvlist.h"

/// Requests that make calls and change them; see requests.h.
namespace tlib {

struct MakeCall
{
    static constexpr MessageType Type = MessageType::MakeCall;
    Dn dn = {};
    Dn destination = {};
    KvList userData = {};
    using Reply = ConnId;
};

template <MessageType Message>
struct CallRequest
{
    static constexpr MessageType Type = Message;
    Dn dn = {};
    ConnId call = {};
    KvList reasons = {};
    using Reply = core::Done;
};
using AnswerCall = CallRequest<MessageType::AnswerCall>;
using ReleaseCall = CallRequest<MessageType::ReleaseCall>;
using HoldCall = CallRequest<MessageType::HoldCall>;
using RetrieveCall = CallRequest<MessageType::RetrieveCall>;

/// To a second party, beside the call that `call` names: the reply is the consultation call.
template <MessageType Message>
struct ConsultRequest
{
    static constexpr MessageType Type = Message;
    Dn dn = {};
    ConnId call = {};
    Dn destination = {};
    using Reply = ConnId;
};
using InitiateTransfer = ConsultRequest<MessageType::InitiateTransfer>;
using InitiateConference = ConsultRequest<MessageType::InitiateConference>;

struct CompleteTransfer
{
    static constexpr MessageType Type = MessageType::CompleteTransfer;
    Dn dn = {};
    ConnId heldCall = {};
    ConnId consultationCall = {}; ///< goes out as TransferConnID
    using Reply = core::Done;
};

struct CompleteConference
{
    static constexpr MessageType Type = MessageType::CompleteConference;
    Dn dn = {};
    ConnId heldCall = {};
    ConnId consultationCall = {}; ///< goes out as ConferenceConnID
    using Reply = core::Done;
};

struct SingleStepTransfer
{
    static constexpr MessageType Type = MessageType::SingleStepTransfer;
    Dn dn = {};
    ConnId call = {};
    Dn destination = {};
    using Reply = core::Done;
};

/// Swaps the two calls of a DN: `call`, which talks, is put on hold, and `heldCall` (goes out as
/// PreviousConnID) taken back.
struct AlternateCall
{
    static constexpr MessageType Type = MessageType::AlternateCall;
    Dn dn = {};
    ConnId call = {};
    ConnId heldCall = {};
    KvList reasons = {};
    using Reply = core::Done;
};

/// Takes one party out of a conference that `dn` takes part in; the others go on.
struct DeleteFromConference
{
    static constexpr MessageType Type = MessageType::DeleteFromConference;
    Dn dn = {};
    ConnId call = {};
    Dn party = {}; ///< goes out as OtherDN
    KvList reasons = {};
    using Reply = core::Done;
};

/// Sends a call that rings at `dn` to somebody else, unanswered.
struct RedirectCall
{
    static constexpr MessageType Type = MessageType::RedirectCall;
    Dn dn = {};
    ConnId call = {};
    Dn destination = {};
    KvList reasons = {};
    using Reply = core::Done;
};

/// `extensions` may carry record, id, dest, dest2 (lower case, as documented).
struct RouteCall
{
    static constexpr MessageType Type = MessageType::RouteCall;
    Dn routingPoint = {};
    ConnId call = {};
    Dn destination = {};
    RouteType routeType = RouteType::Unknown;
    KvList extensions = {};
    KvList reasons = {};
    using Reply = core::Done;
};

template <MessageType Message>
struct UserDataRequest
{
    static constexpr MessageType Type = Message;
    Dn dn = {};
    ConnId call = {};
    KvList userData = {};
    using Reply = core::Done;
};
using AttachUserData = UserDataRequest<MessageType::AttachUserData>;
using UpdateUserData = UserDataRequest<MessageType::UpdateUserData>;

struct DeletePair
{
    static constexpr MessageType Type = MessageType::DeletePair;
    Dn dn = {};
    ConnId call = {};
    Text key = {};
    using Reply = core::Done;
};

} // namespace tlib
