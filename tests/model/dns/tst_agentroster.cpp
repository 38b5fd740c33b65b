#include "support/conversation.h"
#include "support/testprogram.h"

#include <QSignalSpy>
#include <QTest>

namespace tst_agentroster {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using model::AgentState;
using support::Conversation;
using tlib::MessageType;

namespace {

const tlib::Dn Supervisor(u"7900");
const tlib::Dn Agent(u"7001");
const tlib::Dn RoutingPoint(u"5000");
const tlib::Dn Stranger(u"7777");

tlib::KvList status(int number)
{
    tlib::KvList list;
    list.append("AgentStatus", number);
    return list;
}

tlib::Event eventOf(MessageType type, const tlib::Dn &dn, std::optional<tlib::AgentWorkMode> mode = {})
{
    return {.type = type, .thisDn = dn, .agentId = tlib::AgentId(u"1001"), .agentWorkMode = mode};
}

/// A supervisor's desk: an own DN, one that is watched, and a routing point.
struct Watch : Conversation
{
    Watch()
    {
        desk.registry.setDns({{.dn = Supervisor, .use = model::DnUse::Own},
                              {.dn = Agent, .use = model::DnUse::Watched, .name = u"Anna Weber"_s},
                              {.dn = RoutingPoint, .use = model::DnUse::RoutingPoint}});
    }
    void connect(int statusOfAgent = 2)
    {
        desk.connection.open({});
        link.acceptAsPrimary();
        answerRegistrations(statusOfAgent);
    }
    void answerRegistrations(int statusOfAgent)
    {
        while (!link.nothingSent()) {
            const auto asked = link.expect<tlib::RegisterAddress>();
            link.answer(asked->second,
                        {.type = MessageType::EventRegistered,
                         .thisDn = asked->first.dn,
                         .extensions = asked->first.dn == Agent ? status(statusOfAgent) : tlib::KvList()});
        }
    }
    model::Agent agent(const tlib::Dn &dn = Agent) const { return desk.roster.agentAt(dn); }
};

} // namespace

class TestAgentRoster : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSnapshotSaysTheState_data();
    void aSnapshotSaysTheState();
    void anEventSaysTheState_data();
    void anEventSaysTheState();
    void theReasonAndTheAgentAreKept();
    void onlyRegisteredDnsAreHeeded();
    void nothingIsKnownWhileInDoubt();
    void aDnThatIsMonitoredNoMoreHasNoState();
    void aDnThatLeavesTheListIsForgotten();
    void theStateCountsFromItsChange();
    void onlyAChangeThatWasSeenIsTold();
    void anEventIntoTheUnknownIsNoBeginning();
    void whatComesAfterASilenceMayBeAsOldAsThat();
    void timeAloneChangesNothing();
    void aRepeatedStateSaysNothing();
    void aLogTellsOfEverybody();
};

void TestAgentRoster::aSnapshotSaysTheState_data()
{
    QTest::addColumn<int>("number");
    QTest::addColumn<AgentState>("state");
    QTest::newRow("no agent (-1)") << -1 << AgentState::LoggedOut;
    QTest::newRow("logged out (0)") << 0 << AgentState::LoggedOut;
    QTest::newRow("not ready (1)") << 1 << AgentState::NotReady;
    QTest::newRow("ready (2)") << 2 << AgentState::Ready;
    QTest::newRow("after-call work (3)") << 3 << AgentState::AfterCallWork;
    QTest::newRow("a number that nobody knows (77)") << 77 << AgentState::Unknown;
}

void TestAgentRoster::aSnapshotSaysTheState()
{
    QFETCH(int, number);
    Watch watch;
    watch.connect(number);
    QTEST(watch.agent().state, "state");
    QCOMPARE(watch.agent(Supervisor).state, AgentState::Unknown); // not said
}

