#include "support/conversation.h"
#include "support/testprogram.h"

#include <QSignalSpy>
#include <QTest>

namespace tst_routedesk {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using core::ErrorKind;
using model::RouteOrder;
using model::ToastKind;
using support::Conversation;
using tlib::MessageType;

namespace {

const tlib::Dn Supervisor(u"7900");
const tlib::Dn Agent(u"7001");
const tlib::Dn RoutingPoint(u"5000");
const tlib::Dn OtherPoint(u"5001");
const tlib::Dn Caller(u"+493055501");
constexpr tlib::ConnId One(0x006c029a6685d004);
constexpr tlib::ConnId Two(0x006c029a6685d005);

RouteOrder to(const QString &destination)
{
    return {.destination = tlib::Dn(destination)};
}

/// A supervisor's desk with two routing points.
struct Place : Conversation
{
    Place()
        : changed(&desk.routes, &model::RouteDesk::changed)
    {
        QObject::connect(&desk.routes, &model::RouteDesk::settled, &desk.routes,
                         [this](tlib::ConnId call, const core::Result<core::Done> &outcome) {
                             settled.append({call, outcome});
                         });
        desk.registry.setDns({{.dn = Supervisor, .use = model::DnUse::Own},
                              {.dn = Agent, .use = model::DnUse::Watched},
                              {.dn = RoutingPoint, .use = model::DnUse::RoutingPoint},
                              {.dn = OtherPoint, .use = model::DnUse::RoutingPoint}});
        desk.connection.open({});
        link.acceptAsPrimary();
    }
    /// Answers the registrations, one of the DNs with this snapshot.
    void registerDns(const tlib::Dn &dn = {}, const tlib::KvList &snapshot = {})
    {
        for (qsizetype i = 0; i < desk.registry.dns().size(); ++i) {
            const auto asked = link.expect<tlib::RegisterAddress>();
            link.answer(asked->second, {.type = MessageType::EventRegistered,
                                        .thisDn = asked->first.dn,
                                        .extensions = asked->first.dn == dn ? snapshot : tlib::KvList()});
        }
    }
    void connectAnew(const tlib::Dn &dn = {}, const tlib::KvList &snapshot = {})
    {
        link.push({.type = MessageType::EventLinkConnected});
        registerDns(dn, snapshot);
    }
    void say(MessageType type, tlib::ConnId call = One, const tlib::Dn &dn = RoutingPoint)
    {
        link.push({.type = type,
                   .connId = call,
                   .callType = tlib::CallType::Inbound,
                   .thisDn = dn,
                   .ani = Caller,
                   .sequenceNumber = ++sequence});
    }
    tlib::ReferenceId askedFor(const RouteOrder &order, tlib::ConnId call = One)
    {
        if (const auto sent = desk.routes.route(call, order); !sent) {
            QTest::qFail(qPrintable(sent.error().text), __FILE__, __LINE__);
            return {};
        }
        const auto asked = link.expect<tlib::RouteCall>();
        return asked ? asked->second : tlib::ReferenceId();
    }
    const QList<model::WaitingCall> &waiting() const { return desk.routes.waiting(); }
    QList<tlib::ConnId> ids() const
    {
        QList<tlib::ConnId> ids;
        for (const auto &call : waiting())
            ids.append(call.id);
        return ids;
    }
    const QList<model::Toast> &toasts() const { return desk.toasts.toasts(); }

