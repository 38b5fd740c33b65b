// How fast a desktop doubts, and how fast it is sure again: R2, R3, P8; what it holds in memory: P11; and
// what it does after it has stood still: P12. Prints each figure beside its goal. Desk and link are in this
// process, servers and desktops are the real programs beside it. Arguments: the figures to take ("r2 r3 p8
// p11 p12"); all when none.

#include "backends/wire/wirelink.h"
#include "model/desk.h"
#include "support/certificates.h"
#include "support/faultproxy.h"
#include "support/processtruth.h"
#include "support/untilso.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QLoggingCategory>

#include <algorithm>
#include <cstdio>

namespace {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using support::FaultProxy;
using support::Home;
using support::Program;
using support::untilSo;

constexpr int ManyDns = 10'000;
constexpr int Rounds = 9;
constexpr int FailOvers = 5;
constexpr int Patience = 60'000;

void report(const char *figure, const char *what, double measured, double goal, const char *unit)
{
    std::printf("%-4s %-66s %8.1f %-2s  goal %6.0f  %s\n", figure, what, measured, unit, goal,
                measured <= goal ? "met" : "MISSED");
    std::fflush(stdout);
}

double median(QList<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

void need(bool isSo, const char *what)
{
    if (!isSo)
        qFatal("%s did not come about", what);
}

QString dnAt(int i)
{
    return QString::number(100'000 + i);
}

/// tallylight-sim with so many extensions, of which the first ones are in a recorded call each.
class BigSwitch
{
public:
    BigSwitch(int dns, int calls, const QStringList &more = {})
    {
        QJsonArray list{QJsonObject{{u"dn"_s, u"7900"_s}}};
        for (int i = 0; i < dns; ++i)
            list.append(QJsonObject{{u"dn"_s, dnAt(i)}, {u"record"_s, true}});
        const QString file = m_home.write(
            u"switch.json"_s,
            QJsonDocument(QJsonObject{{u"dns"_s, list}, {u"recorder"_s, QJsonObject{{u"delayMs"_s, 0}}}})
                .toJson());
        m_program = std::make_unique<Program>(
            m_home, u"tallylight-sim"_s,
            QStringList{u"--listen"_s, u"127.0.0.1:0"_s, u"--config"_s, file} + more);
        port = m_program->line().split(':').last().toUShort();
        need(port != 0, "the simulator");
        for (int i = 0; i < calls; ++i)
            makeCall(i);
    }
    QJsonObject command(const QByteArray &line)
    {
        m_program->write(line);
        return QJsonDocument::fromJson(readLine()).object();
    }
    bool isSynchronised()
    {
        const QJsonObject now = command(R"({"do":"state"})");
        return now["synchronised"_L1].toBool() && !now["peer"_L1].toString().isEmpty();
    }
    void kill()
    {
        m_program->kill();
        need(m_program->waitForEnd(), "the end of the simulator");
    }
    quint16 port = 0;
    QList<QByteArray> firstCalls;

private:
    void makeCall(int i)
    {
        const QByteArray call = command(R"({"do":"call","from":"+49305)" + QByteArray::number(100'000 + i) +
                                        R"(","to":")" + dnAt(i).toLatin1() + R"("})")["connId"_L1]
                                    .toString()
                                    .toLatin1();
        command(R"({"do":"answer","connId":")" + call + R"("})");
        if (i < 3)
            firstCalls.append(call);
    }
    /// Program::line() sleeps between two looks, which is long for thousands of commands.
    QByteArray readLine()
    {
        need(untilSo([this] { return m_program->hasLine(); }, Patience), "the simulator's answer");
        return m_program->line();
    }
    Home m_home;
    std::unique_ptr<Program> m_program;
};

/// A desk on a link, without a window.
struct NetDesk
{
    NetDesk(int dns, int addpTimeout = 0)
        : link(clock)
        , desk(link, clock)
        , addp(addpTimeout)
    {
        QList<model::DnEntry> entries{{.dn = model::Dn(u"7900"_s)}};
        for (int i = 0; i < dns; ++i)
            entries.append({.dn = model::Dn(dnAt(i)), .use = model::DnUse::Watched});
        desk.registry.setDns(entries);
        QObject::connect(&desk.connection, &model::ServerConnection::epochOpened, &link,
                         [this] { sinceEpoch.start(); });
    }
    tlib::Endpoint at(quint16 port, const support::Certificates *tls = nullptr) const
    {
        return {.host = u"127.0.0.1"_s,
                .port = port,
                .secure = tls != nullptr,
                .caFile = tls ? tls->certificate(u"ca"_s) : QString(),
                .addpTimeout = addp,
                .addpRemoteTimeout = addp};
    }
    bool isSure() const
    {
        const auto &ids = desk.calls.ids();
        return desk.connection.isReliable() && std::all_of(ids.begin(), ids.end(), [this](model::CallId id) {
                   return desk.calls.isCertain(*desk.calls.find(id));
               });
    }
    void waitUntilSure() const
    {
        need(untilSo([this] { return isSure(); }, Patience), "a certain desk");
    }

