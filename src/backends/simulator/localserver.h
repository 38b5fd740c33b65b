#pragma once

#include "backends/simulator/switch.h"

#include <QHash>

namespace simulator {

class SimLink;

/// A Switch in this process, for SimLinks to open. It has to outlive them.
class LocalServer
{
public:
    /// `log` is Sink::log: each event once, however many clients have it.
    LocalServer(Configuration configuration, core::Clock &clock,
                std::function<void(const tlib::Event &)> log = {});

    Switch &simulatedSwitch() { return m_switch; }
    /// What an unreachable host is to a socket: links that open end in Closed, with the reason.
    void setReachable(bool reachable) { m_reachable = reachable; }
    bool isReachable() const { return m_reachable; }

    tlib::ClientId connectLink(SimLink *link);
    void disconnectLink(tlib::ClientId client);

private:
    void dropLink(tlib::ClientId client);
    void dropAll();

    QHash<quint32, SimLink *> m_links;
    quint32 m_lastClient = 0;
    bool m_reachable = true;
    Switch m_switch;
};

} // namespace simulator