    QList<std::pair<tlib::ConnId, core::Result<core::Done>>> settled;
    QSignalSpy changed;
    qint64 sequence = 0;
};

} // namespace

class TestRouteDesk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void routingPointsAreRegisteredAsSuch();
    void anEventBringsACall_data();
    void anEventBringsACall();
    void aCallGoes_data();
    void aCallGoes();
    void callsWaitInTheOrderInWhichTheyCame();
    void aCallMayMoveToAnotherRoutingPoint();
    void aLateDuplicateBringsNothingBack();
    void theSnapshotBringsThoseThatWaited();
    void aQueuedCallOnAnotherDnWaitsToo();
    void aCallOfATelephoneWaitsNoMore_data();
    void aCallOfATelephoneWaitsNoMore();
    void theCallerIsAskedForUntilItIsSaid();
    void aCallThatTheServerDoesNotKnowGoes();
    void aRoutingPointsCallsAreNoCallsOfTheDesk();
    void aDoubtLastsUntilTheSnapshot();
    void whatTheSnapshotDoesNotHaveHasGone();
    void anUnreadableSnapshotTakesNothingAway();
    void monitoringThatEndsIsADoubt();
    void aRefusedRoutingPointHasNoCalls();
    void aRoutingPointThatLeavesTheListTakesItsCallsAlong();
    void aRenamedCallStaysTheSame();
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
};

void TestRouteDesk::routingPointsAreRegisteredAsSuch()
{
    Place place;
    for (const auto &[dn, type] :
         {std::pair(Supervisor, tlib::AddressType::Dn), std::pair(Agent, tlib::AddressType::Dn),
          std::pair(RoutingPoint, tlib::AddressType::RouteDn),
          std::pair(OtherPoint, tlib::AddressType::RouteDn)}) {
        const auto asked = place.link.expect<tlib::RegisterAddress>();
        QCOMPARE(asked->first.dn, dn);
        QCOMPARE(asked->first.addressType, type);
        place.link.answer(asked->second, {.type = MessageType::EventRegistered, .thisDn = dn});
    }
    // The same DN, watched for its calls from now on, is another kind of address.
    place.desk.registry.setDns({{.dn = RoutingPoint, .use = model::DnUse::Watched}});
    for (int i = 0; i < 4; ++i)
        QVERIFY(place.link.expect<tlib::UnregisterAddress>());
    const auto again = place.link.expect<tlib::RegisterAddress>();
    QCOMPARE(again->first.dn, RoutingPoint);
    QCOMPARE(again->first.addressType, tlib::AddressType::Dn);
}

void TestRouteDesk::anEventBringsACall_data()
{
    QTest::addColumn<int>("type");
    QTest::addColumn<QString>("dn");
    QTest::addColumn<bool>("waits");
    const auto number = [](MessageType type) { return int(type); };
    QTest::newRow("a call asks for its route") << number(MessageType::EventRouteRequest) << u"5000"_s << true;
    QTest::newRow("a call is queued on a routing point")
        << number(MessageType::EventQueued) << u"5000"_s << true;
    QTest::newRow("a call asks for its route on a DN that is registered as a telephone")
        << number(MessageType::EventRouteRequest) << u"7001"_s << true;
    QTest::newRow("a call is queued on a telephone")
        << number(MessageType::EventQueued) << u"7001"_s << false;
    QTest::newRow("a call asks on a DN that nobody registered")
        << number(MessageType::EventRouteRequest) << u"5999"_s << false;
    QTest::newRow("an event that does not say where")
        << number(MessageType::EventRouteRequest) << QString() << false;
    QTest::newRow("something else about the call")
        << number(MessageType::EventAttachedDataChanged) << u"5000"_s << false;
}

void TestRouteDesk::anEventBringsACall()
{
    QFETCH(int, type);
    QFETCH(QString, dn);
    QFETCH(bool, waits);
    Place place;
    place.registerDns();
    place.clock.advance(3s);
    place.changed.clear();
    place.say(MessageType(type), One, tlib::Dn(dn));
    QCOMPARE(place.ids(), waits ? QList<tlib::ConnId>{One} : QList<tlib::ConnId>());
    QCOMPARE(place.changed.count(), int(waits));
    if (!waits)
        return;
    const model::WaitingCall &call = *place.desk.routes.find(One);
    QCOMPARE(call.routingPoint, tlib::Dn(dn));
    QCOMPARE(call.caller, Caller);
    QCOMPARE(call.type, tlib::CallType::Inbound);
    QCOMPARE(call.since, place.clock.now());
    QVERIFY(call.certain && !call.isBeingRouted);
}

