#include "model/calls/calllegs.h"
#include "model/calls/callsofdns.h"
#include "model/calls/calluserdata.h"
#include "model/calls/consultations.h"
#include "model/calls/snapshottaker.h"
#include "model/calls/tombstones.h"
#include "model/events/takeover.h"
#include "support/conversation.h"
#include "support/testprogram.h"

#include <QSignalSpy>
#include <QTest>

namespace tst_snapshottaker {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using model::CallChange;
using model::CallPhase;
using model::RecordingState;
using support::Conversation;
using tlib::ConnId;
using tlib::Dn;
using tlib::MessageType;
using tlib::PartyState;

namespace {

constexpr ConnId One = Conversation::CallOne;
constexpr ConnId Second{0x006c029a6685d005};
const Dn First(u"7001"_s);
const Dn Other(u"7002"_s);

/// A list of calls in an epoch of a server that has not taken over from another, and who takes snapshots into
/// it.
struct Place
{
    Place() { calls.openEpoch(); }
    QList<ConnId> take(const Dn &dn, const tlib::KvList &snapshot, qint64 sequence = 0)
    {
        QList<ConnId> present = taker.take(dn, snapshot, sequence);
        std::sort(present.begin(), present.end());
        return present;
    }

    support::ManualClock clock;
    support::FakeLink link;
    model::ServerConnection connection{link, clock, {}};
    model::CallList calls;
    model::CallsOfDns callsOfDns{calls};
    model::Tombstones tombstones{clock};
    model::CallUserData userData{calls, clock, {}};
    model::Consultations consultations{calls};
    model::CallLegs legs{calls, clock, userData, tombstones, consultations};
    model::TakeOver takeOver{connection, calls, clock};
    model::SnapshotTaker taker{calls, callsOfDns, legs, tombstones, takeOver};
};

tlib::KvList snapshotOf(const QList<std::pair<ConnId, PartyState>> &entries)
{
    tlib::KvList list;
    int n = 0;
    for (const auto &[id, state] : entries) {
        list.append("conn-" + QByteArray::number(++n), id.toString());
        list.append("ps-" + QByteArray::number(n), qint32(state));
    }
    return list;
}

} // namespace

class TestSnapshotTaker : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSnapshotAddsAndRemoves();
    void aSnapshotWithAnUnreadableEntryRemovesNothing();
    void aSnapshotIsHeldBackByATombstoneOfTheSameEpoch();
    void whatIsThereIsReturned();
    void aCallThatIsThereTakesPhaseAndType();
    void anotherDnsLegStays();
    void aCallThatWaitsIsNone();
    void aSnapshotThatWasOvertakenSetsNoLeg();
    void aDnLeavesAllItsCalls();
    void aCallThatTheServerDoesNotKnowGoes();
    void whatANewServerDoesNotNameIsKept();
    void aCallThatANewServerDoesNotKnowIsKept();
};

void TestSnapshotTaker::aSnapshotAddsAndRemoves()
{
    Conversation talk;
    talk.connect();
    talk.talk();
    tlib::KvList snapshot = Conversation::snapshotOf(Second, tlib::PartyState::Held);
    const auto present = talk.desk.tracker.applySnapshot(Conversation::OwnDn, snapshot);
    QCOMPARE(present, QList<tlib::ConnId>{Second});
    QVERIFY(!talk.call());
    QCOMPARE(talk.call(Second)->phase(), CallPhase::Held);
    QCOMPARE(talk.call(Second)->type, tlib::CallType::Inbound);
    QVERIFY(!talk.isCertain(Second));
    QCOMPARE(talk.call(Second)->recording.state, RecordingState::Unknown);
}

void TestSnapshotTaker::aSnapshotWithAnUnreadableEntryRemovesNothing()
{
    Conversation talk;
    talk.connect();
    talk.talk();
    tlib::KvList snapshot;
    snapshot.append("conn-1", u"not a ConnID");
    snapshot.append("conn-2", Second.toString());
    const auto present = talk.desk.tracker.applySnapshot(Conversation::OwnDn, snapshot);
    QVERIFY(talk.call());
    QVERIFY(talk.call(Second));
    QCOMPARE(present.size(), 2);
}

void TestSnapshotTaker::aSnapshotIsHeldBackByATombstoneOfTheSameEpoch()
{
    Conversation talk;
    talk.connect();
    talk.talk();
    const auto released = talk.event(MessageType::EventReleased);
    talk.link.push(released);
    const auto snapshot = Conversation::snapshotOf(Conversation::CallOne);
    talk.desk.tracker.applySnapshot(Conversation::OwnDn, snapshot, *released.sequenceNumber - 1);
    QVERIFY(!talk.call());
    talk.desk.tracker.applySnapshot(Conversation::OwnDn, snapshot, *released.sequenceNumber + 1);
    QVERIFY(talk.call());

    talk.link.push(talk.event(MessageType::EventReleased));
    talk.clock.advance(61s);
    talk.desk.tracker.applySnapshot(Conversation::OwnDn, snapshot);
    QVERIFY(talk.call());
}

