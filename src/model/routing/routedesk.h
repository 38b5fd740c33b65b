#pragma once

#include "core/clock.h"
#include "core/result.h"
#include "model/calls/call.h"
#include "model/routing/routeorder.h"
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
    bool certain = true;        ///< false from a doubt until the server has said again that it waits,
                                ///< and while the link is overdue
    bool confirmed = true;      ///< the server has said so since the last doubt
    bool isBeingRouted = false; ///< an own request is under way
};

/// The calls that wait on the registered routing points, and the request that sends one on.
/// A call waits from EventRouteRequest or EventQueued, or from the routing point's snapshot, until RouteUsed,
/// Diverted, Abandoned or Released there. EventRouteRequest counts on any registered DN: whatever it is
/// registered as, a call that asks for its route waits for one. Own requests set marks; only what the server
/// says brings a call or takes it away.
class RouteDesk : public QObject
{
    Q_OBJECT

public:
    RouteDesk(ServerConnection &connection, DnRegistry &registry, ToastList &toasts, core::Clock &clock,
              QObject *parent = nullptr);

    const QList<WaitingCall> &waiting() const { return m_waiting; } ///< in the order in which they came
    /// Where it waits now: the latest place, should two routing points claim it for a moment.
    const WaitingCall *find(CallId id) const;

    /// Sends RequestRouteCall, or says at once why not: NotFound, NotAllowed while the call is uncertain or
    /// is being routed, InvalidInput for an order with a flaw. Any other failure becomes a toast, success is
    /// that the call waits no more; `settled` follows.
    core::Result<core::Done> route(CallId id, const RouteOrder &order);

Q_SIGNALS:
    void changed(); ///< calls came, went, or became certain or doubtful
    /// Once for each route() that is sent: the call waits on `routingPoint`.
    void asked(model::CallId id, const model::Dn &routingPoint);
    /// Exactly once for each route() that was sent.
    void settled(model::CallId id, const core::Result<core::Done> &outcome);

private:
    /// A call's end on a routing point; what is still said of it, and is not newer, brings it not back.
    struct Departure
    {
        CallId id = {};
        Dn routingPoint = {};
        qint64 sequence = 0;
    };
    using Waits = QList<WaitingCall>::iterator;

    void onEvent(const tlib::Event &event);
    void onSnapshot(const Dn &dn, const tlib::Event &event);
    void onQueried(const Dn &dn, CallId id, const tlib::Event &answer);
    void onQueryFailed(const Dn &dn, CallId id, const core::Error &why);
    void onAnswer(const WaitingCall &asked, const RouteOrder &order, const core::Result<core::Done> &answer);
    void onMonitoringChanged(const Dn &dn);
    void onEntriesChanged();
    void doubtAll();
    void confirm(WaitingCall &call) const;
    /// Brings `certain` of each into step with whether the link can be relied on.
    void review();
    /// What the server that took over has not named was kept: now what it says of it counts.
    void askAboutKept();
    void arrive(const tlib::Event &event);
    void rename(const tlib::Event &event);
    void leave(CallId id, const Dn &routingPoint, qint64 sequence = 0);
    /// Those for which it holds wait no more.
    template <class Predicate>
    void removeIf(Predicate isGone);
    Waits waits(CallId id, const Dn &routingPoint);
    bool hasDeparted(const tlib::Event &event) const;
    void forgetToastsOf(const QList<CallId> &gone);

    ServerConnection &m_connection;
    DnRegistry &m_registry;
    ToastList &m_toasts;
    core::Clock &m_clock;
    QList<WaitingCall> m_waiting;
    QList<Departure> m_departed; ///< the latest ones of this epoch
};

} // namespace model
