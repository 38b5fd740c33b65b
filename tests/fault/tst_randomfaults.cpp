#include "backends/wire/wirelink.h"
#include "fault/witness.h"
#include "support/certificates.h"
#include "support/testprogram.h"
#include "support/untilso.h"

#include <QElapsedTimer>
#include <QLoggingCategory>
#include <QTest>

#include <algorithm>
#include <random>

namespace tst_randomfaults {

using namespace std::chrono_literals;
using support::Direction;
using support::FaultProxy;
using support::SwitchOnPort;
using support::Toxics;

namespace {

constexpr int Schedules = 200;
/// To look at one that failed.
quint32 firstSeed()
{
    const int given = qEnvironmentVariableIntValue("TALLYLIGHT_FAULT_SEED");
    return given > 0 ? quint32(given) : 1;
}

constexpr int StepsEach = 30;
constexpr int LastFaultIsFelt = 30; ///< ms
constexpr int TrueWithin = 3000;    ///< ms after the last fault
constexpr int Attempts = 2;         ///< at what is only late: a busy machine is not the desktop's fault

/// A switch, a network and a desk, to all of which random things happen. Everything is real but the waits,
/// which are short.
class World
{
public:
    World(quint32 seed, const support::Certificates *tls)
        : m_random(seed)
        , server(SwitchOnPort::smallSite(), filesOf(tls))
        , proxy(server.port(), seed)
        , link(clock, {}, {.connect = 300ms})
        , desk(link, clock,
               {.connection = {.request = 500ms,
                               .handshake = 300ms,
                               .rounds = {.firstRetry = 5ms, .lastRetry = 40ms},
                               .registration = 300ms},
                .control = {.confirm = 500ms}})
        , witness(proxy, server, desk, tls != nullptr)
    {
        QObject::connect(&desk.control, &model::CallControl::settled, &desk.control, [this] { ++settled; });
        desk.registry.setDns({picture::Dn});
        desk.connection.open({.host = QStringLiteral("127.0.0.1"),
                              .port = proxy.port(),
                              .secure = tls != nullptr,
                              .caFile = tls ? tls->certificate(QStringLiteral("ca")) : QString()});
    }
    ~World() { proxy.resetAll(); } // leaves no port that waits

