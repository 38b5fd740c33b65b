#include "model/link/serverconnection.h"
#include "support/fakelink.h"
#include "support/manualclock.h"
#include "support/testprogram.h"

#include <QSignalSpy>
#include <QTest>

namespace tst_failover {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using core::ErrorKind;
using model::ConnectionState;
using model::ServerConnection;
using tlib::MessageType;
using tlib::ServerRole;

namespace {

tlib::Endpoint endpoint(const QString &host)
{
    return {.host = host, .port = 7007};
}
const tlib::Endpoint Primary = endpoint(u"prim"_s);
const tlib::Endpoint Backup = endpoint(u"back"_s);
const core::Error Refused{.kind = ErrorKind::Unreachable, .text = u"nobody listens there"_s};
const core::Error Garbage{.kind = ErrorKind::Malformed, .text = u"a frame of 3 bytes"_s};

} // namespace

class TestFailover : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void everyFailureLeadsToTheBackupAtOnce_data();
    void everyFailureLeadsToTheBackupAtOnce();
    void aRoundIsFollowedByTheBackOff();
    void unreachableServersAreTriedForEver();
    void theBackOffBeginsAnewAfterAProof();
    void flappingIsSlowedDown_data();
    void flappingIsSlowedDown();
    void aPrimaryThatLivesIsFoundSoon();
    void aTakeOverIsFoundSoon();
    void aTakeOverWhileLookingElsewhereIsFound();
    void aLookAtADeadPrimaryIsShort();
    void aWaitingBackupIsNotHoppedFromInAStorm();
    void aSwitchThatIsGoneIsWaitedForAndTheOtherLookedAt();
    void whatIsSaidAgainDoesNotProlongTheStay();
    void anAnnouncedPrimaryIsNotLeft();
    void aDemotedPrimaryIsLeftAtOnce_data();
    void aDemotedPrimaryIsLeftAtOnce();
    void twoBackupsAreNoStorm();
    void theTroubleNamesItsServer();
    void protocolErrorsEndInGivingUp();
    void protocolErrorsOfLongAgoDoNotCount();
    void aPersonStartsAfresh_data();
    void aPersonStartsAfresh();
    void aServerOfGarbageDoesNotCostTheOther();
    void renewingDoubtsAndConnectsAtOnce();
    void renewingWhileLostTriesAtOnce();
    void renewingWhatIsClosedDoesNothing();
    void whoTakesOver_data();
    void whoTakesOver();

private:
    using Act = std::function<void(TestFailover *)>;

    void open(bool withBackup = true)
    {
        m_connection->open(Primary, withBackup ? QList{Backup} : QList<tlib::Endpoint>());
    }
    void serve(core::Duration age = 10s)
    {
        m_link->acceptAsPrimary();
        m_connection->registrationDone();
        m_clock->advance(age);
    }
    void sayBackup()
    {
        m_link->accept();
        m_link->push({.type = MessageType::EventLinkDisconnected, .serverRole = ServerRole::Backup});
    }
    /// What is due now.
    void settle() { m_clock->advance(0ms); }
    QString host() const { return m_link->endpoint().host; }

    std::unique_ptr<support::ManualClock> m_clock;
    std::unique_ptr<support::FakeLink> m_link;
    std::unique_ptr<ServerConnection> m_connection;
};

void TestFailover::init()
{
    m_connection.reset();
    m_clock = std::make_unique<support::ManualClock>();
    m_link = std::make_unique<support::FakeLink>();
    m_connection = std::make_unique<ServerConnection>(*m_link, *m_clock, ServerConnection::Limits{});
}

void TestFailover::everyFailureLeadsToTheBackupAtOnce_data()
{
    QTest::addColumn<Act>("fail");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("nobody listens") << Act([](TestFailover *t) { t->m_link->lose(Refused); })
                                    << ErrorKind::Unreachable;
    QTest::newRow("no answer to the connect")
        << Act([](TestFailover *t) { t->m_link->lose({.kind = ErrorKind::TimedOut}); })
        << ErrorKind::TimedOut;
    QTest::newRow("silence in place of the first word") << Act([](TestFailover *t) {
        t->m_link->accept();
        t->m_clock->advance(10s);
    }) << ErrorKind::TimedOut;
    QTest::newRow("a refusal") << Act([](TestFailover *t) {
        t->m_link->accept();
        t->m_link->push({.type = MessageType::EventError, .errorCode = 119});
        t->m_link->lose();
    }) << ErrorKind::Refused;
    QTest::newRow("a certificate that proves nothing")
        << Act([](TestFailover *t) { t->m_link->lose({.kind = ErrorKind::Untrusted}); })
        << ErrorKind::Untrusted;
    QTest::newRow("garbage") << Act([](TestFailover *t) { t->m_link->lose(Garbage); })
                             << ErrorKind::Malformed;
    QTest::newRow("the loss of a link that stood") << Act([](TestFailover *t) {
        t->serve();
        t->m_link->lose();
    }) << ErrorKind::LinkLost;
    QTest::newRow("silence while the DNs are registered") << Act([](TestFailover *t) {
        t->m_link->acceptAsPrimary();
        t->m_clock->advance(10s);
    }) << ErrorKind::TimedOut;
}