void TestAgentRoster::anEventSaysTheState_data()
{
    QTest::addColumn<tlib::Event>("event");
    QTest::addColumn<AgentState>("state");
    using enum MessageType;
    QTest::newRow("logged in by hand")
        << eventOf(EventAgentLogin, Agent, tlib::AgentWorkMode::ManualIn) << AgentState::NotReady;
    QTest::newRow("logged in, ready at once")
        << eventOf(EventAgentLogin, Agent, tlib::AgentWorkMode::AutoIn) << AgentState::Ready;
    QTest::newRow("logged out") << eventOf(EventAgentLogout, Agent) << AgentState::LoggedOut;
    QTest::newRow("ready") << eventOf(EventAgentReady, Agent) << AgentState::Ready;
    QTest::newRow("not ready") << eventOf(EventAgentNotReady, Agent) << AgentState::NotReady;
    QTest::newRow("not ready, which means after-call work")
        << eventOf(EventAgentNotReady, Agent, tlib::AgentWorkMode::AfterCallWork)
        << AgentState::AfterCallWork;
    QTest::newRow("after-call work (118)")
        << eventOf(EventAgentAfterCallWork, Agent) << AgentState::AfterCallWork;
    QTest::newRow("an event about something else") << eventOf(EventOffHook, Agent) << AgentState::Unknown;
}

void TestAgentRoster::anEventSaysTheState()
{
    QFETCH(tlib::Event, event);
    Watch watch;
    watch.connect(77);
    watch.link.push(event);
    QTEST(watch.agent().state, "state");
}

void TestAgentRoster::theReasonAndTheAgentAreKept()
{
    Watch watch;
    watch.connect();
    auto lunch = eventOf(MessageType::EventAgentNotReady, Agent);
    lunch.reasons.append("ReasonCode", u"Lunch");
    watch.link.push(lunch);
    QCOMPARE(watch.agent().reason, u"Lunch"_s);
    QCOMPARE(watch.agent().id, tlib::AgentId(u"1001"));
    watch.link.push({.type = MessageType::EventAgentReady, .thisDn = Agent}); // does not repeat the id
    QVERIFY(watch.agent().reason.isEmpty());
    QCOMPARE(watch.agent().id, tlib::AgentId(u"1001"));
    watch.link.push(eventOf(MessageType::EventAgentLogout, Agent));
    QVERIFY(watch.agent().id.isEmpty());
}

void TestAgentRoster::onlyRegisteredDnsAreHeeded()
{
    Watch watch;
    watch.connect();
    QSignalSpy changed(&watch.desk.roster, &model::AgentRoster::changed);
    watch.link.push(eventOf(MessageType::EventAgentReady, Stranger));
    watch.link.push(eventOf(MessageType::EventAgentLogout, {}));
    QCOMPARE(changed.count(), 0);
    QCOMPARE(watch.agent(Stranger).state, AgentState::Unknown);
}

void TestAgentRoster::nothingIsKnownWhileInDoubt()
{
    Watch watch;
    watch.connect();
    QSignalSpy all(&watch.desk.roster, &model::AgentRoster::allChanged);
    watch.link.push({.type = MessageType::EventLinkDisconnected});
    QCOMPARE(watch.agent().state, AgentState::Unknown);
    QCOMPARE(all.count(), 1);
    watch.link.push(eventOf(MessageType::EventAgentReady, Agent)); // by a server that is not in charge
    QCOMPARE(watch.agent().state, AgentState::Unknown);
    watch.link.push({.type = MessageType::EventLinkConnected});
    QCOMPARE(watch.agent().state, AgentState::Unknown);
    watch.answerRegistrations(3);
    QCOMPARE(watch.agent().state, AgentState::AfterCallWork);
}

void TestAgentRoster::aDnThatIsMonitoredNoMoreHasNoState()
{
    Watch watch;
    watch.connect();
    QSignalSpy changed(&watch.desk.roster, &model::AgentRoster::changed);
    watch.link.push({.type = MessageType::EventUnregistered, .thisDn = Agent});
    QCOMPARE(watch.agent().state, AgentState::Unknown);
    QCOMPARE(changed.count(), 1);
    watch.answerRegistrations(1);
    QCOMPARE(watch.agent().state, AgentState::NotReady);
}