void TestRouteDesk::aCallGoes_data()
{
    QTest::addColumn<int>("type");
    QTest::addColumn<QString>("dn");
    QTest::addColumn<bool>("goes");
    QTest::newRow("somebody has routed it") << int(MessageType::EventRouteUsed) << u"5000"_s << true;
    QTest::newRow("it was diverted") << int(MessageType::EventDiverted) << u"5000"_s << true;
    QTest::newRow("the caller has given up") << int(MessageType::EventAbandoned) << u"5000"_s << true;
    QTest::newRow("it was released") << int(MessageType::EventReleased) << u"5000"_s << true;
    QTest::newRow("another DN's leg ended") << int(MessageType::EventReleased) << u"7001"_s << false;
    QTest::newRow("it rings somewhere") << int(MessageType::EventRinging) << u"7001"_s << false;
}

void TestRouteDesk::aCallGoes()
{
    QFETCH(int, type);
    QFETCH(QString, dn);
    QFETCH(bool, goes);
    Place place;
    place.registerDns();
    place.say(MessageType::EventRouteRequest);
    place.say(MessageType::EventRouteRequest, Two);
    place.say(MessageType(type), One, tlib::Dn(dn));
    QCOMPARE(place.ids(), goes ? QList<tlib::ConnId>{Two} : (QList<tlib::ConnId>{One, Two}));
}

void TestRouteDesk::callsWaitInTheOrderInWhichTheyCame()
{
    Place place;
    place.registerDns();
    place.say(MessageType::EventQueued, Two);
    place.say(MessageType::EventQueued, One, OtherPoint);
    place.say(MessageType::EventRouteRequest, Two); // the same wait
    QCOMPARE(place.ids(), (QList<tlib::ConnId>{Two, One}));
}

void TestRouteDesk::aCallMayMoveToAnotherRoutingPoint()
{
    Place place;
    place.registerDns();
    place.say(MessageType::EventRouteRequest);
    place.say(MessageType::EventRouteRequest, One, OtherPoint); // before it has left the first
    QCOMPARE(place.desk.routes.find(One)->routingPoint, OtherPoint);
    place.say(MessageType::EventDiverted);
    QCOMPARE(place.waiting().size(), 1);
    QCOMPARE(place.waiting().first().routingPoint, OtherPoint);
}

void TestRouteDesk::aLateDuplicateBringsNothingBack()
{
    Place place;
    place.registerDns();
    place.say(MessageType::EventRouteRequest);
    place.say(MessageType::EventRouteUsed);
    place.sequence = 0;
    place.say(MessageType::EventRouteRequest); // number 1 once more
    QVERIFY(place.waiting().isEmpty());
    place.sequence = 10;
    place.say(MessageType::EventRouteRequest); // it has come back
    QCOMPARE(place.ids(), QList<tlib::ConnId>{One});
}

void TestRouteDesk::theSnapshotBringsThoseThatWaited()
{
    for (const auto state :
         {tlib::PartyState::Queued, tlib::PartyState::Alerting, tlib::PartyState::Connected}) {
        Place place;
        place.registerDns(RoutingPoint, Conversation::snapshotOf(One, state));
        QCOMPARE(place.ids(), QList<tlib::ConnId>{One});
        QVERIFY(place.waiting().first().certain);
        QCOMPARE(place.waiting().first().type, tlib::CallType::Inbound);
        QVERIFY(place.waiting().first().caller.isEmpty());
        const auto asked = place.link.expect<tlib::QueryCall>();
        QCOMPARE(asked->first.dn, RoutingPoint);
        QCOMPARE(asked->first.call, One);
        place.link.answer(asked->second, {.type = MessageType::EventPartyInfo, .connId = One, .ani = Caller});
        QCOMPARE(place.waiting().first().caller, Caller);
    }
}

void TestRouteDesk::aQueuedCallOnAnotherDnWaitsToo()
{
    Place queued;
    queued.registerDns(Agent, Conversation::snapshotOf(One, tlib::PartyState::Queued));
    QCOMPARE(queued.ids(), QList<tlib::ConnId>{One});
    Place ringing;
    ringing.registerDns(Agent, Conversation::snapshotOf(One, tlib::PartyState::Alerting));
    QVERIFY(ringing.waiting().isEmpty());
}

