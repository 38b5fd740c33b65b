#include "model/events/snapshot.h"
#include "support/testprogram.h"

#include <QTest>

namespace tst_snapshot {

using namespace Qt::StringLiterals;
using model::CallId;
using model::CallPhase;

class TestSnapshot : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPartyStateIsAPhase_data();
    void aPartyStateIsAPhase();
    void aCallGivenTwiceCountsOnce();
    void anUnreadableEntryIsSkippedAndSaid();
    void nothingIsNoCalls();
};

void TestSnapshot::aPartyStateIsAPhase_data()
{
    QTest::addColumn<int>("state");
    QTest::addColumn<CallPhase>("phase");
    QTest::newRow("initiated") << 0x01 << CallPhase::Dialing;
    QTest::newRow("queued") << 0x09 << CallPhase::Ringing;
    QTest::newRow("alerting") << 0x0A << CallPhase::Ringing;
    QTest::newRow("busy") << 0x0B << CallPhase::Talking;
    QTest::newRow("connected") << 0x0C << CallPhase::Talking;
    QTest::newRow("held") << 0x0E << CallPhase::Held;
    QTest::newRow("a number that nobody knows") << 0x7777 << CallPhase::Talking;
}

void TestSnapshot::aPartyStateIsAPhase()
{
    QFETCH(int, state);
    tlib::KvList list;
    list.append("conn-1", u"006c029a6685d004");
    list.append("ps-1", state);
    const auto snapshot = model::snapshotFrom(list);
    QVERIFY(snapshot.isWhole);
    QCOMPARE(snapshot.calls.size(), 1);
    QCOMPARE(snapshot.calls.first().id, CallId(0x006c029a6685d004));
    QCOMPARE(snapshot.calls.first().type, tlib::CallType::Unknown);
    QTEST(snapshot.calls.first().phase, "phase");
}

void TestSnapshot::aCallGivenTwiceCountsOnce()
{
    tlib::KvList list;
    list.append("conn-1", u"5");
    list.append("ps-1", 0x0E);
    list.append("conn-2", u"0000000000000005");
    list.append("ps-2", 0x0C);
    const auto snapshot = model::snapshotFrom(list);
    QCOMPARE(snapshot.calls.size(), 1);
    QCOMPARE(snapshot.calls.first().phase, CallPhase::Held);
}

void TestSnapshot::anUnreadableEntryIsSkippedAndSaid()
{
    tlib::KvList list;
    list.append("conn-1", u"no hex");
    list.append("conn-2", u"0");
    list.append("conn-3", u"7");
    list.append("ct-3", u"two"); // not a number: not said
    const auto snapshot = model::snapshotFrom(list);
    QVERIFY(!snapshot.isWhole);
    QCOMPARE(snapshot.calls, (QList<model::SnapshotEntry>{{.id = CallId(7)}}));
}

void TestSnapshot::nothingIsNoCalls()
{
    QVERIFY(model::snapshotFrom({}).calls.isEmpty());
    QVERIFY(model::snapshotFrom({}).isWhole);
}

TALLY_TEST(TestSnapshot)

} // namespace tst_snapshot
#include "tst_snapshot.moc"
