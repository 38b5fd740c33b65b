#pragma once

#include "core/clock.h"
#include "core/result.h"
#include "model/call.h"
#include "model/routeorder.h"
#include "tlib/event.h"

#include <QList>
#include <QObject>

namespace model {

class DnRegistry;
class ServerConnection;
class ToastList;

/// A call that waits on a routing point for somebody to say where it goes.
struct WaitingCall
{
    CallId id = {};
    Dn routingPoint = {};
    Dn caller = {};
    CallType type = CallType::Unknown;
    Instant since = {};         ///< when it was first seen here
    bool certain = true;        ///< false from a doubt until the next snapshot has confirmed it
    bool isBeingRouted = false; ///< an own request is under way
};

/// The calls that wait on the registered routing points, and the request that sends one on.
class RouteDesk : public QObject
{
    Q_OBJECT

public:
    RouteDesk(ServerConnection &connection, DnRegistry &registry, ToastList &toasts, core::Clock &clock,
              QObject *parent = nullptr);

    const QList<WaitingCall> &waiting() const { return m_waiting; } ///< in the order in which they came
    const WaitingCall *find(CallId id) const;

    /// Sends RequestRouteCall, or says at once why not (NotFound, NotAllowed, InvalidInput for an empty
    /// destination). A refusal becomes a toast; success is that the call waits no more. `settled` follows.
    core::Result<core::Done> route(CallId id, const RouteOrder &order);

Q_SIGNALS:
    void changed(); ///< calls came, went, or became certain or doubtful
    /// Exactly once for each route() that was sent.
    void settled(model::CallId id, const core::Result<core::Done> &outcome);

private:
    ServerConnection &m_connection;
    DnRegistry &m_registry;
    ToastList &m_toasts;
    core::Clock &m_clock;
    QList<WaitingCall> m_waiting;
};

} // namespace model
