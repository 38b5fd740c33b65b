#include "support/routingplace.h"
#include "support/testprogram.h"

#include <QSignalSpy>
#include <QTest>

namespace tst_waittracker {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using support::Conversation;
using tlib::MessageType;
using Place = support::RoutingPlace;

namespace {

constexpr auto One = Place::One;
constexpr auto Two = Place::Two;

} // namespace

class TestWaitTracker : public QObject
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
};

void TestWaitTracker::routingPointsAreRegisteredAsSuch()
{
    Place place;
    for (const auto &[dn, type] :
         {std::pair(Place::Supervisor, tlib::AddressType::Dn), std::pair(Place::Agent, tlib::AddressType::Dn),
          std::pair(Place::RoutingPoint, tlib::AddressType::RouteDn),
          std::pair(Place::OtherPoint, tlib::AddressType::RouteDn)}) {
        const auto asked = place.link.expect<tlib::RegisterAddress>();
        QCOMPARE(asked->first.dn, dn);
        QCOMPARE(asked->first.addressType, type);
        place.link.answer(asked->second, {.type = MessageType::EventRegistered, .thisDn = dn});
    }
    // The same DN, watched for its calls from now on, is another kind of address.
    place.desk.registry.setDns({{.dn = Place::RoutingPoint, .use = model::DnUse::Watched}});
    for (int i = 0; i < 4; ++i)
        QVERIFY(place.link.expect<tlib::UnregisterAddress>());
    const auto again = place.link.expect<tlib::RegisterAddress>();
    QCOMPARE(again->first.dn, Place::RoutingPoint);
    QCOMPARE(again->first.addressType, tlib::AddressType::Dn);
}

void TestWaitTracker::anEventBringsACall_data()
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

void TestWaitTracker::anEventBringsACall()
{
    QFETCH(int, type);
    QFETCH(QString, dn);
    QFETCH(bool, waits);
    Place place;
    place.registerDns();
    place.clock.advance(3s);
    place.say(MessageType(type), One, tlib::Dn(dn));
    QCOMPARE(place.ids(), waits ? QList<tlib::ConnId>{One} : QList<tlib::ConnId>());
    QCOMPARE(place.came.count(), int(waits));
    QCOMPARE(place.changed.count(), 0);
    if (!waits)
        return;
    const model::WaitingCall &call = *place.desk.waiting.findLatest(One);
    QCOMPARE(call.routingPoint, tlib::Dn(dn));
    QCOMPARE(call.caller, Place::Caller);
    QCOMPARE(call.type, tlib::CallType::Inbound);
    QCOMPARE(call.since, place.clock.now());
    QVERIFY(call.certain && !call.isBeingRouted);
}

void TestWaitTracker::aCallGoes_data()
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

void TestWaitTracker::aCallGoes()
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

void TestWaitTracker::callsWaitInTheOrderInWhichTheyCame()
{
    Place place;
    place.registerDns();
    place.say(MessageType::EventQueued, Two);
    place.say(MessageType::EventQueued, One, Place::OtherPoint);
    place.say(MessageType::EventRouteRequest, Two); // the same wait
    QCOMPARE(place.ids(), (QList<tlib::ConnId>{Two, One}));
}

void TestWaitTracker::aCallMayMoveToAnotherRoutingPoint()
{
    Place place;
    place.registerDns();
    place.say(MessageType::EventRouteRequest);
    place.say(MessageType::EventRouteRequest, One, Place::OtherPoint); // before it has left the first
    QCOMPARE(place.desk.waiting.findLatest(One)->routingPoint, Place::OtherPoint);
    place.say(MessageType::EventDiverted);
    QCOMPARE(place.waiting().size(), 1);
    QCOMPARE(place.waiting().first().routingPoint, Place::OtherPoint);
}

void TestWaitTracker::aLateDuplicateBringsNothingBack()
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