void TestFailover::everyFailureLeadsToTheBackupAtOnce()
{
    QFETCH(Act, fail);
    QFETCH(ErrorKind, kind);
    open();
    QCOMPARE(host(), u"prim"_s);
    fail(this);
    settle();
    QCOMPARE(host(), u"back"_s);
    QCOMPARE(m_connection->state(), ConnectionState::Connecting);
    QCOMPARE(m_connection->trouble()->kind, kind);
    m_link->acceptAsPrimary();
    QVERIFY(!m_connection->trouble());
    QCOMPARE(m_connection->endpoint(), Backup);
}

void TestFailover::aRoundIsFollowedByTheBackOff()
{
    open();
    core::Duration middle = 500ms;
    for (int round = 0; round < 12; ++round) {
        QCOMPARE(host(), u"prim"_s);
        m_link->lose(Refused);
        settle();
        QCOMPARE(host(), u"back"_s);
        m_link->lose(Refused);
        QCOMPARE(m_connection->state(), ConnectionState::Lost);
        const core::Duration wait = *m_connection->nextAttempt() - m_clock->now();
        const double centre = std::min(double(middle.count()), 30000 / 1.2);
        QVERIFY2(double(wait.count()) >= centre * 0.8 - 1 && double(wait.count()) <= centre * 1.2 + 1,
                 qPrintable(QString::number(wait.count())));
        middle = std::min(2 * middle, core::Duration(30s));
        const int before = m_link->openings();
        m_clock->advance(wait - 1ms);
        QCOMPARE(m_link->openings(), before);
        m_clock->advance(1ms);
        QCOMPARE(m_link->openings(), before + 1);
    }
}

void TestFailover::unreachableServersAreTriedForEver()
{
    open();
    QSignalSpy doubted(m_connection.get(), &ServerConnection::doubted);
    int attempts = 0;
    for (const core::Instant end = m_clock->now() + 24h; m_clock->now() < end; ++attempts) {
        m_link->lose(Refused);
        QVERIFY(!m_connection->hasGivenUp());
        QCOMPARE(m_connection->state(), ConnectionState::Lost);
        m_clock->advance(*m_connection->nextAttempt() - m_clock->now());
    }
    QVERIFY2(attempts > 2 * 24 * 120 - 10 && attempts < 2 * 24 * 60 * 4,
             qPrintable(QString::number(attempts)));
}

void TestFailover::theBackOffBeginsAnewAfterAProof()
{
    open(false);
    for (int i = 0; i < 8; ++i) {
        m_link->lose(Refused);
        m_clock->advance(30s);
    }
    serve(4999ms);
    m_link->lose();
    QVERIFY(*m_connection->nextAttempt() - m_clock->now() > 10s);
    m_clock->advance(30s);
    serve(5s);
    m_link->lose();
    QVERIFY(*m_connection->nextAttempt() - m_clock->now() <= 600ms);
}

void TestFailover::flappingIsSlowedDown_data()
{
    QTest::addColumn<bool>("withBackup");
    QTest::newRow("one server") << false;
    QTest::newRow("two, of which each lasts two seconds") << true;
}

void TestFailover::flappingIsSlowedDown()
{
    QFETCH(bool, withBackup);
    open(withBackup);
    const core::Instant end = m_clock->now() + 10min;
    while (m_clock->now() < end) {
        serve(2s);
        QVERIFY(m_connection->isReliable());
        m_link->lose();
        QVERIFY(!m_connection->isReliable());
        m_clock->advance(*m_connection->nextAttempt() - m_clock->now());
    }
    // Every two seconds would be 300.
    QVERIFY2(m_link->openings() < 70, qPrintable(QString::number(m_link->openings())));
}

