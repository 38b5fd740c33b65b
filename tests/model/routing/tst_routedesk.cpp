#include "support/routingplace.h"
#include "support/testprogram.h"

#include <QSignalSpy>
#include <QTest>

namespace tst_routedesk {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using model::RouteObstacle;
using model::RouteOrder;
using model::ToastKind;
using support::Conversation;
using tlib::MessageType;
using Place = support::RoutingPlace;

namespace {

constexpr auto One = Place::One;
constexpr auto Two = Place::Two;

RouteOrder to(const QString &destination)
{
    return {.destination = tlib::Dn(destination)};
}

} // namespace

class TestRouteDesk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theOrderGoesOutAsItWasGiven_data();
    void theOrderGoesOutAsItWasGiven();
    void whatIsWrongIsSaidAtOnce_data();
    void whatIsWrongIsSaidAtOnce();
    void oneRequestPerCallAtATime();
    void successIsThatTheCallHasGone();
    void successNeedsNoDnInItsAnswer();
    void aFailureIsAToast_data();
    void aFailureIsAToast();
    void aRefusalAfterSomebodyElsesRouteIsToldToo();
    void aToastGoesWithItsCall();
    void nothingIsSentWhileUncertain();
    void aLogIsOnlyLookedAt();
    void aCallOnTwoPointsIsRoutedFromTheOneThatIsNamed();
    void aCallOnTwoPointsIsRoutedOnceAtATime();
    void aToastGoesWithItsRoutingPoint();
};

void TestRouteDesk::theOrderGoesOutAsItWasGiven_data()
{
    QTest::addColumn<RouteOrder>("order");
    QTest::addColumn<tlib::KvList>("extensions");
    const auto list = [](std::initializer_list<std::pair<const char *, QStringView>> pairs) {
        tlib::KvList extensions;
        for (const auto &[key, value] : pairs)
            extensions.append(key, value);
        return extensions;
    };
    using enum RouteOrder::Record;
    QTest::newRow("nothing but a destination") << to(u"7001"_s) << tlib::KvList();
    const auto recording = [](RouteOrder::Record record) {
        return RouteOrder{.destination = tlib::Dn(u"7001"), .record = record};
    };
    QTest::newRow("record the source") << recording(Source) << list({{"record", u"source"}});
    QTest::newRow("record the destination") << recording(Destination) << list({{"record", u"destination"}});
    QTest::newRow("do not record the source")
        << recording(DisableSource) << list({{"record", u"disable_source"}});
    QTest::newRow("do not record the destination")
        << recording(DisableDestination) << list({{"record", u"disable_destination"}});
    QTest::newRow("everything, the keys in lower case") << RouteOrder{.destination = tlib::Dn(u"7001"),
                                                                      .record = Source,
                                                                      .id = u"case-17"_s,
                                                                      .dest = u"sip:rec1@media.example"_s,
                                                                      .dest2 = u"sip:rec2@media.example"_s}
                                                        << list({{"record", u"source"},
                                                                 {"id", u"case-17"},
                                                                 {"dest", u"sip:rec1@media.example"},
                                                                 {"dest2", u"sip:rec2@media.example"}});
}

void TestRouteDesk::theOrderGoesOutAsItWasGiven()
{
    QFETCH(RouteOrder, order);
    QFETCH(tlib::KvList, extensions);
    Place place;
    place.registerDns();
    place.say(MessageType::EventRouteRequest);
    QCOMPARE(place.desk.routes.route(One, Place::RoutingPoint, order), RouteObstacle::None);
    const auto asked = place.link.expect<tlib::RouteCall>();
    QCOMPARE(asked->first.routingPoint, Place::RoutingPoint);
    QCOMPARE(asked->first.call, One);
    QCOMPARE(asked->first.destination, order.destination);
    QCOMPARE(asked->first.routeType, tlib::RouteType::Unknown);
    QCOMPARE(asked->first.extensions.isNull(), extensions.isNull());
    QCOMPARE(asked->first.extensions.packed(), extensions.packed());
    QVERIFY(place.desk.waiting.find(One, Place::RoutingPoint)->isBeingRouted);
}

void TestRouteDesk::whatIsWrongIsSaidAtOnce_data()
{
    using enum model::RouteFlaw;
    QTest::addColumn<RouteOrder>("order");
    QTest::addColumn<model::RouteFlaw>("flaw");
    QTest::newRow("no destination") << to(QString()) << NoDestination;
    QTest::newRow("two words") << to(u"7001 7002"_s) << DestinationIsNotOneWord;
    QTest::newRow("a line break") << to(u"7001\n"_s) << DestinationIsNotOneWord;
    QTest::newRow("more than a DN can be") << to(QString(256, u'7')) << DestinationIsNotOneWord;
    const auto recorders = [](const QString &dest, const QString &dest2) {
        return RouteOrder{.destination = tlib::Dn(u"7001"), .dest = dest, .dest2 = dest2};
    };
    QTest::newRow("dest is no SIP address") << recorders(u"recorder.example"_s, {}) << DestIsNoSipUri;
    QTest::newRow("dest2 is no SIP address")
        << recorders(u"sip:a.example"_s, u"http://b.example"_s) << Dest2IsNoSipUri;
    QTest::newRow("dest and dest2 are equal")
        << recorders(u"sip:a.example"_s, u"sip:a.example"_s) << SameDestTwice;
    QTest::newRow("dest and dest2 differ in case only")
        << recorders(u"sip:a.example"_s, u"SIP:A.example"_s) << SameDestTwice;
}

