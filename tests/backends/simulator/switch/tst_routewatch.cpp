#include "backends/simulator/switchconversation.h"
#include "support/testprogram.h"

#include <QtTest>

namespace tst_routewatch {

using namespace Qt::StringLiterals;
using namespace simulatortest;

namespace {

constexpr core::Duration patience{2000};

simulator::SwitchConfiguration impatientSwitch()
{
    simulator::SwitchConfiguration configuration = smallSwitch();
    for (simulator::DnConfig &dn : configuration.dns) {
        if (dn.dn == routingPoint) {
            dn.defaultDn = third;
            dn.timeOut = patience;
        }
    }
    return configuration;
}

} // namespace

class TestRouteWatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void routesByItselfAfterTheTime();
    void leavesOthersAlone_data();
    void leavesOthersAlone();
    void countsFromEachArrival();
    void countsAnewAfterAReturn();
    void keepsTheTimeThroughATransfer();
    void triesAgainWhileTheDefaultIsBusy();
    void waitsForeverWithoutADefault();
};

void TestRouteWatch::routesByItselfAfterTheTime()
{
    Conversation c(impatientSwitch());
    const auto router = c.client({routingPoint}), callee = c.client({third});
    const tlib::ConnId call = *c.sw.calls().make(customer, routingPoint, {});
    c.clock.advance(patience - core::Duration(1));
    QCOMPARE(c.story(router), u"RouteRequest 8000"_s);
    c.clock.advance(core::Duration(1));
    QCOMPARE(c.story(router), u"RouteUsed 8000, Diverted 8000"_s); // nobody asked: no reference id
    const tlib::Event ringing = c.takeOnly(callee);
    QCOMPARE(ringing.type, tlib::MessageType::EventRinging);
    QCOMPARE(ringing.connId, call);
    QCOMPARE(ringing.otherDn, customer);
    QVERIFY(!c.clock.hasAlarms());
    c.ask(router, tlib::RouteCall{.routingPoint = routingPoint, .call = call, .destination = second});
    QCOMPARE(c.story(router), u"Error 470 8000 #"_s);
}

void TestRouteWatch::leavesOthersAlone_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("story");
    QTest::newRow("a call that was abandoned") << u"abandoned"_s << u"RouteRequest 8000, Abandoned 8000"_s;
    QTest::newRow("a call that was routed in time")
        << u"routed"_s << u"RouteRequest 8000, RouteUsed 8000 #, Diverted 8000 #"_s;
}

void TestRouteWatch::leavesOthersAlone()
{
    QFETCH(QString, what);
    Conversation c(impatientSwitch());
    const auto router = c.client({routingPoint}), callee = c.client({third});
    const tlib::ConnId call = *c.sw.calls().make(customer, routingPoint, {});
    if (what == u"abandoned")
        QVERIFY(c.sw.calls().release(customer, call));
    else
        c.ask(router, tlib::RouteCall{.routingPoint = routingPoint, .call = call, .destination = second});
    c.clock.advance(3 * patience);
    QTEST(c.story(router), "story");
    QCOMPARE(c.story(callee), QString());
    QVERIFY(!c.clock.hasAlarms());
}

void TestRouteWatch::countsFromEachArrival()
{
    Conversation c(impatientSwitch());
    const auto callee = c.client({third});
    const tlib::ConnId early = *c.sw.calls().make(customer, routingPoint, {});
    c.clock.advance(patience / 2);
    const tlib::ConnId late = *c.sw.calls().make(customer, routingPoint, {});
    c.clock.advance(patience / 2);
    QCOMPARE(c.takeOnly(callee).connId, early);
    c.clock.advance(patience / 2);
    QCOMPARE(c.takeOnly(callee).connId, late);
}

void TestRouteWatch::countsAnewAfterAReturn()
{
    Conversation c(impatientSwitch());
    const auto callee = c.client({third});
    const tlib::ConnId call = *c.sw.calls().make(customer, routingPoint, {});
    c.clock.advance(patience / 2);
    QVERIFY(c.sw.calls().route(routingPoint, call, second, {}));
    QVERIFY(c.sw.calls().answer(second, call));
    QVERIFY(c.sw.transfers().transfer(second, call, routingPoint));
    c.clock.advance(patience - core::Duration(1));
    QCOMPARE(c.story(callee), QString());
    c.clock.advance(core::Duration(1));
    QCOMPARE(c.takeOnly(callee).connId, call);
}

void TestRouteWatch::keepsTheTimeThroughATransfer()
{
    Conversation c(impatientSwitch());
    const auto callee = c.client({third});
    const tlib::ConnId call = c.talk(customer, second);
    const tlib::ConnId consultation =
        *c.sw.transfers().consult(second, call, routingPoint, simulator::ConsultFor::Transfer);
    c.clock.advance(patience / 2);
    QVERIFY(c.sw.transfers().completeTransfer(second, call, consultation));
    c.clock.advance(patience / 2);
    const tlib::Event ringing = c.takeOnly(callee);
    QCOMPARE(ringing.connId, call);
    QCOMPARE(ringing.otherDn, customer);
}

void TestRouteWatch::triesAgainWhileTheDefaultIsBusy()
{
    Conversation c(impatientSwitch());
    const auto router = c.client({routingPoint}), callee = c.client({third});
    c.sw.directory().setBusy(third, true);
    (void)c.sw.calls().make(customer, routingPoint, {});
    c.take(router);
    QTest::ignoreMessage(QtWarningMsg, "no default route: 7003 is busy");
    c.clock.advance(patience);
    QCOMPARE(c.story(router), QString());
    c.sw.directory().setBusy(third, false);
    c.clock.advance(patience);
    QCOMPARE(c.story(router), u"RouteUsed 8000, Diverted 8000"_s);
    QCOMPARE(c.story(callee), u"Ringing 7003"_s);
}

void TestRouteWatch::waitsForeverWithoutADefault()
{
    Conversation c;
    const auto router = c.client({routingPoint});
    (void)c.sw.calls().make(customer, routingPoint, {});
    QVERIFY(!c.clock.hasAlarms());
    QCOMPARE(c.story(router), u"RouteRequest 8000"_s);
}

TALLY_TEST(TestRouteWatch)

} // namespace tst_routewatch
#include "tst_routewatch.moc"
