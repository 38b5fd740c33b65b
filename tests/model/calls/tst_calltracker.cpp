#include "support/conversation.h"
#include "support/testprogram.h"

#include <QSignalSpy>
#include <QTest>

namespace tst_calltracker {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using model::CallPhase;
using model::RecordingState;
using support::Conversation;
using tlib::MessageType;

namespace {

const tlib::Dn SecondDn{u"7002"_s};
constexpr tlib::ConnId Second{0x006c029a6685d005};

tlib::Event numbered(tlib::Event event, qint64 number)
{
    event.sequenceNumber = number;
    return event;
}

tlib::Event at(tlib::Event event, const tlib::Dn &dn)
{
    event.thisDn = dn;
    return event;
}

} // namespace

class TestCallTracker : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPhaseFollowsTheEvents_data();
    void aPhaseFollowsTheEvents();
    void aPhaseKnowsSinceWhen();
    void aCallComesComplete();
    void aCallSeenFromItsStartIsCertainlyOff();
    void aCallMetInTheMiddleIsAskedFor();
    void aCallThatStartsWhileInDoubtIsNotOff();
    void whatWasHeardOfIsNotForgotten();
    void aReleasedCallStaysClosedForAMinute();
    void aCallThatIsTransferredBackRingsAnew();
    void aReleaseOfAnotherDnClosesNothing();
    void twoOfOurDnsInOneCall();
    void anEventWithoutItsDnMakesTheCallUncertain();
    void anEventWithoutItsCallMakesItsDnsCallsUncertain_data();
    void anEventWithoutItsCallMakesItsDnsCallsUncertain();
    void anEventThatNamesNothingMakesEveryCallUncertain();
    void anEventWithoutItsCallAtAnotherDnDoubtsNothing();
    void aCallMovesToAnotherConnId();
    void theOtherPartyChangesWithATransfer();
    void userDataCountsWhicheverLegBringsIt_data();
    void userDataCountsWhicheverLegBringsIt();
    void userDataAtAnotherDnIsHeardOf();
    void eventsOfOtherDnsAreNotCalls();
};

void TestCallTracker::aPhaseFollowsTheEvents_data()
{
    using Types = QList<MessageType>;
    QTest::addColumn<Types>("events");
    QTest::addColumn<int>("phase"); // -1: no such call
    using enum MessageType;
    const auto row = [](const char *name, const Types &events, std::optional<CallPhase> phase) {
        QTest::newRow(name) << events << (phase ? int(*phase) : -1);
    };
    row("it rings", {EventRinging}, CallPhase::Ringing);
    row("it is dialled", {EventDialing}, CallPhase::Dialing);
    row("the network is reached", {EventDialing, EventNetworkReached}, CallPhase::Dialing);
    row("it is answered", {EventRinging, EventEstablished}, CallPhase::Talking);
    row("it is held", {EventRinging, EventEstablished, EventHeld}, CallPhase::Held);
    row("it is retrieved", {EventRinging, EventEstablished, EventHeld, EventRetrieved}, CallPhase::Talking);
    row("it is released", {EventRinging, EventEstablished, EventReleased}, {});
    row("the caller gives up", {EventRinging, EventAbandoned}, {});
    row("it is diverted", {EventRinging, EventDiverted}, {});
    row("the other side is busy", {EventDialing, EventDestinationBusy}, CallPhase::Dialing);
    row("established without ringing", {EventEstablished}, CallPhase::Talking);
    row("held without anything before", {EventHeld}, CallPhase::Held);
    row("ringing again does not take it back", {EventRinging, EventEstablished, EventRinging},
        CallPhase::Talking);
    row("nothing comes after the end", {EventRinging, EventReleased, EventEstablished}, {});
    row("the end of an unknown call", {EventReleased}, {});
    row("user data of an unknown call", {EventAttachedDataChanged}, {});
    row("an error names no call", {EventError}, {});
}

void TestCallTracker::aPhaseFollowsTheEvents()
{
    QFETCH(QList<MessageType>, events);
    QFETCH(int, phase);
    Conversation talk;
    talk.connect();
    for (const MessageType type : events)
        talk.say(type);
    QCOMPARE(talk.call() ? int(talk.call()->phase()) : -1, phase);
}