void TestRouteDesk::whatIsWrongIsSaidAtOnce()
{
    QFETCH(RouteOrder, order);
    Place place;
    place.registerDns();
    place.say(MessageType::EventRouteRequest);
    QTEST(model::flawIn(order), "flaw");
    QCOMPARE(place.desk.routes.route(One, Place::RoutingPoint, order), RouteObstacle::Flawed);
    QVERIFY(place.link.nothingSent());
    QCOMPARE(place.settled.size(), 0);
    QCOMPARE(place.desk.routes.route(Two, Place::RoutingPoint, to(u"7001"_s)), RouteObstacle::NotWaiting);
}

void TestRouteDesk::oneRequestPerCallAtATime()
{
    Place place;
    place.registerDns();
    place.say(MessageType::EventRouteRequest);
    const auto id = place.askedFor(to(u"7001"_s));
    QCOMPARE(place.desk.routes.route(One, Place::RoutingPoint, to(u"7002"_s)), RouteObstacle::BeingRouted);
    QVERIFY(place.link.nothingSent());
    place.refuse(id, 71, u"invalid called DN"_s);
    QVERIFY(!place.desk.waiting.find(One, Place::RoutingPoint)->isBeingRouted);
    QCOMPARE(place.desk.routes.route(One, Place::RoutingPoint, to(u"7002"_s)), RouteObstacle::None);
}

void TestRouteDesk::successIsThatTheCallHasGone()
{
    Place place;
    place.registerDns();
    place.say(MessageType::EventRouteRequest);
    const auto id = place.askedFor(to(u"7001"_s));
    QCOMPARE(place.ids(), QList<tlib::ConnId>{One}); // not on hope
    place.link.answer(id,
                      {.type = MessageType::EventRouteUsed, .connId = One, .thisDn = Place::RoutingPoint});
    QVERIFY(place.waiting().isEmpty());
    QCOMPARE(place.settled.size(), 1);
    QCOMPARE(place.settled.first().call, One);
    QVERIFY(place.settled.first().outcome);
    QVERIFY(place.toasts().isEmpty());
}

void TestRouteDesk::successNeedsNoDnInItsAnswer()
{
    Place place;
    place.registerDns();
    place.say(MessageType::EventRouteRequest);
    place.link.answer(place.askedFor(to(u"7001"_s)), {.type = MessageType::EventRouteUsed, .connId = One});
    QVERIFY(place.waiting().isEmpty());
    QCOMPARE(place.settled.size(), 1);
}

void TestRouteDesk::aFailureIsAToast_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("code");
    QTest::newRow("the server refuses") << int(ToastKind::Refused) << 71;
    QTest::newRow("no answer") << int(ToastKind::NoAnswer) << 0;
    QTest::newRow("the link is lost meanwhile") << int(ToastKind::ResultUnknown) << 0;
}

void TestRouteDesk::aFailureIsAToast()
{
    QFETCH(int, kind);
    QFETCH(int, code);
    Place place;
    place.registerDns();
    place.say(MessageType::EventRouteRequest);
    const RouteOrder order{.destination = tlib::Dn(u"7001"), .record = RouteOrder::Record::Source};
    const auto id = place.askedFor(order);
    if (ToastKind(kind) == ToastKind::Refused)
        place.refuse(id, code, u"Called DN is not valid"_s);
    else if (ToastKind(kind) == ToastKind::NoAnswer)
        place.clock.advance(5s);
    else
        place.loseLink();
    QCOMPARE(place.settled.size(), 1);
    QVERIFY(!place.settled.first().outcome);
    QCOMPARE(place.toasts().size(), 1);
    const model::Toast &toast = place.toasts().first();
    QCOMPARE(int(toast.kind), kind);
    QCOMPARE(toast.code, code);
    QCOMPARE(toast.serverText, code ? u"Called DN is not valid"_s : QString());
    QCOMPARE(toast.call, One);
    QCOMPARE(toast.dn, Place::RoutingPoint);
    QCOMPARE(toast.party, Place::Caller);
    QCOMPARE(toast.route, order);
    QVERIFY(!place.desk.waiting.find(One, Place::RoutingPoint)->isBeingRouted);
    place.clock.advance(60s);
    QCOMPARE(place.settled.size(), 1);
}

