#pragma once

#include "core/clock.h"
#include "core/result.h"
#include "tlib/ids.h"
#include "tlib/recordingnumbers.h"

#include <QJsonObject>
#include <QList>

namespace simulator {

enum class DnKind { Extension, RoutingPoint, Queue, Trunk };

/// One DN of the switch, as its administrator set it up.
struct DnConfig
{
    tlib::Dn dn = {};
    DnKind kind = DnKind::Extension;
    /// Its calls are recorded from the answer; a trunk's and a routing point's on the caller's side.
    bool record = false;
    QString prefix = {}; ///< of a trunk: how the outside numbers begin that come through it
    bool busy = false;   ///< callers hear the busy tone
    tlib::AgentId agentId = {};
    QString agentName = {};
    /// A routing point's: where a call goes that nobody has routed in this time; empty: it waits on.
    tlib::Dn defaultDn = {};
    core::Duration timeOut = {};
};

/// What the media server does wrong on purpose.
enum class RecorderFault {
    None,
    Refuse, ///< refuses every service
    Silent, ///< acknowledges every service and does nothing
};

/// How the state of a recording stands in the user data of its call.
struct IndicationConfig
{
    bool legacy = false; ///< the file name alone, as Stream Manager told it
    QString stateKey = QStringLiteral("GSIP_RECORD");
    QString fileKey = QStringLiteral("GSIP_REC_FN");
    QString on = QStringLiteral("ON");
    QString off = QStringLiteral("OFF");
    QString paused = QStringLiteral("PAUSED");
};

struct RecorderConfig
{
    core::Duration delay{150}; ///< from the acknowledgement to the state
    /// {uuid} {dn} {party} {ani} {dnis} {id} {date} {time} stand for what they say.
    QString fileTemplate = QStringLiteral("{uuid}_{dn}_{party}_{dnis}_{date}_{time}");
    RecorderFault fault = RecorderFault::None;
    /// SIP locations of the recording servers that an order does not override; none for the second: one copy.
    QString dest = QStringLiteral("sip:recorder@127.0.0.1");
    QString dest2 = {};
    IndicationConfig indication = {};
};

/// "sip:" or "sips:" and something behind it.
bool isSipLocation(const QString &text);

/// The whole switch as a JSON file describes it; see README.md in this folder for the keys.
struct SwitchConfiguration
{
    QList<DnConfig> dns = {};
    tlib::RecordingNumbers services = {};
    RecorderConfig recorder = {};
    int licences = 0; ///< clients at a time; 0 means any number
    tlib::Text password = {};
    QByteArray fingerprint = {}; ///< of the text that this was read from, spaces apart

    /// InvalidInput or Io with one sentence that names the file, the key, what is wrong and what is allowed.
    static core::Result<SwitchConfiguration> fromFile(const QString &path);
    static core::Result<SwitchConfiguration> fromJson(const QJsonObject &json, const QString &where);
};

} // namespace simulator