void TestCallTracker::aPhaseKnowsSinceWhen()
{
    Conversation talk;
    talk.connect();
    talk.say(MessageType::EventRinging);
    QVERIFY(talk.call()->leg().sinceSeen);
    talk.clock.advance(4s);
    talk.say(MessageType::EventEstablished);
    talk.clock.advance(60s);
    talk.say(MessageType::EventHeld);
    talk.clock.advance(10s);
    talk.say(MessageType::EventHeld); // the same once more begins nothing
    QCOMPARE(talk.clock.now() - talk.call()->leg().since, core::Duration(10s));
    QVERIFY(talk.call()->leg().sinceSeen);
    talk.loseLink();
    talk.waitForAttempt();
    talk.reconnect(Conversation::snapshotOf(Conversation::CallOne)); // it talks, who knows since when
    QCOMPARE(talk.call()->leg().phase, CallPhase::Talking);
    QCOMPARE(talk.call()->leg().since, talk.clock.now());
    QVERIFY(!talk.call()->leg().sinceSeen);
}

void TestCallTracker::aCallComesComplete()
{
    Conversation talk;
    talk.connect();
    int came = 0;
    QObject::connect(&talk.desk.calls, &model::CallList::inserted, this, [&](tlib::ConnId id) {
        ++came;
        QVERIFY(talk.isCertain(id));
        QCOMPARE(talk.call(id)->recording.state, RecordingState::On);
        QCOMPARE(talk.call(id)->otherParty, Conversation::Caller);
    });
    QSignalSpy changed(&talk.desk.calls, &model::CallList::changed);
    talk.say(MessageType::EventRinging, Conversation::recording(u"ON"_s));
    QCOMPARE(came, 1);
    QCOMPARE(changed.count(), 0);
}

void TestCallTracker::aCallSeenFromItsStartIsCertainlyOff()
{
    Conversation talk;
    talk.connect();
    talk.say(MessageType::EventRinging);
    QVERIFY(talk.isCertain());
    QCOMPARE(talk.call()->recording.state, RecordingState::Off);
    QVERIFY(talk.call()->recording.sinceSeen);
    talk.say(MessageType::EventEstablished);
    QCOMPARE(talk.call()->recording.state, RecordingState::Off);
    QVERIFY(talk.link.nothingSent()); // there is nothing to ask
}

void TestCallTracker::aCallMetInTheMiddleIsAskedFor()
{
    Conversation talk;
    talk.connect();
    talk.say(MessageType::EventEstablished);
    QVERIFY(!talk.isCertain());
    QCOMPARE(talk.call()->recording.state, RecordingState::Unknown);
    talk.say(MessageType::EventHeld); // it is asked for once
    const auto asked = talk.link.expect<tlib::QueryCall>();
    QVERIFY(talk.link.nothingSent());
    talk.link.answer(asked->second, talk.event(MessageType::EventPartyInfo));
    QVERIFY(talk.isCertain());
    QCOMPARE(talk.call()->recording.state, RecordingState::Unknown); // not said, and not seen from the start
    QVERIFY(!talk.call()->recording.sinceSeen);
}

void TestCallTracker::aCallThatStartsWhileInDoubtIsNotOff()
{
    Conversation talk;
    talk.desk.connection.open({.host = u"sip-prim.example"_s, .port = 7007});
    talk.link.accept();
    talk.link.push({.type = MessageType::EventLinkDisconnected});
    talk.say(MessageType::EventRinging); // no epoch yet
    QVERIFY(!talk.isCertain());
    QCOMPARE(talk.call()->recording.state, RecordingState::Unknown);

    Conversation later;
    later.connect();
    later.link.push({.type = MessageType::EventLinkDisconnected});
    later.say(MessageType::EventRinging);
    QVERIFY(!later.isCertain());
    QCOMPARE(later.call()->recording.state, RecordingState::Unknown);
}

