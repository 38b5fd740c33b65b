#include "backends/simulator/switchconversation.h"
#include "support/testprogram.h"

#include <QtTest>

namespace tst_switchcallcontrol {

using namespace Qt::StringLiterals;
using namespace simulatortest;
using tlib::CallState;
using tlib::CallType;
using tlib::DnRole;
using tlib::MessageType;

class TestSwitchCallControl : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ringsAndConnects();
    void knowsTheCallType_data();
    void knowsTheCallType();
    void refusesACallThatCannotBe_data();
    void refusesACallThatCannotBe();
    void abandonsWhenTheCallerGivesUp();
    void endsForBoth();
    void letsARingingPartyDecline();
    void holdsAndRetrieves();
    void talksInOneCallAtATime();
    void refusesInTheWrongState_data();
    void refusesInTheWrongState();
    void routesACall();
    void refusesARoute_data();
    void refusesARoute();
    void queuesACall();
    void meetsTheBusyTone();
    void answersOnlyThoseWhoWait();
    void changesUserData();
    void tellsAnAskerOutsideTheCall();
    void refusesTooMuchUserData();
};

void TestSwitchCallControl::ringsAndConnects()
{
    Conversation c;
    const auto client = c.client({second, third});
    tlib::KvList inner, data;
    inner.append("a", 1);
    data.append("Customer", u"Ada");
    data.append("Nested", inner);
    c.ask(client, tlib::MakeCall{.dn = second, .destination = third, .userData = data});
    const QList<tlib::Event> events = c.take(client);
    QCOMPARE(events.size(), 2);
    const tlib::Event &dialing = events.first(), &ringing = events.last();
    QCOMPARE(dialing.type, MessageType::EventDialing);
    QCOMPARE(dialing.thisDn, second);
    QCOMPARE(dialing.thisDnRole, DnRole::Origination);
    QCOMPARE(dialing.otherDn, third);
    QCOMPARE(dialing.otherDnRole, DnRole::Destination);
    QCOMPARE(dialing.callType, CallType::Internal);
    QCOMPARE(dialing.callState, CallState::Ok);
    QCOMPARE(ringing.type, MessageType::EventRinging);
    QCOMPARE(ringing.thisDn, third);
    QCOMPARE(ringing.otherDn, second);
    QCOMPARE(ringing.connId, dialing.connId);
    QCOMPARE(ringing.callUuid, dialing.callUuid);
    QCOMPARE(ringing.userData, data);
    QCOMPARE(ringing.ani, second);
    QCOMPARE(ringing.dnis, third);
    c.ask(client, tlib::AnswerCall{.dn = third, .call = ringing.connId});
    QCOMPARE(c.story(client), u"Established 7003 #, Established 7002 #"_s);
}

void TestSwitchCallControl::knowsTheCallType_data()
{
    QTest::addColumn<tlib::Dn>("from");
    QTest::addColumn<tlib::Dn>("to");
    QTest::addColumn<int>("type");
    QTest::newRow("between two extensions it is internal") << second << third << int(CallType::Internal);
    QTest::newRow("from outside it is inbound") << customer << third << int(CallType::Inbound);
    QTest::newRow("to an outside number it is outbound") << second << customer << int(CallType::Outbound);
}

void TestSwitchCallControl::knowsTheCallType()
{
    QFETCH(tlib::Dn, from);
    QFETCH(tlib::Dn, to);
    QFETCH(int, type);
    Conversation c;
    const auto call = c.sw.calls().make(from, to, {});
    QVERIFY(call);
    QCOMPARE(int(c.sw.book().find(*call)->type), type);
}

void TestSwitchCallControl::refusesACallThatCannotBe_data()
{
    QTest::addColumn<tlib::Dn>("from");
    QTest::addColumn<tlib::Dn>("to");
    QTest::addColumn<int>("code");
    QTest::newRow("to a DN that is not configured: 71") << second << tlib::Dn(u"7999"_s) << 71;
    QTest::newRow("to no DN: 71") << second << tlib::Dn() << 71;
    QTest::newRow("to itself: 71") << second << second << 71;
    QTest::newRow("from a routing point: 168") << routingPoint << second << 168;
    QTest::newRow("from a DN that talks: 93") << third << second << 93;
}

void TestSwitchCallControl::refusesACallThatCannotBe()
{
    QFETCH(tlib::Dn, from);
    QFETCH(tlib::Dn, to);
    QFETCH(int, code);
    Conversation c;
    c.talk(customer, third);
    const auto client = c.client({from});
    c.ask(client, tlib::MakeCall{.dn = from, .destination = to});
    const tlib::Event no = c.takeOnly(client);
    QCOMPARE(no.type, MessageType::EventError);
    QCOMPARE(no.errorCode, code);
    QVERIFY(!no.errorMessage.isEmpty());
    QCOMPARE(c.sw.book().all().size(), size_t(1));
}