void TestFailover::aPrimaryThatLivesIsFoundSoon()
{
    open();
    serve();
    m_link->lose(); // a router's doing: the server has seen nothing of it
    const core::Instant lost = m_clock->now();
    settle();
    QCOMPARE(host(), u"back"_s);
    sayBackup();
    QCOMPARE(m_connection->state(), ConnectionState::Waiting);
    QCOMPARE(m_connection->role(), ServerRole::Backup);
    m_clock->advance(*m_connection->nextAttempt() - m_clock->now());
    QCOMPARE(host(), u"prim"_s);
    QVERIFY(m_clock->now() - lost <= 600ms);
    m_link->acceptAsPrimary();
    QCOMPARE(m_connection->role(), ServerRole::Primary);
    QVERIFY(!m_connection->hasTakenOver()); // the same as before: what it does not name has ended
}

void TestFailover::aTakeOverIsFoundSoon()
{
    open();
    serve();
    m_link->lose();
    settle();
    sayBackup();
    m_clock->advance(350ms);
    QCOMPARE(m_link->openings(), 2);
    m_link->push({.type = MessageType::EventPrimaryChanged, .serverRole = ServerRole::Primary});
    m_link->push({.type = MessageType::EventLinkConnected, .serverRole = ServerRole::Primary});
    QCOMPARE(m_connection->state(), ConnectionState::Registering);
    QVERIFY(m_connection->hasTakenOver());
    m_connection->registrationDone();
    m_clock->advance(1h); // and no look elsewhere follows
    QCOMPARE(m_link->openings(), 2);
}

void TestFailover::aTakeOverWhileLookingElsewhereIsFound()
{
    open();
    serve();
    m_link->lose();
    settle();
    sayBackup();
    m_clock->advance(600ms);
    QCOMPARE(host(), u"prim"_s);
    m_link->lose(Refused); // it is dead, and meanwhile the backup has taken over
    settle();
    QCOMPARE(host(), u"back"_s); // at once: no back-off while somebody waits to be asked
    m_link->acceptAsPrimary();
    QCOMPARE(m_connection->state(), ConnectionState::Registering);
}

void TestFailover::aLookAtADeadPrimaryIsShort()
{
    open();
    serve();
    m_link->lose();
    settle();
    sayBackup();
    m_clock->advance(*m_connection->nextAttempt() - m_clock->now());
    QCOMPARE(host(), u"prim"_s);
    m_clock->advance(999ms); // no answer at all
    QCOMPARE(host(), u"prim"_s);
    m_clock->advance(1ms);
    QCOMPARE(host(), u"back"_s);
    m_link->acceptAsPrimary();
    QCOMPARE(m_connection->state(), ConnectionState::Registering);
}

void TestFailover::aWaitingBackupIsNotHoppedFromInAStorm()
{
    open();
    m_link->lose(Refused);
    settle();
    const core::Instant end = m_clock->now() + 10min;
    core::Duration longest{0};
    while (m_clock->now() < end) {
        QCOMPARE(host(), u"back"_s);
        sayBackup();
        QCOMPARE(m_connection->state(), ConnectionState::Waiting);
        const core::Duration stay = *m_connection->nextAttempt() - m_clock->now();
        QVERIFY(stay >= 400ms && stay <= 5s);
        longest = std::max(longest, stay);
        m_clock->advance(stay);
        QCOMPARE(host(), u"prim"_s); // never for ever at a backup: the primary is looked at again and again
        m_link->lose(Refused);
        settle();
    }
    QVERIFY(longest > 3s);
    QVERIFY2(m_link->openings() < 2 * 180, qPrintable(QString::number(m_link->openings())));
}

void TestFailover::aSwitchThatIsGoneIsWaitedForAndTheOtherLookedAt()
{
    open();
    serve();
    QSignalSpy doubted(m_connection.get(), &ServerConnection::doubted);
    m_link->push({.type = MessageType::EventLinkDisconnected, .errorCode = 54});
    QCOMPARE(doubted.count(), 1);
    QCOMPARE(m_connection->state(), ConnectionState::Waiting);
    m_clock->advance(399ms);
    QCOMPARE(m_link->openings(), 1); // a short failure is waited for where it is
    m_clock->advance(201ms);
    QCOMPARE(host(), u"back"_s);
    m_link->lose(Refused);
    settle();
    QCOMPARE(host(), u"prim"_s);
    m_link->acceptAsPrimary();
    QCOMPARE(m_connection->state(), ConnectionState::Registering);
}

void TestFailover::whatIsSaidAgainDoesNotProlongTheStay()
{
    open();
    serve();
    for (int i = 0; i < 7; ++i) {
        m_link->push({.type = MessageType::EventLinkDisconnected, .errorCode = 54});
        m_clock->advance(100ms);
        if (host() == u"back")
            return;
    }
    QFAIL("it never looked at the backup");
}