void TestSnapshotTaker::whatIsThereIsReturned()
{
    Place place;
    const auto both = snapshotOf({{One, PartyState::Connected}, {Second, PartyState::Held}});
    QCOMPARE(place.take(First, both), (QList<ConnId>{One, Second}));
    QCOMPARE(place.calls.ids(), (QList<ConnId>{One, Second}));
    for (const ConnId id : place.calls.ids()) {
        QVERIFY(!place.calls.isCertain(*place.calls.find(id)));
        QVERIFY(place.calls.find(id)->isToldIn(place.calls.epoch()));
    }
    QCOMPARE(place.take(First, both), (QList<ConnId>{One, Second})); // once more: nothing else comes of it
    QCOMPARE(place.calls.ids().size(), 2);
}

void TestSnapshotTaker::aCallThatIsThereTakesPhaseAndType()
{
    Place place;
    place.take(First, snapshotOf({{One, PartyState::Alerting}}));
    QCOMPARE(place.calls.find(One)->phase(), CallPhase::Ringing);
    QVERIFY(!place.calls.find(One)->answeredAt);
    QSignalSpy changed(&place.calls, &model::CallList::changed);
    place.take(First, Conversation::snapshotOf(One));
    QCOMPARE(place.calls.find(One)->phase(), CallPhase::Talking);
    QCOMPARE(place.calls.find(One)->type, tlib::CallType::Inbound);
    QVERIFY(place.calls.find(One)->answeredAt);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.first().at(1).value<model::CallChanges>(), CallChange::Phase | CallChange::Parties);
    place.take(First, snapshotOf({{One, PartyState::Connected}})); // which does not say the type
    QCOMPARE(place.calls.find(One)->type, tlib::CallType::Inbound);
}

void TestSnapshotTaker::anotherDnsLegStays()
{
    Place place;
    place.take(First, snapshotOf({{One, PartyState::Connected}}));
    place.take(Other, snapshotOf({{One, PartyState::Connected}, {Second, PartyState::Connected}}));
    QCOMPARE(place.calls.find(One)->legs.size(), 2);
    QCOMPARE(place.take(Other, {}), QList<ConnId>());
    QCOMPARE(place.calls.ids(), QList<ConnId>{One});
    QVERIFY(place.calls.find(One)->takesPart(First) && !place.calls.find(One)->takesPart(Other));
}

void TestSnapshotTaker::aCallThatWaitsIsNone()
{
    Place place;
    QCOMPARE(place.take(First, snapshotOf({{One, PartyState::Queued}})), QList<ConnId>());
    QVERIFY(place.calls.ids().isEmpty());
}

void TestSnapshotTaker::aSnapshotThatWasOvertakenSetsNoLeg()
{
    Place place;
    place.take(First, snapshotOf({{One, PartyState::Connected}}), 7);
    place.take(First, snapshotOf({{One, PartyState::Held}}), 6);
    QCOMPARE(place.calls.find(One)->phase(), CallPhase::Talking);
    QCOMPARE(place.take(First, {}, 6), QList<ConnId>());
    QVERIFY(place.calls.find(One)); // an empty one no more than another
}

void TestSnapshotTaker::aDnLeavesAllItsCalls()
{
    Place place;
    place.take(First, snapshotOf({{One, PartyState::Connected}, {Second, PartyState::Held}}));
    place.take(Other, snapshotOf({{Second, PartyState::Connected}}));
    place.taker.leaveAll(First);
    QCOMPARE(place.calls.ids(), QList<ConnId>{Second});
    QCOMPARE(place.calls.find(Second)->dn(), Other);
    place.taker.leaveAll(Dn(u"7003"_s)); // who has none
    QCOMPARE(place.calls.ids(), QList<ConnId>{Second});
}

void TestSnapshotTaker::aCallThatTheServerDoesNotKnowGoes()
{
    Place place;
    place.take(First, snapshotOf({{One, PartyState::Connected}, {Second, PartyState::Held}}));
    place.take(Other, snapshotOf({{One, PartyState::Connected}}));
    place.taker.forget(One); // both legs
    place.taker.forget(ConnId(77));
    QCOMPARE(place.calls.ids(), QList<ConnId>{Second});
}

void TestSnapshotTaker::whatANewServerDoesNotNameIsKept()
{
    Conversation talk;
    talk.connect();
    talk.talk();
    talk.link.push({.type = MessageType::EventLinkConnected}); // a second one: it has taken over
    auto &tracker = talk.desk.tracker;
    QCOMPARE(tracker.applySnapshot(Conversation::OwnDn, {}), QList<ConnId>{One}); // and is asked about
    QVERIFY(talk.call() && !talk.isCertain());
    // It names one of those from before, so it is in step.
    tracker.applySnapshot(Conversation::OwnDn, Conversation::snapshotOf(One));
    QCOMPARE(tracker.applySnapshot(Conversation::OwnDn, {}), QList<ConnId>());
    QVERIFY(!talk.call());
}

void TestSnapshotTaker::aCallThatANewServerDoesNotKnowIsKept()
{
    Conversation talk;
    talk.connect();
    talk.talk();
    talk.link.push({.type = MessageType::EventLinkConnected});
    talk.desk.tracker.forget(One);
    QVERIFY(talk.call() && !talk.isCertain());
    talk.clock.advance(model::TakeOver::KeptFor);
    QVERIFY(!talk.call());
}

TALLY_TEST(TestSnapshotTaker)

} // namespace tst_snapshottaker
#include "tst_snapshottaker.moc"