    /// What went wrong, and where; empty when nothing did.
    QString run()
    {
        for (int i = 0; i < StepsEach; ++i) {
            step();
            pass(upTo(8));
        }
        heal();
        QElapsedTimer timer;
        timer.start();
        pass(LastFaultIsFelt); // before that it may still be certain and true, and about to be lost
        const bool isTrue = support::untilSo(
            [this] {
                witness.look();
                return picture::isTrue(desk, server.sw) && settled == performed;
            },
            TrueWithin);
        took = timer.elapsed();
        if (!witness.lie.isEmpty())
            return witness.lie;
        if (isTrue)
            return {};
        return QStringLiteral(
                   "late: after %1 ms it shows %2 where the truth is %3; %4 of %5 requests have ended; %6")
            .arg(took)
            .arg(picture::of(desk).join(QString()), picture::of(server.sw).join(QString()))
            .arg(settled)
            .arg(performed)
            .arg(desk.connection.trouble()
                     ? desk.connection.trouble()->text
                     : QStringLiteral("connection state %1").arg(int(desk.connection.state())));
    }
    qint64 took = 0;

private:
    static std::optional<wire::TlsFiles> filesOf(const support::Certificates *tls)
    {
        if (!tls)
            return std::nullopt;
        return wire::TlsFiles{.certificate = tls->certificate(QStringLiteral("server")),
                              .key = tls->key(QStringLiteral("server"))};
    }
    int upTo(int most) { return std::uniform_int_distribution<int>(0, most)(m_random); }
    void pass(int milliseconds)
    {
        bool isOver = false;
        QTimer::singleShot(milliseconds, Qt::PreciseTimer, &proxy, [&isOver] { isOver = true; });
        support::untilSo([&] {
            witness.look();
            return isOver;
        });
    }
    void step()
    {
        switch (upTo(11)) {
        case 0: return newCall();
        case 1:
        case 2:
        case 3: return move();
        case 4:
        case 5:
        case 6:
        case 7: return press();
        case 8: return cut();
        case 9: return heal();
        default: return poison(upTo(2) ? Direction::ToClient : Direction::ToServer);
        }
    }
    QByteArray anyCall()
    {
        const auto &calls = server.sw.book().all();
        if (calls.empty())
            return {};
        return std::next(calls.begin(), upTo(int(calls.size()) - 1))->first.toString().toLatin1();
    }
    void newCall()
    {
        if (server.sw.book().all().size() < 3)
            server.call("+4930555" + QByteArray::number(100 + upTo(800)), "7001");
    }
    void move()
    {
        const QByteArray call = anyCall();
        if (call.isEmpty())
            return newCall();
        static const QByteArray states[] = {"on", "off", "paused"};
        static const QByteArray moves[] = {"answer", "hold", "retrieve", "release"};
        if (upTo(2))
            server.recorder(call, states[upTo(2)]);
        else
            server.command(R"({"do":")" + moves[upTo(3)] + R"(","connId":")" + call + R"("})");
    }
    /// Somebody at the desk does what is offered.
    void press()
    {
        for (const model::CallId id : desk.calls.ids()) {
            const model::CallActions possible = desk.rules.possible(*desk.calls.find(id));
            for (const model::CallAction action : model::AllCallActions) {
                if (!possible.testFlag(action) || upTo(2) || action > model::CallAction::Release)
                    continue;
                if (desk.control.perform(id, action))
                    ++performed;
                return;
            }
        }
    }
    void cut()
    {
        switch (upTo(4)) {
        case 0: return proxy.closeAll();
        case 1: return proxy.resetAll();
        case 2: return proxy.setDown(upTo(1));
        case 3: server.sw.dropClients(); return;
        default: server.sw.setLinkUp(upTo(1)); return;
        }
    }
    void poison(Direction direction)
    {
        Toxics toxics;
        if (!upTo(2)) {
            toxics.latency = Toxics::Time(upTo(10));
            toxics.jitter = Toxics::Time(upTo(10));
        }
        if (!upTo(2)) {
            toxics.sliceSize = 1 + upTo(40);
            toxics.sliceVariation = upTo(10);
        }
        if (!upTo(3))
            toxics.bandwidth = 20'000 + upTo(200'000);
        if (!upTo(4))
            toxics.slowClose = Toxics::Time(upTo(10));
        if (!upTo(4))
            toxics.limitData = upTo(3000);
        if (!upTo(6))
            toxics.resetPeer = Toxics::Time(upTo(10));
        if (!upTo(6))
            toxics.isDead = true;
        if (!upTo(6)) {
            toxics.timeout = Toxics::Time(1 + upTo(10));
            m_hasLostBytes = true;
        }
        if (m_hasLostBytes)
            proxy.closeAll();
        proxy.setToxics(direction, toxics);
    }
    void heal()
    {
        if (std::exchange(m_hasLostBytes, false))
            proxy.closeAll();
        proxy.heal();
        if (!server.sw.isLinkUp())
            server.sw.setLinkUp(true);
    }

    std::mt19937 m_random;
    bool m_hasLostBytes = false; ///< a connection that misses bytes never goes on: networks do not do that

public:
    core::SystemClock clock;
    SwitchOnPort server;
    FaultProxy proxy;
    wire::WireLink link;
    model::Desk desk;
    Witness witness;
    int performed = 0;
    int settled = 0;
};

} // namespace

/// Random faults over real connections: never a wrong badge, and certain and true soon after the last fault.
class TestRandomFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLoggingCategory::setFilterRules(QStringLiteral("tallylight.*=false")); }
    void rowR1OverTcp() { play(nullptr); }
    void rowR1OverTls();

private:
    void play(const support::Certificates *tls);
};

void TestRandomFaults::rowR1OverTls()
{
    if (const QString obstacle = support::Certificates::obstacle(); !obstacle.isEmpty())
        QSKIP(qPrintable(obstacle));
    support::Certificates certificates;
    certificates.make(QStringLiteral("server"), {});
    play(&certificates);
}

void TestRandomFaults::play(const support::Certificates *tls)
{
    QList<qint64> times;
    qint64 looks = 0;
    int performed = 0, connections = 0;
    for (quint32 seed = firstSeed(); seed <= Schedules; ++seed) {
        QString trouble;
        for (int i = 0; i < Attempts; ++i) {
            World world(seed, tls);
            trouble = world.run();
            times.append(world.took);
            looks += world.witness.looks;
            performed += world.performed;
            connections += world.proxy.connectionsMade();
            if (!trouble.startsWith(QLatin1String("late")))
                break;
        }
        QVERIFY2(trouble.isEmpty(), qPrintable(QStringLiteral("seed %1: ").arg(seed) + trouble));
    }
    std::sort(times.begin(), times.end());
    qInfo("%d schedules, %d connections, %d requests, looked %lld times; true again after %lld ms (median), "
          "%lld ms (worst)",
          Schedules, connections, performed, looks, times[times.size() / 2], times.last());
}

TALLY_TEST(TestRandomFaults)

} // namespace tst_randomfaults

#include "tst_randomfaults.moc"
