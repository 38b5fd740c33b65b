#pragma once

#include "backends/simulator/link/simlink.h"
#include "backends/simulator/script/commands.h"

#include <array>

namespace simulatortest {

/// Two servers in this process that are a hot-standby pair: what two tallylight-sim are, without processes
/// and sockets. The first begins as the primary, the second as its backup. They talk through the event loop,
/// and agree once it has run. It has to outlive the links that find them here.
class LocalPair
{
public:
    enum class Side { One, Two };

    /// `log`: every event that either of them says, once.
    LocalPair(simulator::SwitchConfiguration configuration, core::Clock &clock,
              std::function<void(const tlib::Event &)> log = {});
    ~LocalPair();

    /// Where a client finds it: hosts "one" and "two".
    static tlib::Endpoint endpointOf(Side side);
    static Side other(Side side) { return side == Side::One ? Side::Two : Side::One; }
    /// For SimLink: the server at this endpoint; nullptr while it is dead.
    simulator::SimLink::Find find();

    bool isAlive(Side side) const { return node(side) != nullptr; }
    simulator::Switch &simulatedSwitch(Side side); ///< of one that is alive, like the two below
    simulator::HaPair &pair(Side side);
    simulator::Commands &commands(Side side);
    /// The one that serves; nullopt when none does, or both after a split.
    std::optional<Side> primary() const;

    /// As kill -9 does: its connections end, what it knew is gone.
    void kill(Side side);
    /// Starts it again, as the backup of the other.
    void revive(Side side);
    /// Tells the primary.
    core::Result<core::Done> switchOver();
    /// Cuts the network between the two, or mends it; clients are not concerned.
    void setConnected(bool connected);
    /// The backup has all that the primary has told it, and that was everything.
    bool isSynchronised() const;
    const QStringList &said() const { return m_said; } ///< by both, for people

private:
    struct Node;

    Node *node(Side side) const { return m_nodes[std::size_t(side)].get(); }
    void start(Side side, bool asBackup);

    simulator::SwitchConfiguration m_configuration;
    core::Clock &m_clock;
    std::function<void(const tlib::Event &)> m_log;
    bool m_connected = true;
    int m_starts = 0;
    QStringList m_said;
    std::array<std::unique_ptr<Node>, 2> m_nodes;
};

} // namespace simulatortest
