#include "fault/world/world.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace world {

namespace {

const QDateTime Beginning(QDate(2026, 11, 22), QTime(14, 26, 23), Qt::UTC);
constexpr core::Duration Step = 50ms;
constexpr core::Duration Promise = 3s; ///< from a sound connection to the whole truth
/// From the last fault to a sound connection: ADDP or the handshake finds out, then the longest back-off.
constexpr core::Duration Patience = 60s;

std::vector<tlib::Dn> dnsOf(Dice &dice)
{
    std::vector<tlib::Dn> dns{tlib::Dn(u"7001"_s)};
    if (dice.chance(30))
        dns.push_back(tlib::Dn(u"7002"_s)); // somebody else's, watched
    return dns;
}

Pace paceOf(Dice &dice)
{
    return {
        .latency = dice.duration(1, 120), .jitter = dice.duration(0, 30), .slicedPercent = dice.below(60)};
}

Bounds boundsFor(int addp)
{
    // Two ways of 120 + 30 ms at most, 300 ms more while the network is slow, the pieces of a frame, and what
    // a line that was held sends again bit by bit.
    return {.addpTimeout = std::chrono::seconds(addp), .latency = 500ms};
}

} // namespace

void Outcome::add(const Outcome &other)
{
    failures.insert(failures.end(), other.failures.begin(), other.failures.end());
    wrongs += other.wrongs;
    kinds.insert(other.kinds.begin(), other.kinds.end());
    looks.looks += other.looks.looks;
    looks.badges += other.looks.badges;
    looks.certain += other.looks.certain;
    looks.longestDoubt = std::max(looks.longestDoubt, other.looks.longestDoubt);
    looks.longestLost = std::max(looks.longestLost, other.looks.longestLost);
    looks.oldest = std::max(looks.oldest, other.looks.oldest);
    presses.presses += other.presses.presses;
    presses.confirmed += other.presses.confirmed;
    presses.refused += other.presses.refused;
    presses.timedOut += other.presses.timedOut;
    presses.lost += other.presses.lost;
    presses.gone += other.presses.gone;
    for (size_t i = 0; i < faults.size(); ++i)
        faults[i] += other.faults[i];
    lasted += other.lasted;
    slowestRecovery = std::max(slowestRecovery, other.slowestRecovery);
    recoveredFromHeal += other.recoveredFromHeal;
    worlds += other.worlds;
}

World::World(quint64 seed, Options options)
    : m_options(std::move(options))
    , m_clock(Beginning)
    , m_weather(2 * seed)
    , m_script(2 * seed + 1)
    , m_dns(dnsOf(m_script))
    , m_addp(m_script.pick(std::vector<int>{1, 2, 3, 5, 10}))
    , m_toClient(paceOf(m_script))
    , m_toServer(paceOf(m_script))
    , m_network(m_clock, m_weather)
    , m_servers(Life::configuration(m_script), m_clock, m_network, m_options.hasBackup ? 2 : 1, m_script)
    , m_truth(m_servers.sw(), m_clock, m_dns)
    , m_touched(m_clock.alarm([this] {
        m_truth.refresh();
        m_network.sendNews(m_truth.news());
        m_checker.look();
    }))
    , m_link(m_clock, m_network)
    , m_desk(m_link, m_clock, {.connection = {.rounds = {.chance = [this] { return m_weather.unit(); }}}})
    , m_display(m_options.display ? m_options.display(*this) : std::make_unique<Display>(m_desk))
    , m_checker(m_truth, m_desk, m_link, *m_display, boundsFor(m_addp),
                [this](Wrong wrong, const QString &text) { cry(wrong, text); })
    , m_person(m_desk, m_link, [this](Wrong wrong, const QString &text) { cry(wrong, text); })
    , m_life(m_servers, m_dns,
             [this](tlib::ConnId id) {
                 const model::Call *const call = m_desk.calls.find(id);
                 return call && m_desk.calls.isCertain(*call);
             })
    , m_faults((m_network.setPace(m_toClient, m_toServer), m_clock), m_network, m_servers, m_script)
{
    wire();
}

void World::wire()
{
    m_servers.setWatch(
        {.received = [this](const tlib::Request &request,
                            tlib::ReferenceId id) { m_person.onReceived(request, id); },
         .touched =
             [this] {
                 m_truth.refresh();     // what is true for a moment only is said all the same
                 m_touched->start(0ms); // once the switch is through
             },
         .misled = [this](core::Duration duration) { m_checker.mayMissUntil(m_clock.now() + duration); },
         .news = [this] { return m_truth.news(); }});
    const auto look = [this] { m_checker.look(); };
    connect(&m_desk.calls, &model::CallList::inserted, this, look);
    connect(&m_desk.calls, &model::CallList::changed, this, look);
    connect(&m_desk.calls, &model::CallList::certaintyChanged, this, look);
    connect(&m_desk.connection, &model::ServerConnection::stateChanged, this, look);
    connect(&m_link, &WorldLink::newsHeard, this, look);
    connect(&m_link, &WorldLink::stateTold, this, look);
    if (m_options.trace)
        traceDesk();
    if (m_options.sabotage)
        m_options.sabotage(*this);
}