    core::SystemClock clock;
    wire::WireLink link;
    model::Desk desk;
    const int addp;
    QElapsedTimer sinceEpoch;
};

template <class What>
double millisecondsUntil(const NetDesk &net, What cause, bool isSure)
{
    QElapsedTimer timer;
    timer.start();
    cause();
    need(untilSo([&] { return net.isSure() == isSure && net.desk.calls.isCertain() == isSure; }, Patience),
         "the change");
    return double(timer.nsecsElapsed()) / 1e6;
}

void measureDoubt()
{
    BigSwitch server(10, 5);
    FaultProxy proxy(server.port);
    NetDesk net(10, 1);
    const auto openAnew = [&] { // instead of its back-off, which grows with every loss
        net.desk.connection.open(net.at(proxy.port()));
        net.waitUntilSure();
    };
    openAnew();
    QList<double> fin, rst, link;
    for (int i = 0; i < Rounds; ++i) {
        fin.append(millisecondsUntil(
            net, [&] { proxy.closeAll(); }, false));
        openAnew();
        rst.append(millisecondsUntil(
            net, [&] { proxy.resetAll(); }, false));
        openAnew();
        link.append(millisecondsUntil(
            net, [&] { server.command(R"({"do":"switch-link","up":false})"); }, false));
        server.command(R"({"do":"switch-link","up":true})");
        net.waitUntilSure();
    }
    report("R2", "doubt after FIN", median(fin), 100, "ms");
    report("R2", "doubt after RST", median(rst), 100, "ms");
    report("R2", "doubt after LinkDisconnected", median(link), 100, "ms");
    const support::Toxics dead{.isDead = true};
    QElapsedTimer timer;
    timer.start();
    proxy.setToxics(support::Direction::ToServer, dead);
    proxy.setToxics(support::Direction::ToClient, dead);
    need(untilSo([&] { return !net.isSure(); }, Patience), "doubt");
    report("R2", "doubt after a silent cut, addp-timeout 1 s", double(timer.elapsed()), 2500, "ms");
    need(untilSo([&] { return net.desk.connection.state() == model::ConnectionState::Lost; }, Patience),
         "loss");
    report("R2", "lost after a silent cut, addp-timeout 1 s", double(timer.elapsed()), 2500, "ms");
}

/// The hot standby of `primary`, which has everything.
std::unique_ptr<BigSwitch> backupOf(BigSwitch &primary, int dns)
{
    auto backup = std::make_unique<BigSwitch>(
        dns, 0, QStringList{u"--backup-of"_s, u"127.0.0.1:%1"_s.arg(primary.port)});
    need(untilSo([&] { return backup->isSynchronised() && primary.isSynchronised(); }, Patience),
         "a backup that has everything");
    return backup;
}

QSet<model::CallId> callsOf(const NetDesk &net)
{
    const auto &ids = net.desk.calls.ids();
    return {ids.begin(), ids.end()};
}

/// kill -9 of the primary; the one who is killed comes back as the backup of the other.
void measureFailOver(int dns, const char *what, double goal)
{
    const int calls = std::min(dns, 2000);
    auto primary = std::make_unique<BigSwitch>(dns, calls);
    auto backup = backupOf(*primary, dns);
    NetDesk net(dns);
    QList<double> times;
    for (int i = 0; i < FailOvers; ++i) {
        net.desk.connection.open(net.at(primary->port), {net.at(backup->port)});
        net.waitUntilSure();
        const auto before = callsOf(net);
        need(before.size() == calls, "every call");
        QElapsedTimer timer;
        const QMetaObject::Connection doubt = QObject::connect(
            &net.desk.connection, &model::ServerConnection::doubted, &net.link, [&timer] { timer.start(); },
            Qt::SingleShotConnection);
        primary->kill();
        need(untilSo([&] { return timer.isValid() && net.isSure(); }, Patience), "the fail-over");
        times.append(double(timer.nsecsElapsed()) / 1e6);
        QObject::disconnect(doubt);
        need(callsOf(net) == before, "the same calls after the fail-over");
        primary = std::exchange(backup, nullptr);
        backup = backupOf(*primary, dns);
    }
    report("R3", what, median(times), goal, "ms");
    report("R3", "  the slowest of these", *std::max_element(times.begin(), times.end()), goal, "ms");
}

void measureResync(const support::Certificates *tls, int calls, const char *what, double goal)
{
    BigSwitch server(ManyDns, calls,
                     tls ? QStringList{u"--tls-cert"_s, tls->certificate(u"server"_s), u"--tls-key"_s,
                                       tls->key(u"server"_s)}
                         : QStringList());
    NetDesk net(ManyDns);
    QList<double> times;
    for (int i = 0; i < Rounds; ++i) {
        net.desk.connection.open(net.at(server.port, tls));
        net.waitUntilSure();
        times.append(double(net.sinceEpoch.nsecsElapsed()) / 1e6);
        need(net.desk.calls.ids().size() == calls, "every call");
    }
    report("P8", what, median(times), goal, "ms");
}

/// It takes no more memory for a second.
bool isSettled(const support::QuietDesktop &desktop)
{
    const qint64 before = desktop.resident();
    QTest::qWait(1000);
    return before > 20'000 && desktop.resident() == before;
}

void measureMemory()
{
    constexpr double Megabyte = 1024;
    {
        BigSwitch server(1, 1);
        Home home;
        support::QuietDesktop agent(
            home, {u"--connect"_s, u"tlib://127.0.0.1:%1"_s.arg(server.port), u"--dn"_s, dnAt(0)});
        need(untilSo([&] { return support::recordingsShown(agent.state()).values() == QStringList{u"on"_s}; },
                     Patience),
             "the call");
        report("P11", "memory of an agent's desktop with a call (RSS)", double(agent.resident()) / Megabyte,
               50, "MB");
    }
    BigSwitch server(ManyDns, ManyDns);
    Home home;
    support::QuietDesktop desktop(home, {u"--connect"_s, u"tlib://127.0.0.1:%1"_s.arg(server.port),
                                         u"--role"_s, u"supervisor"_s, u"--dn"_s, u"7900"_s, u"--dn"_s,
                                         dnAt(0) + u'-' + dnAt(ManyDns - 1)});
    need(untilSo([&] { return isSettled(desktop); }, Patience), "the supervisor");
    const qint64 sure = desktop.resident(); // before its state is asked for, which is a text of megabytes
    const QJsonObject state = desktop.state();
    need(state["link"_L1]["certain"_L1].toBool() && state["board"_L1]["calls"_L1].toInt() == ManyDns,
         "every call");
    report("P11", "memory of a supervisor's desktop with 10,000 calls (RSS)", double(sure) / Megabyte, 75,
           "MB");
}

void measureStandstill()
{
    constexpr int Seconds = 10;
    constexpr int PerSecond = 20'000;
    BigSwitch server(6, 6);
    Home home;
    support::QuietDesktop desktop(home, {u"--connect"_s, u"tlib://127.0.0.1:%1"_s.arg(server.port),
                                         u"--role"_s, u"supervisor"_s, u"--dn"_s, u"7900"_s, u"--dn"_s,
                                         dnAt(0) + u'-' + dnAt(5)});
    QStringList dns;
    for (int i = 0; i < 6; ++i)
        dns.append(dnAt(i));
    const auto isTrue = [&] {
        return support::isWhole(support::recordingsShown(desktop.state()),
                                support::recordingsTrue(server.command(R"({"do":"state"})"), dns));
    };
    const auto storm = [&](int events, int perSecond) {
        server.command(R"({"do":"storm","events":)" + QByteArray::number(events) + R"(,"perSecond":)" +
                       QByteArray::number(perSecond) + "}");
        const QJsonArray last{u"Storm"_s, events};
        need(untilSo(
                 [&] {
                     const QJsonArray calls = server.command(R"({"do":"state"})")["calls"_L1].toArray();
                     return std::any_of(calls.begin(), calls.end(), [&last](const QJsonValue &call) {
                         return call["userData"_L1].toArray().contains(last);
                     });
                 },
                 Patience),
             "the end of the storm");
    };
    need(untilSo(isTrue, Patience), "the supervisor");
    storm(2000, 2000);
    const qint64 before = desktop.resident();
    desktop.forgetPeak();
    desktop.signal(SIGSTOP);
    storm(Seconds * PerSecond, PerSecond);
    for (const QByteArray &call : server.firstCalls)
        server.command(R"({"do":"recorder","connId":")" + call + R"(","state":"paused"})");
    QElapsedTimer timer;
    timer.start();
    desktop.signal(SIGCONT);
    need(untilSo(isTrue, Patience), "the truth");
    report("P12", "caught up after 10 s of standstill at 20,000 events/s", double(timer.elapsed()), 250,
           "ms");
    report("P12", "memory that this took at the most (RSS)", double(desktop.peak() - before) / 1024, 16,
           "MB");
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QLoggingCategory::setFilterRules(u"tallylight.*=false"_s);
    qputenv("TALLYLIGHT_BIN", QCoreApplication::applicationDirPath().toLocal8Bit());
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const QStringList asked = QCoreApplication::arguments().sliced(1);
    const auto isAsked = [&asked](const QString &figure) {
        return asked.isEmpty() || asked.contains(figure);
    };
    if (isAsked(u"r2"_s))
        measureDoubt();
    if (isAsked(u"r3"_s)) {
        measureFailOver(10, "every badge certain after a fail-over, agent", 1000);
        measureFailOver(ManyDns, "every badge certain after a fail-over, 10,000 DNs", 2000);
    }
    if (isAsked(u"p8"_s)) {
        measureResync(nullptr, 0, "resync of 10,000 DNs", 150);
        measureResync(nullptr, 2000, "resync of 10,000 DNs with 2,000 calls", 150);
        if (support::Certificates::obstacle().isEmpty()) {
            support::Certificates certificates;
            certificates.make(u"server"_s, {});
            measureResync(&certificates, 0, "resync of 10,000 DNs over TLS", 400);
        }
    }
    if (isAsked(u"p11"_s))
        measureMemory();
    if (isAsked(u"p12"_s))
        measureStandstill();
    return 0;
}