void TestSwitchCallControl::abandonsWhenTheCallerGivesUp()
{
    Conversation c;
    const auto caller = c.client({second}), callee = c.client({third});
    c.ask(caller, tlib::MakeCall{.dn = second, .destination = third});
    const tlib::ConnId call = c.take(callee).first().connId;
    c.take(caller);
    c.ask(caller, tlib::ReleaseCall{.dn = second, .call = call});
    QCOMPARE(c.story(caller), u"Released 7002 #"_s);
    const tlib::Event gone = c.takeOnly(callee);
    QCOMPARE(gone.type, MessageType::EventAbandoned);
    QCOMPARE(gone.callState, CallState::Abandoned);
    QVERIFY(!c.sw.book().find(call));
}

void TestSwitchCallControl::endsForBoth()
{
    Conversation c;
    const tlib::ConnId call = c.talk(second, third);
    const auto caller = c.client({second}), callee = c.client({third});
    c.ask(callee, tlib::ReleaseCall{.dn = third, .call = call});
    QCOMPARE(c.story(callee), u"Released 7003 #"_s);
    const tlib::Event remote = c.takeOnly(caller);
    QCOMPARE(remote.type, MessageType::EventReleased);
    QCOMPARE(remote.callState, CallState::RemoteRelease);
    c.ask(callee, tlib::ReleaseCall{.dn = third, .call = call});
    QCOMPARE(c.story(callee), u"Error 56 7003 #"_s);
}

void TestSwitchCallControl::letsARingingPartyDecline()
{
    Conversation c;
    const auto caller = c.client({second}), callee = c.client({third});
    const tlib::ConnId call = *c.sw.calls().make(second, third, {});
    c.take(caller);
    c.take(callee);
    c.ask(callee, tlib::ReleaseCall{.dn = third, .call = call});
    QCOMPARE(c.story(callee), u"Released 7003 #"_s);
    const tlib::Event busy = c.takeOnly(caller);
    QCOMPARE(busy.type, MessageType::EventReleased);
    QCOMPARE(busy.callState, CallState::Busy);
}

void TestSwitchCallControl::holdsAndRetrieves()
{
    Conversation c;
    const tlib::ConnId call = c.talk(second, third);
    const auto caller = c.client({second}), callee = c.client({third});
    c.ask(callee, tlib::HoldCall{.dn = third, .call = call});
    QCOMPARE(c.story(callee), u"Held 7003 #"_s);
    c.ask(callee, tlib::RetrieveCall{.dn = third, .call = call});
    QCOMPARE(c.story(callee), u"Retrieved 7003 #"_s);
    QCOMPARE(c.story(caller), QString()); // a hold is the holder's alone
}

void TestSwitchCallControl::talksInOneCallAtATime()
{
    Conversation c;
    const tlib::ConnId first = c.talk(customer, third);
    const tlib::ConnId next = *c.sw.calls().make(second, third, {});
    const auto client = c.client({third});
    c.ask(client, tlib::AnswerCall{.dn = third, .call = next});
    QCOMPARE(c.story(client), u"Held 7003, Established 7003 #"_s);
    QCOMPARE(c.sw.book().find(first)->party(third)->state, tlib::PartyState::Held);
    c.ask(client, tlib::RetrieveCall{.dn = third, .call = first});
    QCOMPARE(c.story(client), u"Held 7003, Retrieved 7003 #"_s);
    QCOMPARE(c.sw.book().find(next)->party(third)->state, tlib::PartyState::Held);
}

void TestSwitchCallControl::refusesInTheWrongState_data()
{
    QTest::addColumn<QString>("verb");
    QTest::addColumn<QString>("state");
    QTest::addColumn<int>("code");
    QTest::newRow("answering what is answered: 93") << u"answer"_s << u"talking"_s << 93;
    QTest::newRow("holding what rings: 93") << u"hold"_s << u"ringing"_s << 93;
    QTest::newRow("holding what is held: 93") << u"hold"_s << u"held"_s << 93;
    QTest::newRow("retrieving what is not held: 93") << u"retrieve"_s << u"talking"_s << 93;
    QTest::newRow("answering for another's call: 470") << u"answer"_s << u"foreign"_s << 470;
    QTest::newRow("releasing another's call: 470") << u"release"_s << u"foreign"_s << 470;
    QTest::newRow("holding a call that is not there: 56") << u"hold"_s << u"gone"_s << 56;
    QTest::newRow("answering a call that is not there: 56") << u"answer"_s << u"gone"_s << 56;
}

