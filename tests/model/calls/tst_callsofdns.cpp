#include "model/calls/callsofdns.h"
#include "support/testprogram.h"

#include <QSignalSpy>
#include <QTest>

namespace tst_callsofdns {

using namespace Qt::StringLiterals;
using model::Call;
using model::CallChange;
using model::CallChanges;
using model::CallPhase;
using model::CallsOfDns;
using model::Epoch;
using tlib::ConnId;
using tlib::Dn;

namespace {

constexpr ConnId One(1);
constexpr ConnId Two(2);
const Dn First(u"7001"_s);
const Dn Second(u"7002"_s);

struct Place
{
    Place() { calls.openEpoch(); }
    /// A call that is certain, with a leg of each of these.
    void add(ConnId id, const QList<Dn> &dns)
    {
        Call call{.id = id, .startedIn = calls.epoch(), .confirmedIn = calls.epoch()};
        for (const Dn &dn : dns)
            call.legs.append({.dn = dn, .phase = CallPhase::Talking, .saidIn = calls.epoch()});
        calls.insert(call);
    }
    void setPhase(ConnId id, const Dn &dn, CallPhase phase)
    {
        calls.update(id, [&](Call &call) {
            if (call.findLeg(dn))
                call.findLeg(dn)->phase = phase;
            else
                call.legs.append({.dn = dn, .phase = phase});
            return CallChanges(CallChange::Phase);
        });
    }
    bool isCertain(ConnId id) const { return calls.isCertain(*calls.find(id)); }

    model::CallList calls;
    CallsOfDns callsOfDns{calls};
    QSignalSpy unconfirmed{&callsOfDns, &CallsOfDns::unconfirmed};
};

} // namespace

class TestCallsOfDns : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCallIsOneOfEachOfItsDns();
    void aLegThatComesLaterCountsToo();
    void aLegThatIsOverStaysUntilTheCallGoes();
    void aCallIsDoubted();
    void theCallsOfADnAreDoubted();
    void whatIsConfirmedMeanwhileIsNotAskedFor();
    void aCallMayGoWhileOthersAreDoubted();
    void whoIsMonitoredNoMoreTellsNothing();
};

void TestCallsOfDns::aCallIsOneOfEachOfItsDns()
{
    Place place;
    place.add(One, {First, Second});
    place.add(Two, {First});
    QCOMPARE(place.callsOfDns.of(First), (QList<ConnId>{One, Two}));
    QCOMPARE(place.callsOfDns.of(Second), QList<ConnId>{One});
    QVERIFY(place.callsOfDns.of(Dn(u"7003"_s)).isEmpty());
    place.calls.remove(One);
    QCOMPARE(place.callsOfDns.of(First), QList<ConnId>{Two});
    QVERIFY(place.callsOfDns.of(Second).isEmpty());
}

void TestCallsOfDns::aLegThatComesLaterCountsToo()
{
    Place place;
    place.add(One, {First});
    place.setPhase(One, Second, CallPhase::Ringing);
    place.setPhase(One, Second, CallPhase::Talking);
    QCOMPARE(place.callsOfDns.of(First), QList<ConnId>{One});
    QCOMPARE(place.callsOfDns.of(Second), QList<ConnId>{One});
}

void TestCallsOfDns::aLegThatIsOverStaysUntilTheCallGoes()
{
    Place place;
    place.add(One, {First, Second});
    place.setPhase(One, First, CallPhase::Released);
    QCOMPARE(place.callsOfDns.of(First), QList<ConnId>{One});
    place.calls.remove(One);
    QVERIFY(place.callsOfDns.of(First).isEmpty());
}

void TestCallsOfDns::aCallIsDoubted()
{
    Place place;
    place.add(One, {First});
    place.add(Two, {First});
    QSignalSpy changed(&place.calls, &model::CallList::changed);
    place.callsOfDns.doubtCall(One);
    QVERIFY(!place.isCertain(One) && place.isCertain(Two));
    QCOMPARE(place.calls.find(One)->startedIn, Epoch::None);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.first().at(1).value<CallChanges>(), CallChange::Certainty);
    QCOMPARE(place.unconfirmed.size(), 1);
    QCOMPARE(place.unconfirmed.first().at(0).value<Dn>(), First);
    QCOMPARE(place.unconfirmed.first().at(1).value<ConnId>(), One);
    place.callsOfDns.doubtCall(ConnId(77));
    QCOMPARE(place.unconfirmed.size(), 1);
}

void TestCallsOfDns::theCallsOfADnAreDoubted()
{
    Place place;
    place.add(One, {First, Second});
    place.add(Two, {Second});
    place.callsOfDns.doubtCallsOf(First);
    QVERIFY(!place.isCertain(One) && place.isCertain(Two));
    QCOMPARE(place.unconfirmed.size(), 1);
    QCOMPARE(place.calls.find(One)->findLeg(First)->saidIn, place.calls.epoch()); // it is there still
}

void TestCallsOfDns::whatIsConfirmedMeanwhileIsNotAskedFor()
{
    Place place;
    place.add(One, {First});
    connect(&place.calls, &model::CallList::changed, this, [&](ConnId id) {
        place.calls.update(id, [&](Call &call) {
            call.confirmedIn = place.calls.epoch();
            return CallChanges();
        });
    });
    place.callsOfDns.doubtCallsOf(First);
    QVERIFY(place.unconfirmed.isEmpty());
}

void TestCallsOfDns::aCallMayGoWhileOthersAreDoubted()
{
    Place place;
    place.add(One, {First});
    place.add(Two, {First});
    connect(&place.callsOfDns, &CallsOfDns::unconfirmed, this, [&] { place.calls.remove(Two); });
    place.callsOfDns.doubtCallsOf(First);
    QCOMPARE(place.unconfirmed.size(), 1);
    QCOMPARE(place.calls.ids(), QList<ConnId>{One});
}

void TestCallsOfDns::whoIsMonitoredNoMoreTellsNothing()
{
    Place place;
    place.add(One, {First, Second});
    place.add(Two, {Second});
    place.callsOfDns.loseSightOf(First);
    QVERIFY(!place.isCertain(One) && place.isCertain(Two));
    QVERIFY(place.unconfirmed.isEmpty()); // no answer would make it certain
    QCOMPARE(place.calls.find(One)->findLeg(First)->saidIn, Epoch::None);
    QCOMPARE(place.calls.find(One)->findLeg(Second)->saidIn, place.calls.epoch());
}

TALLY_TEST(TestCallsOfDns)

} // namespace tst_callsofdns
#include "tst_callsofdns.moc"