void TestRouteDesk::aCallOfATelephoneWaitsNoMore_data()
{
    QTest::addColumn<int>("type");
    QTest::newRow("it rings there") << int(MessageType::EventRinging);
    QTest::newRow("it is dialled there") << int(MessageType::EventDialing);
    QTest::newRow("it is answered there") << int(MessageType::EventEstablished);
    QTest::newRow("it is held there") << int(MessageType::EventHeld);
    QTest::newRow("it is retrieved there") << int(MessageType::EventRetrieved);
}

/// A call is on a DN in one way: it waits there, or it is that DN's call.
void TestRouteDesk::aCallOfATelephoneWaitsNoMore()
{
    QFETCH(int, type);
    Place place;
    place.registerDns(Agent, Conversation::snapshotOf(One, tlib::PartyState::Queued));
    QCOMPARE(place.ids(), QList<tlib::ConnId>{One});
    QVERIFY(!place.desk.calls.find(One));
    place.say(MessageType(type), One, Supervisor); // on another telephone it says nothing of this one
    QCOMPARE(place.ids(), QList<tlib::ConnId>{One});
    place.say(MessageType(type), One, Agent);
    QVERIFY(place.waiting().isEmpty());
    QVERIFY(place.desk.calls.find(One)->takesPart(Agent));
}

void TestRouteDesk::theCallerIsAskedForUntilItIsSaid()
{
    Place place;
    place.registerDns(RoutingPoint, Conversation::snapshotOf(One));
    QVERIFY(place.link.expect<tlib::QueryCall>());
    place.clock.advance(5s); // no answer
    tlib::KvList parties;
    parties.append("party-1", u"5000");
    parties.append("party-2", u"+493055501");
    place.link.answer(place.link.expect<tlib::QueryCall>()->second, {.type = MessageType::EventPartyInfo,
                                                                     .connId = One,
                                                                     .callType = tlib::CallType::Outbound,
                                                                     .extensions = parties});
    QCOMPARE(place.waiting().first().caller, Caller); // the party that is not the routing point
    QCOMPARE(place.waiting().first().type, tlib::CallType::Outbound);
    place.clock.advance(60s);
    QVERIFY(place.link.nothingSent());
}

void TestRouteDesk::aCallThatTheServerDoesNotKnowGoes()
{
    Place place;
    place.registerDns(RoutingPoint, Conversation::snapshotOf(One));
    place.refuse(place.link.expect<tlib::QueryCall>()->second, 56);
    QVERIFY(place.waiting().isEmpty());
}

void TestRouteDesk::aRoutingPointsCallsAreNoCallsOfTheDesk()
{
    Place place;
    place.registerDns(RoutingPoint, Conversation::snapshotOf(One));
    place.say(MessageType::EventRouteRequest, Two);
    place.say(MessageType::EventDiverted, Two);
    QVERIFY(place.desk.calls.ids().isEmpty());
    place.say(MessageType::EventRinging, Two, Agent);
    QVERIFY(place.call(Two));
    QVERIFY(place.isCertain(Two)); // seen from its first event here
}

void TestRouteDesk::aDoubtLastsUntilTheSnapshot()
{
    Place place;
    place.registerDns();
    place.say(MessageType::EventRouteRequest);
    place.changed.clear();
    place.link.push({.type = MessageType::EventLinkDisconnected});
    QVERIFY(!place.waiting().first().certain);
    QCOMPARE(place.changed.count(), 1);
    place.link.push({.type = MessageType::EventLinkConnected});
    QVERIFY(!place.waiting().first().certain);
    const auto since = place.waiting().first().since;
    place.clock.advance(1s);
    place.registerDns(RoutingPoint, Conversation::snapshotOf(One));
    QVERIFY(place.waiting().first().certain);
    QCOMPARE(place.waiting().first().since, since);
    QCOMPARE(place.waiting().first().caller, Caller);
    QVERIFY(place.link.nothingSent()); // the caller is known
}