void TestSwitchCallControl::refusesInTheWrongState()
{
    QFETCH(QString, verb);
    QFETCH(QString, state);
    QFETCH(int, code);
    Conversation c;
    tlib::ConnId call = *c.sw.calls().make(customer, third, {});
    if (state != u"ringing")
        (void)c.sw.calls().answer(third, call);
    if (state == u"held")
        (void)c.sw.calls().hold(third, call);
    if (state == u"gone")
        call = tlib::ConnId(0xff);
    const tlib::Dn dn = state == u"foreign" ? second : third;
    const auto client = c.client({second, third});
    if (verb == u"answer")
        c.ask(client, tlib::AnswerCall{.dn = dn, .call = call});
    else if (verb == u"hold")
        c.ask(client, tlib::HoldCall{.dn = dn, .call = call});
    else if (verb == u"retrieve")
        c.ask(client, tlib::RetrieveCall{.dn = dn, .call = call});
    else
        c.ask(client, tlib::ReleaseCall{.dn = dn, .call = call});
    const tlib::Event no = c.takeOnly(client);
    QCOMPARE(no.type, MessageType::EventError);
    QCOMPARE(no.errorCode, code);
    QCOMPARE(no.connId, call);
    if (code == 93)
        QVERIFY2(no.errorMessage.toString().contains(state), qPrintable(no.errorMessage.toString()));
}

void TestSwitchCallControl::routesACall()
{
    Conversation c;
    const auto router = c.client({routingPoint}), callee = c.client({third});
    const tlib::ConnId call = *c.sw.calls().make(customer, routingPoint, {});
    QCOMPARE(c.story(router), u"RouteRequest 8000"_s);
    c.ask(router, tlib::RouteCall{.routingPoint = routingPoint, .call = call, .destination = third});
    QCOMPARE(c.story(router), u"RouteUsed 8000 #, Diverted 8000 #"_s);
    const tlib::Event ringing = c.takeOnly(callee);
    QCOMPARE(ringing.type, MessageType::EventRinging);
    QCOMPARE(ringing.connId, call);
    QCOMPARE(ringing.otherDn, customer);
    QVERIFY(c.sw.book().of(routingPoint).empty());
}

void TestSwitchCallControl::refusesARoute_data()
{
    QTest::addColumn<tlib::Dn>("to");
    QTest::addColumn<QString>("record");
    QTest::addColumn<int>("code");
    QTest::newRow("to a DN that is not configured: 177") << tlib::Dn(u"7999"_s) << QString() << 177;
    QTest::newRow("to itself: 177") << routingPoint << QString() << 177;
    QTest::newRow("with a record word that is none: 53") << third << u"both"_s << 53;
    QTest::newRow("to a busy extension: 91") << supervisor << QString() << 91;
}

void TestSwitchCallControl::refusesARoute()
{
    QFETCH(tlib::Dn, to);
    QFETCH(QString, record);
    QFETCH(int, code);
    Conversation c;
    c.sw.directory().setBusy(supervisor, true);
    const tlib::ConnId call = *c.sw.calls().make(customer, routingPoint, {});
    const auto router = c.client({routingPoint});
    tlib::KvList extensions;
    extensions.append("record", record);
    c.ask(router,
          tlib::RouteCall{
              .routingPoint = routingPoint, .call = call, .destination = to, .extensions = extensions});
    QCOMPARE(c.takeOnly(router).errorCode, code);
    QVERIFY(c.sw.book().find(call)->party(routingPoint));
}

void TestSwitchCallControl::queuesACall()
{
    Conversation c;
    const auto watcher = c.client({queue, third});
    const tlib::ConnId call = *c.sw.calls().make(customer, queue, {});
    QCOMPARE(c.story(watcher), u"Queued 5000"_s);
    QVERIFY(c.sw.calls().route(queue, call, third, {}));
    QCOMPARE(c.story(watcher), u"Diverted 5000, Ringing 7003"_s);
    const tlib::ConnId impatient = *c.sw.calls().make(customer, queue, {});
    c.take(watcher);
    QVERIFY(!c.sw.calls().release(queue, impatient));
    QVERIFY(c.sw.calls().release(customer, impatient));
    QCOMPARE(c.story(watcher), u"Abandoned 5000"_s);
}

