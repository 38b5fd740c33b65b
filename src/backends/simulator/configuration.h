#pragma once

#include "core/clock.h"
#include "core/result.h"
#include "tlib/ids.h"
#include "tlib/recordingnumbers.h"

#include <QJsonObject>
#include <QList>

namespace simulator {

enum class DnKind { Extension, RoutingPoint, Queue };

/// One DN of the switch, as its administrator set it up.
struct DnConfig
{
    tlib::Dn dn = {};
    DnKind kind = DnKind::Extension;
    bool record = false; ///< its calls are recorded from the answer
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

struct RecorderConfig
{
    core::Duration delay{150}; ///< from the acknowledgement to the state
    /// {uuid} {dn} {party} {ani} {dnis} {id} {date} {time} stand for what they say.
    QString fileTemplate = QStringLiteral("{uuid}_{dn}_{party}_{dnis}_{date}_{time}");
    RecorderFault fault = RecorderFault::None;
};

/// The whole switch as a JSON file describes it; see README.md in this folder for the keys.
struct Configuration
{
    QList<DnConfig> dns = {};
    tlib::RecordingNumbers services = {};
    RecorderConfig recorder = {};
    int licences = 0; ///< clients at a time; 0 means any number
    tlib::Text password = {};

    /// InvalidInput or Io with one sentence that names the file, the key, what is wrong and what is allowed.
    static core::Result<Configuration> fromFile(const QString &path);
    static core::Result<Configuration> fromJson(const QJsonObject &json, const QString &where);
};

} // namespace simulator
