#include "support/conversation.h"
#include "support/testprogram.h"

#include <QSignalSpy>
#include <QTest>

namespace tst_serverabilities {

using namespace Qt::StringLiterals;
using model::CallAction;
using model::Obstacle;
using support::Conversation;
using tlib::MessageType;

constexpr int NotSupported = tlib::errorcode::UnsupportedOperation;

/// What a server has said that it does not support is not offered again.
class TestServerAbilities : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_talk = std::make_unique<Conversation>();
        m_talk->connect();
        m_talk->say(MessageType::EventRinging);
    }
    void aRefusalIsRememberedForTheSession();
    void theMarkGoesAfterIt();
    void otherRefusalsAreNot();
    void whatEverySwitchDoesIsNot_data();
    void whatEverySwitchDoesIsNot();

private:
    Obstacle obstacle(CallAction action) const
    {
        return m_talk->desk.rules.obstacle(action, *m_talk->call());
    }
    void refuseRedirect(int code)
    {
        QVERIFY(m_talk->desk.control.perform(Conversation::CallOne, CallAction::Redirect,
                                             {.destination = tlib::Dn(u"7002"_s)}));
        m_talk->refuse(m_talk->link.expect<tlib::RedirectCall>()->second, code);
    }

    std::unique_ptr<Conversation> m_talk;
};

void TestServerAbilities::aRefusalIsRememberedForTheSession()
{
    refuseRedirect(NotSupported);
    QCOMPARE(m_talk->desk.toasts.toasts().first().code, NotSupported);
    QCOMPARE(obstacle(CallAction::Redirect), Obstacle::NotSupported);
    QCOMPARE(obstacle(CallAction::Reject), Obstacle::None);
    QVERIFY(!m_talk->desk.rules.possible(*m_talk->call()).testFlag(CallAction::Redirect));
    QVERIFY(!m_talk->desk.control.perform(Conversation::CallOne, CallAction::Redirect,
                                          {.destination = tlib::Dn(u"7002"_s)}));
    QVERIFY(m_talk->link.nothingSent());
    m_talk->say(MessageType::EventEstablished);
    QCOMPARE(obstacle(CallAction::Redirect), Obstacle::NotSupported); // whatever state it is in
    m_talk->loseLink();
    m_talk->waitForAttempt();
    m_talk->reconnect(Conversation::snapshotOf(Conversation::CallOne, tlib::PartyState::Alerting));
    QVERIFY(obstacle(CallAction::Redirect) != Obstacle::NotSupported); // it may be another server by now
}

void TestServerAbilities::theMarkGoesAfterIt()
{
    Obstacle seen = Obstacle::None;
    connect(&m_talk->desk.calls, &model::CallList::changed, this, [&] {
        if (!m_talk->call()->pendingControl)
            seen = obstacle(CallAction::Redirect);
    });
    refuseRedirect(NotSupported);
    QCOMPARE(seen, Obstacle::NotSupported); // whoever shows the end shows why
}

void TestServerAbilities::otherRefusalsAreNot()
{
    refuseRedirect(71);
    QCOMPARE(obstacle(CallAction::Redirect), Obstacle::None);
}

void TestServerAbilities::whatEverySwitchDoesIsNot_data()
{
    QTest::addColumn<CallAction>("action");
    QTest::newRow("hold") << CallAction::Hold;
    QTest::newRow("a recording service, whose number may be set right") << CallAction::PauseRecording;
}

void TestServerAbilities::whatEverySwitchDoesIsNot()
{
    QFETCH(CallAction, action);
    m_talk->say(MessageType::EventEstablished, Conversation::recording(u"ON"_s));
    QVERIFY(m_talk->desk.control.perform(Conversation::CallOne, action));
    m_talk->refuse(m_talk->link.take().id, NotSupported);
    QCOMPARE(obstacle(action), Obstacle::None);
}

TALLY_TEST(TestServerAbilities)

} // namespace tst_serverabilities
#include "tst_serverabilities.moc"
