#include "support/desktop.h"
#include "support/simulator.h"
#include "support/testprogram.h"

#include <csignal>

namespace tst_desktop {

using namespace Qt::StringLiterals;
using support::CtlOutcome;
using support::Desktop;
using support::Home;
using support::Simulator;

/// The three programs as people start them, talking over TCP.
class TestDesktop : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void wholeCall();
    void refusalIsAToastWithNumberAndText();
    void speaksTheLanguageThatIsAskedFor();
    void othersMoveTheRecorder();
    void droppedLinkMakesEverythingUncertainUntilItIsBack();
    void lostSwitchLinkMakesEverythingUncertain();
    void holdRetrieveRelease();
    void startCarriesItsOptions();
    void severalCallsAreNamed();
    void lateStartShowsTheTruth();
    void serverThatAppearsLater();
    void settingsFileIsEnough();
    void noServerAtAll();
    void unknownDn();
    void secondStartRaisesTheFirst();
    void crashedInstanceIsTakenOver();
    void quitIsRefusedWhileRecordingUnlessForced();
    void frozenDesktopIsATimeOut();
    void nobodyThere();
    void watchEndsWithTheDesktop();
    void practiceDay();

private:
    void startConnected(const QStringList &more = {})
    {
        QVERIFY(m_sim->isReady());
        QVERIFY(m_desktop->start(
            QStringList{u"--connect"_s, m_sim->url(), u"--dn"_s, u"7001"_s, u"--agent-id"_s, u"1001"_s} +
            more));
        QTRY_COMPARE(m_desktop->link(), u"connected"_s);
    }
    /// A call to 7001 that is answered and, as that DN is configured, recorded.
    void startRecordedCall()
    {
        startConnected();
        m_call = m_sim->call("+493012345", "7001");
        QTRY_COMPARE(m_desktop->callState(), u"ringing"_s);
        QCOMPARE(m_desktop->ctl("answer"), 0);
        QTRY_COMPARE(m_desktop->recording(), u"on"_s);
    }

    std::unique_ptr<Home> m_home;
    std::unique_ptr<Simulator> m_sim;
    std::unique_ptr<Desktop> m_desktop;
    QByteArray m_call;
};

// A failed check in a helper must end the test, not the helper alone.
#define RUN(helper)                                                                                          \
    helper;                                                                                                  \
    if (QTest::currentTestFailed())                                                                          \
    return

void TestDesktop::init()
{
    m_home = std::make_unique<Home>();
    m_sim = std::make_unique<Simulator>(*m_home);
    m_desktop = std::make_unique<Desktop>(*m_home);
}

void TestDesktop::cleanup()
{
    m_desktop.reset();
    m_sim.reset();
    m_home.reset();
}

void TestDesktop::wholeCall()
{
    RUN(startRecordedCall());
    const QJsonObject call = m_desktop->call();
    QCOMPARE(call["connId"_L1].toString().toLatin1(), m_call);
    QCOMPARE(call["otherParty"_L1], u"+493012345"_s);
    QCOMPARE(call["type"_L1], u"inbound"_s);
    QCOMPARE(call["actions"_L1].toArray(),
             (QJsonArray{u"pause"_s, u"stop"_s, u"hold"_s, u"release"_s, u"consult"_s, u"transfer"_s}));
    QVERIFY(!call["recording"_L1]["file"_L1].toString().isEmpty());

    // When the verb returns, the state is what was asked for: no waiting here.
    QCOMPARE(m_desktop->ctl("pause"), 0);
    QCOMPARE(QJsonDocument::fromJson(
                 m_desktop->ctl({u"state"_s}).output)["calls"_L1][0]["recording"_L1]["state"_L1],
             u"paused"_s);
    QTRY_VERIFY(m_desktop->hasShown(u"paused"_s)); // what is over within a frame is not told to who watches
    QCOMPARE(m_desktop->ctl("resume"), 0);
    QCOMPARE(m_desktop->ctl({u"stop"_s, u"--yes"_s}).code, 0);
    QTRY_COMPARE(m_desktop->recording(), u"off"_s);
    QCOMPARE(m_desktop->ctl("start"), 0);
    QTRY_COMPARE(m_desktop->recording(), u"on"_s);
    QVERIFY(m_desktop->hasShown(u"on pause"_s)); // pending, while the badge stayed
    QCOMPARE(m_desktop->ctl("release"), 0);
    QTRY_COMPARE(m_desktop->callCount(), 0);
    QCOMPARE(m_desktop->toastCount(), 0);
    QCOMPARE(m_desktop->ctl("quit"), 0);
    QVERIFY(m_desktop->program().waitForEnd());
    QCOMPARE(m_desktop->program().exitCode(), 0);
}

