#pragma once

#include "core/clock.h"
#include "model/routing/waitingcalls.h"
#include "tlib/event.h"

namespace model {

class DnRegistry;
class ServerConnection;

/// Keeps WaitingCalls true: applies each event to it, each snapshot and each answer.
/// A call waits from EventRouteRequest or EventQueued, or from the routing point's snapshot, until RouteUsed,
/// Diverted, Abandoned or Released there. EventRouteRequest counts on any registered DN: whatever it is
/// registered as, a call that asks for its route waits for one. Only what the server says brings a call or
/// takes it away.
class WaitTracker : public QObject
{
    Q_OBJECT

public:
    WaitTracker(ServerConnection &connection, DnRegistry &registry, WaitingCalls &waiting, core::Clock &clock,
                QObject *parent = nullptr);

private:
    /// A call's end on a routing point; what is still said of it, and is not newer, brings it not back.
    struct Departure
    {
        CallId id = {};
        Dn routingPoint = {};
        qint64 sequence = 0;
    };

    void onEvent(const tlib::Event &event);
    void onSnapshot(const Dn &dn, const tlib::Event &event);
    void onQueried(const Dn &dn, CallId id, const tlib::Event &answer);
    void onQueryFailed(const Dn &dn, CallId id, const core::Error &why);
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
    void leave(const tlib::Event &event);
    bool hasDeparted(const tlib::Event &event) const;

    ServerConnection &m_connection;
    DnRegistry &m_registry;
    WaitingCalls &m_waiting;
    core::Clock &m_clock;
    QList<Departure> m_departed; ///< the latest ones of this epoch
};

} // namespace model
