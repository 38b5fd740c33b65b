#include "model/toastlist.h"
#include "support/manualclock.h"
#include "support/testprogram.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

#include <limits>

namespace tst_toastlist {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using model::CallAction;
using model::Toast;
using model::ToastKind;
using model::ToastList;

namespace {

Toast refusal(quint64 call, int code, CallAction action = CallAction::PauseRecording)
{
    return {.callAction = action, .call = model::CallId(call), .code = code, .serverText = u"no"_s};
}

} // namespace

class TestToastList : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRepeatIsCountedUp();
    void whatDiffersStandsByItself_data();
    void whatDiffersStandsByItself();
    void noneIsDroppedForRoom();
    void aDismissedOneComesBackAsNew();
    void theObsoleteGoTogether();
    void anErrorHasItsKind();
    void oneMoreCostsTheSameAmongTenThousand();
    void ofACallOnlyItsOwnAreLookedAt();
    void aRevisedOneIsRepeatedAsWhatItIsNow();
};

void TestToastList::aRepeatIsCountedUp()
{
    support::ManualClock clock;
    ToastList toasts(clock);
    QSignalSpy posted(&toasts, &ToastList::posted);
    QSignalSpy updated(&toasts, &ToastList::updated);
    toasts.post(refusal(1, 59));
    toasts.post(refusal(2, 59));
    clock.advance(3s);
    Toast again = refusal(1, 59);
    again.serverText = u"still no"_s;
    toasts.post(again);
    QCOMPARE(toasts.toasts().size(), 2);
    const Toast &first = toasts.toasts().first();
    QCOMPARE(first.count, 2);
    QCOMPARE(first.since, clock.now());
    QCOMPARE(first.serverText, u"still no"_s);
    QCOMPARE(toasts.toasts().last().count, 1);
    QCOMPARE(posted.count(), 2);
    QCOMPARE(updated.count(), 1);
    QCOMPARE(updated.first().first().value<model::ToastId>(), first.id);
}

void TestToastList::whatDiffersStandsByItself_data()
{
    QTest::addColumn<Toast>("other");
    QTest::newRow("another call") << refusal(2, 59);
    QTest::newRow("another number") << refusal(1, 58);
    QTest::newRow("another action") << refusal(1, 59, CallAction::StopRecording);
    Toast kind = refusal(1, 59);
    kind.kind = ToastKind::NotConfirmed;
    QTest::newRow("another kind") << kind;
    Toast destination = refusal(1, 59);
    destination.details.destination = tlib::Dn(u"7002"_s);
    QTest::newRow("another destination") << destination;
    Toast route = refusal(1, 59);
    route.route = model::RouteOrder{};
    QTest::newRow("a route") << route;
    Toast dn = refusal(1, 59);
    dn.dn = tlib::Dn(u"7002"_s);
    QTest::newRow("another DN") << dn;
}

void TestToastList::whatDiffersStandsByItself()
{
    QFETCH(Toast, other);
    support::ManualClock clock;
    ToastList toasts(clock);
    toasts.post(refusal(1, 59));
    toasts.post(other);
    QCOMPARE(toasts.toasts().size(), 2);
}

void TestToastList::noneIsDroppedForRoom()
{
    support::ManualClock clock;
    ToastList toasts(clock);
    for (quint64 call = 1; call <= 500; ++call)
        toasts.post(refusal(call, 59));
    clock.advance(24h);
    QCOMPARE(toasts.toasts().size(), 500);
    QCOMPARE(toasts.toasts().first().call, model::CallId(1)); // oldest first
}

void TestToastList::aDismissedOneComesBackAsNew()
{
    support::ManualClock clock;
    ToastList toasts(clock);
    toasts.post(refusal(1, 59));
    const auto id = toasts.toasts().first().id;
    QSignalSpy dismissed(&toasts, &ToastList::dismissed);
    toasts.dismiss(id);
    toasts.dismiss(id);
    QCOMPARE(dismissed.count(), 1);
    QVERIFY(!toasts.find(id));
    toasts.post(refusal(1, 59));
    QVERIFY(toasts.toasts().first().id != id);
    QCOMPARE(toasts.toasts().first().count, 1);
}

