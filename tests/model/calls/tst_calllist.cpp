#include "model/actions/actionrules.h"
#include "model/calls/calllist.h"
#include "support/testprogram.h"

#include <QSignalSpy>
#include <QTest>

namespace tst_calllist {

using model::Call;
using model::CallChange;
using model::CallChanges;
using model::CallId;
using model::CallList;
using model::CallPhase;

namespace {

Call callOf(quint64 id)
{
    Call call{.id = CallId(id)};
    call.legs.append({.dn = tlib::Dn(QStringLiteral("7001")), .phase = CallPhase::Talking});
    return call;
}

} // namespace

class TestCallList : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void callsStandInTheOrderInWhichTheyCame();
    void aCallIsCertainOnlyInTheEpochThatConfirmedIt();
    void doubtIsToldOnce();
    void anEpochCostsTheSameForEveryNumberOfCalls();
    void aChangeIsToldWithWhatItTouched();
    void aCallThatGoesIsThereToBeLookedAtButOver();
    void removingTwiceIsOnce();
    void aCallStaysWhereItIs();
};

void TestCallList::callsStandInTheOrderInWhichTheyCame()
{
    CallList calls;
    for (const quint64 id : {5, 3, 9})
        calls.insert(callOf(id));
    calls.remove(CallId(3));
    calls.insert(callOf(1));
    QCOMPARE(calls.ids(), (QList<CallId>{CallId(5), CallId(9), CallId(1)}));
    QVERIFY(!calls.find(CallId(3)));
    QCOMPARE(calls.find(CallId(9))->id, CallId(9));
}

void TestCallList::aCallIsCertainOnlyInTheEpochThatConfirmedIt()
{
    CallList calls;
    calls.insert(callOf(1));
    const auto confirm = [&] {
        calls.update(CallId(1), [&](Call &call) {
            call.confirmedIn = calls.epoch();
            return CallChanges(CallChange::Certainty);
        });
    };
    const auto isCertain = [&] { return calls.isCertain(*calls.find(CallId(1))); };
    confirm();
    QVERIFY(!isCertain()); // there has been no epoch
    calls.openEpoch();
    QVERIFY(!isCertain());
    confirm();
    QVERIFY(isCertain());
    calls.doubt();
    QVERIFY(!isCertain());
    confirm();
    QVERIFY(!isCertain()); // what is said while in doubt waits for the next epoch
    calls.openEpoch();
    QVERIFY(!isCertain());
    confirm();
    QVERIFY(isCertain());
}

void TestCallList::doubtIsToldOnce()
{
    CallList calls;
    QSignalSpy certainty(&calls, &CallList::certaintyChanged);
    calls.doubt();
    QCOMPARE(certainty.count(), 0);
    calls.openEpoch();
    calls.doubt();
    calls.doubt();
    QCOMPARE(certainty.count(), 2);
}

void TestCallList::anEpochCostsTheSameForEveryNumberOfCalls()
{
    CallList calls;
    for (quint64 id = 1; id <= 10000; ++id)
        calls.insert(callOf(id));
    QSignalSpy changed(&calls, &CallList::changed);
    QSignalSpy certainty(&calls, &CallList::certaintyChanged);
    calls.openEpoch();
    calls.doubt();
    QCOMPARE(changed.count(), 0); // one word for all
    QCOMPARE(certainty.count(), 2);
}

void TestCallList::aChangeIsToldWithWhatItTouched()
{
    CallList calls;
    calls.insert(callOf(1));
    QSignalSpy changed(&calls, &CallList::changed);
    calls.update(CallId(1), [](Call &) { return CallChanges(); });
    calls.update(CallId(2), [](Call &) { return CallChanges(CallChange::Phase); });
    QCOMPARE(changed.count(), 0);
    calls.update(CallId(1), [](Call &) { return CallChange::Phase | CallChange::Recording; });
    QCOMPARE(changed.count(), 1);
    QCOMPARE(changed.first().at(0).value<CallId>(), CallId(1));
    QCOMPARE(changed.first().at(1).value<CallChanges>(), CallChange::Phase | CallChange::Recording);
}

void TestCallList::aCallThatGoesIsThereToBeLookedAtButOver()
{
    CallList calls;
    calls.insert(callOf(1));
    calls.openEpoch();
    int told = 0;
    connect(&calls, &CallList::removed, this, [&](CallId id) {
        ++told;
        const Call *call = calls.find(id);
        QVERIFY(call);
        QCOMPARE(call->phase(), CallPhase::Released);
        QCOMPARE(call->dn().toString(), QStringLiteral("7001"));
        for (const model::CallAction action : model::AllCallActions)
            QVERIFY(model::obstacleTo(action, *call, {.certain = true}) != model::Obstacle::None);
        QVERIFY(calls.ids().isEmpty());
    });
    calls.remove(CallId(1));
    QCOMPARE(told, 1);
    QVERIFY(!calls.find(CallId(1)));
}

void TestCallList::removingTwiceIsOnce()
{
    CallList calls;
    calls.insert(callOf(1));
    QSignalSpy removed(&calls, &CallList::removed);
    connect(&calls, &CallList::removed, this, [&](CallId id) { calls.remove(id); });
    calls.remove(CallId(1));
    calls.remove(CallId(1));
    QCOMPARE(removed.count(), 1);
}

void TestCallList::aCallStaysWhereItIs()
{
    CallList calls;
    calls.insert(callOf(1));
    const Call *const call = calls.find(CallId(1));
    for (quint64 id = 2; id <= 5000; ++id)
        calls.insert(callOf(id));
    for (quint64 id = 2; id <= 4000; ++id)
        calls.remove(CallId(id));
    QCOMPARE(calls.find(CallId(1)), call);
}

TALLY_TEST(TestCallList)

} // namespace tst_calllist
#include "tst_calllist.moc"