void TestDesktop::refusalIsAToastWithNumberAndText()
{
    RUN(startRecordedCall());
    QVERIFY(m_sim->done(
        R"({"do":"refuse","service":"pause","code":59,"text":"DN is not configured","times":1})"));
    const CtlOutcome outcome = m_desktop->ctl({u"pause"_s});
    QCOMPARE(outcome.code, 1);
    QVERIFY(outcome.errors.contains("59") && outcome.errors.contains("DN is not configured"));
    QTRY_COMPARE(m_desktop->toastCount(), 1);
    QCOMPARE(m_desktop->toast()["code"_L1], 59);
    QCOMPARE(m_desktop->toast()["severity"_L1], u"error"_s);
    QCOMPARE(m_desktop->toast()["call"_L1].toString().toLatin1(), m_call);
    const QString text = m_desktop->toast()["text"_L1].toString();
    QVERIFY2(text.contains(u"59"_s) && text.contains(u"DN is not configured"_s), qPrintable(text));
    QCOMPARE(m_desktop->recording(), u"on"_s);
    QCOMPARE(m_desktop->ctl("pause"), 0); // and what was refused is done: the toast is obsolete
    QTRY_COMPARE(m_desktop->toastCount(), 0);
}

void TestDesktop::speaksTheLanguageThatIsAskedFor()
{
    QVERIFY(m_desktop->start({u"--connect"_s, m_sim->url(), u"--dn"_s, u"4711"_s, u"--language"_s, u"de"_s}));
    QTRY_COMPARE(m_desktop->toastCount(), 1);
    const QString text = m_desktop->toast()["text"_L1].toString();
    QVERIFY2(text.contains(u" nicht "_s), qPrintable(text)); // and no English sentence has that word
}

void TestDesktop::othersMoveTheRecorder()
{
    RUN(startRecordedCall());
    QVERIFY(m_sim->recorder(m_call, "paused"));
    QTRY_COMPARE(m_desktop->recording(), u"paused"_s);
    QVERIFY(m_sim->recorder(m_call, "on"));
    QTRY_COMPARE(m_desktop->recording(), u"on"_s);
    QVERIFY(m_sim->recorder(m_call, "off"));
    QTRY_COMPARE(m_desktop->recording(), u"off"_s);
    QCOMPARE(m_desktop->call()["recording"_L1]["everRecorded"_L1], true);
}

void TestDesktop::droppedLinkMakesEverythingUncertainUntilItIsBack()
{
    RUN(startRecordedCall());
    QVERIFY(m_sim->done(R"({"do":"drop-clients"})"));
    QVERIFY(m_sim->recorder(m_call, "paused")); // nobody hears it
    QTRY_VERIFY(m_desktop->hasShown(u"on?"_s));
    QTRY_COMPARE(m_desktop->recording(), u"paused"_s);
    QVERIFY(!m_desktop->hasShown(u"paused?"_s)); // what nobody has said was not shown
    QCOMPARE(m_desktop->link(), u"connected"_s);
    QCOMPARE(m_desktop->callCount(), 1);
    QCOMPARE(m_desktop->callState(), u"talking"_s);
}

void TestDesktop::lostSwitchLinkMakesEverythingUncertain()
{
    RUN(startRecordedCall());
    QVERIFY(m_sim->done(R"({"do":"switch-link","up":false})"));
    QTRY_COMPARE(m_desktop->recording(), u"on?"_s);
    QCOMPARE(m_desktop->link(), u"waiting"_s);
    const CtlOutcome outcome = m_desktop->ctl({u"pause"_s});
    QCOMPARE(outcome.code, 1); // nothing is sent while nothing is certain
    QVERIFY2(outcome.errors.contains("not certain"), outcome.errors.constData());
    QVERIFY(m_sim->done(R"({"do":"switch-link","up":true})"));
    QTRY_COMPARE(m_desktop->recording(), u"on"_s);
}

