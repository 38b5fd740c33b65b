#include "model/calls/tombstones.h"
#include "support/manualclock.h"
#include "support/testprogram.h"

#include <QTest>

namespace tst_tombstones {

using namespace std::chrono_literals;
using model::CallId;
using model::Epoch;
using model::Tombstones;

namespace {

const tlib::Dn One{QStringLiteral("7001")};
const tlib::Dn Two{QStringLiteral("7002")};

} // namespace

class TestTombstones : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aGraveLastsAMinute();
    void whatWasSaidLaterMayBeginAnew();
    void aGraveIsOneDns();
    void silenceIsKeptUntilItIsBroken();
    void manyGravesAreClearedWhenOld();
};

void TestTombstones::aGraveLastsAMinute()
{
    support::ManualClock clock;
    Tombstones tombstones(clock);
    QVERIFY(!tombstones.covers(CallId(1)));
    tombstones.bury(CallId(1), One, Epoch(1), 10);
    clock.advance(59999ms);
    QVERIFY(tombstones.covers(CallId(1)));
    QVERIFY(tombstones.covers(CallId(1), One));
    QVERIFY(!tombstones.covers(CallId(2)));
    clock.advance(1ms);
    QVERIFY(!tombstones.covers(CallId(1)));
    QVERIFY(!tombstones.covers(CallId(1), One));
    QVERIFY(!tombstones.coversNewStart(CallId(1), One, Epoch(1), 1));
    tombstones.bury(CallId(1), One, Epoch(1), 10);
    tombstones.remove(CallId(1), One);
    QVERIFY(!tombstones.covers(CallId(1)));
}

void TestTombstones::whatWasSaidLaterMayBeginAnew()
{
    support::ManualClock clock;
    Tombstones tombstones(clock);
    tombstones.bury(CallId(1), One, Epoch(1), 10);
    QVERIFY(tombstones.coversNewStart(CallId(1), One, Epoch(1), 9));
    QVERIFY(tombstones.coversNewStart(CallId(1), One, Epoch(1), 10));
    QVERIFY(tombstones.coversNewStart(CallId(1), One, Epoch(1),
                                      0)); // not numbered: nothing shows that it is later
    QVERIFY(!tombstones.coversNewStart(CallId(1), One, Epoch(1), 11));
    QVERIFY(!tombstones.coversNewStart(CallId(1), One, Epoch(2), 1));
}

void TestTombstones::aGraveIsOneDns()
{
    support::ManualClock clock;
    Tombstones tombstones(clock);
    tombstones.bury(CallId(1), One, Epoch(1), 10);
    QVERIFY(!tombstones.covers(CallId(1), Two));
    QVERIFY(!tombstones.coversNewStart(CallId(1), Two, Epoch(1), 1));
    clock.advance(30s);
    tombstones.bury(CallId(1), Two, Epoch(1), 20);
    clock.advance(30s);
    QVERIFY(!tombstones.covers(CallId(1), One));
    QVERIFY(tombstones.covers(CallId(1), Two));
    tombstones.remove(CallId(1), One);
    QVERIFY(tombstones.covers(CallId(1)));
}

void TestTombstones::silenceIsKeptUntilItIsBroken()
{
    support::ManualClock clock;
    Tombstones tombstones(clock);
    QCOMPARE(tombstones.silentSince(CallId(1)), Epoch::None);
    tombstones.close(CallId(1), Epoch(3)); // no grave, no memory
    QCOMPARE(tombstones.silentSince(CallId(1)), Epoch::None);
    tombstones.bury(CallId(1), One, Epoch(3), 10);
    tombstones.close(CallId(1), Epoch(3));
    QCOMPARE(tombstones.silentSince(CallId(1)), Epoch(3));
    tombstones.breakSilence(CallId(1));
    QCOMPARE(tombstones.silentSince(CallId(1)), Epoch::None);
}

void TestTombstones::manyGravesAreClearedWhenOld()
{
    support::ManualClock clock;
    Tombstones tombstones(clock);
    for (quint64 id = 1; id <= 1000; ++id) {
        tombstones.bury(CallId(id), One, Epoch(1), 0);
        clock.advance(1s);
        QVERIFY(tombstones.covers(CallId(id)));
        QCOMPARE(tombstones.covers(CallId(id > 59 ? id - 59 : id)), id <= 59);
    }
    QVERIFY(tombstones.size() <= 200);
}

TALLY_TEST(TestTombstones)

} // namespace tst_tombstones
#include "tst_tombstones.moc"
