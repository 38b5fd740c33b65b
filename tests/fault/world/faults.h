#pragma once

#include "core/steppedclock.h"
#include "fault/world/servers.h"

#include <array>

namespace world {

/// Everything that goes wrong between the desktop and the switch.
enum class Fault : quint8 {
    Finish,         ///< FIN, behind what was said
    ResetBehind,    ///< RST, behind what was said
    ResetDropping,  ///< RST, and what is under way is gone
    Die,            ///< the server's machine is gone without a word: half-open
    HoldToClient,   ///< nothing comes through to the desktop for a while
    HoldToServer,   ///< or from it
    HoldBoth,       ///< or both
    SlowDown,       ///< the network is slow for a while
    Refuse,         ///< nobody listens for a while, and who is connected is reset
    SwallowConnect, ///< connecting is not answered for a while, and who is connected hears nothing
    Silence,        ///< the server accepts and says nothing for a while
    DropClients,    ///< the server sends everybody away
    SwitchLink,     ///< EventLinkDisconnected on a live link, and back after a while
    Flapping,       ///< the same, again and again
    Garbage,        ///< bytes that are no frame
    SayAgain,       ///< an event comes twice, or once more much later
    Unregister,     ///< the server ends the monitoring of a DN by itself
    SwallowRequest, ///< the next requests are never answered
    AnswerLate,     ///< the next answers come late
    WallClock,      ///< somebody sets the clock on the wall
    SwitchOver,     ///< the servers change their roles
    Unsynchronised, ///< and the one that takes over does not have the calls yet
};
inline constexpr int FaultKinds = int(Fault::Unsynchronised) + 1;
const char *nameOf(Fault fault);

/// Brings the faults about, and ends them.
class Faults
{
public:
    Faults(core::SteppedClock &clock, Network &network, Servers &servers, Dice &dice);

    /// One of those that fit; its text for the script.
    QString go();
    /// All is well from now on.
    void heal();
    const std::array<quint32, FaultKinds> &counts() const { return m_counts; }

private:
    void bring(Fault fault, core::Duration duration);
    void hold(bool toClient, bool toServer, core::Duration duration);
    void flap(int times);
    void switchOver(bool isSynchronised, core::Duration duration);
    void after(core::Duration duration, std::function<void()> end);

    core::SteppedClock &m_clock;
    Network &m_network;
    Servers &m_servers;
    Dice &m_dice;
    const Pace m_toClient;
    const Pace m_toServer;
    bool m_hasSwitchedOver = false;
    std::vector<std::unique_ptr<core::Alarm>> m_ends;
    std::array<quint32, FaultKinds> m_counts{};
};

} // namespace world
