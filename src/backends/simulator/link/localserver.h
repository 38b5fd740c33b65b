#pragma once

#include "backends/simulator/pair/hapair.h"

#include <QHash>

namespace simulator {

class SimLink;

/// A Switch in this process, for SimLinks to open. It may go while they are there: that cuts them.
class LocalServer
{
public:
    /// `log` is Sink::log: each event once, however many clients have it.
    LocalServer(SwitchConfiguration configuration, core::Clock &clock,
                std::function<void(const tlib::Event &)> log = {}, HaPair::Setup setup = {});
    ~LocalServer();

    Switch &simulatedSwitch() { return m_switch; }
    HaPair &pair() { return m_pair; }
    /// What an unreachable host is to a socket: links that open end in Closed, with the reason.
    void setReachable(bool reachable) { m_reachable = reachable; }
    bool isReachable() const { return m_reachable; }
    /// Cuts the connection that the other server of the pair has made, if it has.
    void cutPartner();

    tlib::ClientId connectLink(SimLink *link);
    void disconnectLink(tlib::ClientId client);

private:
    void dropLink(tlib::ClientId client);
    void dropAll();

    QHash<quint32, SimLink *> m_links;
    quint32 m_lastClient = 0;
    bool m_reachable = true;
    Switch m_switch;
    HaPair m_pair;
};

} // namespace simulator
