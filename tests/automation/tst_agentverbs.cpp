#include "automation/agentverbs.h"
#include "support/conversation.h"
#include "support/testprogram.h"

#include <QTest>

namespace tst_agentverbs {

using namespace Qt::StringLiterals;
using model::AgentAction;
using support::Conversation;
using tlib::MessageType;

/// The agent's own state, moved by a program.
class TestAgentVerbs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aVerbWaitsForTheState();
    void aReasonGoesOut();
    void whereReasonsAreNotFreeOthersAreRefused();
    void badParameters_data();
    void badParameters();
    void whatIsInTheWayIsSaid();
    void aRefusalNamesItsNumber();
    void aLostLinkLeavesTheResultUnknown();
    void anOpenRecordingKeepsTheAgentIn();
    void nobodyIsToldOfAButton();

private:
    void run(AgentAction action, const QJsonObject &params = {})
    {
        m_result.reset();
        m_verbs->run(action, params, this,
                     [this](const core::Result<QJsonObject> &result) { m_result = result; });
    }
    QString failure() const { return m_result && !*m_result ? m_result->error().text : QString(); }
    static tlib::Event agentEvent(MessageType type) { return {.type = type, .thisDn = Conversation::OwnDn}; }
    static tlib::KvList ready()
    {
        tlib::KvList list;
        list.append("AgentStatus", 2);
        return list;
    }

    std::unique_ptr<Conversation> m_talk;
    std::unique_ptr<automation::AgentVerbs> m_verbs;
    std::optional<core::Result<QJsonObject>> m_result;
};

void TestAgentVerbs::init()
{
    m_verbs.reset();
    m_talk = std::make_unique<Conversation>();
    m_verbs = std::make_unique<automation::AgentVerbs>(m_talk->desk);
    m_talk->connect(ready());
}

void TestAgentVerbs::aVerbWaitsForTheState()
{
    run(AgentAction::AfterCallWork);
    const auto asked = m_talk->link.expect<tlib::AgentNotReady>();
    QVERIFY(!m_result);
    m_talk->link.answer(asked->second, agentEvent(MessageType::EventAgentAfterCallWork));
    QVERIFY(m_result && *m_result);
    QCOMPARE(**m_result, (QJsonObject{{u"state"_s, u"after-call-work"_s}}));
}

void TestAgentVerbs::aReasonGoesOut()
{
    run(AgentAction::NotReady, {{u"reason"_s, u"17"_s}});
    QCOMPARE(m_talk->link.expect<tlib::AgentNotReady>()->first.reasons.text("ReasonCode"), u"17"_s);
}

void TestAgentVerbs::whereReasonsAreNotFreeOthersAreRefused()
{
    m_talk->desk.agent.setReasons({.notReady = {{u"17"_s, u"Tea"_s}}, .areFree = false});
    run(AgentAction::NotReady, {{u"reason"_s, u"18"_s}});
    QVERIFY2(failure().contains(u"no reason \"18\""_s), qPrintable(failure()));
    QCOMPARE(m_result->error().kind, core::ErrorKind::NotAllowed);
    QVERIFY(m_talk->link.nothingSent());
    run(AgentAction::NotReady, {{u"reason"_s, u"17"_s}});
    QVERIFY(m_talk->link.expect<tlib::AgentNotReady>());
}

void TestAgentVerbs::badParameters_data()
{
    QTest::addColumn<AgentAction>("action");
    QTest::addColumn<QJsonObject>("params");
    QTest::newRow("a reason for what takes none") << AgentAction::Ready << QJsonObject{{u"reason"_s, u"x"_s}};
    QTest::newRow("a number") << AgentAction::NotReady << QJsonObject{{u"reason"_s, 17}};
    QTest::newRow("an empty one") << AgentAction::NotReady << QJsonObject{{u"reason"_s, u""_s}};
    QTest::newRow("a long one") << AgentAction::NotReady << QJsonObject{{u"reason"_s, QString(65, u'x')}};
}

void TestAgentVerbs::badParameters()
{
    QFETCH(AgentAction, action);
    QFETCH(QJsonObject, params);
    run(action, params);
    QCOMPARE(m_result->error().kind, core::ErrorKind::InvalidInput);
    QVERIFY(m_talk->link.nothingSent());
}

void TestAgentVerbs::whatIsInTheWayIsSaid()
{
    run(AgentAction::Ready);
    QCOMPARE(failure(), u"cannot ready: the agent is ready"_s);
    run(AgentAction::NotReady);
    QVERIFY(!m_result);
    m_talk->link.take();
    const auto first = std::exchange(m_result, {});
    run(AgentAction::Logout);
    QVERIFY(failure().contains(u"under way"_s));
    m_talk->loseLink();
    run(AgentAction::Logout);
    QVERIFY(failure().contains(u"no connection"_s));
    m_talk->desk.agent.setIdentity({});
    run(AgentAction::Login);
    QVERIFY(failure().contains(u"no DN"_s));
}

void TestAgentVerbs::aRefusalNamesItsNumber()
{
    run(AgentAction::Logout);
    m_talk->refuse(m_talk->link.expect<tlib::AgentLogout>()->second, 93, u"in a call"_s);
    QCOMPARE(failure(), u"SIP Server refused (93): in a call"_s);
}

void TestAgentVerbs::aLostLinkLeavesTheResultUnknown()
{
    run(AgentAction::NotReady);
    m_talk->loseLink();
    QCOMPARE(m_result->error().kind, core::ErrorKind::TimedOut);
}

void TestAgentVerbs::anOpenRecordingKeepsTheAgentIn()
{
    m_talk->talk(Conversation::recording(u"ON"_s));
    run(AgentAction::Logout);
    QVERIFY2(failure().contains(Conversation::CallOne.toString()), qPrintable(failure()));
    QVERIFY(m_talk->link.nothingSent());
    run(AgentAction::Logout, {{u"force"_s, true}});
    QVERIFY(m_talk->link.expect<tlib::AgentLogout>());
}

void TestAgentVerbs::nobodyIsToldOfAButton()
{
    QVERIFY(m_talk->desk.agent.perform(AgentAction::NotReady));
    m_talk->link.answer(m_talk->link.expect<tlib::AgentNotReady>()->second,
                        agentEvent(MessageType::EventAgentNotReady));
    QVERIFY(!m_result);
    {
        QObject asker;
        m_verbs->run(AgentAction::Ready, {}, &asker, [this](const auto &result) { m_result = result; });
    }
    m_talk->link.answer(m_talk->link.expect<tlib::AgentReady>()->second,
                        agentEvent(MessageType::EventAgentReady));
    QVERIFY(!m_result); // who asked has gone
}

TALLY_TEST(TestAgentVerbs)

} // namespace tst_agentverbs
#include "tst_agentverbs.moc"
