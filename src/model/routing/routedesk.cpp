#include "model/routing/routedesk.h"

#include "model/dns/dnregistry.h"
#include "model/events/eventmeaning.h"
#include "model/events/snapshot.h"
#include "model/events/takeover.h"
#include "model/link/serverconnection.h"
#include "model/toastlist.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;
using tlib::MessageType;

namespace model {

namespace {

/// Or the call is the DN's own by now: on one DN a call waits or has a leg, never both.
bool endsTheWait(MessageType type)
{
    return type == MessageType::EventRouteUsed || endsALeg(type) || phaseAfter(type).has_value();
}

/// Empty when the event does not say. The routing point is no caller.
Dn callerIn(const tlib::Event &event, const Dn &routingPoint)
{
    if (!event.ani.isEmpty())
        return event.ani;
    if (!event.otherDn.isEmpty() && event.otherDn != routingPoint)
        return event.otherDn;
    for (int n = 1;; ++n) {
        const auto party = event.extensions.find("party-" + QByteArray::number(n));
        if (!party)
            return {};
        if (const Dn dn(party->toString()); dn != routingPoint)
            return dn;
    }
}

void takeDetails(WaitingCall &call, const tlib::Event &event)
{
    if (const Dn caller = callerIn(event, call.routingPoint); !caller.isEmpty())
        call.caller = caller;
    call.type = event.callType.value_or(call.type);
}

core::Error notAllowed(const QString &sentence)
{
    return {.kind = core::ErrorKind::NotAllowed, .text = sentence};
}

QString sentenceForFlaw(RouteFlaw flaw)
{
    switch (flaw) {
    case RouteFlaw::None: return {};
    case RouteFlaw::NoDestination: return u"a destination is missing"_s;
    case RouteFlaw::DestinationIsNotOneWord:
        return u"the destination is not a DN: it is one word of at most 255 bytes"_s;
    case RouteFlaw::DestIsNoSipUri: return u"dest is no SIP address like sip:recorder@host"_s;
    case RouteFlaw::Dest2IsNoSipUri: return u"dest2 is no SIP address like sip:recorder@host"_s;
    case RouteFlaw::SameDestTwice: return u"dest and dest2 are the same recorder"_s;
    case RouteFlaw::TooLong: return u"a text is longer than 65,535 bytes"_s;
    }
    Q_UNREACHABLE();
}

} // namespace

RouteDesk::RouteDesk(ServerConnection &connection, DnRegistry &registry, ToastList &toasts,
                     core::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_connection(connection)
    , m_registry(registry)
    , m_toasts(toasts)
    , m_clock(clock)
{
    connect(&connection, &ServerConnection::doubted, this, &RouteDesk::doubtAll);
    connect(&connection, &ServerConnection::overdueChanged, this, &RouteDesk::review);
    connect(&connection, &ServerConnection::eventReceived, this, &RouteDesk::onEvent);
    connect(&registry.takeOver(), &TakeOver::settled, this, &RouteDesk::askAboutKept);
    connect(&registry, &DnRegistry::snapshotTaken, this, &RouteDesk::onSnapshot);
    connect(&registry, &DnRegistry::queried, this, &RouteDesk::onQueried);
    connect(&registry, &DnRegistry::queryFailed, this, &RouteDesk::onQueryFailed);
    connect(&registry, &DnRegistry::stateChanged, this, &RouteDesk::onMonitoringChanged);
    connect(&registry, &DnRegistry::entriesChanged, this, &RouteDesk::onEntriesChanged);
}

const WaitingCall *RouteDesk::find(CallId id) const
{
    const auto found = std::find_if(m_waiting.rbegin(), m_waiting.rend(),
                                    [id](const WaitingCall &call) { return call.id == id; });
    return found == m_waiting.rend() ? nullptr : &*found;
}

RouteDesk::Waits RouteDesk::waits(CallId id, const Dn &routingPoint)
{
    return std::find_if(m_waiting.begin(), m_waiting.end(), [&](const WaitingCall &call) {
        return call.id == id && call.routingPoint == routingPoint;
    });
}

core::Result<core::Done> RouteDesk::route(CallId id, const RouteOrder &order)
{
    const WaitingCall *const found = find(id);
    if (!found)
        return core::Error{.kind = core::ErrorKind::NotFound, .text = u"this call does not wait here"_s};
    if (const RouteFlaw flaw = flawIn(order); flaw != RouteFlaw::None)
        return core::Error{.kind = core::ErrorKind::InvalidInput, .text = sentenceForFlaw(flaw)};
    if (m_registry.onlyListens())
        return notAllowed(u"there is nobody to ask: this is a log"_s);
    if (!found->certain)
        return notAllowed(u"it is not certain that the call still waits"_s);
    const bool isBeingRouted = std::any_of(m_waiting.begin(), m_waiting.end(), [id](const WaitingCall &call) {
        return call.id == id && call.isBeingRouted;
    });
    if (isBeingRouted)
        return notAllowed(u"the call is being routed already"_s);
    const WaitingCall asked = *found;
    waits(id, asked.routingPoint)->isBeingRouted = true;
    m_connection.request(tlib::RouteCall{.routingPoint = asked.routingPoint,
                                         .call = id,
                                         .destination = order.destination,
                                         .extensions = extensionsFrom(order)},
                         this, [this, asked, order](const core::Result<core::Done> &answer) {
                             onAnswer(asked, order, answer);
                         });
    Q_EMIT this->asked(id, asked.routingPoint);
    Q_EMIT changed();
    return core::Done{};
}

void RouteDesk::onAnswer(const WaitingCall &asked, const RouteOrder &order,
                         const core::Result<core::Done> &answer)
{
    if (answer) {
        leave(asked.id, asked.routingPoint); // if it is not gone already: RouteUsed need not name its DN
    } else {
        if (const auto call = waits(asked.id, asked.routingPoint); call != m_waiting.end())
            call->isBeingRouted = false;
        const core::Error &why = answer.error();
        // Told even when the call has gone: somebody else has routed it, and not as it was asked for here.
        m_toasts.post({.kind = toastKindOf(why),
                       .call = asked.id,
                       .party = asked.caller,
                       .dn = asked.routingPoint,
                       .code = why.serverCode,
                       .serverText = why.kind == core::ErrorKind::Refused ? why.text : QString(),
                       .route = order});
        Q_EMIT changed();
    }
    Q_EMIT settled(asked.id, answer);
}

void RouteDesk::onEvent(const tlib::Event &event)
{
    if (event.connId.isNull())
        return;
    const bool asksForARoute = event.type == MessageType::EventRouteRequest && !event.thisDn.isEmpty() &&
                               m_registry.isHeeded(event.thisDn);
    const bool isQueued = event.type == MessageType::EventQueued && m_registry.isRoutingPoint(event.thisDn);
    if (asksForARoute || isQueued)
        arrive(event);
    else if (endsTheWait(event.type))
        leave(event.connId, event.thisDn, event.sequenceNumber.value_or(0));
    else if (event.type == MessageType::EventPartyChanged && !event.previousConnId.isNull())
        rename(event);
}

void RouteDesk::arrive(const tlib::Event &event)
{
    if (hasDeparted(event) || !m_connection.isInEpoch())
        return;
    auto call = waits(event.connId, event.thisDn);
    if (call == m_waiting.end()) {
        m_waiting.append({.id = event.connId, .routingPoint = event.thisDn, .since = m_clock.now()});
        call = m_waiting.end() - 1;
    }
    confirm(*call);
    takeDetails(*call, event);
    Q_EMIT changed();
}

/// The call that waits goes on under another ConnID: who consulted the routing point has left.
void RouteDesk::rename(const tlib::Event &event)
{
    const auto call = waits(event.previousConnId, event.thisDn);
    if (call == m_waiting.end() || waits(event.connId, event.thisDn) != m_waiting.end())
        return;
    call->id = event.connId;
    call->isBeingRouted = false; // what was asked for named the old ConnID
    takeDetails(*call, event);
    Q_EMIT changed();
}

void RouteDesk::leave(CallId id, const Dn &routingPoint, qint64 sequence)
{
    constexpr qsizetype EnoughToRemember = 256;
    if (waits(id, routingPoint) == m_waiting.end())
        return;
    if (m_departed.size() >= EnoughToRemember)
        m_departed.removeFirst();
    m_departed.append({.id = id, .routingPoint = routingPoint, .sequence = sequence});
    removeIf([&](const WaitingCall &call) { return call.id == id && call.routingPoint == routingPoint; });
}

bool RouteDesk::hasDeparted(const tlib::Event &event) const
{
    const qint64 sequence = event.sequenceNumber.value_or(0);
    return std::any_of(m_departed.begin(), m_departed.end(), [&](const Departure &gone) {
        return gone.id == event.connId && gone.routingPoint == event.thisDn && sequence > 0 &&
               sequence <= gone.sequence;
    });
}

template <class Predicate>
void RouteDesk::removeIf(Predicate isGone)
{
    QList<CallId> gone;
    m_waiting.removeIf([&](const WaitingCall &call) {
        if (!isGone(call))
            return false;
        gone.append(call.id);
        return true;
    });
    if (gone.isEmpty())
        return;
    forgetToastsOf(gone);
    Q_EMIT changed();
}

void RouteDesk::forgetToastsOf(const QList<CallId> &gone)
{
    m_toasts.dismissIf([&](const Toast &toast) { return toast.route && gone.contains(toast.call); });
}

void RouteDesk::onSnapshot(const Dn &dn, const tlib::Event &event)
{
    const Snapshot snapshot = snapshotFrom(event.extensions);
    const bool isRoutingPoint = m_registry.isRoutingPoint(dn);
    QSet<CallId> present;
    QList<CallId> found;
    bool isConfirmed = false;
    for (const SnapshotEntry &entry : snapshot.calls) {
        if (!isRoutingPoint && !entry.isQueued)
            continue;
        present.insert(entry.id);
        if (const auto known = waits(entry.id, dn); known != m_waiting.end()) {
            isConfirmed = isConfirmed || !known->confirmed;
            confirm(*known);
            continue;
        }
        m_waiting.append({.id = entry.id, .routingPoint = dn, .type = entry.type, .since = m_clock.now()});
        found.append(entry.id);
    }
    if (snapshot.isWhole && !m_registry.takeOver().isOpen())
        removeIf(
            [&](const WaitingCall &call) { return call.routingPoint == dn && !present.contains(call.id); });
    if (isConfirmed || !found.isEmpty())
        Q_EMIT changed();
    for (const CallId id : found)
        m_registry.ask(dn, id); // who calls, a snapshot does not say
}

void RouteDesk::onQueried(const Dn &, CallId id, const tlib::Event &answer)
{
    if (!answer.connId.isNull() && answer.connId != id)
        return;
    bool isKnown = false;
    for (WaitingCall &call : m_waiting) {
        if (call.id == id) {
            takeDetails(call, answer);
            isKnown = true;
        }
    }
    if (isKnown)
        Q_EMIT changed();
}

void RouteDesk::onQueryFailed(const Dn &dn, CallId id, const core::Error &why)
{
    if (why.serverCode == tlib::errorcode::InvalidConnId)
        removeIf([id](const WaitingCall &call) { return call.id == id; });
    else if (why.kind == core::ErrorKind::TimedOut && find(id))
        m_registry.ask(dn, id); // asking again does no harm
}

void RouteDesk::onMonitoringChanged(const Dn &dn)
{
    const MonitorState state = m_registry.stateOf(dn);
    if (state == MonitorState::Refused)
        return removeIf([&dn](const WaitingCall &call) { return call.routingPoint == dn; });
    if (state == MonitorState::Monitored)
        return; // its snapshot follows
    bool isDoubted = false;
    for (WaitingCall &call : m_waiting) {
        if (call.routingPoint == dn && call.confirmed) {
            call.confirmed = call.certain = false;
            isDoubted = true;
        }
    }
    if (isDoubted)
        Q_EMIT changed();
}

void RouteDesk::onEntriesChanged()
{
    removeIf([this](const WaitingCall &call) { return !m_registry.isHeeded(call.routingPoint); });
}

void RouteDesk::confirm(WaitingCall &call) const
{
    call.confirmed = true;
    call.certain = !m_connection.isOverdue();
}

void RouteDesk::doubtAll()
{
    m_departed.clear(); // numbers of another epoch do not compare
    if (std::none_of(m_waiting.cbegin(), m_waiting.cend(), [](const WaitingCall &c) { return c.confirmed; }))
        return;
    for (WaitingCall &call : m_waiting)
        call.confirmed = call.certain = false;
    Q_EMIT changed();
}

void RouteDesk::askAboutKept()
{
    const QList<WaitingCall> waiting = m_waiting;
    for (const WaitingCall &call : waiting) {
        if (!call.confirmed)
            m_registry.askForSnapshot(call.routingPoint);
    }
}

void RouteDesk::review()
{
    if (m_waiting.isEmpty())
        return;
    for (WaitingCall &call : m_waiting)
        call.certain = call.confirmed && !m_connection.isOverdue();
    Q_EMIT changed();
}

} // namespace model

#include "moc_routedesk.cpp"
