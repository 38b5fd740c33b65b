#include "support/conversation.h"
#include "support/testprogram.h"

#include <QSignalSpy>
#include <QTest>

namespace tst_agentsession {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using model::AgentAction;
using model::AgentState;
using support::Conversation;
using tlib::MessageType;

namespace {

tlib::KvList status(int number)
{
    tlib::KvList list;
    list.append("AgentStatus", number);
    return list;
}

tlib::Event agentEvent(MessageType type, std::optional<tlib::AgentWorkMode> mode = {})
{
    return {.type = type, .thisDn = Conversation::OwnDn, .agentWorkMode = mode};
}

} // namespace

class TestAgentSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aToastIsOfTheDnThatWasAskedFor();
    void theSnapshotSaysTheState_data();
    void theSnapshotSaysTheState();
    void anEventSaysTheState_data();
    void anEventSaysTheState();
    void anEventOfAnotherDnSaysNothing();
    void theReasonIsRepeated();
    void whatFitsTheStateIsOffered();
    void anUnknownStateLocksNobodyOut();
    void withoutADnNothingIsOffered();
    void aRequestGoesOutWithItsFields();
    void aRefusalIsAToastThatAGoodStateTakesAway();
    void aLostLinkEndsTheRequest();
    void oneRequestAtATime();
    void reasonsOfTheListAndOthers_data();
    void reasonsOfTheListAndOthers();
    void theStateIsUnknownWhileInDoubt();
    void aReplayOnlyShows();
};

void TestAgentSession::theSnapshotSaysTheState_data()
{
    QTest::addColumn<int>("number");
    QTest::addColumn<AgentState>("state");
    QTest::newRow("no agent (-1)") << -1 << AgentState::LoggedOut;
    QTest::newRow("logged out (0)") << 0 << AgentState::LoggedOut;
    QTest::newRow("not ready (1)") << 1 << AgentState::NotReady;
    QTest::newRow("ready (2)") << 2 << AgentState::Ready;
    QTest::newRow("after-call work (3)") << 3 << AgentState::AfterCallWork;
    QTest::newRow("a number that nobody knows") << 77 << AgentState::Unknown;
}

void TestAgentSession::theSnapshotSaysTheState()
{
    QFETCH(int, number);
    Conversation talk;
    talk.connect(status(number));
    QTEST(talk.desk.agent.state(), "state");
}

void TestAgentSession::anEventSaysTheState_data()
{
    QTest::addColumn<tlib::Event>("event");
    QTest::addColumn<AgentState>("state");
    using enum MessageType;
    QTest::newRow("logged in by hand")
        << agentEvent(EventAgentLogin, tlib::AgentWorkMode::ManualIn) << AgentState::NotReady;
    QTest::newRow("logged in, ready at once")
        << agentEvent(EventAgentLogin, tlib::AgentWorkMode::AutoIn) << AgentState::Ready;
    QTest::newRow("logged out") << agentEvent(EventAgentLogout) << AgentState::LoggedOut;
    QTest::newRow("ready") << agentEvent(EventAgentReady) << AgentState::Ready;
    QTest::newRow("not ready") << agentEvent(EventAgentNotReady) << AgentState::NotReady;
    QTest::newRow("not ready for after-call work")
        << agentEvent(EventAgentNotReady, tlib::AgentWorkMode::AfterCallWork) << AgentState::AfterCallWork;
    QTest::newRow("after-call work") << agentEvent(EventAgentAfterCallWork) << AgentState::AfterCallWork;
}

void TestAgentSession::anEventSaysTheState()
{
    QFETCH(tlib::Event, event);
    Conversation talk;
    talk.connect();
    talk.link.push(event);
    QTEST(talk.desk.agent.state(), "state");
}

void TestAgentSession::anEventOfAnotherDnSaysNothing()
{
    Conversation talk;
    talk.connect(status(2));
    talk.link.push({.type = MessageType::EventAgentLogout, .thisDn = tlib::Dn(u"7002"_s)});
    QCOMPARE(talk.desk.agent.state(), AgentState::Ready);
}

void TestAgentSession::theReasonIsRepeated()
{
    Conversation talk;
    talk.connect(status(2));
    auto event = agentEvent(MessageType::EventAgentNotReady);
    event.reasons.append("ReasonCode", u"Lunch");
    QSignalSpy changed(&talk.desk.agent, &model::AgentSession::changed);
    talk.link.push(event);
    QCOMPARE(talk.desk.agent.reason(), u"Lunch"_s);
    talk.link.push(event);
    QCOMPARE(changed.count(), 1);
    talk.link.push(agentEvent(MessageType::EventAgentReady));
    QVERIFY(talk.desk.agent.reason().isEmpty());
}

