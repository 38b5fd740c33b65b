#include "model/routing/waittracker.h"

#include "model/dns/dnregistry.h"
#include "model/events/eventmeaning.h"
#include "model/events/snapshot.h"
#include "model/events/takeover.h"
#include "model/link/serverconnection.h"

#include <QSet>

#include <algorithm>

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
    constexpr int EnoughParties = 64; // a hostile server may list ten thousand
    for (int n = 1; n <= EnoughParties; ++n) {
        const auto party = event.extensions.find("party-" + QByteArray::number(n));
        if (!party)
            break;
        if (const Dn dn(party->toString()); dn != routingPoint)
            return dn;
    }
    return {};
}

void takeCaller(WaitingCall &call, const tlib::Event &event)
{
    if (const Dn caller = callerIn(event, call.routingPoint); !caller.isEmpty())
        call.caller = caller;
    call.type = event.callType.value_or(call.type);
}

} // namespace

WaitTracker::WaitTracker(ServerConnection &connection, DnRegistry &registry, WaitingCalls &waiting,
                         core::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_connection(connection)
    , m_registry(registry)
    , m_waiting(waiting)
    , m_clock(clock)
{
    connect(&connection, &ServerConnection::doubted, this, &WaitTracker::doubtAll);
    connect(&connection, &ServerConnection::overdueChanged, this, &WaitTracker::review);
    connect(&connection, &ServerConnection::eventReceived, this, &WaitTracker::onEvent);
    connect(&registry.takeOver(), &TakeOver::settled, this, &WaitTracker::askAboutKept);
    connect(&registry, &DnRegistry::snapshotTaken, this, &WaitTracker::onSnapshot);
    connect(&registry, &DnRegistry::queried, this, &WaitTracker::onQueried);
    connect(&registry, &DnRegistry::queryFailed, this, &WaitTracker::onQueryFailed);
    connect(&registry, &DnRegistry::stateChanged, this, &WaitTracker::onMonitoringChanged);
    connect(&registry, &DnRegistry::entriesChanged, this, &WaitTracker::onEntriesChanged);
}

void WaitTracker::onEvent(const tlib::Event &event)
{
    if (event.connId.isNull())
        return;
    const bool asksForARoute = event.type == MessageType::EventRouteRequest && !event.thisDn.isEmpty() &&
                               m_registry.isHeeded(event.thisDn);
    const bool isQueued = event.type == MessageType::EventQueued && m_registry.isRoutingPoint(event.thisDn);
    if (asksForARoute || isQueued)
        arrive(event);
    else if (endsTheWait(event.type))
        leave(event);
    else if (event.type == MessageType::EventPartyChanged && !event.previousConnId.isNull())
        rename(event);
}

void WaitTracker::arrive(const tlib::Event &event)
{
    if (hasDeparted(event) || !m_connection.isInEpoch())
        return;
    const auto take = [&](WaitingCall &call) {
        confirm(call);
        takeCaller(call, event);
    };
    if (m_waiting.find(event.connId, event.thisDn))
        return m_waiting.update(event.connId, event.thisDn, take);
    WaitingCall call{.id = event.connId, .routingPoint = event.thisDn, .since = m_clock.now()};
    take(call);
    m_waiting.insert(std::move(call));
}

/// The call that waits goes on under another ConnID: who consulted the routing point has left.
void WaitTracker::rename(const tlib::Event &event)
{
    if (m_waiting.rename(event.previousConnId, event.connId, event.thisDn))
        m_waiting.update(event.connId, event.thisDn, [&](WaitingCall &call) { takeCaller(call, event); });
}

void WaitTracker::leave(const tlib::Event &event)
{
    constexpr qsizetype EnoughToRemember = 256;
    if (!m_waiting.find(event.connId, event.thisDn))
        return;
    if (m_departed.size() >= EnoughToRemember)
        m_departed.removeFirst();
    m_departed.append(
        {.id = event.connId, .routingPoint = event.thisDn, .sequence = event.sequenceNumber.value_or(0)});
    m_waiting.remove(event.connId, event.thisDn);
}

bool WaitTracker::hasDeparted(const tlib::Event &event) const
{
    const qint64 sequence = event.sequenceNumber.value_or(0);
    return std::any_of(m_departed.begin(), m_departed.end(), [&](const Departure &gone) {
        return gone.id == event.connId && gone.routingPoint == event.thisDn && sequence > 0 &&
               sequence <= gone.sequence;
    });
}

void WaitTracker::onSnapshot(const Dn &dn, const tlib::Event &event)
{
    const Snapshot snapshot = snapshotFrom(event.extensions);
    const bool isRoutingPoint = m_registry.isRoutingPoint(dn);
    QSet<CallId> present;
    QList<CallId> found;
    for (const SnapshotEntry &entry : snapshot.calls) {
        if (!isRoutingPoint && !entry.isQueued)
            continue;
        present.insert(entry.id);
        if (const WaitingCall *const known = m_waiting.find(entry.id, dn)) {
            if (!known->confirmed)
                m_waiting.update(entry.id, dn, [this](WaitingCall &call) { confirm(call); });
            continue;
        }
        m_waiting.insert({.id = entry.id,
                          .routingPoint = dn,
                          .type = entry.type,
                          .since = m_clock.now(),
                          .sinceSeen = false});
        found.append(entry.id);
    }
    if (snapshot.isWhole && !m_registry.takeOver().isOpen())
        m_waiting.removeIf(
            [&](const WaitingCall &call) { return call.routingPoint == dn && !present.contains(call.id); });
    for (const CallId id : found)
        m_registry.ask(dn, id); // who calls, a snapshot does not say
}

void WaitTracker::onQueried(const Dn &, CallId id, const tlib::Event &answer)
{
    if (!answer.connId.isNull() && answer.connId != id)
        return;
    const QList<Dn> points = m_waiting.pointsOf(id);
    for (const Dn &point : points)
        m_waiting.update(id, point, [&](WaitingCall &call) { takeCaller(call, answer); });
}

void WaitTracker::onQueryFailed(const Dn &dn, CallId id, const core::Error &why)
{
    const QList<Dn> points = m_waiting.pointsOf(id);
    if (why.serverCode == tlib::errorcode::InvalidConnId) {
        for (const Dn &point : points)
            m_waiting.remove(id, point);
    } else if (why.kind == core::ErrorKind::TimedOut && !points.isEmpty()) {
        m_registry.ask(dn, id); // asking again does no harm
    }
}

void WaitTracker::onMonitoringChanged(const Dn &dn)
{
    const MonitorState state = m_registry.stateOf(dn);
    if (state == MonitorState::Refused)
        return m_waiting.removeIf([&dn](const WaitingCall &call) { return call.routingPoint == dn; });
    if (state == MonitorState::Monitored)
        return; // its snapshot follows
    m_waiting.updateAll([&dn](WaitingCall &call) {
        if (call.routingPoint != dn || !call.confirmed)
            return false;
        call.confirmed = call.certain = false;
        return true;
    });
}

void WaitTracker::onEntriesChanged()
{
    m_waiting.removeIf([this](const WaitingCall &call) { return !m_registry.isHeeded(call.routingPoint); });
}

void WaitTracker::confirm(WaitingCall &call) const
{
    call.confirmed = true;
    call.certain = !m_connection.isOverdue();
}

void WaitTracker::doubtAll()
{
    m_departed.clear(); // numbers of another epoch do not compare
    m_waiting.updateAll([](WaitingCall &call) {
        call.certain = false;
        return std::exchange(call.confirmed, false);
    });
}

void WaitTracker::askAboutKept()
{
    QList<Dn> points; // first: asking may change the list
    for (const WaitingCall &call : m_waiting.rows()) {
        if (!call.confirmed && !points.contains(call.routingPoint))
            points.append(call.routingPoint);
    }
    for (const Dn &point : std::as_const(points))
        m_registry.askForSnapshot(point);
}

void WaitTracker::review()
{
    m_waiting.updateAll([this](WaitingCall &call) {
        const bool isCertain = call.confirmed && !m_connection.isOverdue();
        return std::exchange(call.certain, isCertain) != isCertain;
    });
}

} // namespace model

#include "moc_waittracker.cpp"