void TestCallTracker::whatWasHeardOfIsNotForgotten()
{
    constexpr quint64 MoreThanAreKept = 1001;
    Conversation talk;
    talk.connect();
    for (quint64 id = 1; id <= MoreThanAreKept; ++id)
        talk.say(MessageType::EventAttachedDataChanged, Conversation::recording(u"ON"_s), tlib::ConnId(id));
    talk.say(MessageType::EventRinging, {}, tlib::ConnId(1));
    QVERIFY(!talk.isCertain(tlib::ConnId(1)));
    QCOMPARE(talk.call(tlib::ConnId(1))->recording.state, RecordingState::Unknown);
    QVERIFY(talk.link.expect<tlib::QueryCall>());

    talk.loseLink();
    talk.waitForAttempt();
    talk.reconnect();
    talk.say(MessageType::EventRinging);
    QVERIFY(talk.isCertain());
    QCOMPARE(talk.call()->recording.state, RecordingState::Off);
}

void TestCallTracker::aReleasedCallStaysClosedForAMinute()
{
    Conversation talk;
    talk.connect();
    const auto ringing = talk.event(MessageType::EventRinging);
    talk.link.push(ringing);
    talk.say(MessageType::EventReleased);
    for (int i = 0; i < 3; ++i) {
        talk.link.push(ringing);
        talk.say(MessageType::EventEstablished, Conversation::recording(u"ON"_s));
        QVERIFY(!talk.call());
        talk.clock.advance(19s);
    }
    talk.clock.advance(3s);
    talk.say(MessageType::EventEstablished);
    QVERIFY(talk.call());
}

void TestCallTracker::aCallThatIsTransferredBackRingsAnew()
{
    Conversation talk;
    talk.connect();
    talk.talk(Conversation::recording(u"OFF"_s));
    talk.say(MessageType::EventReleased);
    talk.clock.advance(5s);
    talk.say(MessageType::EventRinging, Conversation::recording(u"OFF"_s));
    QVERIFY(talk.call());
    QCOMPARE(talk.call()->phase(), CallPhase::Ringing);
    QVERIFY(talk.isCertain());

    // After a reconnect the numbers begin anew, and so may the call.
    talk.say(MessageType::EventReleased);
    talk.loseLink();
    talk.waitForAttempt();
    talk.reconnect();
    talk.link.push(numbered(talk.event(MessageType::EventRinging), 1));
    QVERIFY(talk.call());
}

void TestCallTracker::aReleaseOfAnotherDnClosesNothing()
{
    Conversation talk;
    talk.connect();
    talk.link.push(at(talk.event(MessageType::EventReleased), SecondDn));
    talk.say(MessageType::EventEstablished);
    QVERIFY(talk.call());
    talk.link.push(at(talk.event(MessageType::EventReleased), SecondDn));
    QVERIFY(talk.call());
}

void TestCallTracker::twoOfOurDnsInOneCall()
{
    Conversation talk;
    talk.desk.registry.setDns({Conversation::OwnDn, SecondDn});
    talk.connect();
    talk.link.answer(talk.link.expect<tlib::RegisterAddress>()->second,
                     {.type = MessageType::EventRegistered, .thisDn = SecondDn});
    talk.say(MessageType::EventDialing);
    const auto rings = at(talk.event(MessageType::EventRinging), SecondDn);
    talk.link.push(rings);
    QCOMPARE(talk.desk.calls.ids().size(), 1);
    QCOMPARE(talk.call()->phase(), CallPhase::Ringing);
    QCOMPARE(talk.call()->dn(), SecondDn);
    talk.link.push(at(talk.event(MessageType::EventEstablished), SecondDn));
    talk.say(MessageType::EventEstablished);
    talk.link.push(at(talk.event(MessageType::EventReleased), SecondDn));
    QVERIFY(talk.call());
    QCOMPARE(talk.call()->dn(), Conversation::OwnDn);
    talk.link.push(rings); // old news
    QCOMPARE(talk.call()->phase(), CallPhase::Talking);
    talk.say(MessageType::EventReleased);
    QVERIFY(!talk.call());
}