void TestAgentSession::whatFitsTheStateIsOffered()
{
    const struct
    {
        int status;
        QList<AgentAction> fits;
    } rows[] = {
        {0, {AgentAction::Login}},
        {1, {AgentAction::Logout, AgentAction::Ready, AgentAction::NotReady, AgentAction::AfterCallWork}},
        {2, {AgentAction::Logout, AgentAction::NotReady, AgentAction::AfterCallWork}},
        {3, {AgentAction::Logout, AgentAction::Ready, AgentAction::NotReady}},
    };
    for (const auto &row : rows) {
        Conversation talk;
        for (int action = 0; action < 5; ++action)
            QVERIFY(!talk.desk.agent.can(AgentAction(action))); // no connection
        talk.connect(status(row.status));
        for (int action = 0; action < 5; ++action)
            QCOMPARE(talk.desk.agent.can(AgentAction(action)), row.fits.contains(AgentAction(action)));
    }
}

void TestAgentSession::anUnknownStateLocksNobodyOut()
{
    Conversation talk;
    talk.connect(); // a snapshot without AgentStatus
    QCOMPARE(talk.desk.agent.state(), AgentState::Unknown);
    QVERIFY(talk.desk.agent.can(AgentAction::Login));
    QVERIFY(talk.desk.agent.can(AgentAction::Logout));
}

void TestAgentSession::withoutADnNothingIsOffered()
{
    Conversation talk;
    talk.desk.agent.setIdentity({});
    talk.connect();
    QVERIFY(!talk.desk.agent.can(AgentAction::Login));
    QVERIFY(!talk.desk.agent.perform(AgentAction::Login));
    QVERIFY(talk.link.nothingSent());
}

void TestAgentSession::aRequestGoesOutWithItsFields()
{
    Conversation talk;
    talk.desk.agent.setIdentity(
        {.dn = Conversation::OwnDn, .agentId = tlib::AgentId(u"1001"_s), .queue = tlib::Dn(u"5000"_s)});
    talk.connect(status(0));
    QVERIFY(talk.desk.agent.perform(AgentAction::Login));
    const auto login = talk.link.expect<tlib::AgentLogin>();
    QCOMPARE(login->first.dn, Conversation::OwnDn);
    QCOMPARE(login->first.agentId.toString(), u"1001"_s);
    QCOMPARE(login->first.queue.toString(), u"5000"_s);
    talk.link.answer(login->second, agentEvent(MessageType::EventAgentLogin, tlib::AgentWorkMode::ManualIn));
    QCOMPARE(talk.desk.agent.state(), AgentState::NotReady);
    QVERIFY(!talk.desk.agent.isRequestUnderWay());

    QVERIFY(talk.desk.agent.perform(AgentAction::NotReady, u"Lunch"_s));
    const auto lunch = talk.link.expect<tlib::AgentNotReady>();
    QCOMPARE(lunch->first.reasons.text("ReasonCode"), u"Lunch"_s);
    QCOMPARE(lunch->first.workMode, tlib::AgentWorkMode::Unknown);
    talk.link.answer(lunch->second, agentEvent(MessageType::EventAgentNotReady));
    QVERIFY(talk.desk.agent.perform(AgentAction::AfterCallWork));
    QCOMPARE(talk.link.expect<tlib::AgentNotReady>()->first.workMode, tlib::AgentWorkMode::AfterCallWork);
}

void TestAgentSession::aRefusalIsAToastThatAGoodStateTakesAway()
{
    Conversation talk;
    talk.connect(status(1));
    QVERIFY(talk.desk.agent.perform(AgentAction::Ready));
    talk.refuse(talk.link.expect<tlib::AgentReady>()->second, 93, u"wrong state"_s);
    QCOMPARE(talk.desk.agent.state(), AgentState::NotReady);
    const model::Toast &toast = talk.desk.toasts.toasts().first();
    QCOMPARE(toast.agentAction, AgentAction::Ready);
    QCOMPARE(toast.code, 93);
    QCOMPARE(toast.serverText, u"wrong state"_s);
    talk.link.push(agentEvent(MessageType::EventAgentReady));
    QVERIFY(talk.desk.toasts.toasts().isEmpty());
}

void TestAgentSession::aLostLinkEndsTheRequest()
{
    Conversation talk;
    talk.connect(status(1));
    QVERIFY(talk.desk.agent.perform(AgentAction::Ready));
    talk.loseLink();
    QVERIFY(!talk.desk.agent.isRequestUnderWay());
    QCOMPARE(talk.desk.toasts.toasts().size(), 1);
    QCOMPARE(talk.desk.toasts.toasts().first().kind, model::ToastKind::ResultUnknown);
    talk.waitForAttempt();
    talk.reconnect(status(2));
    QCOMPARE(talk.desk.agent.state(), AgentState::Ready);
    QVERIFY(talk.link.nothingSent()); // nothing is repeated by itself
    QVERIFY(talk.desk.toasts.toasts().isEmpty());
}

