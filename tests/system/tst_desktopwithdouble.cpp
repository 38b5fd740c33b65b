#include "support/desktop.h"
#include "support/serverdouble.h"
#include "support/testprogram.h"

namespace tst_desktopwithdouble {

using namespace Qt::StringLiterals;
using support::CtlOutcome;
using support::Desktop;
using support::Home;
using support::ServerDouble;

/// The desktop as a process, with a server that was not written by those who wrote the simulator.
class TestDesktopWithDouble : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void wholeCall();
    void refusalIsAToastWithNumberAndText();
    void recorderMovesByItself();
    void droppedLink();
    void lostSwitchLink();
    void frozenServerIsNoAnswer();
    void acknowledgementAloneIsNotConfirmed();
    void unknownWordIsNotOff();
    void unknownDn();
    void protocolRefusal();

private:
    bool start(const QStringList &more = {})
    {
        return m_desktop->start(QStringList{u"--connect"_s, m_server->url(), u"--dn"_s, u"7001"_s} + more);
    }
    void startRecordedCall(const QStringList &more = {})
    {
        QVERIFY(start(more));
        QTRY_COMPARE(m_desktop->link(), u"connected"_s);
        m_call = m_server->ring(u"+493055501"_s, u"7001"_s);
        QTRY_COMPARE(m_desktop->callState(), u"ringing"_s);
        QCOMPARE(m_desktop->ctl("answer"), 0);
        m_server->sayRecording(m_call, u"ON"_s);
        QTRY_COMPARE(m_desktop->recording(), u"on"_s);
    }
    QString impatient() const
    {
        return m_home->write(u"impatient.ini"_s, "[connection]\nrequestTimeout=3\n");
    }

    std::unique_ptr<Home> m_home;
    std::unique_ptr<ServerDouble> m_server;
    std::unique_ptr<Desktop> m_desktop;
    tlib::ConnId m_call;
};

// A failed check in a helper must end the test, not the helper alone.
#define RUN(helper)                                                                                          \
    helper;                                                                                                  \
    if (QTest::currentTestFailed())                                                                          \
    return

void TestDesktopWithDouble::init()
{
    m_home = std::make_unique<Home>();
    m_server = std::make_unique<ServerDouble>();
    m_desktop = std::make_unique<Desktop>(*m_home);
}

void TestDesktopWithDouble::cleanup()
{
    m_desktop.reset();
    m_server.reset();
    m_home.reset();
}

void TestDesktopWithDouble::wholeCall()
{
    RUN(startRecordedCall());
    QCOMPARE(m_desktop->call()["otherParty"_L1], u"+493055501"_s);
    QCOMPARE(m_desktop->state()["agent"_L1]["state"_L1], u"ready"_s);
    const std::pair<QStringList, QString> steps[] = {
        {{u"pause"_s}, u"paused"_s},
        {{u"resume"_s}, u"on"_s},
        {{u"stop"_s, u"--yes"_s}, u"off"_s},
        {{u"start"_s}, u"on"_s},
    };
    for (const auto &[verb, state] : steps) {
        QCOMPARE(m_desktop->ctl(verb).code, 0);
        QTRY_COMPARE(m_desktop->recording(), state);
    }
    QCOMPARE(m_server->asked.size(), 4);
    QCOMPARE(m_server->asked.first().dn.toString(), u"7001"_s);
    QCOMPARE(m_desktop->ctl("hold"), 0);
    QTRY_COMPARE(m_desktop->callState(), u"held"_s);
    QCOMPARE(m_desktop->ctl("retrieve"), 0);
    QTRY_COMPARE(m_desktop->callState(), u"talking"_s);
    QCOMPARE(m_desktop->ctl("release"), 0);
    QTRY_COMPARE(m_desktop->callCount(), 0);
}

void TestDesktopWithDouble::refusalIsAToastWithNumberAndText()
{
    RUN(startRecordedCall());
    m_server->refuseNext(59, u"DN is not configured"_s);
    const CtlOutcome outcome = m_desktop->ctl({u"pause"_s});
    QCOMPARE(outcome.code, 1);
    QVERIFY(outcome.errors.contains("(59): DN is not configured"));
    QTRY_COMPARE(m_desktop->toast()["code"_L1], 59);
    const QString text = m_desktop->toast()["text"_L1].toString();
    QVERIFY2(text.contains(u"59"_s) && text.contains(u"DN is not configured"_s), qPrintable(text));
    QCOMPARE(m_desktop->recording(), u"on"_s);
}

