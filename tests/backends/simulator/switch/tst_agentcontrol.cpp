#include "backends/simulator/switchconversation.h"
#include "support/testprogram.h"

#include <QtTest>

namespace tst_agentcontrol {

using namespace Qt::StringLiterals;
using namespace simulatortest;
using tlib::AgentStatus;
using tlib::AgentWorkMode;

class TestAgentControl : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void livesThroughAShift();
    void knowsTheAgentOfADn();
    void readyFromTheLoginOn();
    void refuses_data();
    void refuses();
};

void TestAgentControl::livesThroughAShift()
{
    Conversation c;
    const auto client = c.client({second}), watcher = c.client({second});
    const tlib::AgentId ada(u"1002"_s);
    QCOMPARE(c.sw.agents().statusOf(second), AgentStatus::LoggedOut);
    c.ask(client, tlib::AgentLogin{.dn = second, .agentId = ada});
    QCOMPARE(c.story(client), u"AgentLogin 7002 #, AgentNotReady 7002"_s);
    QCOMPARE(c.take(watcher).first().agentId, ada);
    QCOMPARE(c.sw.agents().statusOf(second), AgentStatus::NotReady);
    c.ask(client, tlib::AgentReady{.dn = second});
    QCOMPARE(c.story(client), u"AgentReady 7002 #"_s);
    QCOMPARE(c.story(watcher), u"AgentReady 7002"_s);
    QCOMPARE(c.sw.agents().statusOf(second), AgentStatus::Ready);
    tlib::KvList reasons;
    reasons.append("ReasonCode", u"lunch");
    c.ask(client,
          tlib::AgentNotReady{.dn = second, .workMode = AgentWorkMode::AfterCallWork, .reasons = reasons});
    const tlib::Event work = c.takeOnly(client);
    QCOMPARE(work.agentWorkMode, AgentWorkMode::AfterCallWork);
    QCOMPARE(work.reasons, reasons);
    QCOMPARE(c.sw.agents().statusOf(second), AgentStatus::AfterCallWork);
    c.ask(client, tlib::AgentNotReady{.dn = second});
    QCOMPARE(c.story(client), u"AgentNotReady 7002 #"_s);
    c.ask(client, tlib::AgentLogout{.dn = second});
    QCOMPARE(c.takeOnly(client).agentId, ada);
    QCOMPARE(c.sw.agents().statusOf(second), AgentStatus::LoggedOut);
}

void TestAgentControl::knowsTheAgentOfADn()
{
    Conversation c;
    const auto client = c.client({agent});
    c.ask(client, tlib::AgentLogin{.dn = agent});
    QCOMPARE(c.take(client).first().agentId, tlib::AgentId(u"1001"_s));
}

void TestAgentControl::readyFromTheLoginOn()
{
    Conversation c;
    const auto client = c.client({agent});
    c.ask(client, tlib::AgentLogin{.dn = agent, .workMode = AgentWorkMode::AutoIn});
    QCOMPARE(c.story(client), u"AgentLogin 7001 #, AgentReady 7001"_s);
}

void TestAgentControl::refuses_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<int>("code");
    QTest::newRow("a login without an agent id: 191") << u"login nobody"_s << 191;
    QTest::newRow("the same login twice: 43") << u"login again"_s << 43;
    QTest::newRow("another agent at a taken DN: 527") << u"login other"_s << 527;
    QTest::newRow("an agent at a second DN: 527") << u"login elsewhere"_s << 527;
    QTest::newRow("a login at a routing point: 168") << u"login routing point"_s << 168;
    QTest::newRow("ready when ready: 43") << u"ready again"_s << 43;
    QTest::newRow("ready without a login: 93") << u"ready"_s << 93;
    QTest::newRow("not ready without a login: 93") << u"not ready"_s << 93;
    QTest::newRow("a logout without a login: 93") << u"logout"_s << 93;
}

void TestAgentControl::refuses()
{
    QFETCH(QString, what);
    QFETCH(int, code);
    Conversation c;
    const auto client = c.client({agent, second, routingPoint});
    const tlib::AgentId ada(u"1001"_s), other(u"1002"_s);
    c.ask(client, tlib::AgentLogin{.dn = agent, .agentId = ada, .workMode = AgentWorkMode::AutoIn});
    c.take(client);
    if (what == u"login nobody")
        c.ask(client, tlib::AgentLogin{.dn = second});
    else if (what == u"login again")
        c.ask(client, tlib::AgentLogin{.dn = agent, .agentId = ada});
    else if (what == u"login other")
        c.ask(client, tlib::AgentLogin{.dn = agent, .agentId = other});
    else if (what == u"login elsewhere")
        c.ask(client, tlib::AgentLogin{.dn = second, .agentId = ada});
    else if (what == u"login routing point")
        c.ask(client, tlib::AgentLogin{.dn = routingPoint, .agentId = other});
    else if (what == u"ready again")
        c.ask(client, tlib::AgentReady{.dn = agent});
    else if (what == u"ready")
        c.ask(client, tlib::AgentReady{.dn = second});
    else if (what == u"not ready")
        c.ask(client, tlib::AgentNotReady{.dn = second});
    else
        c.ask(client, tlib::AgentLogout{.dn = second});
    QCOMPARE(c.takeOnly(client).errorCode, code);
    QCOMPARE(c.sw.agents().statusOf(agent), AgentStatus::Ready);
}

TALLY_TEST(TestAgentControl)

} // namespace tst_agentcontrol
#include "tst_agentcontrol.moc"
