#pragma once

#include "fault/world/faults.h"
#include "fault/world/life.h"
#include "fault/world/person.h"

#include <functional>
#include <set>

namespace world {

/// What a world comes to; those of many are added up.
struct Outcome
{
    struct Failure
    {
        Wrong wrong = {};
        core::Instant at = {};
        QString text = {};
    };

    std::vector<Failure> failures = {}; ///< the first ones
    quint64 wrongs = 0;                 ///< all of them
    std::set<Wrong> kinds = {};
    Checker::Figures looks = {};
    Person::Figures presses = {};
    std::array<quint32, FaultKinds> faults{};
    core::Duration lasted{0};
    core::Duration slowestRecovery{0}; ///< from the heal, or a sound connection after it, to the whole truth
    quint64 recoveredFromHeal = 0;     ///< within three seconds of the heal itself
    quint64 worlds = 0;

    void add(const Outcome &other);
    bool has(Wrong wrong) const { return kinds.contains(wrong); }
};

/// A switch, its servers, a network and a desktop in one thread, with all that happens in a minute of their
/// life, from one seed. It ends with the last fault healed and everything certain and true, or with a
/// failure.
class World : public QObject
{
    Q_OBJECT

public:
    struct Options
    {
        bool hasBackup = false;
        /// What the person sees; empty: what the desktop shows.
        std::function<std::unique_ptr<Display>(World &)> display = {};
        /// Done to the world before it begins, by tests of the checker.
        std::function<void(World &)> sabotage = {};
        /// Each line of the script, as it happens; empty: nobody reads it.
        std::function<void(const QString &)> trace = {};
    };

    World(quint64 seed, Options options);

    Outcome run();

    model::Desk &desk() { return m_desk; }
    WorldLink &link() { return m_link; }

private:
    void wire();
    void pass(core::Duration duration);
    void live(core::Duration duration, bool hasFaults);
    void recover();
    bool isSound() const;
    void say(const QString &line);
    void cry(Wrong wrong, const QString &text);
    void traceDesk();

    Options m_options;
    core::SteppedClock m_clock;
    Dice m_weather; ///< of the network and the jitter
    Dice m_script;  ///< what happens, and when
    const std::vector<tlib::Dn> m_dns;
    const int m_addp;
    const Pace m_toClient;
    const Pace m_toServer;
    Network m_network;
    Servers m_servers;
    Truth m_truth;
    std::unique_ptr<core::Alarm> m_touched;
    WorldLink m_link;
    model::Desk m_desk;
    std::unique_ptr<Display> m_display;
    Outcome m_outcome;
    Checker m_checker;
    Person m_person;
    Life m_life;
    Faults m_faults;
};

} // namespace world