void World::traceDesk()
{
    connect(&m_link, &tlib::Link::eventReceived, this, [this](const tlib::Event &event) {
        say(u"    <- %1 %2 %3"_s.arg(tlib::messageName(event.type),
                                     event.connId.isNull() ? u""_s : event.connId.toString(),
                                     event.userData.isNull() ? u""_s : event.userData.text("GSIP_RECORD")) +
            (event.sequenceNumber ? u" #%1"_s.arg(*event.sequenceNumber) : QString()) +
            (event.referenceId.isNull() ? QString() : u" for %1"_s.arg(event.referenceId.value())));
    });
    connect(&m_link, &tlib::Link::overdueChanged, this,
            [this](bool isOverdue) { say(isOverdue ? u"    <- overdue"_s : u"    <- a sign of life"_s); });
    connect(&m_link, &WorldLink::stateTold, this,
            [this](tlib::LinkState state) { say(u"    <- link %1"_s.arg(int(state))); });
    connect(&m_link, &WorldLink::requestSent, this,
            [this](const tlib::Request &request, tlib::ReferenceId id) {
                say(u"    -> %1 %2"_s.arg(tlib::messageName(tlib::typeOf(request))).arg(id.value()));
            });
    connect(&m_desk.connection, &model::ServerConnection::stateChanged, this,
            [this] { say(u"    == connection %1"_s.arg(int(m_desk.connection.state()))); });
}

Outcome World::run()
{
    QList<model::DnEntry> entries;
    for (const tlib::Dn &dn : m_dns)
        entries.append({.dn = dn, .use = entries.isEmpty() ? model::DnUse::Own : model::DnUse::Watched});
    say(u"ADDP %1 s, %2 and %3 ms, %4 DNs"_s.arg(m_addp)
            .arg(m_toClient.latency.count())
            .arg(m_toServer.latency.count())
            .arg(m_dns.size()));
    const auto endpoint = [this](const QString &host) {
        return tlib::Endpoint{.host = host,
                              .port = 7007,
                              .addpTimeout = m_addp,
                              .addpRemoteTimeout = m_script.pick(std::vector<int>{0, 1, 2, 3, 5, 10})};
    };
    m_desk.registry.setDns(entries);
    if (m_options.hasBackup)
        m_desk.connection.open(endpoint(u"primary"_s), {endpoint(u"backup"_s)});
    else
        m_desk.connection.open(endpoint(u"primary"_s));
    live(m_script.duration(8000, 30'000), true);
    m_faults.heal();
    m_touched->start(0ms);
    pass(m_toClient.latency +
         m_toClient.jitter); // garbage may have been held up until now, and is still to come
    say(u"all is well"_s);
    if (m_desk.connection.state() == model::ConnectionState::Offline)
        m_desk.connection.retry(); // it has given up on garbage, and says so; the person asks
    recover();
    live(2s, false);
    pass(7s); // every request has its end by then
    m_checker.demandTruth();
    m_person.demandEnds();
    m_outcome.looks = m_checker.figures();
    m_outcome.presses = m_person.figures();
    m_outcome.faults = m_faults.counts();
    m_outcome.lasted = m_clock.now().time_since_epoch();
    m_outcome.worlds = 1;
    return m_outcome;
}

void World::live(core::Duration duration, bool hasFaults)
{
    const core::Instant end = m_clock.now() + duration;
    const auto later = [this](int most) { return m_clock.now() + m_script.duration(1, most); };
    core::Instant life = later(700), press = later(1500), fault = later(6000);
    while (m_clock.now() < end) {
        if (m_clock.now() >= life) {
            say(m_life.go(m_script));
            m_touched->start(0ms);
            life = later(700);
        }
        if (m_clock.now() >= press) {
            say(m_person.press(m_script));
            press = later(1500);
        }
        if (hasFaults && m_clock.now() >= fault) {
            say(m_faults.go());
            m_touched->start(0ms);
            fault = later(m_script.chance(20) ? 300 : 6000);
        }
        const core::Instant next = std::min({life, press, hasFaults ? fault : life, end});
        pass(std::max(core::Duration(1), next - m_clock.now()));
    }
}

void World::pass(core::Duration duration)
{
    const core::Instant end = m_clock.now() + duration;
    while (m_clock.now() < end) {
        m_clock.advance(std::min(Step, end - m_clock.now()));
        QCoreApplication::sendPostedEvents(); // what the model does from its event loop
        m_checker.lookAround();
        m_network.sweep();
        m_servers.sweep();
    }
}

/// The connection that the desktop has now can do all that it needs.
bool World::isSound() const
{
    return m_link.isOpen() && const_cast<Servers &>(m_servers).serve(m_link.line());
}

void World::recover()
{
    const core::Instant healed = m_clock.now();
    core::Instant soundSince = healed;
    while (!isSound() || !m_checker.untrue().isEmpty()) {
        if (!isSound())
            soundSince = m_clock.now();
        if (m_clock.now() - soundSince > Promise || m_clock.now() - healed > Patience) {
            for (const QString &sentence : m_checker.untrue())
                cry(Wrong::NotRecovered,
                    u"%1 ms after the last fault: "_s.arg((m_clock.now() - healed).count()) + sentence);
            return;
        }
        pass(Step);
    }
    m_outcome.slowestRecovery = m_clock.now() - soundSince;
    m_outcome.recoveredFromHeal = m_clock.now() - healed <= Promise;
    say(u"everything is certain and true"_s);
}

void World::say(const QString &line)
{
    if (m_options.trace && !line.isEmpty())
        m_options.trace(
            u"%1  %2"_s.arg(double(m_clock.now().time_since_epoch().count()) / 1000, 8, 'f', 3).arg(line));
}

void World::cry(Wrong wrong, const QString &text)
{
    say(u"*** %1: %2"_s.arg(QLatin1StringView(nameOf(wrong)), text));
    ++m_outcome.wrongs;
    m_outcome.kinds.insert(wrong);
    if (m_outcome.failures.size() < 20)
        m_outcome.failures.push_back({.wrong = wrong, .at = m_clock.now(), .text = text});
}

} // namespace world

#include "moc_world.cpp"