void TestSwitchCallControl::meetsTheBusyTone()
{
    Conversation c;
    QVERIFY(c.sw.directory().setBusy(third, true));
    QVERIFY(!c.sw.directory().setBusy(routingPoint, true));
    const auto caller = c.client({second}), callee = c.client({third});
    c.ask(caller, tlib::MakeCall{.dn = second, .destination = third});
    const QList<tlib::Event> events = c.take(caller);
    QCOMPARE(events.size(), 3);
    QCOMPARE(events.at(0).type, MessageType::EventDialing);
    QVERIFY(!events.at(0).referenceId.isNull());
    QCOMPARE(events.at(1).type, MessageType::EventDestinationBusy);
    QCOMPARE(events.at(1).callState, CallState::Busy);
    QCOMPARE(events.at(1).otherDn, third);
    QVERIFY(events.at(1).referenceId.isNull());
    QCOMPARE(events.at(2).type, MessageType::EventReleased);
    QCOMPARE(events.at(2).callState, CallState::Busy);
    QCOMPARE(events.at(2).connId, events.at(0).connId);
    QCOMPARE(c.story(callee), QString());
    QVERIFY(c.sw.book().all().empty());

    QVERIFY(c.sw.directory().setBusy(third, false));
    c.ask(caller, tlib::MakeCall{.dn = second, .destination = third});
    QCOMPARE(c.story(callee), u"Ringing 7003"_s);
}

void TestSwitchCallControl::answersOnlyThoseWhoWait()
{
    Conversation c;
    const tlib::ConnId call = c.talk(second, third);
    const auto watcher = c.client({second, third, supervisor});
    QVERIFY(c.sw.transfers().transfer(third, call, supervisor));
    c.take(watcher);
    QVERIFY(c.sw.calls().answer(supervisor, call));
    QCOMPARE(c.story(watcher), u"Established 7900"_s);
}

void TestSwitchCallControl::changesUserData()
{
    Conversation c;
    const tlib::ConnId call = c.talk(second, third);
    const auto client = c.client({third}), other = c.client({second});
    tlib::KvList pairs;
    pairs.append("A", u"1");
    pairs.append("B", 2);
    c.ask(client, tlib::AttachUserData{.dn = third, .call = call, .userData = pairs});
    const tlib::Event attached = c.takeOnly(client);
    QCOMPARE(attached.type, MessageType::EventAttachedDataChanged);
    QCOMPARE(attached.userData, pairs);
    QCOMPARE(attached.thirdPartyDn, third);
    QVERIFY(!attached.referenceId.isNull());
    const tlib::Event heard = c.takeOnly(other);
    QCOMPARE(heard.thisDn, second);
    QCOMPARE(heard.thirdPartyDn, third);
    QVERIFY(heard.referenceId.isNull());

    tlib::KvList change;
    change.append("A", u"one");
    change.append("C", u"3");
    c.ask(client, tlib::UpdateUserData{.dn = third, .call = call, .userData = change});
    tlib::KvList whole;
    whole.append("A", u"one");
    whole.append("B", 2);
    whole.append("C", u"3");
    QCOMPARE(c.takeOnly(client).userData, whole);

    c.ask(client, tlib::DeletePair{.dn = third, .call = call, .key = tlib::Text(u"B"_s)});
    QCOMPARE(c.takeOnly(client).userData.count(), 2);
    c.ask(client, tlib::DeletePair{.dn = third, .call = call, .key = tlib::Text(u"B"_s)});
    QCOMPARE(c.story(client), u"Error 53 7003 #"_s);
    c.ask(client, tlib::AttachUserData{.dn = third, .call = tlib::ConnId(1), .userData = pairs});
    QCOMPARE(c.story(client), u"Error 56 7003 #"_s);
}

void TestSwitchCallControl::tellsAnAskerOutsideTheCall()
{
    Conversation c;
    const tlib::ConnId call = c.talk(second, third);
    const auto client = c.client({supervisor}), party = c.client({third});
    tlib::KvList pairs;
    pairs.append("A", u"1");
    const auto reference =
        c.ask(client, tlib::AttachUserData{.dn = supervisor, .call = call, .userData = pairs});
    const tlib::Event done = c.takeOnly(client);
    QCOMPARE(done.type, MessageType::EventAttachedDataChanged);
    QCOMPARE(done.referenceId, reference);
    QVERIFY(done.thisDn.isEmpty());
    QCOMPARE(c.story(party), u"AttachedDataChanged 7003"_s);
}

void TestSwitchCallControl::refusesTooMuchUserData()
{
    Conversation c;
    const tlib::ConnId call = c.talk(second, third);
    const auto client = c.client({third});
    tlib::KvList half;
    half.append("A", QString(40000, u'x'));
    c.ask(client, tlib::AttachUserData{.dn = third, .call = call, .userData = half});
    c.take(client);
    tlib::KvList other;
    other.append("B", QString(40000, u'x'));
    c.ask(client, tlib::AttachUserData{.dn = third, .call = call, .userData = other});
    QCOMPARE(c.story(client), u"Error 53 7003 #"_s);
    QCOMPARE(c.sw.book().find(call)->userData, half);
}

TALLY_TEST(TestSwitchCallControl)

} // namespace tst_switchcallcontrol
#include "tst_switchcallcontrol.moc"
