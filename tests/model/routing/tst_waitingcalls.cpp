#include "model/routing/waitingcalls.h"
#include "support/testprogram.h"

#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

namespace tst_waitingcalls {

using namespace Qt::StringLiterals;
using model::WaitingCall;
using model::WaitingCalls;
using tlib::ConnId;
using tlib::Dn;

namespace {

constexpr ConnId One(1);
constexpr ConnId Two(2);
const Dn First(u"8000"_s);
const Dn Second(u"8001"_s);

QString nameOf(const WaitingCall &call)
{
    return QString::number(call.id.value()) + u'@' + call.routingPoint.toString();
}

QStringList namesOf(const WaitingCalls &waiting)
{
    QStringList names;
    for (const WaitingCall &call : waiting.rows())
        names += nameOf(call);
    return names;
}

/// What somebody knows who is told of rows and nothing else.
class Table : public QObject
{
public:
    explicit Table(const WaitingCalls &waiting)
        : names(namesOf(waiting))
    {
        connect(&waiting, &WaitingCalls::aboutToInsert, this, [&](int row) {
            QCOMPARE(waiting.rows().size(), names.size());
            QVERIFY(row >= 0 && row <= names.size());
        });
        connect(&waiting, &WaitingCalls::inserted, this,
                [&](int row) { names.insert(row, nameOf(waiting.rows().at(row))); });
        connect(&waiting, &WaitingCalls::aboutToRemove, this,
                [&](int row) { QCOMPARE(nameOf(waiting.rows().at(row)), names.at(row)); });
        connect(&waiting, &WaitingCalls::removed, this, [&](int row) { names.removeAt(row); });
        connect(&waiting, &WaitingCalls::changed, this, [&](int first, int last) {
            for (int row = first; row <= last; ++row)
                names[row] = nameOf(waiting.rows().at(row));
        });
    }

    QStringList names;
};

/// One on both points, Two on the first.
void fill(WaitingCalls &waiting)
{
    waiting.insert({.id = One, .routingPoint = First});
    waiting.insert({.id = One, .routingPoint = Second});
    waiting.insert({.id = Two, .routingPoint = First});
}

} // namespace

class TestWaitingCalls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRowForEachPoint();
    void theLatestPlaceIsFound();
    void aChangeTellsOfItsRow();
    void aChangeOfManyTellsOfTheirRange();
    void aRowGoes();
    void manyGo();
    void aCallIsRenamedWhereItWaits();
    void aRequestMarksTheCallWhereverItWaits();
    void whoHearsOfAnEndMayChangeTheList();
    void rowsAreToldExactly();
};

void TestWaitingCalls::aRowForEachPoint()
{
    WaitingCalls waiting;
    QVERIFY(!waiting.find(One, First) && !waiting.findLatest(One));
    fill(waiting);
    QCOMPARE(namesOf(waiting), (QStringList{u"1@8000"_s, u"1@8001"_s, u"2@8000"_s}));
    QCOMPARE(waiting.find(One, Second), &waiting.rows().at(1));
    QCOMPARE(waiting.find(Two, Second), nullptr);
    QCOMPARE(waiting.find(One, Dn()), nullptr);
    QCOMPARE(waiting.pointsOf(One), (QList<Dn>{First, Second}));
    QCOMPARE(waiting.pointsOf(Two), QList<Dn>{First});
    QVERIFY(waiting.pointsOf(ConnId(3)).isEmpty());
}

void TestWaitingCalls::theLatestPlaceIsFound()
{
    WaitingCalls waiting;
    waiting.insert({.id = One, .routingPoint = Second});
    waiting.insert({.id = One, .routingPoint = First});
    QCOMPARE(waiting.findLatest(One)->routingPoint, First);
    waiting.remove(One, First);
    QCOMPARE(waiting.findLatest(One)->routingPoint, Second);
}

void TestWaitingCalls::aChangeTellsOfItsRow()
{
    WaitingCalls waiting;
    fill(waiting);
    QSignalSpy changed(&waiting, &WaitingCalls::changed);
    waiting.update(One, Second, [](WaitingCall &call) { call.certain = false; });
    QCOMPARE(changed.takeFirst(), (QList<QVariant>{1, 1}));
    QVERIFY(!waiting.rows().at(1).certain);
    waiting.update(Two, Second, [](WaitingCall &) { QFAIL("it does not wait there"); });
    QVERIFY(changed.isEmpty());
}

void TestWaitingCalls::aChangeOfManyTellsOfTheirRange()
{
    WaitingCalls waiting;
    fill(waiting);
    waiting.insert({.id = Two, .routingPoint = Second});
    QSignalSpy changed(&waiting, &WaitingCalls::changed);
    waiting.updateAll([](WaitingCall &call) { return call.id == One && call.routingPoint == Second; });
    QCOMPARE(changed.takeFirst(), (QList<QVariant>{1, 1}));
    waiting.updateAll([](WaitingCall &call) { return call.routingPoint == First; });
    QCOMPARE(changed.takeFirst(), (QList<QVariant>{0, 2}));
    waiting.updateAll([](WaitingCall &) { return false; });
    QVERIFY(changed.isEmpty());
}

