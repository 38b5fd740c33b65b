#include "model/link/serverconnection.h"
#include "support/fakelink.h"
#include "support/manualclock.h"
#include "support/testprogram.h"

#include <QSignalSpy>
#include <QTest>

namespace tst_serverconnection {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using model::ConnectionState;
using model::ServerConnection;
using tlib::LinkState;
using tlib::MessageType;
using tlib::ServerRole;

class TestServerConnection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void itGoesThroughItsStates();
    void theWaitDoublesUpToThirtySeconds();
    void aServerThatWasThereIsTriedSoonAgain();
    void aSilentServerIsGivenUp();
    void aRefusalIsTheReasonThatStays_data();
    void aRefusalIsTheReasonThatStays();
    void aNewFailureReplacesTheOldRefusal();
    void itWaitsWhileTheServerHasNoSwitch();
    void aBackupIsWaitedFor();
    void aDemotedPrimaryIsWaitedFor();
    void aSecondLinkConnectedIsASwitchOver();
    void closeEndsEverythingAndStaysClosed();
    void closeWhileLostEndsTheWait();
    void openAgainLeavesTheOldServer();
    void theEndOfTheOldLinkIsNotTheEndOfTheNew();
    void nothingIsHeardOnceItIsClosed();
    void whoHearsOfTheStateFindsTheDoubtRaised_data();
    void whoHearsOfTheStateFindsTheDoubtRaised();
    void closingInsideASwitchOverStaysClosed();
    void openingWhenTheLinkIsLostTakesEffect();
    void aRequestEndsOnce_data();
    void aRequestEndsOnce();
    void aRequestWithoutALinkIsAnsweredLater();
    void whoIsGoneIsNotAnswered();
    void theModelHearsAnEventBeforeTheAsker();

private:
    void open() { m_connection->open({.host = u"sip-prim.example"_s, .port = 7007}); }
    void lost() { m_link->lose(); }
    core::Duration untilNextAttempt() { return *m_connection->nextAttempt() - m_clock->now(); }

    std::unique_ptr<support::ManualClock> m_clock;
    std::unique_ptr<support::FakeLink> m_link;
    std::unique_ptr<ServerConnection> m_connection;
};

void TestServerConnection::init()
{
    m_connection.reset();
    m_clock = std::make_unique<support::ManualClock>();
    m_link = std::make_unique<support::FakeLink>();
    m_connection = std::make_unique<ServerConnection>(*m_link, *m_clock, ServerConnection::Limits{});
}

void TestServerConnection::itGoesThroughItsStates()
{
    QCOMPARE(m_connection->state(), ConnectionState::Offline);
    open();
    QCOMPARE(m_connection->state(), ConnectionState::Connecting);
    QCOMPARE(m_link->endpoint().host, u"sip-prim.example"_s);
    m_link->accept();
    QCOMPARE(m_connection->state(), ConnectionState::Connecting);
    QSignalSpy epoch(m_connection.get(), &ServerConnection::epochOpened);
    m_link->push({.type = MessageType::EventLinkConnected});
    QCOMPARE(epoch.count(), 1);
    QCOMPARE(m_connection->state(), ConnectionState::Registering);
    QCOMPARE(m_connection->role(), ServerRole::Primary);
    m_connection->registrationDone();
    QCOMPARE(m_connection->state(), ConnectionState::Connected);
    lost();
    QCOMPARE(m_connection->state(), ConnectionState::Lost);
    QCOMPARE(m_connection->trouble()->text, u"reset by peer"_s);
    m_clock->advance(1s);
    QCOMPARE(m_connection->state(), ConnectionState::Connecting);
    QVERIFY(!m_connection->nextAttempt());
    QCOMPARE(m_link->openings(), 2);
    m_connection->registrationDone(); // late
    QCOMPARE(m_connection->state(), ConnectionState::Connecting);
}

