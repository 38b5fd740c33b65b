#pragma once

#include "core/result.h"
#include "tlib/enums.h"
#include "tlib/ids.h"
#include "tlib/kvlist.h"

/// Requests that move a recording; see requests.h.
namespace tlib {

/// GSIP_RECORD_START, _PAUSE, _RESUME, _STOP on behalf of a DN that this client has registered, party of the
/// call or not. Extensions of START: record, Id, Dest, Dest2, Params; of the others: Params. Accepted is not
/// a state: it says nothing about what the recorder does, UserData does.
struct RecordingService
{
    static constexpr MessageType Type = MessageType::PrivateService;
    RecordingCommand command = RecordingCommand::Start;
    Dn dn = {};
    ConnId call = {};
    KvList extensions = {};
    KvList reasons = {};
    using Reply = core::Done;
};

/// RequestPrivateService by its number: what a server reads, before it knows whether it has such a service.
struct PrivateService
{
    static constexpr MessageType Type = MessageType::PrivateService;
    qint32 privateMsgId = 0;
    Dn dn = {};
    ConnId call = {};
    KvList extensions = {};
    KvList reasons = {};
    using Reply = core::Done;
};

} // namespace tlib