void TestCallTracker::anEventWithoutItsDnMakesTheCallUncertain()
{
    Conversation talk;
    talk.connect();
    talk.talk(Conversation::recording(u"ON"_s));
    talk.link.push(at(talk.event(MessageType::EventReleased), {}));
    QVERIFY(talk.call());
    QVERIFY(!talk.isCertain());
    const auto asked = talk.link.expect<tlib::QueryCall>();
    talk.refuse(asked->second, tlib::errorcode::InvalidConnId);
    QVERIFY(!talk.call());

    // Nor does user data need one.
    talk.clock.advance(60s);
    talk.talk();
    talk.link.push(
        at(talk.event(MessageType::EventAttachedDataChanged, Conversation::recording(u"ON"_s)), {}));
    QVERIFY(talk.isCertain());
    QCOMPARE(talk.call()->recording.state, RecordingState::On);
}

void TestCallTracker::anEventWithoutItsCallMakesItsDnsCallsUncertain_data()
{
    QTest::addColumn<MessageType>("type");
    QTest::newRow("it rings") << MessageType::EventRinging;
    QTest::newRow("it is answered") << MessageType::EventEstablished;
    QTest::newRow("it is held") << MessageType::EventHeld;
    QTest::newRow("it is released") << MessageType::EventReleased;
    QTest::newRow("its user data changes") << MessageType::EventAttachedDataChanged;
    QTest::newRow("its party changes") << MessageType::EventPartyChanged;
}

void TestCallTracker::anEventWithoutItsCallMakesItsDnsCallsUncertain()
{
    QFETCH(MessageType, type);
    Conversation talk;
    talk.connect();
    talk.talk(Conversation::recording(u"ON"_s));
    QVERIFY(talk.isCertain());
    talk.say(type, Conversation::recording(u"OFF"_s), {});
    QVERIFY(!talk.isCertain());
    QCOMPARE(talk.call()->phase(), CallPhase::Talking); // nobody said that it is this one
    const auto asked = talk.link.expect<tlib::QueryCall>();
    QCOMPARE(asked->first.call, Conversation::CallOne);
    talk.link.answer(asked->second,
                     talk.event(MessageType::EventPartyInfo, Conversation::recording(u"OFF"_s)));
    QVERIFY(talk.isCertain());
    QCOMPARE(talk.call()->recording.state, RecordingState::Off);
}

void TestCallTracker::anEventThatNamesNothingMakesEveryCallUncertain()
{
    Conversation talk;
    talk.connect();
    talk.talk();
    talk.talk({}, Second);
    talk.link.push(at(talk.event(MessageType::EventAttachedDataChanged, {}, {}), {}));
    QVERIFY(!talk.isCertain());
    QVERIFY(!talk.isCertain(Second));
    QCOMPARE(talk.link.expect<tlib::QueryCall>()->first.call, Conversation::CallOne);
    QCOMPARE(talk.link.expect<tlib::QueryCall>()->first.call, Second);
}

void TestCallTracker::anEventWithoutItsCallAtAnotherDnDoubtsNothing()
{
    Conversation talk;
    talk.connect();
    talk.talk();
    talk.link.push(at(talk.event(MessageType::EventReleased, {}, {}), SecondDn));
    talk.say(MessageType::EventAgentReady, {}, {}); // about no call at all
    QVERIFY(talk.isCertain());
    QVERIFY(talk.link.nothingSent());
}

void TestCallTracker::aCallMovesToAnotherConnId()
{
    Conversation talk;
    talk.connect();
    talk.talk(Conversation::recording(u"ON"_s));
    const auto answeredAt = talk.call()->answeredAt;
    talk.clock.advance(10s);
    auto moved = talk.event(MessageType::EventPartyChanged, {}, Second);
    moved.previousConnId = Conversation::CallOne;
    talk.link.push(moved);
    QVERIFY(!talk.call());
    QVERIFY(talk.call(Second));
    QCOMPARE(talk.call(Second)->phase(), CallPhase::Talking);
    QCOMPARE(talk.call(Second)->answeredAt, answeredAt);
    QVERIFY(!talk.isCertain(Second)); // its user data is its own, and was not said
    const auto asked = talk.link.expect<tlib::QueryCall>();
    QCOMPARE(asked->first.call, Second);
    talk.link.answer(asked->second,
                     talk.event(MessageType::EventPartyInfo, Conversation::recording(u"PAUSED"_s), Second));
    QVERIFY(talk.isCertain(Second));
    QCOMPARE(talk.call(Second)->recording.state, RecordingState::Paused);
    talk.link.push(moved); // again
    QCOMPARE(talk.desk.calls.ids(), QList<tlib::ConnId>{Second});
}

