#pragma once

#include "core/result.h"
#include "model/calls/call.h"
#include "model/routing/routeorder.h"

#include <QObject>

namespace model {

class DnRegistry;
class ServerConnection;
class ToastList;
class WaitingCalls;
struct WaitingCall;

/// Why a call that waits cannot be sent on.
enum class RouteObstacle {
    None,
    NotWaiting,  ///< not on this routing point
    Flawed,      ///< flawIn() the order says how
    NobodyToAsk, ///< this is a log
    NotCertain,  ///< that it still waits
    BeingRouted, ///< already, be it from another routing point
};

/// Sends calls that wait on a routing point on, and follows each request to its end. An own request sets a
/// mark; only what the server says takes a call away.
class RouteDesk : public QObject
{
    Q_OBJECT

public:
    RouteDesk(ServerConnection &connection, DnRegistry &registry, WaitingCalls &waiting, ToastList &toasts,
              QObject *parent = nullptr);

    /// Sends RequestRouteCall for the call where it waits, or says at once why not. Any other failure becomes
    /// a toast, success is that the call waits there no more; `settled` follows.
    RouteObstacle route(CallId id, const Dn &routingPoint, const RouteOrder &order);

Q_SIGNALS:
    /// Once for each route() that is sent.
    void asked(model::CallId id, const model::Dn &routingPoint);
    /// Exactly once for each route() that was sent.
    void settled(model::CallId id, const model::Dn &routingPoint, const core::Result<core::Done> &outcome);

private:
    RouteObstacle obstacle(const WaitingCall *call, const RouteOrder &order) const;
    void onAnswer(const WaitingCall &asked, const RouteOrder &order, const core::Result<core::Done> &answer);
    void tellFailure(const WaitingCall &asked, const RouteOrder &order, const core::Error &why);
    void forgetToastsOf(const QList<WaitingCall> &gone);

    ServerConnection &m_connection;
    DnRegistry &m_registry;
    WaitingCalls &m_waiting;
    ToastList &m_toasts;
};

} // namespace model