void TestRouteDesk::whatTheSnapshotDoesNotHaveHasGone()
{
    Place place;
    place.registerDns();
    place.say(MessageType::EventRouteRequest, One);
    place.say(MessageType::EventRouteRequest, Two);
    place.say(MessageType::EventRouteRequest, tlib::ConnId(7), OtherPoint);
    place.link.lose();
    place.clock.advance(1s);
    place.link.acceptAsPrimary(); // the same server, so what it does not name is over
    place.registerDns(RoutingPoint, Conversation::snapshotOf(Two));
    QCOMPARE(place.ids(), QList<tlib::ConnId>{Two});
}

void TestRouteDesk::anUnreadableSnapshotTakesNothingAway()
{
    Place place;
    place.registerDns();
    place.say(MessageType::EventRouteRequest);
    tlib::KvList snapshot;
    snapshot.append("conn-1", u"no hex");
    place.connectAnew(RoutingPoint, snapshot);
    QCOMPARE(place.ids(), QList<tlib::ConnId>{One});
    QVERIFY(!place.waiting().first().certain);
}

void TestRouteDesk::monitoringThatEndsIsADoubt()
{
    Place place;
    place.registerDns();
    place.say(MessageType::EventRouteRequest);
    place.say(MessageType::EventRouteRequest, Two, OtherPoint);
    place.link.push({.type = MessageType::EventUnregistered, .thisDn = RoutingPoint});
    QVERIFY(!place.desk.routes.find(One)->certain);
    QVERIFY(place.desk.routes.find(Two)->certain);
}

void TestRouteDesk::aRefusedRoutingPointHasNoCalls()
{
    Place place;
    place.registerDns();
    place.say(MessageType::EventRouteRequest);
    place.link.push({.type = MessageType::EventUnregistered, .thisDn = RoutingPoint});
    place.refuse(place.link.expect<tlib::RegisterAddress>()->second, 59);
    QVERIFY(place.waiting().isEmpty());
}

void TestRouteDesk::aRoutingPointThatLeavesTheListTakesItsCallsAlong()
{
    Place place;
    place.registerDns();
    place.say(MessageType::EventRouteRequest);
    place.say(MessageType::EventRouteRequest, Two, OtherPoint);
    place.desk.registry.setDns({{.dn = OtherPoint, .use = model::DnUse::RoutingPoint}});
    QCOMPARE(place.ids(), QList<tlib::ConnId>{Two});
}

void TestRouteDesk::aRenamedCallStaysTheSame()
{
    Place place;
    place.registerDns();
    place.say(MessageType::EventRouteRequest);
    place.link.push({.type = MessageType::EventPartyChanged,
                     .connId = Two,
                     .previousConnId = One,
                     .thisDn = RoutingPoint,
                     .ani = tlib::Dn(u"+4989123"),
                     .sequenceNumber = ++place.sequence});
    QCOMPARE(place.ids(), QList<tlib::ConnId>{Two});
    QCOMPARE(place.waiting().first().caller, tlib::Dn(u"+4989123"));
    place.say(MessageType::EventRouteUsed, Two);
    QVERIFY(place.waiting().isEmpty());
}

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
    QVERIFY(place.desk.routes.route(One, order));
    const auto asked = place.link.expect<tlib::RouteCall>();
    QCOMPARE(asked->first.routingPoint, RoutingPoint);
    QCOMPARE(asked->first.call, One);
    QCOMPARE(asked->first.destination, order.destination);
    QCOMPARE(asked->first.routeType, tlib::RouteType::Unknown);
    QCOMPARE(asked->first.extensions.isNull(), extensions.isNull());
    QCOMPARE(asked->first.extensions.packed(), extensions.packed());
    QVERIFY(place.desk.routes.find(One)->isBeingRouted);
}