void TestAgentRoster::aDnThatLeavesTheListIsForgotten()
{
    Watch watch;
    watch.connect();
    watch.desk.registry.setDns({Supervisor});
    QCOMPARE(watch.agent().state, AgentState::Unknown);
}

void TestAgentRoster::theStateCountsFromItsChange()
{
    Watch watch;
    watch.connect();
    const auto start = watch.clock.now();
    QCOMPARE(watch.agent().since, start);
    watch.clock.advance(10s);
    auto tea = eventOf(MessageType::EventAgentNotReady, Agent);
    watch.link.push(tea);
    watch.clock.advance(10s);
    tea.reasons.append("ReasonCode", u"Tea");
    watch.link.push(tea); // another reason: "Not ready · Tea" is so from now on
    QCOMPARE(watch.agent().since, start + 20s);
    watch.clock.advance(10s);
    watch.link.push(tea);
    QCOMPARE(watch.agent().since, start + 20s);
    QCOMPARE(watch.agent().sinceWall, watch.clock.wallTime().addSecs(-10));
}

void TestAgentRoster::onlyAChangeThatWasSeenIsTold()
{
    Watch watch;
    watch.connect(2);
    QVERIFY(!watch.agent().sinceSeen); // ready, nobody knows for how long
    watch.link.push(eventOf(MessageType::EventAgentReady, Agent));
    QVERIFY(!watch.agent().sinceSeen); // said again
    watch.link.push(eventOf(MessageType::EventAgentNotReady, Agent));
    QVERIFY(watch.agent().sinceSeen);
    watch.clock.advance(1min);
    watch.loseLink();
    watch.waitForAttempt();
    watch.link.acceptAsPrimary();
    watch.answerRegistrations(1);
    QCOMPARE(watch.agent().state, AgentState::NotReady);
    QVERIFY(!watch.agent().sinceSeen); // it may have been another one meanwhile
    QCOMPARE(watch.agent().since, watch.clock.now());
}

void TestAgentRoster::anEventIntoTheUnknownIsNoBeginning()
{
    Watch watch;
    watch.connect(77);
    watch.link.push(eventOf(MessageType::EventAgentReady, Agent)); // or the server repeats what is
    QVERIFY(!watch.agent().sinceSeen);
    watch.link.push(eventOf(MessageType::EventAgentAfterCallWork, Agent));
    QVERIFY(watch.agent().sinceSeen);
}

void TestAgentRoster::whatComesAfterASilenceMayBeAsOldAsThat()
{
    Watch watch;
    watch.connect(2);
    Q_EMIT watch.link.overdueChanged(true);
    watch.link.push(eventOf(MessageType::EventAgentNotReady, Agent));
    Q_EMIT watch.link.overdueChanged(false);
    QCOMPARE(watch.agent().state, AgentState::NotReady);
    QVERIFY(!watch.agent().sinceSeen);
}

void TestAgentRoster::timeAloneChangesNothing()
{
    Watch watch;
    watch.connect(2);
    QSignalSpy changed(&watch.desk.roster, &model::AgentRoster::changed);
    watch.clock.advance(1h);
    QCOMPARE(changed.count(), 0);
}

void TestAgentRoster::aRepeatedStateSaysNothing()
{
    Watch watch;
    watch.connect();
    watch.link.push(eventOf(MessageType::EventAgentReady, Agent));
    QSignalSpy changed(&watch.desk.roster, &model::AgentRoster::changed);
    watch.link.push(eventOf(MessageType::EventAgentReady, Agent));
    QCOMPARE(changed.count(), 0);
}

void TestAgentRoster::aLogTellsOfEverybody()
{
    Conversation log;
    log.desk.registry.setDns(QList<model::DnEntry>());
    log.desk.registry.watchEverybody();
    log.desk.connection.open({});
    log.link.acceptAsPrimary();
    log.link.push(eventOf(MessageType::EventAgentReady, Stranger));
    QCOMPARE(log.desk.roster.agentAt(Stranger).state, AgentState::Ready);
}

TALLY_TEST(TestAgentRoster)

} // namespace tst_agentroster
#include "tst_agentroster.moc"