void TestServerConnection::theWaitDoublesUpToThirtySeconds()
{
    open();
    core::Duration middle = 500ms;
    QSet<core::Duration::rep> seen;
    for (int attempt = 0; attempt < 40; ++attempt) {
        lost();
        const core::Duration wait = untilNextAttempt();
        const double centre = std::min(double(middle.count()), 30000 / 1.2);
        QVERIFY2(double(wait.count()) >= centre * 0.8 - 1, qPrintable(QString::number(wait.count())));
        QVERIFY2(double(wait.count()) <= centre * 1.2 + 1, qPrintable(QString::number(wait.count())));
        QVERIFY(wait <= 30s);
        seen.insert(wait.count());
        middle = std::min(2 * middle, core::Duration(30s));
        const int before = m_link->openings();
        m_clock->advance(wait - 1ms);
        QCOMPARE(m_link->openings(), before);
        m_clock->advance(1ms);
        QCOMPARE(m_link->openings(), before + 1);
    }
    QVERIFY(seen.size() > 10); // a thousand desktops do not come at once
}

void TestServerConnection::aServerThatWasThereIsTriedSoonAgain()
{
    open();
    for (int i = 0; i < 8; ++i) {
        lost();
        m_clock->advance(untilNextAttempt());
    }
    m_link->acceptAsPrimary();
    m_connection->registrationDone();
    m_clock->advance(5s); // it has proved itself
    lost();
    QVERIFY(untilNextAttempt() <= 600ms);
}

void TestServerConnection::aSilentServerIsGivenUp()
{
    open();
    m_clock->advance(1s);
    m_link->accept();
    m_clock->advance(9999ms);
    QCOMPARE(m_connection->state(), ConnectionState::Connecting);
    m_clock->advance(1ms);
    QCOMPARE(m_connection->state(), ConnectionState::Lost);
    QCOMPARE(m_connection->trouble()->kind, core::ErrorKind::TimedOut);
}

void TestServerConnection::aRefusalIsTheReasonThatStays_data()
{
    QTest::addColumn<int>("code");
    QTest::newRow("another protocol version (55)") << 55;
    QTest::newRow("a wrong password (119)") << 119;
    QTest::newRow("no licence left (40)") << 40;
}

void TestServerConnection::aRefusalIsTheReasonThatStays()
{
    QFETCH(int, code);
    open();
    m_link->accept();
    m_link->push(
        {.type = MessageType::EventError, .errorCode = code, .errorMessage = tlib::Text(u"no entry"_s)});
    lost();
    QCOMPARE(m_connection->state(), ConnectionState::Lost);
    QCOMPARE(m_connection->trouble()->kind, core::ErrorKind::Refused);
    QCOMPARE(m_connection->trouble()->serverCode, code);
    QCOMPARE(m_connection->trouble()->text, u"no entry"_s);
    m_clock->advance(untilNextAttempt());
    QCOMPARE(m_connection->trouble()->serverCode, code); // still the last that is known
    m_link->acceptAsPrimary();
    QVERIFY(!m_connection->trouble());
}

void TestServerConnection::aNewFailureReplacesTheOldRefusal()
{
    open();
    m_link->accept();
    m_link->push({.type = MessageType::EventError, .errorCode = 119});
    lost();
    m_clock->advance(untilNextAttempt());
    m_link->lose({.kind = core::ErrorKind::Unreachable, .text = u"nobody listens there"_s});
    QCOMPARE(m_connection->trouble()->kind, core::ErrorKind::Unreachable);
    m_clock->advance(untilNextAttempt());
    m_link->accept();
    m_link->push({.type = MessageType::EventLinkDisconnected, .errorCode = 54});
    lost();
    QCOMPARE(m_connection->trouble()->text, u"reset by peer"_s);
}

void TestServerConnection::itWaitsWhileTheServerHasNoSwitch()
{
    open();
    m_link->accept();
    m_link->push({.type = MessageType::EventLinkDisconnected,
                  .errorCode = 54,
                  .errorMessage = tlib::Text(u"no link to the switch"_s)});
    QCOMPARE(m_connection->state(), ConnectionState::Waiting);
    QCOMPARE(m_connection->trouble()->serverCode, 54);
    m_clock->advance(1h); // a server that is there is not given up
    QCOMPARE(m_connection->state(), ConnectionState::Waiting);
    m_link->push({.type = MessageType::EventLinkConnected});
    QCOMPARE(m_connection->state(), ConnectionState::Registering);
    m_connection->registrationDone();

    QSignalSpy doubted(m_connection.get(), &ServerConnection::doubted);
    m_link->push({.type = MessageType::EventLinkDisconnected, .errorCode = 54});
    QCOMPARE(m_connection->state(), ConnectionState::Waiting);
    QCOMPARE(doubted.count(), 1);
}