void TestRouteDesk::whatIsWrongIsSaidAtOnce_data()
{
    QTest::addColumn<RouteOrder>("order");
    QTest::newRow("no destination") << to(QString());
    QTest::newRow("two words") << to(u"7001 7002"_s);
    QTest::newRow("a line break") << to(u"7001\n"_s);
    QTest::newRow("more than a DN can be") << to(QString(256, u'7'));
    const auto recorders = [](const QString &dest, const QString &dest2) {
        return RouteOrder{.destination = tlib::Dn(u"7001"), .dest = dest, .dest2 = dest2};
    };
    QTest::newRow("dest is no SIP address") << recorders(u"recorder.example"_s, {});
    QTest::newRow("dest2 is no SIP address") << recorders(u"sip:a.example"_s, u"http://b.example"_s);
    QTest::newRow("dest and dest2 are equal") << recorders(u"sip:a.example"_s, u"sip:a.example"_s);
    QTest::newRow("dest and dest2 differ in case only") << recorders(u"sip:a.example"_s, u"SIP:A.example"_s);
}

void TestRouteDesk::whatIsWrongIsSaidAtOnce()
{
    QFETCH(RouteOrder, order);
    Place place;
    place.registerDns();
    place.say(MessageType::EventRouteRequest);
    const auto outcome = place.desk.routes.route(One, order);
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().kind, ErrorKind::InvalidInput);
    QVERIFY(!outcome.error().text.isEmpty());
    QVERIFY(place.link.nothingSent());
    QCOMPARE(place.settled.size(), 0);
    QCOMPARE(place.desk.routes.route(Two, to(u"7001"_s)).error().kind, ErrorKind::NotFound);
}

void TestRouteDesk::oneRequestPerCallAtATime()
{
    Place place;
    place.registerDns();
    place.say(MessageType::EventRouteRequest);
    const auto id = place.askedFor(to(u"7001"_s));
    QCOMPARE(place.desk.routes.route(One, to(u"7002"_s)).error().kind, ErrorKind::NotAllowed);
    QVERIFY(place.link.nothingSent());
    place.refuse(id, 71, u"invalid called DN"_s);
    QVERIFY(!place.desk.routes.find(One)->isBeingRouted);
    QVERIFY(place.desk.routes.route(One, to(u"7002"_s)));
}

void TestRouteDesk::successIsThatTheCallHasGone()
{
    Place place;
    place.registerDns();
    place.say(MessageType::EventRouteRequest);
    const auto id = place.askedFor(to(u"7001"_s));
    QCOMPARE(place.ids(), QList<tlib::ConnId>{One}); // not on hope
    place.link.answer(id, {.type = MessageType::EventRouteUsed, .connId = One, .thisDn = RoutingPoint});
    QVERIFY(place.waiting().isEmpty());
    QCOMPARE(place.settled.size(), 1);
    QCOMPARE(place.settled.first().first, One);
    QVERIFY(place.settled.first().second);
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
    QVERIFY(!place.settled.first().second);
    QCOMPARE(place.toasts().size(), 1);
    const model::Toast &toast = place.toasts().first();
    QCOMPARE(int(toast.kind), kind);
    QCOMPARE(toast.code, code);
    QCOMPARE(toast.serverText, code ? u"Called DN is not valid"_s : QString());
    QCOMPARE(toast.call, One);
    QCOMPARE(toast.dn, RoutingPoint);
    QCOMPARE(toast.party, Caller);
    QCOMPARE(toast.route, order);
    QVERIFY(!place.desk.routes.find(One)->isBeingRouted);
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
    QCOMPARE(place.desk.routes.route(One, to(u"7001"_s)).error().kind, ErrorKind::NotAllowed);
    place.say(MessageType::EventRouteRequest); // by a server that has lost its switch
    QCOMPARE(place.desk.routes.route(One, to(u"7001"_s)).error().kind, ErrorKind::NotAllowed);
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
    log.link.push({.type = MessageType::EventRouteRequest, .connId = One, .thisDn = RoutingPoint});
    QVERIFY(log.desk.routes.find(One));
    QCOMPARE(log.desk.routes.route(One, to(u"7001"_s)).error().kind, ErrorKind::NotAllowed);
    QVERIFY(log.link.nothingSent());
}

TALLY_TEST(TestRouteDesk)

} // namespace tst_routedesk
#include "tst_routedesk.moc"
