#pragma once

#include "backends/simulator/recording/mediaserver.h"
#include "backends/simulator/recording/recordingrules.h"
#include "backends/simulator/switch/agentcontrol.h"
#include "backends/simulator/switch/switchcall.h"
#include "tlib/requests.h"

#include <map>
#include <optional>
#include <variant>
#include <vector>

namespace simulator {

/// All that is known of one call: its legs and data, who was judged, what is recorded and ordered.
struct CallReplica
{
    SwitchCall call = {};
    RecordingRules::Known known = {};
    std::optional<MediaServer::Tape> tape = {};
    std::vector<MediaServer::Due> due = {};
};

struct AgentReplica
{
    tlib::Dn dn = {};
    std::optional<AgentControl::Seat> seat = {}; ///< nullopt: nobody is logged in any more
};

/// What can be configured while the switch runs.
struct DnReplica
{
    tlib::Dn dn = {};
    bool record = false;
    bool busy = false;
};

/// What has become of the primary's state since the change before. The whole state is a row of changes: the
/// first begins it, the last completes it, and it counts from then on.
struct ReplicaChange
{
    qint64 number = 0;      ///< rises by one on a connection; the backup confirms it
    bool begins = false;    ///< whatever came before is void
    bool completes = false; ///< nothing is missing now
    std::vector<CallReplica> calls = {};
    std::vector<tlib::ConnId> gone = {};
    std::vector<AgentReplica> agents = {};
    std::vector<DnReplica> dns = {};
    quint64 lastCall = 0;
    int lastRecording = 0;
    std::optional<tlib::RecordingService> lastService = {};
};

/// The first word of both sides.
struct PairHello
{
    static constexpr int Version = 1;
    int version = Version;
    QString id = {};             ///< of the process, unlike any other
    QByteArray fingerprint = {}; ///< of the configuration, which has to be the same
    tlib::ServerRole role = tlib::ServerRole::Primary;
    int generation = 1; ///< one more with each take-over
};

/// The backup has this change and all before it.
struct ChangeReceipt
{
    qint64 number = 0;
};

/// From the primary, which is none any more: everything has been sent.
struct PairTakeOver
{
};

/// From the backup, where a person wants it to take over.
struct PairTakeOverRequest
{
};

using PairMessage = std::variant<PairHello, ReplicaChange, ChangeReceipt, PairTakeOver, PairTakeOverRequest>;

} // namespace simulator