void TestServerConnection::aBackupIsWaitedFor()
{
    open();
    m_link->accept();
    QSignalSpy epoch(m_connection.get(), &ServerConnection::epochOpened);
    m_link->push({.type = MessageType::EventLinkConnected, .serverRole = ServerRole::Backup});
    QCOMPARE(m_connection->state(), ConnectionState::Waiting);
    QCOMPARE(m_connection->role(), ServerRole::Backup);
    QSignalSpy changed(m_connection.get(), &ServerConnection::stateChanged);
    m_link->push({.type = MessageType::EventPrimaryChanged, .serverRole = ServerRole::Primary});
    QCOMPARE(m_connection->role(), ServerRole::Primary);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(epoch.count(), 0);
    m_link->push({.type = MessageType::EventLinkConnected, .serverRole = ServerRole::Primary});
    QCOMPARE(epoch.count(), 1);
    QCOMPARE(m_connection->state(), ConnectionState::Registering);
}

void TestServerConnection::aDemotedPrimaryIsWaitedFor()
{
    open();
    m_link->acceptAsPrimary();
    m_connection->registrationDone();
    QSignalSpy doubted(m_connection.get(), &ServerConnection::doubted);
    m_link->push({.type = MessageType::EventPrimaryChanged, .serverRole = ServerRole::Backup});
    QCOMPARE(doubted.count(), 1);
    QCOMPARE(m_connection->state(), ConnectionState::Waiting);
    QCOMPARE(m_connection->role(), ServerRole::Backup);
}

void TestServerConnection::aSecondLinkConnectedIsASwitchOver()
{
    open();
    m_link->acceptAsPrimary();
    m_connection->registrationDone();
    QStringList story;
    connect(m_connection.get(), &ServerConnection::doubted, this, [&] { story.append(u"doubt"_s); });
    connect(m_connection.get(), &ServerConnection::epochOpened, this, [&] { story.append(u"epoch"_s); });
    m_connection->request(tlib::HoldCall{}, this, [&](const core::Result<core::Done> &answer) {
        QCOMPARE(answer.error().kind, core::ErrorKind::LinkLost);
        story.append(u"request ended"_s);
    });
    m_link->push({.type = MessageType::EventLinkConnected});
    QCOMPARE(story, (QStringList{u"doubt"_s, u"request ended"_s, u"epoch"_s}));
    QCOMPARE(m_connection->state(), ConnectionState::Registering);
}

void TestServerConnection::closeEndsEverythingAndStaysClosed()
{
    open();
    m_link->acceptAsPrimary();
    int ended = 0;
    m_connection->request(tlib::HoldCall{}, this, [&](const auto &) { ++ended; });
    m_connection->close();
    QCOMPARE(ended, 1);
    QCOMPARE(m_connection->state(), ConnectionState::Offline);
    Q_EMIT m_link->stateChanged(LinkState::Closed, std::nullopt);
    m_clock->advance(1h);
    QCOMPARE(m_link->openings(), 1);
    QVERIFY(!m_clock->hasAlarms());
}

void TestServerConnection::closeWhileLostEndsTheWait()
{
    open();
    lost();
    m_connection->close();
    QVERIFY(!m_connection->nextAttempt());
    QVERIFY(!m_connection->trouble());
    m_clock->advance(1h);
    QCOMPARE(m_link->openings(), 1);
    m_connection->close(); // again
    QCOMPARE(m_connection->state(), ConnectionState::Offline);
}

