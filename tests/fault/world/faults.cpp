#include "fault/world/faults.h"

using namespace Qt::StringLiterals;

namespace world {

const char *nameOf(Fault fault)
{
    switch (fault) {
    case Fault::Finish: return "FIN";
    case Fault::ResetBehind: return "RST behind the data";
    case Fault::ResetDropping: return "RST that drops the data";
    case Fault::Die: return "half-open";
    case Fault::HoldToClient: return "nothing to the desktop";
    case Fault::HoldToServer: return "nothing from the desktop";
    case Fault::HoldBoth: return "nothing either way";
    case Fault::SlowDown: return "slow network";
    case Fault::Refuse: return "refused";
    case Fault::SwallowConnect: return "connect not answered";
    case Fault::Silence: return "silent server";
    case Fault::DropClients: return "sent away";
    case Fault::SwitchLink: return "LinkDisconnected";
    case Fault::Flapping: return "flapping";
    case Fault::Garbage: return "garbage";
    case Fault::SayAgain: return "duplicate";
    case Fault::Unregister: return "monitoring ended";
    case Fault::SwallowRequest: return "request not answered";
    case Fault::AnswerLate: return "late answer";
    case Fault::WallClock: return "wall clock";
    case Fault::SwitchOver: return "switch-over";
    case Fault::Unsynchronised: return "not synchronised";
    }
    Q_UNREACHABLE();
}

Faults::Faults(core::SteppedClock &clock, Network &network, Servers &servers, Dice &dice)
    : m_clock(clock)
    , m_network(network)
    , m_servers(servers)
    , m_dice(dice)
    , m_toClient(network.paceToClient())
    , m_toServer(network.paceToServer())
{
}

QString Faults::go()
{
    const int kinds = m_servers.count() > 1 ? FaultKinds : int(Fault::SwitchOver);
    const auto fault = Fault(m_dice.below(kinds));
    // Most are over before ADDP would notice, some last for longer than anybody waits.
    const core::Duration duration =
        m_dice.chance(70) ? m_dice.duration(50, 4000) : m_dice.duration(4000, 25'000);
    ++m_counts[size_t(fault)];
    bring(fault, duration);
    return u"fault: %1, %2 ms"_s.arg(QLatin1StringView(nameOf(fault))).arg(duration.count());
}

void Faults::bring(Fault fault, core::Duration duration)
{
    Door &door = m_servers.door(m_dice.below(m_servers.count()));
    Door &primary = m_servers.primary();
    switch (fault) {
    case Fault::Finish: return primary.finishAll();
    case Fault::ResetBehind: return primary.resetAll(false);
    case Fault::ResetDropping: return primary.resetAll(true);
    case Fault::Die: return primary.dieAll();
    case Fault::HoldToClient: return hold(true, false, duration);
    case Fault::HoldToServer: return hold(false, true, duration);
    case Fault::HoldBoth: return hold(true, true, duration);
    case Fault::SlowDown: {
        const core::Duration more = m_dice.duration(50, 300);
        m_network.setPace({m_toClient.latency + more, m_toClient.jitter, 60},
                          {m_toServer.latency + more, {}, 60});
        return after(duration, [this] { m_network.setPace(m_toClient, m_toServer); });
    }
    case Fault::Refuse:
        door.resetAll(m_dice.chance(50));
        m_network.refuse(door.host(), true);
        return after(duration, [this, &door] { m_network.refuse(door.host(), false); });
    case Fault::SwallowConnect:
        door.dieAll();
        m_network.swallow(door.host(), true);
        return after(duration, [this, &door] { m_network.swallow(door.host(), false); });
    case Fault::Silence:
        if (m_dice.chance(70))
            door.finishAll();
        door.setSilent(true);
        return after(duration, [&door] { door.setSilent(false); });
    case Fault::DropClients: return m_servers.sw().dropClients();
    case Fault::SwitchLink:
        m_servers.sw().setLinkUp(false);
        return after(duration, [this] { m_servers.sw().setLinkUp(true); });
    case Fault::Flapping: return flap(m_dice.between(2, 6));
    case Fault::Garbage: return primary.sayGarbage(m_dice);
    case Fault::SayAgain:
        for (int i = m_dice.between(1, 4); i > 0; --i)
            primary.sayAgain(m_dice);
        return;
    case Fault::Unregister: return primary.unregister(tlib::Dn(m_dice.chance(70) ? u"7001"_s : u"7002"_s));
    case Fault::SwallowRequest: return primary.swallow(m_dice.between(1, 3));
    case Fault::AnswerLate: return primary.answerLate(m_dice.between(1, 3), m_dice.duration(100, 8000));
    case Fault::WallClock:
        return m_clock.setWallTime(m_clock.wallTime().addMSecs(m_dice.between(-100'000'000, 100'000'000)));
    case Fault::SwitchOver: return switchOver(true, duration);
    case Fault::Unsynchronised: return switchOver(false, m_dice.duration(100, 1500));
    }
}

void Faults::hold(bool toClient, bool toServer, core::Duration duration)
{
    m_network.hold(toClient, toServer);
    after(duration, [this] { m_network.hold(false, false); });
}

void Faults::flap(int times)
{
    m_servers.sw().setLinkUp(!m_servers.sw().isLinkUp());
    if (times > 0)
        after(m_dice.duration(20, 2000), [this, times] { flap(times - 1); });
    else
        m_servers.sw().setLinkUp(true);
}

/// The primary's clients lose it, or are told that it is one no more; the other takes over.
void Faults::switchOver(bool isSynchronised, core::Duration duration)
{
    // One that was the primary before has the calls: who comes back to it takes it at its word.
    isSynchronised = isSynchronised || m_hasSwitchedOver;
    m_hasSwitchedOver = true;
    Door &before = m_servers.primary();
    Door &next = &before == &m_servers.door(0) ? m_servers.door(1) : m_servers.door(0);
    if (m_dice.chance(60)) {
        before.resetAll(m_dice.chance(50));
        m_network.refuse(before.host(), true);
        after(duration, [this, &before] { m_network.refuse(before.host(), false); });
    }
    before.setRole(false);
    next.setSynchronised(isSynchronised);
    if (!isSynchronised)
        after(duration, [&next] { next.setSynchronised(true); });
    next.setRole(true);
}

void Faults::after(core::Duration duration, std::function<void()> end)
{
    m_ends.push_back(m_clock.alarm(std::move(end)));
    m_ends.back()->start(duration);
}

void Faults::heal()
{
    m_ends.clear();
    m_network.setPace(m_toClient, m_toServer);
    m_network.heal();
    m_servers.heal();
    m_servers.sw().setLinkUp(true);
}

} // namespace world