void TestWaitTracker::theSnapshotBringsThoseThatWaited()
{
    for (const auto state :
         {tlib::PartyState::Queued, tlib::PartyState::Alerting, tlib::PartyState::Connected}) {
        Place place;
        place.registerDns(Place::RoutingPoint, Conversation::snapshotOf(One, state));
        QCOMPARE(place.ids(), QList<tlib::ConnId>{One});
        QVERIFY(place.waiting().first().certain);
        QCOMPARE(place.waiting().first().type, tlib::CallType::Inbound);
        QVERIFY(place.waiting().first().caller.isEmpty());
        const auto asked = place.link.expect<tlib::QueryCall>();
        QCOMPARE(asked->first.dn, Place::RoutingPoint);
        QCOMPARE(asked->first.call, One);
        place.link.answer(asked->second,
                          {.type = MessageType::EventPartyInfo, .connId = One, .ani = Place::Caller});
        QCOMPARE(place.waiting().first().caller, Place::Caller);
    }
}

void TestWaitTracker::aQueuedCallOnAnotherDnWaitsToo()
{
    Place queued;
    queued.registerDns(Place::Agent, Conversation::snapshotOf(One, tlib::PartyState::Queued));
    QCOMPARE(queued.ids(), QList<tlib::ConnId>{One});
    Place ringing;
    ringing.registerDns(Place::Agent, Conversation::snapshotOf(One, tlib::PartyState::Alerting));
    QVERIFY(ringing.waiting().isEmpty());
}

void TestWaitTracker::aCallOfATelephoneWaitsNoMore_data()
{
    QTest::addColumn<int>("type");
    QTest::newRow("it rings there") << int(MessageType::EventRinging);
    QTest::newRow("it is dialled there") << int(MessageType::EventDialing);
    QTest::newRow("it is answered there") << int(MessageType::EventEstablished);
    QTest::newRow("it is held there") << int(MessageType::EventHeld);
    QTest::newRow("it is retrieved there") << int(MessageType::EventRetrieved);
}

/// A call is on a DN in one way: it waits there, or it is that DN's call.
void TestWaitTracker::aCallOfATelephoneWaitsNoMore()
{
    QFETCH(int, type);
    Place place;
    place.registerDns(Place::Agent, Conversation::snapshotOf(One, tlib::PartyState::Queued));
    QCOMPARE(place.ids(), QList<tlib::ConnId>{One});
    QVERIFY(!place.desk.calls.find(One));
    place.say(MessageType(type), One, Place::Supervisor); // on another telephone it says nothing of this one
    QCOMPARE(place.ids(), QList<tlib::ConnId>{One});
    place.say(MessageType(type), One, Place::Agent);
    QVERIFY(place.waiting().isEmpty());
    QVERIFY(place.desk.calls.find(One)->takesPart(Place::Agent));
}

void TestWaitTracker::theCallerIsAskedForUntilItIsSaid()
{
    Place place;
    place.registerDns(Place::RoutingPoint, Conversation::snapshotOf(One));
    QVERIFY(place.link.expect<tlib::QueryCall>());
    place.clock.advance(5s); // no answer
    tlib::KvList parties;
    parties.append("party-1", u"5000");
    parties.append("party-2", u"+493055501");
    place.link.answer(place.link.expect<tlib::QueryCall>()->second, {.type = MessageType::EventPartyInfo,
                                                                     .connId = One,
                                                                     .callType = tlib::CallType::Outbound,
                                                                     .extensions = parties});
    QCOMPARE(place.waiting().first().caller, Place::Caller); // the party that is not the routing point
    QCOMPARE(place.waiting().first().type, tlib::CallType::Outbound);
    place.clock.advance(60s);
    QVERIFY(place.link.nothingSent());
}

void TestWaitTracker::aCallThatTheServerDoesNotKnowGoes()
{
    Place place;
    place.registerDns(Place::RoutingPoint, Conversation::snapshotOf(One));
    place.refuse(place.link.expect<tlib::QueryCall>()->second, 56);
    QVERIFY(place.waiting().isEmpty());
}