void TestRouteDesk::aRefusalAfterSomebodyElsesRouteIsToldToo()
{
    Place place;
    place.registerDns();
    place.say(MessageType::EventRouteRequest);
    const auto id = place.askedFor(to(u"7001"_s));
    place.say(MessageType::EventRouteUsed); // by another client
    QVERIFY(place.waiting().isEmpty());
    QCOMPARE(place.settled.size(), 0);
    place.refuse(id, 93);
    QCOMPARE(place.settled.size(), 1);
    QCOMPARE(place.toasts().size(), 1);
}

void TestRouteDesk::aToastGoesWithItsCall()
{
    Place place;
    place.registerDns();
    place.say(MessageType::EventRouteRequest, One);
    place.say(MessageType::EventRouteRequest, Two);
    place.refuse(place.askedFor(to(u"7001"_s), One), 71);
    place.refuse(place.askedFor(to(u"7001"_s), Two), 71);
    QCOMPARE(place.toasts().size(), 2);
    place.say(MessageType::EventAbandoned, One);
    QCOMPARE(place.toasts().size(), 1);
    QCOMPARE(place.toasts().first().call, Two);
}

void TestRouteDesk::nothingIsSentWhileUncertain()
{
    Place place;
    place.registerDns();
    place.say(MessageType::EventRouteRequest);
    place.link.push({.type = MessageType::EventLinkDisconnected});
    QCOMPARE(place.desk.routes.route(One, Place::RoutingPoint, to(u"7001"_s)), RouteObstacle::NotCertain);
    place.say(MessageType::EventRouteRequest); // by a server that has lost its switch
    QCOMPARE(place.desk.routes.route(One, Place::RoutingPoint, to(u"7001"_s)), RouteObstacle::NotCertain);
    QVERIFY(place.link.nothingSent());
    QCOMPARE(place.settled.size(), 0);
}

void TestRouteDesk::aLogIsOnlyLookedAt()
{
    Conversation log;
    log.desk.registry.setDns(QList<model::DnEntry>());
    log.desk.registry.watchEverybody();
    log.desk.connection.open({});
    log.link.acceptAsPrimary();
    log.link.push({.type = MessageType::EventRouteRequest, .connId = One, .thisDn = Place::RoutingPoint});
    QVERIFY(log.desk.waiting.find(One, Place::RoutingPoint));
    QCOMPARE(log.desk.routes.route(One, Place::RoutingPoint, to(u"7001"_s)), RouteObstacle::NobodyToAsk);
    QVERIFY(log.link.nothingSent());
}

void TestRouteDesk::aCallOnTwoPointsIsRoutedFromTheOneThatIsNamed()
{
    for (const tlib::Dn &point : {Place::RoutingPoint, Place::OtherPoint}) {
        Place place;
        place.registerDns();
        place.say(MessageType::EventQueued, One, Place::RoutingPoint);
        place.say(MessageType::EventRouteRequest, One, Place::OtherPoint);
        QCOMPARE(place.desk.routes.route(One, point, to(u"7001"_s)), RouteObstacle::None);
        const auto asked = place.link.expect<tlib::RouteCall>();
        QCOMPARE(asked->first.routingPoint, point);
        place.link.answer(asked->second, {.type = MessageType::EventRouteUsed, .connId = One});
        QCOMPARE(place.settled.size(), 1);
        QCOMPARE(place.settled.first().routingPoint, point);
        QCOMPARE(place.waiting().size(), 1); // only what the server says takes it from the other one
        QVERIFY(place.waiting().first().routingPoint != point);
        QVERIFY(!place.waiting().first().isBeingRouted);
    }
}

void TestRouteDesk::aCallOnTwoPointsIsRoutedOnceAtATime()
{
    Place place;
    place.registerDns();
    place.say(MessageType::EventQueued, One, Place::RoutingPoint);
    const auto id = place.askedFor(to(u"7001"_s));
    place.say(MessageType::EventRouteRequest, One, Place::OtherPoint); // meanwhile
    for (const tlib::Dn &point : {Place::RoutingPoint, Place::OtherPoint})
        QCOMPARE(place.desk.routes.route(One, point, to(u"7001"_s)), RouteObstacle::BeingRouted);
    place.refuse(id, 71);
    for (const model::WaitingCall &call : place.waiting())
        QVERIFY(!call.isBeingRouted);
    place.askedFor(to(u"7001"_s), One, Place::OtherPoint);
}

void TestRouteDesk::aToastGoesWithItsRoutingPoint()
{
    Place place;
    place.registerDns();
    place.say(MessageType::EventQueued, One, Place::RoutingPoint);
    place.say(MessageType::EventRouteRequest, One, Place::OtherPoint);
    place.refuse(place.askedFor(to(u"7001"_s), One, Place::OtherPoint), 71);
    place.say(MessageType::EventDiverted, One, Place::RoutingPoint);
    QCOMPARE(place.toasts().size(), 1);
    place.say(MessageType::EventRouteUsed, One, Place::OtherPoint);
    QVERIFY(place.toasts().isEmpty());
}

TALLY_TEST(TestRouteDesk)

} // namespace tst_routedesk
#include "tst_routedesk.moc"
