#include "presentation/words/agenttext.h"
#include "support/conversation.h"
#include "support/testprogram.h"

#include <QSet>
#include <QTest>

namespace tst_agenttext {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using model::AgentAction;
using model::AgentState;
using support::Conversation;
using tlib::MessageType;

namespace {

constexpr AgentAction AllActions[] = {AgentAction::Login, AgentAction::Logout, AgentAction::Ready,
                                      AgentAction::NotReady, AgentAction::AfterCallWork};

QString whyNot(const Conversation &talk, AgentAction action)
{
    return presentation::agentObstacleText(action, talk.desk.agent, talk.desk.connection);
}

} // namespace

class TestAgentText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyStateHasItsOwnWord();
    void theReasonStandsBesideTheState_data();
    void theReasonStandsBesideTheState();
    void reasonsReadAsTheyAreSet();
    void theTimeStandsBesideTheState_data();
    void theTimeStandsBesideTheState();
    void everyActionHasItsOwnMnemonic();
    void whyTheAgentCannot_data();
    void whyTheAgentCannot();
    void withoutAConnectionNothingIsSent();
    void oneRequestAtATime();
};

void TestAgentText::everyStateHasItsOwnWord()
{
    QSet<QString> words;
    for (const AgentState state : {AgentState::Unknown, AgentState::LoggedOut, AgentState::NotReady,
                                   AgentState::Ready, AgentState::AfterCallWork})
        words.insert(presentation::agentStateText(state));
    QCOMPARE(words.size(), 5);
}

void TestAgentText::theReasonStandsBesideTheState_data()
{
    QTest::addColumn<QString>("reason");
    QTest::addColumn<QString>("shown");
    QTest::newRow("none") << QString() << u"Not ready"_s;
    QTest::newRow("one of ours") << u"Lunch"_s << u"Not ready · Lunch"_s;
    QTest::newRow("another's, as it came") << u"17"_s << u"Not ready · 17"_s;
    QTest::newRow("a long one, with marks")
        << u"a\u202eb"_s + QString(40, u'x') << u"Not ready · a\ufffdb"_s + QString(21, u'x') + u'…';
}

void TestAgentText::theReasonStandsBesideTheState()
{
    QFETCH(QString, reason);
    QTEST(presentation::agentStateText(AgentState::NotReady, reason), "shown");
}

void TestAgentText::reasonsReadAsTheyAreSet()
{
    const model::AgentReasons reasons{.notReady = {{u"1"_s, u"Tea"_s}, {u"Lunch"_s, {}}, {u"x7"_s, {}}},
                                      .logout = {{u"end"_s, u"The end"_s}}};
    using presentation::agentStateText;
    QCOMPARE(agentStateText(AgentState::NotReady, u"1"_s, reasons), u"Not ready · Tea"_s);
    QCOMPARE(agentStateText(AgentState::NotReady, u"2"_s, reasons), u"Not ready · 2"_s);
    const auto shown = presentation::notReadyReasons(reasons);
    QCOMPARE(shown.size(), 3);
    QCOMPARE(shown[1].words, u"Lunch"_s); // the program's own words
    QCOMPARE(shown[2].words, u"x7"_s);
    QCOMPARE(presentation::logoutReasons(reasons).first().words, u"The end"_s);
    QCOMPARE(presentation::notReadyReasons().size(), 4); // the built-in ones
    QVERIFY(presentation::logoutReasons({}).isEmpty());
}

void TestAgentText::theTimeStandsBesideTheState_data()
{
    QTest::addColumn<model::Agent>("agent");
    QTest::addColumn<QString>("shown");
    QTest::newRow("seen") << model::Agent{.state = AgentState::Ready, .sinceSeen = true}
                          << u"Ready for 12:40"_s;
    QTest::newRow("there before") << model::Agent{.state = AgentState::Ready} << u"Ready for ≥ 12:40"_s;
    QTest::newRow("with a reason that looks like a place")
        << model::Agent{.state = AgentState::NotReady, .reason = u"%2"_s, .sinceSeen = true}
        << u"Not ready · %2 for 12:40"_s;
    QTest::newRow("not known") << model::Agent() << u"Not known"_s;
}

void TestAgentText::theTimeStandsBesideTheState()
{
    QFETCH(model::Agent, agent);
    const core::Instant now = agent.since + 12min + 40s;
    QTEST(presentation::agentTimeText(agent, now), "shown");
}

void TestAgentText::everyActionHasItsOwnMnemonic()
{
    QSet<QChar> letters;
    for (const AgentAction action : AllActions) {
        const QString label = presentation::agentActionLabel(action);
        QCOMPARE(label.count(u'&'), 1);
        letters.insert(label.at(label.indexOf(u'&') + 1).toLower());
        QVERIFY(!presentation::agentActionName(action).contains(u'&'));
    }
    QCOMPARE(letters.size(), qsizetype(std::size(AllActions)));
}

void TestAgentText::whyTheAgentCannot_data()
{
    QTest::addColumn<tlib::AgentStatus>("status");
    QTest::addColumn<AgentAction>("action");
    QTest::addColumn<QString>("why");
    using tlib::AgentStatus;
    QTest::newRow("nobody is logged in")
        << AgentStatus::LoggedOut << AgentAction::Ready << u"Log in first."_s;
    QTest::newRow("logged in already") << AgentStatus::Ready << AgentAction::Login << u"You are logged in."_s;
    QTest::newRow("ready already") << AgentStatus::Ready << AgentAction::Ready << u"You are ready."_s;
    QTest::newRow("nothing is in the way") << AgentStatus::Ready << AgentAction::NotReady << QString();
}

void TestAgentText::whyTheAgentCannot()
{
    QFETCH(tlib::AgentStatus, status);
    QFETCH(AgentAction, action);
    Conversation talk;
    tlib::KvList snapshot;
    snapshot.append("AgentStatus", qint32(status));
    talk.connect(snapshot);
    QTEST(whyNot(talk, action), "why");
}

void TestAgentText::withoutAConnectionNothingIsSent()
{
    Conversation talk;
    talk.connect();
    talk.loseLink();
    for (const AgentAction action : AllActions)
        QCOMPARE(whyNot(talk, action), u"Nothing is sent while there is no connection."_s);
}

void TestAgentText::oneRequestAtATime()
{
    Conversation talk;
    tlib::KvList snapshot;
    snapshot.append("AgentStatus", qint32(tlib::AgentStatus::Ready));
    talk.connect(snapshot);
    QVERIFY(talk.desk.agent.perform(AgentAction::NotReady));
    QCOMPARE(whyNot(talk, AgentAction::NotReady), u"Waiting for SIP Server."_s);
}

TALLY_GUI_TEST(TestAgentText)

} // namespace tst_agenttext

#include "tst_agenttext.moc"
