#include "model/link/tracedlink.h"
#include "support/testprogram.h"

#include "backends/simulator/link/simlink.h"
#include "backends/simulator/switchconversation.h"
#include "support/fakelink.h"
#include "support/linkcontract.h"

namespace tst_tracedlink {

using namespace Qt::StringLiterals;
using model::TraceEntry;
using tlib::MessageType;

/// A link behind a trace keeps the contract of a link; and the trace has what went over it.
class TestTracedLink : public support::LinkContract
{
    Q_OBJECT

protected:
    std::unique_ptr<tlib::Link> makeLink() override;
    tlib::Endpoint endpoint() override
    {
        return {.host = u"127.0.0.1"_s, .port = 7007, .applicationName = u"test"_s};
    }
    std::optional<tlib::Endpoint> deadEndpoint() override
    {
        m_server->setReachable(false);
        return endpoint();
    }
    void serverSays(const tlib::Event &event) override { m_inner->deliver(event); }
    void serverGoesAway() override { m_server->simulatedSwitch().dropClients(); }
    int requestsSeen() override { return m_requestsSeen; }

private Q_SLOTS:
    void init();
    void cleanup() { m_server.reset(); }
    void whatGoesOverItIsInTheTrace();
    void aDoubtIsPassedOnAndNoted();

private:
    support::ManualClock m_clock;
    std::unique_ptr<simulator::LocalServer> m_server;
    std::unique_ptr<model::MessageTrace> m_trace;
    simulator::SimLink *m_inner = nullptr;
    int m_requestsSeen = 0;
};

void TestTracedLink::init()
{
    m_server = std::make_unique<simulator::LocalServer>(simulatortest::smallSwitch(), m_clock);
    m_trace = std::make_unique<model::MessageTrace>(m_clock);
    m_requestsSeen = 0;
}

std::unique_ptr<tlib::Link> TestTracedLink::makeLink()
{
    m_inner = new simulator::SimLink(*m_server);
    auto traced = std::make_unique<model::TracedLink>(*m_inner, *m_trace);
    m_inner->setParent(traced.get());
    connect(m_inner, &tlib::Link::eventReceived, this, [this](const tlib::Event &event) {
        m_requestsSeen += event.type == MessageType::EventServerInfo;
    });
    return traced;
}

void TestTracedLink::whatGoesOverItIsInTheTrace()
{
    const auto link = makeLink();
    Heard heard(*link);
    QVERIFY(!link->send(tlib::QueryServer{}));
    link->open(endpoint());
    QTRY_VERIFY(heard.isOpen());
    QTRY_COMPARE(heard.events.size(), 1);
    const auto id = link->send(tlib::QueryServer{});
    QVERIFY(id);
    QTRY_COMPARE(heard.events.size(), 2);
    QStringList lines;
    for (qint64 number = m_trace->first(); number < m_trace->end(); ++number) {
        const TraceEntry &entry = m_trace->at(number);
        lines += entry.kind == TraceEntry::Kind::Link ? QString::fromUtf8(entry.details)
                                                      : tlib::messageName(entry.type);
    }
    QVERIFY(lines.first().startsWith(u"RequestQueryServer was not sent: not connected"_s));
    QCOMPARE(lines.sliced(1),
             QStringList({u"to 127.0.0.1:7007"_s, u"opening"_s, u"open"_s, u"EventLinkConnected"_s,
                          u"RequestQueryServer"_s, u"EventServerInfo"_s}));
    QCOMPARE(m_trace->at(m_trace->end() - 2).referenceId, id->value());
}

void TestTracedLink::aDoubtIsPassedOnAndNoted()
{
    support::FakeLink inner;
    model::TracedLink link(inner, *m_trace);
    QSignalSpy overdue(&link, &tlib::Link::overdueChanged);
    Q_EMIT inner.overdueChanged(true);
    QCOMPARE(overdue.size(), 1);
    QCOMPARE(m_trace->at(0).details, QByteArray("overdue"));
}

TALLY_TEST(TestTracedLink)

} // namespace tst_tracedlink

#include "tst_tracedlink.moc"