void TestAgentSession::oneRequestAtATime()
{
    Conversation talk;
    talk.connect(status(1));
    QVERIFY(talk.desk.agent.perform(AgentAction::Ready));
    const auto again = talk.desk.agent.perform(AgentAction::Ready);
    QCOMPARE(again.error().kind, core::ErrorKind::NotAllowed);
    QVERIFY(talk.link.expect<tlib::AgentReady>());
    QVERIFY(talk.link.nothingSent());
    talk.clock.advance(5s);
    QVERIFY(!talk.desk.agent.isRequestUnderWay());
    QCOMPARE(talk.desk.toasts.toasts().first().kind, model::ToastKind::NoAnswer);
}

void TestAgentSession::theStateIsUnknownWhileInDoubt()
{
    Conversation talk;
    talk.connect(status(2));
    talk.link.push({.type = MessageType::EventLinkDisconnected});
    QCOMPARE(talk.desk.agent.state(), AgentState::Unknown);
    QVERIFY(!talk.desk.agent.can(AgentAction::NotReady));
}

void TestAgentSession::aReplayOnlyShows()
{
    Conversation talk(model::DeskConfiguration{.isReplay = true});
    talk.connect(status(2));
    QCOMPARE(talk.desk.agent.state(), AgentState::Ready);
    for (const AgentAction action : {AgentAction::Login, AgentAction::Logout, AgentAction::Ready,
                                     AgentAction::NotReady, AgentAction::AfterCallWork}) {
        QVERIFY(!talk.desk.agent.can(action));
        const auto sent = talk.desk.agent.perform(action);
        QVERIFY(!sent);
        QCOMPARE(sent.error().kind, core::ErrorKind::NotAllowed);
    }
    QVERIFY(talk.link.nothingSent());
    QVERIFY(talk.desk.toasts.toasts().isEmpty());
}

/// The agent has moved to another DN before the answer came.
void TestAgentSession::aToastIsOfTheDnThatWasAskedFor()
{
    Conversation talk;
    talk.connect();
    QVERIFY(talk.desk.agent.perform(model::AgentAction::NotReady));
    const auto asked = talk.link.expect<tlib::AgentNotReady>();
    QVERIFY(asked);
    talk.desk.agent.setIdentity({.dn = tlib::Dn(u"7050"_s)});
    talk.refuse(asked->second, 93);
    QCOMPARE(talk.desk.toasts.toasts().size(), 1);
    QCOMPARE(talk.desk.toasts.toasts().first().dn, Conversation::OwnDn);
}

void TestAgentSession::reasonsOfTheListAndOthers_data()
{
    QTest::addColumn<AgentAction>("action");
    QTest::addColumn<QString>("code");
    QTest::addColumn<bool>("fits");
    QTest::addColumn<bool>("fitsWhereFree");
    QTest::newRow("no reason") << AgentAction::NotReady << QString() << true << true;
    QTest::newRow("one of the list") << AgentAction::NotReady << u"1"_s << true << true;
    QTest::newRow("its words are no code") << AgentAction::NotReady << u"Tea"_s << false << true;
    QTest::newRow("a built-in one that the list replaces")
        << AgentAction::NotReady << u"Lunch"_s << false << true;
    QTest::newRow("a log-out's") << AgentAction::Logout << u"end"_s << true << true;
    QTest::newRow("of the other list") << AgentAction::Logout << u"1"_s << false << true;
    QTest::newRow("of what takes none") << AgentAction::AfterCallWork << u"1"_s << false << false;
}

void TestAgentSession::reasonsOfTheListAndOthers()
{
    QFETCH(AgentAction, action);
    QFETCH(QString, code);
    QFETCH(bool, fits);
    QFETCH(bool, fitsWhereFree);
    Conversation talk;
    talk.connect(status(2));
    model::AgentSession &agent = talk.desk.agent;
    model::AgentReasons reasons{
        .notReady = {{u"1"_s, u"Tea"_s}}, .logout = {{u"end"_s, {}}}, .areFree = true};
    agent.setReasons(reasons);
    QCOMPARE(agent.takesReason(action, code), fitsWhereFree);
    reasons.areFree = false;
    agent.setReasons(reasons);
    QCOMPARE(agent.takesReason(action, code), fits);
    QCOMPARE(agent.perform(action, code).has_value(), fits);
    QCOMPARE(talk.link.nothingSent(), !fits);
    agent.setReasons({.areFree = false}); // then the built-in ones are the list
    QVERIFY(agent.takesReason(AgentAction::NotReady, u"Lunch"_s));
    QVERIFY(!agent.takesReason(AgentAction::Logout, u"Lunch"_s));
}

TALLY_TEST(TestAgentSession)

} // namespace tst_agentsession
#include "tst_agentsession.moc"