void TestDesktop::holdRetrieveRelease()
{
    RUN(startRecordedCall());
    QCOMPARE(m_desktop->ctl("hold"), 0);
    QTRY_COMPARE(m_desktop->callState(), u"held"_s);
    const CtlOutcome outcome = m_desktop->ctl({u"hold"_s});
    QCOMPARE(outcome.code, 1);
    QVERIFY2(outcome.errors.contains("held"), outcome.errors.constData());
    QCOMPARE(m_desktop->ctl("retrieve"), 0);
    QTRY_COMPARE(m_desktop->callState(), u"talking"_s);
    QCOMPARE(m_desktop->ctl({u"release"_s, u"--call"_s, QString::fromLatin1(m_call)}).code, 0);
    QTRY_COMPARE(m_desktop->callCount(), 0);
    QCOMPARE(m_desktop->ctl("release"), 1);
}

void TestDesktop::startCarriesItsOptions()
{
    RUN(startRecordedCall());
    QCOMPARE(m_desktop->ctl({u"stop"_s, u"--yes"_s}).code, 0);
    const QString before = m_desktop->call()["recording"_L1]["file"_L1].toString();
    QCOMPARE(m_desktop
                 ->ctl({u"start"_s, u"--record"_s, u"destination"_s, u"--id"_s, u"case-17"_s, u"--param"_s,
                        u"k=v"_s})
                 .code,
             0);
    QTRY_COMPARE(m_desktop->recording(), u"on"_s);
    QVERIFY(m_desktop->call()["recording"_L1]["file"_L1].toString() != before);
    const QJsonObject sent = m_sim->command(R"({"do":"state"})")["lastService"_L1].toObject();
    const QJsonArray extensions = sent["extensions"_L1].toArray();
    QVERIFY(extensions.contains(QJsonArray{u"record"_s, u"destination"_s}));
    QVERIFY(extensions.contains(QJsonArray{u"Id"_s, u"case-17"_s}));
    QVERIFY(extensions.contains(QJsonArray{u"Params"_s, QJsonArray{QJsonArray{u"k"_s, u"v"_s}}}));
    QCOMPARE(m_desktop->ctl({u"start"_s, u"--record"_s, u"both"_s}).code, 2);
}

void TestDesktop::severalCallsAreNamed()
{
    RUN(startRecordedCall());
    QCOMPARE(m_desktop->ctl("hold"), 0);
    const QByteArray second = m_sim->call("+493012346", "7001");
    QTRY_COMPARE(m_desktop->callCount(), 2);
    QCOMPARE(m_desktop->ctl("answer"), 0); // fits one only
    QTRY_COMPARE(m_desktop->recording(1), u"on"_s);
    const CtlOutcome outcome = m_desktop->ctl({u"pause"_s});
    QCOMPARE(outcome.code, 1);
    QVERIFY2(outcome.errors.contains(m_call) && outcome.errors.contains(second), outcome.errors.constData());
    QCOMPARE(m_desktop->ctl({u"pause"_s, u"--call"_s, QString::fromLatin1(second)}).code, 0);
    QTRY_COMPARE(m_desktop->recording(1), u"paused"_s);
    QCOMPARE(m_desktop->recording(0), u"on"_s);
}

void TestDesktop::lateStartShowsTheTruth()
{
    m_call = m_sim->call("+493012345", "7001");
    QVERIFY(m_sim->done(R"({"do":"answer","connId":")" + m_call + R"("})"));
    QVERIFY(m_sim->recorder(m_call, "paused"));
    RUN(startConnected());
    QTRY_COMPARE(m_desktop->recording(), u"paused"_s);
    QCOMPARE(m_desktop->callState(), u"talking"_s);
    QCOMPARE(m_desktop->call()["otherParty"_L1], u"+493012345"_s);
}

void TestDesktop::serverThatAppearsLater()
{
    const quint16 port = m_sim->port();
    QVERIFY(m_sim->quit());
    QVERIFY(m_desktop->start({u"--connect"_s, m_sim->url(), u"--dn"_s, u"7001"_s}));
    QTRY_COMPARE(m_desktop->link(), u"lost"_s);
    QVERIFY(m_desktop->program().isRunning());
    m_sim = std::make_unique<Simulator>(*m_home, port);
    QVERIFY(m_sim->isReady());
    QTRY_COMPARE_WITH_TIMEOUT(m_desktop->link(), u"connected"_s, support::Program::Patience);
}

void TestDesktop::settingsFileIsEnough()
{
    m_home->write(u"config/tallylight/default.ini"_s,
                  "[connection]\nservers=" + m_sim->url().toLatin1() + "\n[agent]\ndns=7002\nid=1002\n");
    QVERIFY(m_desktop->start({}));
    QTRY_COMPARE(m_desktop->link(), u"connected"_s);
    QCOMPARE(m_desktop->state()["agent"_L1]["dn"_L1], u"7002"_s);
    QCOMPARE(m_desktop->state()["agent"_L1]["agentId"_L1], u"1002"_s);
}