void TestDesktopWithDouble::recorderMovesByItself()
{
    RUN(startRecordedCall());
    m_server->sayRecording(m_call, u"PAUSED"_s);
    QTRY_COMPARE(m_desktop->recording(), u"paused"_s);
    QVERIFY(m_server->asked.isEmpty());
}

void TestDesktopWithDouble::droppedLink()
{
    RUN(startRecordedCall());
    m_server->dropClients();
    m_server->sayRecording(m_call, u"OFF"_s);
    QTRY_VERIFY(m_desktop->hasShown(u"on?"_s));
    QTRY_COMPARE(m_desktop->recording(), u"off"_s);
    QCOMPARE(m_desktop->callState(), u"talking"_s);
    m_server->dropClients();
    m_server->release(m_call); // ends while nobody hears it
    QTRY_COMPARE(m_desktop->callCount(), 0);
}

void TestDesktopWithDouble::lostSwitchLink()
{
    RUN(startRecordedCall());
    m_server->setSwitchLink(false);
    QTRY_COMPARE(m_desktop->link(), u"waiting"_s);
    QCOMPARE(m_desktop->recording(), u"on?"_s);
    QCOMPARE(m_desktop->ctl("pause"), 1);
    QVERIFY(m_server->asked.isEmpty());
    m_server->sayRecording(m_call, u"PAUSED"_s);
    m_server->setSwitchLink(true);
    QTRY_COMPARE(m_desktop->recording(), u"paused"_s);
}

void TestDesktopWithDouble::frozenServerIsNoAnswer()
{
    RUN(startRecordedCall({u"--config"_s, impatient()}));
    m_server->isFrozen = true;
    const CtlOutcome outcome = m_desktop->ctl({u"pause"_s});
    m_server->isFrozen = false;
    QCOMPARE(outcome.code, 4);
    QTRY_COMPARE(m_desktop->toastCount(), 1);
    QCOMPARE(m_desktop->toast()["code"_L1], 0);
    QTRY_COMPARE(m_desktop->recording(), u"on"_s); // nothing pending is left
    QCOMPARE(m_desktop->ctl("pause"), 0);
}

void TestDesktopWithDouble::acknowledgementAloneIsNotConfirmed()
{
    RUN(startRecordedCall({u"--config"_s, impatient()}));
    m_server->acknowledgesOnly = true;
    const CtlOutcome outcome = m_desktop->ctl({u"pause"_s});
    QCOMPARE(outcome.code, 4);
    QVERIFY2(outcome.errors.contains("accepted"), outcome.errors.constData());
    QVERIFY(!m_desktop->hasShown(u"paused"_s));
    QTRY_COMPARE(m_desktop->toastCount(), 1);
    m_server->sayRecording(m_call, u"PAUSED"_s); // late, but true
    QTRY_COMPARE(m_desktop->recording(), u"paused"_s);
    QTRY_COMPARE(m_desktop->toastCount(), 0);
}

void TestDesktopWithDouble::unknownWordIsNotOff()
{
    RUN(startRecordedCall());
    m_server->sayRecording(m_call, u"HALF"_s);
    QTRY_COMPARE(m_desktop->recording(), u"unknown"_s);
    QCOMPARE(m_desktop->call()["recording"_L1]["certain"_L1], true);
}

void TestDesktopWithDouble::unknownDn()
{
    QVERIFY(m_desktop->start({u"--connect"_s, m_server->url(), u"--dn"_s, u"4711"_s}));
    QTRY_COMPARE(m_desktop->toast()["code"_L1], 59);
    QVERIFY(m_desktop->toast()["text"_L1].toString().contains(u"4711"_s));
}

void TestDesktopWithDouble::protocolRefusal()
{
    m_server->refusesTheProtocol = true;
    QVERIFY(start());
    QTRY_COMPARE(m_desktop->link(), u"lost"_s);
    QVERIFY(m_desktop->program().isRunning());
    m_server->refusesTheProtocol = false;
    QTRY_COMPARE_WITH_TIMEOUT(m_desktop->link(), u"connected"_s, support::Program::Patience);
}

TALLY_TEST(TestDesktopWithDouble)

} // namespace tst_desktopwithdouble

#include "tst_desktopwithdouble.moc"
