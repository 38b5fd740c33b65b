#include "backends/simulator/link/simlink.h"
#include "backends/simulator/switchconversation.h"
#include "support/linkcontract.h"
#include "support/testprogram.h"

#include <QtTest>

namespace tst_simlink {

using namespace Qt::StringLiterals;
using namespace simulatortest;
using tlib::LinkState;
using tlib::MessageType;

class TestSimLink : public support::LinkContract
{
    Q_OBJECT

protected:
    std::unique_ptr<tlib::Link> makeLink() override;
    tlib::Endpoint endpoint() override;
    std::optional<tlib::Endpoint> deadEndpoint() override;
    void serverSays(const tlib::Event &event) override { m_link->deliver(event); }
    void serverGoesAway() override { m_server->simulatedSwitch().dropClients(); }
    int requestsSeen() override { return m_requestsSeen; }

private Q_SLOTS:
    void init();
    void cleanup();
    void isGreetedAfterOpen();
    void carriesARequestAndItsReply();
    void saysThePartingWordsOfTheServer();
    void leavesTheServerWhenItCloses();
    void servesSeveralLinks();

private:
    support::ManualClock m_clock;
    std::unique_ptr<simulator::LocalServer> m_server;
    simulator::SimLink *m_link = nullptr; ///< the one that makeLink() made last
    int m_requestsSeen = 0;
};

void TestSimLink::init()
{
    m_server = std::make_unique<simulator::LocalServer>(smallSwitch(), m_clock);
    m_requestsSeen = 0;
}

void TestSimLink::cleanup()
{
    m_server.reset();
}

std::unique_ptr<tlib::Link> TestSimLink::makeLink()
{
    auto link = std::make_unique<simulator::SimLink>(*m_server);
    m_link = link.get();
    connect(m_link, &tlib::Link::eventReceived, this, [this](const tlib::Event &event) {
        m_requestsSeen += event.type == MessageType::EventServerInfo;
    });
    return link;
}

tlib::Endpoint TestSimLink::endpoint()
{
    return {.host = u"127.0.0.1"_s, .port = 7007, .applicationName = u"test"_s};
}

std::optional<tlib::Endpoint> TestSimLink::deadEndpoint()
{
    m_server->setReachable(false);
    return endpoint();
}

void TestSimLink::isGreetedAfterOpen()
{
    const auto link = makeLink();
    Heard heard(*link);
    link->open(endpoint());
    QTRY_COMPARE(heard.events.size(), 1);
    QCOMPARE(heard.events.first().type, MessageType::EventLinkConnected);
    QVERIFY(!heard.events.first().referenceId.isNull()); // the answer to its registration
    QCOMPARE(heard.eventsWhileNotOpen, 0);
    QCOMPARE(m_server->simulatedSwitch().clients().all().begin()->second.name, tlib::Text(u"test"_s));
}

void TestSimLink::carriesARequestAndItsReply()
{
    const auto link = makeLink();
    Heard heard(*link);
    link->open(endpoint());
    QTRY_COMPARE(heard.events.size(), 1);
    const auto reference = link->send(tlib::RegisterAddress{.dn = agent});
    QVERIFY(reference);
    QTRY_COMPARE(heard.events.size(), 2);
    QCOMPARE(heard.events.last().type, MessageType::EventRegistered);
    QCOMPARE(heard.events.last().referenceId, *reference);
}

void TestSimLink::saysThePartingWordsOfTheServer()
{
    simulator::SwitchConfiguration configuration = smallSwitch();
    configuration.password = tlib::Text(u"secret"_s);
    m_server = std::make_unique<simulator::LocalServer>(configuration, m_clock);
    const auto link = makeLink();
    Heard heard(*link);
    link->open(endpoint());
    QTRY_VERIFY(heard.isClosed());
    QCOMPARE(heard.events.size(), 1);
    QCOMPARE(heard.events.first().errorCode, 119);
    QCOMPARE(heard.eventsWhileNotOpen, 0);
    QVERIFY(heard.reason);
    QCOMPARE(heard.reason->kind, core::ErrorKind::LinkLost);
}

void TestSimLink::leavesTheServerWhenItCloses()
{
    auto link = makeLink();
    Heard heard(*link);
    link->open(endpoint());
    QTRY_VERIFY(heard.isOpen());
    QCOMPARE(m_server->simulatedSwitch().clients().count(), 1);
    link->close();
    QCOMPARE(m_server->simulatedSwitch().clients().count(), 0);
    link->open(endpoint());
    QTRY_COMPARE(m_server->simulatedSwitch().clients().count(), 1);
    link.reset();
    QCOMPARE(m_server->simulatedSwitch().clients().count(), 0);
}

void TestSimLink::servesSeveralLinks()
{
    const auto first = makeLink(), second = makeLink();
    Heard heardFirst(*first), heardSecond(*second);
    first->open(endpoint());
    second->open(endpoint());
    QTRY_VERIFY(heardFirst.isOpen() && heardSecond.isOpen());
    (void)first->send(tlib::RegisterAddress{.dn = simulatortest::second});
    (void)second->send(tlib::RegisterAddress{.dn = third});
    (void)m_server->simulatedSwitch().calls().make(customer, third, {});
    QTRY_COMPARE(heardSecond.events.size(), 3);
    QCOMPARE(heardSecond.events.last().type, MessageType::EventRinging);
    settle();
    QCOMPARE(heardFirst.events.size(), 2);
}

TALLY_TEST(TestSimLink)

} // namespace tst_simlink
#include "tst_simlink.moc"
