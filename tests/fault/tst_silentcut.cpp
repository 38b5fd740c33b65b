#include "support/desktop.h"
#include "support/runhelper.h"
#include "support/simulator.h"
#include "support/testprogram.h"

#include <QElapsedTimer>

namespace tst_silentcut {

using namespace Qt::StringLiterals;
using support::Desktop;
using support::Home;
using support::Program;
using support::Simulator;

namespace {

constexpr int AddpTimeout = 1000;                ///< ms: the shortest, to keep it short
constexpr int DoubtAfter = AddpTimeout + 1500;   ///< at the latest, from the cut
constexpr int LostAfter = 2 * AddpTimeout + 500; ///< likewise
constexpr int Telling = 250;                     ///< until another program has been told of it
constexpr int BackAfter = 35'000;                ///< the longest back-off, and a connect that gets no answer

} // namespace

/// Packets vanish between a desktop and its server: nobody is told that the connection has ended. Runs in a
/// network of its own (privatenetwork.sh).
class TestSilentCut : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void row07SilentCut();
    void row09OneDirection_data();
    void row09OneDirection();

private:
    static bool nft(const QString &command)
    {
        QProcess process;
        process.start(u"nft"_s, {command});
        return process.waitForFinished() && process.exitCode() == 0;
    }
    /// Drops what goes "to" the server ("dport"), or comes from it ("sport").
    bool drop(const QString &ports)
    {
        return nft(u"add rule inet cut input tcp %1 %2 drop"_s.arg(ports).arg(m_sim->port()));
    }
    void startRecordedCall();
    void watchDoubtAndLoss(int lastSignOfLife = 0);
    void comeBack();

    std::unique_ptr<Home> m_home;
    std::unique_ptr<Simulator> m_sim;
    std::unique_ptr<Desktop> m_desktop;
    QByteArray m_call;
};

void TestSilentCut::initTestCase()
{
    if (!qEnvironmentVariableIsSet("TALLYLIGHT_PRIVATE_NETWORK"))
        QSKIP("it drops packets, so it runs in a network of its own only: tests/fault/privatenetwork.sh");
}

void TestSilentCut::init()
{
    QVERIFY(nft(u"add table inet cut; add chain inet cut input { type filter hook input priority 0; }"_s));
    m_home = std::make_unique<Home>();
    m_sim = std::make_unique<Simulator>(*m_home);
    QVERIFY(m_sim->isReady());
    m_desktop = std::make_unique<Desktop>(*m_home);
}

void TestSilentCut::cleanup()
{
    QVERIFY(nft(u"delete table inet cut"_s));
    m_desktop.reset();
    m_sim.reset();
    m_home.reset();
}

void TestSilentCut::startRecordedCall()
{
    const QString settings =
        m_home->write(u"impatient.ini"_s, "[connection]\naddpTimeout=1\naddpRemoteTimeout=1\n");
    QVERIFY(m_desktop->start({u"--connect"_s, m_sim->url(), u"--dn"_s, u"7001"_s, u"--config"_s, settings}));
    QTRY_COMPARE_WITH_TIMEOUT(m_desktop->link(), u"connected"_s, Program::Patience);
    m_call = m_sim->call("+493055501", "7001");
    QTRY_COMPARE(m_desktop->callState(), u"ringing"_s);
    QCOMPARE(m_desktop->ctl("answer"), 0);
    QTRY_COMPARE(m_desktop->recording(), u"on"_s);
}

void TestSilentCut::watchDoubtAndLoss(int lastSignOfLife)
{
    QElapsedTimer timer;
    timer.start();
    QTRY_COMPARE_WITH_TIMEOUT(m_desktop->recording(), u"on?"_s, 2 * DoubtAfter);
    const qint64 doubt = timer.elapsed();
    QTRY_VERIFY_WITH_TIMEOUT(m_desktop->link() == u"lost"_s || m_desktop->link() == u"connecting"_s,
                             2 * LostAfter);
    const qint64 lost = timer.elapsed();
    qInfo("doubt after %lld ms (%d), lost after %lld ms (%d)", doubt, DoubtAfter, lost, LostAfter);
    QVERIFY(doubt <= lastSignOfLife + DoubtAfter + Telling);
    QVERIFY(lost <= lastSignOfLife + LostAfter + Telling);
    QVERIFY(m_sim->recorder(m_call, "paused")); // nobody here can know
    QVERIFY(!m_desktop->hasShown(u"paused"_s));
}

void TestSilentCut::comeBack()
{
    QVERIFY(nft(u"flush chain inet cut input"_s));
    QTRY_COMPARE_WITH_TIMEOUT(m_desktop->recording(), u"paused"_s, BackAfter);
    QCOMPARE(m_desktop->link(), u"connected"_s);
    QCOMPARE(m_desktop->callCount(), 1);
}

void TestSilentCut::row07SilentCut()
{
    RUN(startRecordedCall());
    QVERIFY(drop(u"dport"_s));
    QVERIFY(drop(u"sport"_s));
    RUN(watchDoubtAndLoss());
    RUN(comeBack());
}

void TestSilentCut::row09OneDirection_data()
{
    QTest::addColumn<QString>("ports");
    QTest::newRow("nothing arrives at the server") << u"dport"_s;
    QTest::newRow("nothing arrives at the desktop") << u"sport"_s;
}

void TestSilentCut::row09OneDirection()
{
    QFETCH(QString, ports);
    RUN(startRecordedCall());
    QVERIFY(drop(ports));
    // Where nothing arrives at the server, it still polls once before it gives up: what it says is heard, and
    // true.
    RUN(watchDoubtAndLoss(ports == u"dport" ? AddpTimeout : 0));
    RUN(comeBack());
}

TALLY_TEST(TestSilentCut)

} // namespace tst_silentcut

#include "tst_silentcut.moc"