void TestServerConnection::openAgainLeavesTheOldServer()
{
    open();
    m_link->acceptAsPrimary();
    m_connection->registrationDone();
    QSignalSpy doubted(m_connection.get(), &ServerConnection::doubted);
    int ended = 0;
    m_connection->request(tlib::HoldCall{}, this, [&](const auto &) { ++ended; });
    m_connection->open({.host = u"other.example"_s, .port = 7007});
    QCOMPARE(doubted.count(), 1);
    QCOMPARE(ended, 1);
    QCOMPARE(m_connection->state(), ConnectionState::Connecting);
    QCOMPARE(m_link->endpoint().host, u"other.example"_s);

    lost();
    open(); // while it waits for the next attempt: that one is not made as well
    m_clock->advance(1h);
    QCOMPARE(m_link->openings(), 3);
}

void TestServerConnection::theEndOfTheOldLinkIsNotTheEndOfTheNew()
{
    open();
    m_link->acceptAsPrimary();
    open();
    Q_EMIT m_link->stateChanged(LinkState::Closed, std::nullopt); // what open() has closed
    QCOMPARE(m_connection->state(), ConnectionState::Connecting);
    Q_EMIT m_link->stateChanged(LinkState::Opening, std::nullopt);
    m_link->acceptAsPrimary();
    QCOMPARE(m_connection->state(), ConnectionState::Registering);
    Q_EMIT m_link->stateChanged(LinkState::Closed, std::nullopt); // and now it is
    QCOMPARE(m_connection->state(), ConnectionState::Lost);
}

void TestServerConnection::nothingIsHeardOnceItIsClosed()
{
    open();
    m_link->acceptAsPrimary();
    m_connection->close();
    QSignalSpy events(m_connection.get(), &ServerConnection::eventReceived);
    QSignalSpy epoch(m_connection.get(), &ServerConnection::epochOpened);
    m_link->push({.type = MessageType::EventLinkConnected});
    QCOMPARE(epoch.count(), 0);
    QCOMPARE(events.count(), 0);
    QCOMPARE(m_connection->state(), ConnectionState::Offline);
}

void TestServerConnection::whoHearsOfTheStateFindsTheDoubtRaised_data()
{
    QTest::addColumn<std::function<void(TestServerConnection *)>>("act");
    QTest::newRow("the link is lost") << std::function([](TestServerConnection *t) { t->lost(); });
    QTest::newRow("it is closed") << std::function([](TestServerConnection *t) { t->m_connection->close(); });
    QTest::newRow("it is opened anew") << std::function([](TestServerConnection *t) { t->open(); });
    QTest::newRow("the switch is gone") << std::function(
        [](TestServerConnection *t) { t->m_link->push({.type = MessageType::EventLinkDisconnected}); });
}

void TestServerConnection::whoHearsOfTheStateFindsTheDoubtRaised()
{
    using Act = std::function<void(TestServerConnection *)>;
    QFETCH(Act, act);
    open();
    m_link->acceptAsPrimary();
    m_connection->registrationDone();
    QStringList story;
    connect(m_connection.get(), &ServerConnection::doubted, m_connection.get(), [&] {
        QVERIFY(m_connection->state() != ConnectionState::Connected);
        story.append(u"doubt"_s);
    });
    connect(m_connection.get(), &ServerConnection::stateChanged, m_connection.get(),
            [&] { story.append(u"state"_s); });
    act(this);
    QCOMPARE(story, (QStringList{u"doubt"_s, u"state"_s}));
}

void TestServerConnection::closingInsideASwitchOverStaysClosed()
{
    open();
    m_link->acceptAsPrimary();
    QSignalSpy epoch(m_connection.get(), &ServerConnection::epochOpened);
    connect(m_connection.get(), &ServerConnection::stateChanged, m_connection.get(),
            [this] { m_connection->close(); });
    m_link->push({.type = MessageType::EventLinkConnected});
    QCOMPARE(m_connection->state(), ConnectionState::Offline);
    QCOMPARE(epoch.count(), 0);
}

void TestServerConnection::openingWhenTheLinkIsLostTakesEffect()
{
    open();
    m_link->acceptAsPrimary();
    connect(m_connection.get(), &ServerConnection::stateChanged, m_connection.get(), [this] {
        if (m_connection->state() == ConnectionState::Lost)
            open();
    });
    lost();
    QCOMPARE(m_connection->state(), ConnectionState::Connecting);
    m_link->acceptAsPrimary();
    QCOMPARE(m_connection->state(), ConnectionState::Registering);
    m_connection->registrationDone();
    m_clock->advance(10s);
    QCOMPARE(m_link->openings(), 2);
}