void TestToastList::theObsoleteGoTogether()
{
    support::ManualClock clock;
    ToastList toasts(clock);
    toasts.post(refusal(1, 59));
    toasts.post(refusal(2, 59));
    toasts.post(refusal(1, 58));
    connect(&toasts, &ToastList::dismissed, this, [&] { toasts.post(refusal(1, 77)); }); // meddles
    toasts.dismissIf([](const Toast &toast) { return toast.call == model::CallId(1); });
    QCOMPARE(toasts.toasts().size(), 2);
    QCOMPARE(toasts.toasts().first().call, model::CallId(2));
    QCOMPARE(toasts.toasts().last().code, 77);
}

void TestToastList::anErrorHasItsKind()
{
    using core::ErrorKind;
    QCOMPARE(model::toastKindOf({.kind = ErrorKind::Refused}), ToastKind::Refused);
    QCOMPARE(model::toastKindOf({.kind = ErrorKind::TimedOut}), ToastKind::NoAnswer);
    QCOMPARE(model::toastKindOf({.kind = ErrorKind::LinkLost}), ToastKind::ResultUnknown);
    QCOMPARE(model::toastKindOf({.kind = ErrorKind::NotConnected}), ToastKind::NotSent);
}

/// A message comes, is repeated, is looked up and goes among N others; the least of several rounds.
void TestToastList::oneMoreCostsTheSameAmongTenThousand()
{
    const auto costAmong = [](quint64 others) {
        support::ManualClock clock;
        ToastList toasts(clock);
        for (quint64 call = 1; call <= others; ++call)
            toasts.post(refusal(call, 59));
        for (quint64 word = 1; word <= others; ++word)
            toasts.post({.kind = ToastKind::UnknownWord, .serverText = QString::number(word)});
        qint64 least = std::numeric_limits<qint64>::max();
        for (int round = 0; round < 10; ++round) {
            QElapsedTimer time;
            time.start();
            for (quint64 i = 0; i < 50; ++i) {
                const quint64 call = 1 + (i * 7919 + quint64(round) * 31) % others;
                const model::ToastId id = toasts.post(refusal(call, 59));
                if (!toasts.find(id))
                    return qint64(-1);
                toasts.dismissIf(model::CallId(call), [](const Toast &) { return true; });
                toasts.post(refusal(call, 59));
                toasts.post({.kind = ToastKind::UnknownWord, .serverText = QString::number(call)});
            }
            least = std::min(least, time.nsecsElapsed());
        }
        return toasts.toasts().size() == qsizetype(2 * others) ? least : -1;
    };
    const qint64 few = costAmong(100);
    const qint64 many = costAmong(10'000);
    QVERIFY(few > 0 && many > 0);
    QVERIFY2(many < 8 * few, qPrintable(u"%1 us and %2 us for 50 rounds"_s.arg(few / 1000).arg(many / 1000)));
}

void TestToastList::ofACallOnlyItsOwnAreLookedAt()
{
    support::ManualClock clock;
    ToastList toasts(clock);
    for (quint64 call = 1; call <= 100; ++call) {
        toasts.post(refusal(call, 58));
        toasts.post(refusal(call, 59));
    }
    int asked = 0;
    QSignalSpy dismissed(&toasts, &ToastList::dismissed);
    toasts.dismissIf(model::CallId(7), [&asked](const Toast &) { return ++asked > 0; });
    QCOMPARE(asked, 2);
    QCOMPARE(dismissed.size(), 2);
    QVERIFY(dismissed.first().first().value<model::ToastId>() <
            dismissed.last().first().value<model::ToastId>());
    QCOMPARE(toasts.toasts().size(), 198);
}

void TestToastList::aRevisedOneIsRepeatedAsWhatItIsNow()
{
    support::ManualClock clock;
    ToastList toasts(clock);
    const model::ToastId id = toasts.post(refusal(1, 59));
    toasts.revise(id, refusal(2, 58));
    QCOMPARE(toasts.post(refusal(2, 58)), id);
    QVERIFY(toasts.post(refusal(1, 59)) != id);
    QCOMPARE(toasts.toasts().size(), 2);
}

TALLY_TEST(TestToastList)

} // namespace tst_toastlist
#include "tst_toastlist.moc"
