#include "support/processtruth.h"
#include "support/runhelper.h"
#include "support/testprogram.h"

#include <QDirIterator>
#include <QElapsedTimer>

namespace tst_desktopfaults {

using namespace Qt::StringLiterals;

#ifdef __SANITIZE_ADDRESS__ // it keeps what was freed for a while
constexpr bool IsSanitized = true;
#else
constexpr bool IsSanitized = false;
#endif
using support::Home;
using support::Program;
using support::QuietDesktop;
using support::Simulator;

namespace {

constexpr qint64 MostGrowth = 16 * 1024; ///< kB
const QStringList Agents{u"7001"_s, u"7002"_s, u"7003"_s, u"7004"_s, u"7005"_s, u"7006"_s};

/// All of the time that the matrix names, or enough to see it.
int seconds()
{
    return qEnvironmentVariableIsSet("TALLYLIGHT_FAULT_FULL") ? 10 : 3;
}

QString shownAs(const QMap<QString, QString> &recordings)
{
    return QStringList(recordings.values()).join(u' ');
}

} // namespace

/// The real desktop under load, while it stands still, and while the clock on the wall jumps.
class TestDesktopFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void row42StormOfEvents();
    void row43BlockedDesktop();
    void row44WallClockJumps();

private:
    bool isTrue()
    {
        m_shown = support::recordingsShown(m_desktop->state());
        m_truth = support::recordingsTrue(m_sim->command(R"({"do":"state"})"), Agents);
        return support::isWhole(m_shown, m_truth);
    }
    /// A supervisor who watches six agents, each with a call, in all states.
    void startFloor()
    {
        m_desktop = std::make_unique<QuietDesktop>(
            *m_home, QStringList{u"--connect"_s, m_sim->url(), u"--role"_s, u"supervisor"_s, u"--dn"_s,
                                 u"7900"_s, u"--dn"_s, u"7001-7006"_s});
        const QByteArray states[] = {"on", "paused", "off"};
        int number = 0;
        for (const QString &agent : Agents) {
            const QByteArray call = m_sim->call("+49305550" + QByteArray::number(number), agent.toLatin1());
            QVERIFY(m_sim->done(R"({"do":"answer","connId":")" + call + R"("})"));
            QVERIFY(m_sim->recorder(call, "on"));
            QVERIFY(m_sim->recorder(call, states[number++ % 3]));
            m_calls.append(call);
        }
        QTRY_VERIFY_WITH_TIMEOUT(isTrue(), Program::Patience);
    }
    void storm(int perSecond, int forSeconds)
    {
        QVERIFY(m_sim->done(R"({"do":"storm","events":)" + QByteArray::number(perSecond * forSeconds) +
                            R"(,"perSecond":)" + QByteArray::number(perSecond) + "}"));
    }
    bool stormIsOver(int events)
    {
        const QJsonArray calls = m_sim->command(R"({"do":"state"})")["calls"_L1].toArray();
        return std::any_of(calls.begin(), calls.end(), [events](const QJsonValue &call) {
            return call["userData"_L1].toArray().contains(QJsonArray{u"Storm"_s, events});
        });
    }
    /// What it makes the desktop allocate stays, and is none of what is measured.
    void firstGust()
    {
        RUN(storm(1000, 1));
        QTRY_VERIFY_WITH_TIMEOUT(stormIsOver(1000), Program::Patience);
    }
    /// What was "on" is paused, and the other way round.
    void moveRecorders()
    {
        QVERIFY(m_sim->recorder(m_calls[0], "paused"));
        QVERIFY(m_sim->recorder(m_calls[1], "on"));
        QVERIFY(m_sim->recorder(m_calls[2], "on"));
    }
    /// As nothing in the storm was: a desktop that lags by a round of it cannot look right by chance.
    void settleAnew()
    {
        QVERIFY(m_sim->recorder(m_calls[0], "off"));
        QVERIFY(m_sim->recorder(m_calls[1], "off"));
        QVERIFY(m_sim->recorder(m_calls[2], "paused"));
    }

    std::unique_ptr<Home> m_home;
    std::unique_ptr<Simulator> m_sim;
    std::unique_ptr<QuietDesktop> m_desktop;
    QList<QByteArray> m_calls;
    QMap<QString, QString> m_shown;
    QMap<QString, QString> m_truth;
};

void TestDesktopFaults::init()
{
    m_home = std::make_unique<Home>();
    m_sim = std::make_unique<Simulator>(*m_home);
    QVERIFY(m_sim->isReady());
    m_calls.clear();
}

void TestDesktopFaults::cleanup()
{
    if (QTest::currentTestFailed())
        qInfo("shown: %s; true: %s", qPrintable(shownAs(m_shown)), qPrintable(shownAs(m_truth)));
    m_desktop.reset();
    m_sim.reset();
    m_home.reset();
}