void TestWaitingCalls::aRowGoes()
{
    WaitingCalls waiting;
    fill(waiting);
    QSignalSpy removed(&waiting, &WaitingCalls::removed);
    QSignalSpy left(&waiting, &WaitingCalls::left);
    waiting.remove(Two, Second);
    QVERIFY(left.isEmpty());
    waiting.remove(One, First);
    QCOMPARE(namesOf(waiting), (QStringList{u"1@8001"_s, u"2@8000"_s}));
    QCOMPARE(removed.takeFirst(), QList<QVariant>{0});
    const auto gone = left.takeFirst().first().value<QList<WaitingCall>>();
    QCOMPARE(gone.size(), 1);
    QCOMPARE(nameOf(gone.first()), u"1@8000"_s);
    waiting.insert({.id = One, .routingPoint = First}); // it has come back, and stands last
    QCOMPARE(namesOf(waiting), (QStringList{u"1@8001"_s, u"2@8000"_s, u"1@8000"_s}));
}

void TestWaitingCalls::manyGo()
{
    WaitingCalls waiting;
    fill(waiting);
    QSignalSpy left(&waiting, &WaitingCalls::left);
    waiting.removeIf([](const WaitingCall &) { return false; });
    QVERIFY(left.isEmpty());
    waiting.removeIf([](const WaitingCall &call) { return call.routingPoint == First; });
    QCOMPARE(namesOf(waiting), QStringList{u"1@8001"_s});
    const auto gone = left.takeFirst().first().value<QList<WaitingCall>>();
    QVERIFY(left.isEmpty()); // once for all
    QCOMPARE(gone.size(), 2);
    QCOMPARE(nameOf(gone.first()), u"1@8000"_s);
    QCOMPARE(nameOf(gone.last()), u"2@8000"_s);
}

void TestWaitingCalls::aCallIsRenamedWhereItWaits()
{
    WaitingCalls waiting;
    fill(waiting);
    const Table table(waiting);
    QSignalSpy changed(&waiting, &WaitingCalls::changed);
    QVERIFY(!waiting.rename(One, Two, First)); // Two waits there itself
    QVERIFY(!waiting.rename(Two, One, Second));
    QVERIFY(changed.isEmpty());
    QVERIFY(waiting.rename(One, Two, Second));
    QCOMPARE(changed.takeFirst(), (QList<QVariant>{1, 1}));
    QCOMPARE(namesOf(waiting), (QStringList{u"1@8000"_s, u"2@8001"_s, u"2@8000"_s}));
    QCOMPARE(table.names, namesOf(waiting));
    QCOMPARE(waiting.find(Two, Second), &waiting.rows().at(1));
    QCOMPARE(waiting.find(One, Second), nullptr);
    QCOMPARE(waiting.pointsOf(One), QList<Dn>{First});
}

void TestWaitingCalls::aRequestMarksTheCallWhereverItWaits()
{
    WaitingCalls waiting;
    waiting.insert({.id = One, .routingPoint = First});
    waiting.insert({.id = Two, .routingPoint = First});
    waiting.setBeingRouted(One, true);
    waiting.insert({.id = One, .routingPoint = Second});
    QVERIFY(waiting.find(One, First)->isBeingRouted && waiting.find(One, Second)->isBeingRouted);
    QVERIFY(!waiting.find(Two, First)->isBeingRouted);
    QVERIFY(waiting.rename(One, ConnId(3), Second)); // what was asked for named the old ConnID
    QVERIFY(!waiting.find(ConnId(3), Second)->isBeingRouted);
    waiting.setBeingRouted(One, false);
    QVERIFY(!waiting.find(One, First)->isBeingRouted);
}

void TestWaitingCalls::whoHearsOfAnEndMayChangeTheList()
{
    WaitingCalls waiting;
    fill(waiting);
    connect(&waiting, &WaitingCalls::left, this, [&] { waiting.remove(Two, First); });
    const Table table(waiting);
    waiting.remove(One, First);
    QCOMPARE(namesOf(waiting), QStringList{u"1@8001"_s});
    QCOMPARE(table.names, namesOf(waiting));
}

void TestWaitingCalls::rowsAreToldExactly()
{
    QRandomGenerator random(20261124);
    WaitingCalls waiting;
    const Table table(waiting);
    for (int step = 0; step < 2000; ++step) {
        const ConnId id(1 + random.bounded(20));
        const Dn point = random.bounded(2) == 0 ? First : Second;
        const int what = random.bounded(100);
        if (what < 45 && !waiting.find(id, point))
            waiting.insert({.id = id, .routingPoint = point});
        else if (what < 80)
            waiting.remove(id, point);
        else if (what < 90)
            waiting.rename(id, ConnId(1 + random.bounded(20)), point);
        else if (what < 95)
            waiting.setBeingRouted(id, random.bounded(2) == 0);
        else if (what == 99)
            waiting.removeIf([&](const WaitingCall &call) { return call.routingPoint == point; });
        QCOMPARE(table.names, namesOf(waiting));
        for (const WaitingCall &call : waiting.rows())
            QCOMPARE(waiting.find(call.id, call.routingPoint), &call);
    }
    QVERIFY(!waiting.rows().isEmpty());
}

TALLY_TEST(TestWaitingCalls)

} // namespace tst_waitingcalls
#include "tst_waitingcalls.moc"
