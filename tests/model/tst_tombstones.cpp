#include "model/tombstones.h"
#include "support/manualclock.h"

#include <QTest>

using namespace std::chrono_literals;
using model::CallId;
using model::Epoch;
using model::Tombstones;

class TestTombstones : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aGraveLastsAMinute();
    void whatWasSaidLaterMayBeginAnew();
};

void TestTombstones::aGraveLastsAMinute()
{
    support::ManualClock clock;
    Tombstones tombstones(clock);
    QVERIFY(!tombstones.covers(CallId(1)));
    tombstones.bury(CallId(1), Epoch(1), 10);
    clock.advance(59999ms);
    QVERIFY(tombstones.covers(CallId(1)));
    QVERIFY(!tombstones.covers(CallId(2)));
    clock.advance(1ms);
    QVERIFY(!tombstones.covers(CallId(1)));
    QVERIFY(!tombstones.coversNewStart(CallId(1), Epoch(1), 1));
    tombstones.bury(CallId(1), Epoch(1), 10);
    tombstones.remove(CallId(1));
    QVERIFY(!tombstones.covers(CallId(1)));
}

void TestTombstones::whatWasSaidLaterMayBeginAnew()
{
    support::ManualClock clock;
    Tombstones tombstones(clock);
    tombstones.bury(CallId(1), Epoch(1), 10);
    QVERIFY(tombstones.coversNewStart(CallId(1), Epoch(1), 9));
    QVERIFY(tombstones.coversNewStart(CallId(1), Epoch(1), 10));
    QVERIFY(
        tombstones.coversNewStart(CallId(1), Epoch(1), 0)); // not numbered: nothing shows that it is later
    QVERIFY(!tombstones.coversNewStart(CallId(1), Epoch(1), 11));
    QVERIFY(!tombstones.coversNewStart(CallId(1), Epoch(2), 1));
}

QTEST_GUILESS_MAIN(TestTombstones)
#include "tst_tombstones.moc"
