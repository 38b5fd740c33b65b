#include "model/toasthistory.h"
#include "support/manualclock.h"
#include "support/testprogram.h"

#include <QSignalSpy>
#include <QTest>

namespace tst_toasthistory {

using namespace std::chrono_literals;
using model::ToastHistory;
using model::ToastId;
using model::ToastList;

class TestToastHistory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsClosedStays();
    void aRepeatIsTheSameEntry();
    void theLastOnesAreKept();
    void whatIsClosedAtOnceIsNoEntry();
};

void TestToastHistory::whatIsClosedStays()
{
    support::ManualClock clock;
    ToastList toasts(clock);
    const ToastHistory history(toasts);
    QSignalSpy changes(&history, &ToastHistory::changed);
    const ToastId one = toasts.post({.code = 1});
    const ToastId two = toasts.post({.code = 2});
    toasts.dismiss(one);
    QCOMPARE(history.entries().size(), 2u);
    QCOMPARE(history.entries().at(0).toast.code, 1);
    QVERIFY(!history.entries().at(0).isOpen);
    QCOMPARE(history.entries().at(1).toast.id, two);
    QVERIFY(history.entries().at(1).isOpen);
    QCOMPARE(changes.size(), 3);
}

void TestToastHistory::aRepeatIsTheSameEntry()
{
    support::ManualClock clock;
    ToastList toasts(clock);
    const ToastHistory history(toasts);
    toasts.post({.code = 1});
    toasts.post({.code = 2});
    clock.advance(5s);
    toasts.post({.code = 1});
    QCOMPARE(history.entries().size(), 2u);
    QCOMPARE(history.entries().at(0).toast.count, 2);
    QCOMPARE(history.entries().at(0).toast.since, clock.now());
}

void TestToastHistory::theLastOnesAreKept()
{
    support::ManualClock clock;
    ToastList toasts(clock);
    const ToastHistory history(toasts);
    constexpr int Many = int(ToastHistory::Most) + 1;
    for (int code = 1; code <= Many; ++code) {
        toasts.post({.code = code});
        QCOMPARE(history.entries().back().toast.code, code);
        QCOMPARE(history.entries().size(), std::min(size_t(code), ToastHistory::Most));
    }
    QCOMPARE(history.entries().front().toast.code, 2);
    toasts.dismiss(toasts.toasts().first().id); // of which nothing is known here any more
    QCOMPARE(history.entries().size(), ToastHistory::Most);
}

void TestToastHistory::whatIsClosedAtOnceIsNoEntry()
{
    support::ManualClock clock;
    ToastList toasts(clock);
    connect(&toasts, &ToastList::posted, &toasts, [&toasts](ToastId id) { toasts.dismiss(id); });
    const ToastHistory history(toasts);
    toasts.post({.code = 1});
    QVERIFY(history.entries().empty());
}

TALLY_TEST(TestToastHistory)

} // namespace tst_toasthistory
#include "tst_toasthistory.moc"