void TestWaitTracker::aRoutingPointsCallsAreNoCallsOfTheDesk()
{
    Place place;
    place.registerDns(Place::RoutingPoint, Conversation::snapshotOf(One));
    place.say(MessageType::EventRouteRequest, Two);
    place.say(MessageType::EventDiverted, Two);
    QVERIFY(place.desk.calls.ids().isEmpty());
    place.say(MessageType::EventRinging, Two, Place::Agent);
    QVERIFY(place.call(Two));
    QVERIFY(place.isCertain(Two)); // seen from its first event here
}

void TestWaitTracker::aDoubtLastsUntilTheSnapshot()
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
    place.registerDns(Place::RoutingPoint, Conversation::snapshotOf(One));
    QVERIFY(place.waiting().first().certain);
    QCOMPARE(place.waiting().first().since, since);
    QCOMPARE(place.waiting().first().caller, Place::Caller);
    QVERIFY(place.link.nothingSent()); // the caller is known
}

void TestWaitTracker::whatTheSnapshotDoesNotHaveHasGone()
{
    Place place;
    place.registerDns();
    place.say(MessageType::EventRouteRequest, One);
    place.say(MessageType::EventRouteRequest, Two);
    place.say(MessageType::EventRouteRequest, tlib::ConnId(7), Place::OtherPoint);
    place.link.lose();
    place.clock.advance(1s);
    place.link.acceptAsPrimary(); // the same server, so what it does not name is over
    place.registerDns(Place::RoutingPoint, Conversation::snapshotOf(Two));
    QCOMPARE(place.ids(), QList<tlib::ConnId>{Two});
}

void TestWaitTracker::anUnreadableSnapshotTakesNothingAway()
{
    Place place;
    place.registerDns();
    place.say(MessageType::EventRouteRequest);
    tlib::KvList snapshot;
    snapshot.append("conn-1", u"no hex");
    place.connectAnew(Place::RoutingPoint, snapshot);
    QCOMPARE(place.ids(), QList<tlib::ConnId>{One});
    QVERIFY(!place.waiting().first().certain);
}

void TestWaitTracker::monitoringThatEndsIsADoubt()
{
    Place place;
    place.registerDns();
    place.say(MessageType::EventRouteRequest);
    place.say(MessageType::EventRouteRequest, Two, Place::OtherPoint);
    place.link.push({.type = MessageType::EventUnregistered, .thisDn = Place::RoutingPoint});
    QVERIFY(!place.desk.waiting.findLatest(One)->certain);
    QVERIFY(place.desk.waiting.findLatest(Two)->certain);
}

void TestWaitTracker::aRefusedRoutingPointHasNoCalls()
{
    Place place;
    place.registerDns();
    place.say(MessageType::EventRouteRequest);
    place.link.push({.type = MessageType::EventUnregistered, .thisDn = Place::RoutingPoint});
    place.refuse(place.link.expect<tlib::RegisterAddress>()->second, 59);
    QVERIFY(place.waiting().isEmpty());
}

void TestWaitTracker::aRoutingPointThatLeavesTheListTakesItsCallsAlong()
{
    Place place;
    place.registerDns();
    place.say(MessageType::EventRouteRequest);
    place.say(MessageType::EventRouteRequest, Two, Place::OtherPoint);
    place.desk.registry.setDns({{.dn = Place::OtherPoint, .use = model::DnUse::RoutingPoint}});
    QCOMPARE(place.ids(), QList<tlib::ConnId>{Two});
}

void TestWaitTracker::aRenamedCallStaysTheSame()
{
    Place place;
    place.registerDns();
    place.say(MessageType::EventRouteRequest);
    place.link.push({.type = MessageType::EventPartyChanged,
                     .connId = Two,
                     .previousConnId = One,
                     .thisDn = Place::RoutingPoint,
                     .ani = tlib::Dn(u"+4989123"),
                     .sequenceNumber = ++place.sequence});
    QCOMPARE(place.ids(), QList<tlib::ConnId>{Two});
    QCOMPARE(place.waiting().first().caller, tlib::Dn(u"+4989123"));
    place.say(MessageType::EventRouteUsed, Two);
    QVERIFY(place.waiting().isEmpty());
}

TALLY_TEST(TestWaitTracker)

} // namespace tst_waittracker
#include "tst_waittracker.moc"