void TestDesktop::noServerAtAll()
{
    QVERIFY(m_desktop->start({}));
    QCOMPARE(m_desktop->link(), u"offline"_s);
    QCOMPARE(m_desktop->state()["link"_L1]["server"_L1], u""_s);
}

void TestDesktop::unknownDn()
{
    QVERIFY(m_desktop->start({u"--connect"_s, m_sim->url(), u"--dn"_s, u"4711"_s}));
    QTRY_COMPARE(m_desktop->toastCount(), 1);
    QCOMPARE(m_desktop->toast()["code"_L1], 59);
    QVERIFY(m_desktop->toast()["text"_L1].toString().contains(u"4711"_s));
}

void TestDesktop::secondStartRaisesTheFirst()
{
    RUN(startConnected());
    support::Program second(*m_home, u"tallylight"_s, {u"--dn"_s, u"7002"_s});
    QVERIFY(second.waitForEnd());
    QCOMPARE(second.exitCode(), 0);
    QVERIFY2(second.output().contains("runs already"), second.output().constData());
    QVERIFY(m_desktop->program().isRunning());
    QCOMPARE(m_desktop->state()["agent"_L1]["dn"_L1], u"7001"_s);
    Desktop other(*m_home, u"other"_s);
    QVERIFY(other.start({}));
}

void TestDesktop::crashedInstanceIsTakenOver()
{
    RUN(startConnected());
    m_desktop->program().kill();
    QVERIFY(m_desktop->program().waitForEnd());
    QCOMPARE(m_desktop->ctl("state"), 3);
    RUN(startConnected());
}

void TestDesktop::quitIsRefusedWhileRecordingUnlessForced()
{
    RUN(startRecordedCall());
    const CtlOutcome refused = m_desktop->ctl({u"quit"_s});
    QCOMPARE(refused.code, 1);
    QVERIFY2(refused.errors.contains(m_call), refused.errors.constData());
    QVERIFY(m_desktop->program().isRunning());
    QCOMPARE(m_desktop->ctl({u"quit"_s, u"--force"_s}).code, 0);
    QVERIFY(m_desktop->program().waitForEnd());
    QCOMPARE(m_desktop->program().exitCode(), 0);
    // The recording is SIP Server's: it goes on.
    const QJsonObject truth = m_sim->command(R"({"do":"state"})");
    QCOMPARE(truth["calls"_L1][0]["recording"_L1], u"on"_s);
}

void TestDesktop::frozenDesktopIsATimeOut()
{
    RUN(startConnected());
    ::kill(pid_t(m_desktop->program().processId()), SIGSTOP);
    const CtlOutcome outcome = m_desktop->ctl({u"--timeout"_s, u"0.2"_s, u"state"_s});
    ::kill(pid_t(m_desktop->program().processId()), SIGCONT);
    QCOMPARE(outcome.code, 4);
    QVERIFY2(outcome.errors.contains("in time"), outcome.errors.constData());
    QCOMPARE(m_desktop->ctl("state"), 0);
}

void TestDesktop::nobodyThere()
{
    const CtlOutcome outcome = m_desktop->ctl({u"state"_s});
    QCOMPARE(outcome.code, 3);
    QVERIFY2(outcome.errors.contains("\"default\""), outcome.errors.constData());
    QVERIFY(outcome.output.isEmpty());
}

void TestDesktop::watchEndsWithTheDesktop()
{
    RUN(startConnected());
    QCOMPARE(m_desktop->ctl("quit"), 0);
    QVERIFY(m_desktop->watcher().waitForEnd());
    QCOMPARE(m_desktop->watcher().exitCode(), 0);
}

void TestDesktop::practiceDay()
{
    Desktop demo(*m_home, u"demo"_s);
    QVERIFY(demo.start({u"--demo"_s}));
    QTRY_COMPARE(demo.link(), u"connected"_s);
    QCOMPARE(demo.state()["agent"_L1]["dn"_L1], u"7001"_s);
    QTRY_COMPARE(demo.callState(), u"ringing"_s);
    QCOMPARE(demo.ctl("answer"), 0); // the person can act at any time
    QTRY_COMPARE(demo.recording(), u"on"_s);
    QVERIFY(!QFile::exists(m_home->path(u"config/tallylight/demo.ini"_s)));
}

TALLY_TEST(TestDesktop)

} // namespace tst_desktop

#include "tst_desktop.moc"