void TestFailover::anAnnouncedPrimaryIsNotLeft()
{
    open();
    m_link->lose(Refused);
    settle();
    sayBackup();
    m_link->push({.type = MessageType::EventPrimaryChanged, .serverRole = ServerRole::Primary});
    m_clock->advance(4s);
    QCOMPARE(host(), u"back"_s);
    m_clock->advance(1s); // but neither waited for for ever
    QCOMPARE(host(), u"prim"_s);
}

void TestFailover::aDemotedPrimaryIsLeftAtOnce_data()
{
    QTest::addColumn<MessageType>("type");
    QTest::newRow("by EventPrimaryChanged") << MessageType::EventPrimaryChanged;
    QTest::newRow("by EventLinkDisconnected as a backup") << MessageType::EventLinkDisconnected;
    QTest::newRow("by EventLinkConnected as a backup") << MessageType::EventLinkConnected;
}

void TestFailover::aDemotedPrimaryIsLeftAtOnce()
{
    QFETCH(MessageType, type);
    open();
    serve();
    m_link->push({.type = type, .serverRole = ServerRole::Backup});
    QCOMPARE(m_connection->state(), ConnectionState::Waiting);
    settle();
    QCOMPARE(host(), u"back"_s);
    m_link->acceptAsPrimary();
    QVERIFY(m_connection->hasTakenOver());
}

void TestFailover::twoBackupsAreNoStorm()
{
    open();
    const core::Instant end = m_clock->now() + 1min;
    while (m_clock->now() < end) {
        sayBackup();
        m_clock->advance(*m_connection->nextAttempt() - m_clock->now());
    }
    QVERIFY2(m_link->openings() < 30, qPrintable(QString::number(m_link->openings())));
}

void TestFailover::theTroubleNamesItsServer()
{
    open();
    m_link->lose(Refused);
    QCOMPARE(m_connection->endpoint(), Primary);
    settle();
    QCOMPARE(m_connection->endpoint(), Backup);
    QCOMPARE(m_connection->troubledServer(), Primary);
    m_link->lose(Refused);
    QCOMPARE(m_connection->troubledServer(), Backup);
    QCOMPARE(m_connection->servers(), (QList{Primary, Backup}));
}

void TestFailover::protocolErrorsEndInGivingUp()
{
    open(false);
    int errors = 0;
    while (!m_connection->hasGivenUp()) {
        m_link->lose(Garbage);
        QVERIFY(++errors <= 5);
        if (m_connection->nextAttempt())
            m_clock->advance(*m_connection->nextAttempt() - m_clock->now());
    }
    QCOMPARE(errors, 5);
    QCOMPARE(m_connection->state(), ConnectionState::Offline);
    QCOMPARE(m_connection->trouble()->kind, ErrorKind::Malformed);
    m_clock->advance(24h);
    QCOMPARE(m_link->openings(), 5);
    QVERIFY(!m_clock->hasAlarms());
    m_connection->close();
    QVERIFY(!m_connection->hasGivenUp() && !m_connection->trouble());
}

void TestFailover::protocolErrorsOfLongAgoDoNotCount()
{
    open(false);
    for (int i = 0; i < 100; ++i) {
        m_link->lose(Garbage);
        QVERIFY(!m_connection->hasGivenUp());
        m_clock->advance(*m_connection->nextAttempt() - m_clock->now());
        m_clock->advance(75s - 30s);
        serve();
        m_clock->advance(30s);
    }
}

void TestFailover::aPersonStartsAfresh_data()
{
    QTest::addColumn<bool>("opens");
    QTest::newRow("by connecting again") << false;
    QTest::newRow("by opening") << true;
}

void TestFailover::aPersonStartsAfresh()
{
    QFETCH(bool, opens);
    open(false);
    for (int i = 0; i < 5; ++i) {
        m_link->lose(Garbage);
        m_clock->advance(30s);
    }
    QVERIFY(m_connection->hasGivenUp());
    if (opens)
        open(false);
    else
        m_connection->retry();
    QCOMPARE(m_connection->state(), ConnectionState::Connecting);
    QVERIFY(!m_connection->hasGivenUp());
    QCOMPARE(m_link->openings(), 6);
    m_link->lose(Garbage); // and the count begins anew
    QCOMPARE(m_connection->state(), ConnectionState::Lost);
    m_clock->advance(1s);
    serve();
    m_connection->retry(); // nothing to be tried
    QVERIFY(m_connection->isReliable());
    QCOMPARE(m_link->openings(), 7);
}