void TestServerConnection::aRequestEndsOnce_data()
{
    using Act = std::function<void(TestServerConnection *)>;
    QTest::addColumn<Act>("act");
    QTest::addColumn<QString>("outcome");
    QTest::newRow("confirmed") << Act([](TestServerConnection *t) {
        t->m_link->push({.type = MessageType::EventHeld, .referenceId = tlib::ReferenceId(1)});
    }) << u"done"_s;
    QTest::newRow("refused") << Act([](TestServerConnection *t) {
        t->m_link->push(
            {.type = MessageType::EventError, .referenceId = tlib::ReferenceId(1), .errorCode = 93});
    }) << u"refused"_s;
    QTest::newRow("not answered") << Act([](TestServerConnection *t) { t->m_clock->advance(5s); })
                                  << u"timed out"_s;
    QTest::newRow("the link is lost") << Act([](TestServerConnection *t) { t->lost(); }) << u"lost"_s;
    QTest::newRow("the switch is gone")
        << Act([](TestServerConnection *t) { t->m_link->push({.type = MessageType::EventLinkDisconnected}); })
        << u"lost"_s;
}

void TestServerConnection::aRequestEndsOnce()
{
    using Act = std::function<void(TestServerConnection *)>;
    QFETCH(Act, act);
    QFETCH(QString, outcome);
    open();
    m_link->acceptAsPrimary();
    QStringList ends;
    m_connection->request(tlib::HoldCall{}, this, [&](const core::Result<core::Done> &answer) {
        ends.append(answer                                             ? u"done"_s
                    : answer.error().kind == core::ErrorKind::Refused  ? u"refused"_s
                    : answer.error().kind == core::ErrorKind::TimedOut ? u"timed out"_s
                    : answer.error().kind == core::ErrorKind::LinkLost ? u"lost"_s
                                                                       : u"?"_s);
    });
    act(this);
    m_link->push({.type = MessageType::EventHeld, .referenceId = tlib::ReferenceId(1)});
    m_clock->advance(10s);
    m_connection->close();
    QCOMPARE(ends, QStringList{outcome});
}

void TestServerConnection::aRequestWithoutALinkIsAnsweredLater()
{
    bool isInside = true;
    std::optional<core::ErrorKind> kind;
    m_connection->request(tlib::HoldCall{}, this, [&](const core::Result<core::Done> &answer) {
        QVERIFY(!isInside);
        kind = answer.error().kind;
    });
    isInside = false;
    QTRY_COMPARE(kind, core::ErrorKind::NotConnected);
}

void TestServerConnection::whoIsGoneIsNotAnswered()
{
    open();
    m_link->acceptAsPrimary();
    auto asker = std::make_unique<QObject>();
    bool answered = false;
    m_connection->request(tlib::HoldCall{}, asker.get(), [&](const auto &) { answered = true; });
    asker.reset();
    m_link->push({.type = MessageType::EventHeld, .referenceId = tlib::ReferenceId(1)});
    QVERIFY(!answered);
}

void TestServerConnection::theModelHearsAnEventBeforeTheAsker()
{
    open();
    m_link->acceptAsPrimary();
    QStringList story;
    connect(m_connection.get(), &ServerConnection::eventReceived, this, [&] { story.append(u"model"_s); });
    m_connection->request(tlib::MakeCall{}, this, [&](const core::Result<tlib::ConnId> &call) {
        QCOMPARE(*call, tlib::ConnId(5));
        story.append(u"asker"_s);
    });
    m_link->push(
        {.type = MessageType::EventDialing, .referenceId = tlib::ReferenceId(1), .connId = tlib::ConnId(5)});
    QCOMPARE(story, (QStringList{u"model"_s, u"asker"_s}));
}

TALLY_TEST(TestServerConnection)

} // namespace tst_serverconnection
#include "tst_serverconnection.moc"