void TestDesktopFaults::row42StormOfEvents()
{
    RUN(startFloor());
    RUN(firstGust());
    const qint64 before = m_desktop->resident();
    m_desktop->forgetPeak();
    RUN(storm(50'000, seconds()));
    QElapsedTimer timer;
    timer.start();
    int answers = 0;
    while (timer.elapsed() <
           seconds() * 1000) { // it can be looked at all the while, and still shows the truth
        RUN(moveRecorders());
        QVERIFY(!m_desktop->state().isEmpty());
        ++answers;
        QVERIFY(m_sim->recorder(m_calls[0], "on"));
        QVERIFY(m_sim->recorder(m_calls[1], "paused"));
        QVERIFY(m_sim->recorder(m_calls[2], "off"));
    }
    RUN(settleAnew());
    timer.restart();
    QTRY_VERIFY_WITH_TIMEOUT(isTrue(), Program::Patience);
    const qint64 growth = m_desktop->peak() - before;
    qInfo("%d answers in the storm; true %lld ms after it; memory grew by %lld kB at the most", answers,
          timer.elapsed(), growth);
    QVERIFY(growth <= MostGrowth || IsSanitized);
    QVERIFY(m_desktop->program.isRunning());
}

void TestDesktopFaults::row43BlockedDesktop()
{
    constexpr qint64 CaughtUpWithin = 2000; // of a build for work; tests/bench measures the goal of 250 ms
    RUN(startFloor());
    RUN(firstGust());
    const qint64 before = m_desktop->resident();
    m_desktop->forgetPeak();
    m_desktop->signal(SIGSTOP);
    RUN(storm(20'000, seconds()));
    RUN(moveRecorders());
    QTRY_VERIFY_WITH_TIMEOUT(stormIsOver(20'000 * seconds()), 3 * Program::Patience);
    QElapsedTimer timer;
    timer.start();
    m_desktop->signal(SIGCONT);
    QTRY_VERIFY_WITH_TIMEOUT(isTrue(), Program::Patience);
    const qint64 took = timer.elapsed();
    const qint64 growth = m_desktop->peak() - before;
    qInfo("caught up in %lld ms, memory grew by %lld kB at the most", took, growth);
    QVERIFY(growth <= MostGrowth || IsSanitized);
    QVERIFY(took <= CaughtUpWithin);
}

void TestDesktopFaults::row44WallClockJumps()
{
    if (IsSanitized)
        QSKIP("AddressSanitizer has to be loaded first, and so has libfaketime");
    QDirIterator libraries(u"/usr/lib"_s, {u"libfaketime.so.1"_s}, QDir::Files, QDirIterator::Subdirectories);
    if (!libraries.hasNext())
        QSKIP("libfaketime is not installed: apt-get install faketime");
    const QString clockFile = m_home->write(u"clock"_s, "+0\n");
    QProcessEnvironment &environment = m_home->environment;
    environment.insert(u"LD_PRELOAD"_s, libraries.next());
    environment.insert(u"FAKETIME_TIMESTAMP_FILE"_s, clockFile);
    environment.insert(u"FAKETIME_NO_CACHE"_s, u"1"_s);
    environment.insert(u"DONT_FAKE_MONOTONIC"_s, u"1"_s);
    environment.insert(u"FAKETIME_DONT_FAKE_MONOTONIC"_s, u"1"_s);
    const auto year = [this] {
        QProcess date;
        date.setProcessEnvironment(m_home->environment);
        date.start(u"date"_s, {u"+%Y"_s});
        date.waitForFinished();
        return date.readAll().trimmed().toInt();
    };
    const int thisYear = year();
    support::Desktop desktop(*m_home);
    QVERIFY(desktop.start({u"--connect"_s, m_sim->url(), u"--dn"_s, u"7001"_s}));
    QTRY_COMPARE_WITH_TIMEOUT(desktop.link(), u"connected"_s, Program::Patience);
    m_sim->call("+493055501", "7001");
    QTRY_COMPARE(desktop.callState(), u"ringing"_s);
    QCOMPARE(desktop.ctl("answer"), 0);
    QTRY_COMPARE(desktop.recording(), u"on"_s);
    const qsizetype before = desktop.states().size();
    for (const char *jump : {"+800d", "-800d", "+0"}) {
        m_home->write(u"clock"_s, QByteArray(jump) + '\n');
        QVERIFY(jump[1] == '0' || qAbs(year() - thisYear) >= 2); // or nothing is tested here
        QCOMPARE(desktop.ctl("pause"), 0);
        QTRY_COMPARE(desktop.recording(), u"paused"_s);
        QCOMPARE(desktop.ctl("resume"), 0);
        QTRY_COMPARE(desktop.recording(), u"on"_s);
    }
    const QList<QJsonObject> states = desktop.states();
    QVERIFY(states.size() > before);
    for (const QJsonObject &state : states.sliced(before)) {
        QCOMPARE(state["link"_L1]["certain"_L1], true);
        QVERIFY(state["calls"_L1].toArray().size() == 1);
        QVERIFY(state["calls"_L1][0]["recording"_L1]["certain"_L1].toBool());
    }
    QCOMPARE(desktop.toastCount(), 0);
}

TALLY_TEST(TestDesktopFaults)

} // namespace tst_desktopfaults

#include "tst_desktopfaults.moc"