void TestFailover::aServerOfGarbageDoesNotCostTheOther()
{
    open();
    int garbage = 0;
    for (int i = 0; i < 14; ++i) {
        QVERIFY(!m_connection->hasGivenUp());
        garbage += host() == u"prim" ? 1 : 0;
        m_link->lose(host() == u"prim" ? Garbage : Refused);
        m_clock->advance(*m_connection->nextAttempt() - m_clock->now());
    }
    QCOMPARE(garbage, 5);
    QCOMPARE(host(), u"back"_s); // the primary is left out by now
    serve();
    QVERIFY(m_connection->isReliable());
}

void TestFailover::renewingDoubtsAndConnectsAtOnce()
{
    open();
    serve();
    QStringList story;
    connect(m_connection.get(), &ServerConnection::doubted, m_connection.get(),
            [&] { story.append(u"doubt"_s); });
    m_connection->request(tlib::HoldCall{}, this, [&](const core::Result<core::Done> &answer) {
        QCOMPARE(answer.error().kind, ErrorKind::LinkLost);
        story.append(answer.error().text);
    });
    m_connection->renew(u"the machine has slept"_s);
    QCOMPARE(story, (QStringList{u"doubt"_s, u"the machine has slept"_s}));
    QCOMPARE(m_connection->state(), ConnectionState::Connecting);
    QCOMPARE(m_link->openings(), 2);
    QCOMPARE(host(), u"prim"_s);
    m_link->lose(Refused);
    settle();
    QCOMPARE(host(), u"back"_s);
}

void TestFailover::renewingWhileLostTriesAtOnce()
{
    open(false);
    for (int i = 0; i < 8; ++i) {
        m_link->lose(Refused);
        m_clock->advance(30s);
    }
    m_link->lose(Refused);
    const int before = m_link->openings();
    m_connection->renew(u"the machine has slept"_s);
    QCOMPARE(m_link->openings(), before + 1);
    m_link->lose(Refused); // the network takes a moment to come back, too
    QVERIFY(*m_connection->nextAttempt() - m_clock->now() <= 600ms);
}

void TestFailover::renewingWhatIsClosedDoesNothing()
{
    m_connection->renew(u"the machine has slept"_s);
    QCOMPARE(m_link->openings(), 0);
    m_connection->retry();
    QCOMPARE(m_link->openings(), 0);
}

void TestFailover::whoTakesOver_data()
{
    QTest::addColumn<Act>("act");
    QTest::addColumn<bool>("hasTakenOver");
    QTest::newRow("nobody, at a reconnect to the same server") << Act([](TestFailover *t) {
        t->m_link->lose();
        t->settle();
        t->m_link->lose(Refused);
        t->m_clock->advance(1s);
        t->m_link->acceptAsPrimary();
    }) << false;
    QTest::newRow("another server") << Act([](TestFailover *t) {
        t->m_link->lose();
        t->settle();
        t->m_link->acceptAsPrimary();
    }) << true;
    QTest::newRow("the same, by a second EventLinkConnected")
        << Act([](TestFailover *t) { t->m_link->push({.type = MessageType::EventLinkConnected}); }) << true;
    QTest::newRow("the same, after its switch was gone") << Act([](TestFailover *t) {
        t->m_link->push({.type = MessageType::EventLinkDisconnected});
        t->m_link->push({.type = MessageType::EventLinkConnected});
    }) << true;
    QTest::newRow("the same, after it has been a backup") << Act([](TestFailover *t) {
        t->m_link->push({.type = MessageType::EventPrimaryChanged, .serverRole = ServerRole::Backup});
        t->settle();
        t->m_link->lose(Refused);
        t->settle();
        t->m_link->acceptAsPrimary();
    }) << true;
    QTest::newRow("the same, after it has been a backup, by another password") << Act([](TestFailover *t) {
        tlib::Endpoint same = Primary;
        same.password = u"another"_s;
        t->m_connection->open(same, {});
        t->sayBackup();
        t->m_link->acceptAsPrimary();
    }) << true;
    QTest::newRow("nobody, at a reconnect by a name in capitals") << Act([](TestFailover *t) {
        tlib::Endpoint same = Primary;
        same.host = same.host.toUpper();
        t->m_connection->open(same, {});
        t->m_link->acceptAsPrimary();
    }) << false;
}

void TestFailover::whoTakesOver()
{
    QFETCH(Act, act);
    QFETCH(bool, hasTakenOver);
    open();
    serve();
    QVERIFY(!m_connection->hasTakenOver());
    act(this);
    QCOMPARE(m_connection->state(), ConnectionState::Registering);
    QCOMPARE(m_connection->hasTakenOver(), hasTakenOver);
}

TALLY_TEST(TestFailover)

} // namespace tst_failover
#include "tst_failover.moc"