void TestCallTracker::theOtherPartyChangesWithATransfer()
{
    Conversation talk;
    talk.connect();
    talk.talk();
    auto changed = talk.event(MessageType::EventPartyChanged);
    changed.otherDn = SecondDn;
    talk.link.push(changed);
    QCOMPARE(talk.call()->otherParty, SecondDn);
}

void TestCallTracker::userDataCountsWhicheverLegBringsIt_data()
{
    QTest::addColumn<MessageType>("type");
    QTest::addColumn<bool>("isWatched");
    QTest::newRow("a watched leg is released") << MessageType::EventReleased << true;
    QTest::newRow("a watched leg is diverted") << MessageType::EventDiverted << true;
    QTest::newRow("a leg of another DN is released") << MessageType::EventReleased << false;
    QTest::newRow("a leg of another DN is held") << MessageType::EventHeld << false;
    QTest::newRow("a leg of another DN rings") << MessageType::EventRinging << false;
}

void TestCallTracker::userDataCountsWhicheverLegBringsIt()
{
    QFETCH(MessageType, type);
    QFETCH(bool, isWatched);
    Conversation talk;
    talk.connect();
    talk.talk(Conversation::recording(u"ON"_s));
    if (isWatched) {
        talk.desk.tracker.setDns({Conversation::OwnDn, SecondDn});
        talk.link.push(at(talk.event(MessageType::EventRinging), SecondDn));
    }
    const tlib::Event old = at(talk.event(type, Conversation::recording(u"ON"_s)), SecondDn);
    talk.link.push(at(talk.event(type, Conversation::recording(u"OFF"_s)), SecondDn));
    QVERIFY(talk.isCertain());
    QCOMPARE(talk.call()->phase(), CallPhase::Talking);
    QCOMPARE(talk.call()->dn(), Conversation::OwnDn);
    QCOMPARE(talk.call()->recording.state, RecordingState::Off);
    talk.link.push(old); // overtaken
    QCOMPARE(talk.call()->recording.state, RecordingState::Off);
}

void TestCallTracker::userDataAtAnotherDnIsHeardOf()
{
    Conversation talk;
    talk.connect();
    talk.link.push(at(talk.event(MessageType::EventRinging, Conversation::recording(u"ON"_s)), SecondDn));
    QVERIFY(!talk.call());
    talk.say(MessageType::EventRinging); // it was recorded before it came here
    QVERIFY(!talk.isCertain());
    QCOMPARE(talk.call()->recording.state, RecordingState::Unknown);
    QVERIFY(talk.link.expect<tlib::QueryCall>());
}

void TestCallTracker::eventsOfOtherDnsAreNotCalls()
{
    Conversation talk;
    talk.connect();
    talk.link.push(at(talk.event(MessageType::EventRinging), SecondDn));
    talk.link.push(at(talk.event(MessageType::EventRouteRequest, Conversation::recording(u"ON"_s)),
                      tlib::Dn(u"8000"_s)));
    QVERIFY(!talk.call());
    // Its recording was heard of before it rang here: then nothing said at the start is not Off.
    talk.say(MessageType::EventRinging);
    QCOMPARE(talk.call()->recording.state, RecordingState::Unknown);
    QVERIFY(!talk.isCertain());
    QVERIFY(talk.link.expect<tlib::QueryCall>());
}

TALLY_TEST(TestCallTracker)

} // namespace tst_calltracker
#include "tst_calltracker.moc"
