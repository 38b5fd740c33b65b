#include "backends/simulator/pair/replicafields.h"
#include "support/testprogram.h"

#include <QSet>
#include <QtTest>

namespace tst_replicafields {

using namespace simulator;

namespace {

/// Takes what a reader or a writer takes, and counts.
struct Collector
{
    void operator()(const char *name, const auto &member)
    {
        names.insert(QByteArray(name));
        members.insert(&member);
        ++count;
    }
    QSet<QByteArray> names;
    QSet<const void *> members;
    int count = 0;
};

template <class T>
Collector collected()
{
    const T value{};
    Collector io;
    fields(io, value);
    return io;
}

} // namespace

class TestReplicaFields : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachFieldIsDescribedOnce_data();
    void eachFieldIsDescribedOnce();
};

void TestReplicaFields::eachFieldIsDescribedOnce_data()
{
    QTest::addColumn<QSet<QByteArray>>("names");
    QTest::addColumn<int>("members");
    QTest::addColumn<int>("count");
    const auto row = [](const char *what, const Collector &io) {
        QTest::newRow(what) << io.names << int(io.members.size()) << io.count;
    };
    row("a party", collected<Party>());
    row("a consultation", collected<Consultation>());
    row("what the route said", collected<RouteRecording>());
    row("a call", collected<SwitchCall>());
    row("who was judged", collected<RecordingRules::Known>());
    row("remarks", collected<Remarks>());
    row("a recording", collected<RecordingSession>());
    row("the recordings of a call", collected<MediaServer::Tape>());
    row("an order under way", collected<MediaServer::Due>());
    row("all of a call", collected<CallReplica>());
    row("a seat", collected<AgentControl::Seat>());
    row("an agent", collected<AgentReplica>());
    row("a DN", collected<DnReplica>());
    row("a recording service", collected<tlib::RecordingService>());
    row("a change", collected<ReplicaChange>());
    row("the first word", collected<PairHello>());
    row("a receipt", collected<ChangeReceipt>());
    row("the word to take over", collected<PairTakeOver>());
    row("the wish to take over", collected<PairTakeOverRequest>());
}

void TestReplicaFields::eachFieldIsDescribedOnce()
{
    QFETCH(QSet<QByteArray>, names);
    QFETCH(int, members);
    QFETCH(int, count);
    QCOMPARE(names.size(), count);
    QCOMPARE(members, count);
    for (const QByteArray &name : names)
        QVERIFY(!name.isEmpty());
}

TALLY_TEST(TestReplicaFields)

} // namespace tst_replicafields
#include "tst_replicafields.moc"
