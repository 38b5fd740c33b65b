#include "model/routing/routedesk.h"

#include "model/dns/dnregistry.h"
#include "model/link/serverconnection.h"
#include "model/routing/waitingcalls.h"
#include "model/toastlist.h"

namespace model {

RouteDesk::RouteDesk(ServerConnection &connection, DnRegistry &registry, WaitingCalls &waiting,
                     ToastList &toasts, QObject *parent)
    : QObject(parent)
    , m_connection(connection)
    , m_registry(registry)
    , m_waiting(waiting)
    , m_toasts(toasts)
{
    connect(&waiting, &WaitingCalls::left, this, &RouteDesk::forgetToastsOf);
}

RouteObstacle RouteDesk::obstacle(const WaitingCall *call, const RouteOrder &order) const
{
    if (!call)
        return RouteObstacle::NotWaiting;
    if (flawIn(order) != RouteFlaw::None)
        return RouteObstacle::Flawed;
    if (m_registry.onlyListens())
        return RouteObstacle::NobodyToAsk;
    if (!call->certain)
        return RouteObstacle::NotCertain;
    return call->isBeingRouted ? RouteObstacle::BeingRouted : RouteObstacle::None;
}

RouteObstacle RouteDesk::route(CallId id, const Dn &routingPoint, const RouteOrder &order)
{
    const WaitingCall *const found = m_waiting.find(id, routingPoint);
    if (const RouteObstacle why = obstacle(found, order); why != RouteObstacle::None)
        return why;
    const WaitingCall asked = *found;
    m_connection.request(tlib::RouteCall{.routingPoint = asked.routingPoint,
                                         .call = id,
                                         .destination = order.destination,
                                         .extensions = extensionsFrom(order)},
                         this, [this, asked, order](const core::Result<core::Done> &answer) {
                             onAnswer(asked, order, answer);
                         });
    m_waiting.setBeingRouted(id, true);
    Q_EMIT this->asked(id, asked.routingPoint);
    return RouteObstacle::None;
}

void RouteDesk::onAnswer(const WaitingCall &asked, const RouteOrder &order,
                         const core::Result<core::Done> &answer)
{
    if (answer) // it may be gone already, but RouteUsed need not name its DN
        m_waiting.remove(asked.id, asked.routingPoint);
    m_waiting.setBeingRouted(asked.id, false);
    if (!answer)
        tellFailure(asked, order, answer.error());
    Q_EMIT settled(asked.id, asked.routingPoint, answer);
}

/// Even when the call has gone: somebody else has routed it, and not as it was asked for here.
void RouteDesk::tellFailure(const WaitingCall &asked, const RouteOrder &order, const core::Error &why)
{
    m_toasts.post({.kind = toastKindOf(why),
                   .call = asked.id,
                   .party = asked.caller,
                   .type = asked.type,
                   .dn = asked.routingPoint,
                   .code = why.serverCode,
                   .serverText = why.kind == core::ErrorKind::Refused ? why.text : QString(),
                   .route = order});
}

void RouteDesk::forgetToastsOf(const QList<WaitingCall> &gone)
{
    for (const WaitingCall &call : gone)
        m_toasts.dismissIf(
            call.id, [&call](const Toast &toast) { return toast.route && toast.dn == call.routingPoint; });
}

} // namespace model

#include "moc_routedesk.cpp"
