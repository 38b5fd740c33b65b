#include "presentation/tables/rowroles.h"
#include "presentation/tables/waitingcallmodel.h"
#include "support/routingplace.h"
#include "support/testprogram.h"
#include "support/twentycalls.h"

#include <QAbstractItemModelTester>
#include <QTest>

#include <algorithm>

namespace tst_waitingcallmodel {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using presentation::WaitingCallModel;
using support::RoutingPlace;
using tlib::ConnId;
using tlib::Dn;
using tlib::MessageType;

namespace {

constexpr ConnId One = RoutingPlace::One;
constexpr ConnId Two = RoutingPlace::Two;

/// The table of one supervisor who has registered both routing points.
struct Place : RoutingPlace
{
    Place() { registerDns(); }
    QString text(int row, int column) const { return table.index(row, column).data().toString(); }
    QStringList points() const
    {
        QStringList points;
        for (int row = 0; row < table.rowCount(); ++row)
            points += text(row, WaitingCallModel::RoutingPointColumn);
        return points;
    }
    /// Each row of the table is that of the list.
    bool isInStep() const
    {
        if (table.rowCount() != waiting().size() || table.callAt(-1) || table.callAt(table.rowCount()))
            return false;
        for (int row = 0; row < table.rowCount(); ++row) {
            const model::WaitingCall &call = waiting().at(row);
            if (table.callAt(row) != &call || desk.waiting.find(call.id, call.routingPoint) != &call ||
                text(row, WaitingCallModel::RoutingPointColumn) != call.routingPoint.toString())
                return false;
        }
        return true;
    }

    WaitingCallModel table{desk.waiting, clock};
    QAbstractItemModelTester tester{&table, QAbstractItemModelTester::FailureReportingMode::QtTest};
};

} // namespace

class TestWaitingCallModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void row57TheSequence();
    void aCallOnTwoPointsHasARowForEach();
    void theTableBeginsWithThoseThatWaitAlready();
    void eachRowSaysWhatItsPlaceSays();
    void changesTellOfTheirRowAlone();
    void row57TwentyCallsOnTwoPoints_data();
    void row57TwentyCallsOnTwoPoints();
};

/// Nothing else: the least that has ever broken a table.
void TestWaitingCallModel::row57TheSequence()
{
    Place place;
    place.say(MessageType::EventQueued, One, Place::RoutingPoint);
    place.say(MessageType::EventRouteRequest, One, Place::OtherPoint);
    place.say(MessageType::EventRouteRequest, Two, Place::RoutingPoint);
    QVERIFY(place.isInStep());
    QCOMPARE(place.ids(), (QList<ConnId>{One, One, Two}));
    QCOMPARE(place.points(), (QStringList{u"5000"_s, u"5001"_s, u"5000"_s}));
}

/// The call queued on one point asks for its route on another, then another call comes.
void TestWaitingCallModel::aCallOnTwoPointsHasARowForEach()
{
    Place place;
    place.say(MessageType::EventQueued, One, Place::RoutingPoint);
    place.say(MessageType::EventRouteRequest, One, Place::OtherPoint);
    QVERIFY(place.isInStep());
    place.say(MessageType::EventRouteRequest, Two, Place::RoutingPoint);
    QVERIFY(place.isInStep());
    QCOMPARE(place.ids(), (QList<ConnId>{One, One, Two}));
    QCOMPARE(place.points(), (QStringList{u"5000"_s, u"5001"_s, u"5000"_s}));
    place.say(MessageType::EventDiverted, One, Place::RoutingPoint);
    QVERIFY(place.isInStep());
    QCOMPARE(place.ids(), (QList<ConnId>{One, Two}));
    QCOMPARE(place.points(), (QStringList{u"5001"_s, u"5000"_s}));
    place.rename(One, ConnId(3), Place::OtherPoint);
    QVERIFY(place.isInStep());
    QCOMPARE(place.ids(), (QList<ConnId>{ConnId(3), Two}));
    place.connectAnew(Place::RoutingPoint, Place::snapshotOf(Two));
    QVERIFY(place.isInStep());
    QCOMPARE(place.text(0, WaitingCallModel::WaitingColumn), u"00:00"_s); // known before
    place.connectAnew(Place::RoutingPoint, Place::snapshotOf(ConnId(4)));
    QVERIFY(place.isInStep());
    QCOMPARE(place.ids().last(), ConnId(4));
    QCOMPARE(place.text(place.table.rowCount() - 1, WaitingCallModel::WaitingColumn), u"≥ 00:00"_s);
    place.desk.registry.setDns(QList<model::DnEntry>());
    QVERIFY(place.isInStep());
    QCOMPARE(place.table.rowCount(), 0);
}

void TestWaitingCallModel::theTableBeginsWithThoseThatWaitAlready()
{
    Place place;
    place.say(MessageType::EventRouteRequest, One);
    WaitingCallModel later(place.desk.waiting, place.clock);
    const QAbstractItemModelTester tester(&later, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(later.rowCount(), 1);
    place.say(MessageType::EventRouteRequest, Two);
    QCOMPARE(later.rowCount(), 2);
    QCOMPARE(later.callAt(1)->id, Two);
}

void TestWaitingCallModel::eachRowSaysWhatItsPlaceSays()
{
    Place place;
    place.say(MessageType::EventQueued, One, Place::RoutingPoint);
    place.clock.advance(61s);
    place.say(MessageType::EventRouteRequest, One, Place::OtherPoint);
    for (int row = 0; row < 2; ++row)
        QCOMPARE(place.text(row, WaitingCallModel::CallerColumn), u"+493055501"_s);
    QCOMPARE(place.text(0, WaitingCallModel::WaitingColumn), u"01:01"_s);
    QCOMPARE(place.text(1, WaitingCallModel::WaitingColumn), u"00:00"_s);
    place.link.push({.type = MessageType::EventUnregistered, .thisDn = Place::RoutingPoint});
    QCOMPARE(place.text(0, WaitingCallModel::NoteColumn), u"Not certain"_s);
    QCOMPARE(place.text(1, WaitingCallModel::NoteColumn), QString());
    const auto lightAt = [&](int row) {
        return place.table.index(row, WaitingCallModel::NoteColumn).data(presentation::LightRole);
    };
    QVERIFY(lightAt(0).isValid() && !lightAt(1).isValid());
    QCOMPARE(place.desk.routes.route(One, Place::OtherPoint, {.destination = Place::Agent}),
             model::RouteObstacle::None);
    QCOMPARE(place.text(0, WaitingCallModel::NoteColumn), u"Not certain"_s);
    QCOMPARE(place.text(1, WaitingCallModel::NoteColumn), u"Routing…"_s);
}

void TestWaitingCallModel::changesTellOfTheirRowAlone()
{
    Place place;
    place.say(MessageType::EventRouteRequest, One);
    place.say(MessageType::EventRouteRequest, Two);
    QList<std::pair<int, int>> told;
    connect(&place.table, &QAbstractItemModel::dataChanged, this,
            [&](const QModelIndex &from, const QModelIndex &to) {
                QCOMPARE(from.column(), 0);
                QCOMPARE(to.column(), WaitingCallModel::Columns - 1);
                told.append({from.row(), to.row()});
            });
    place.say(MessageType::EventRouteRequest, Two); // again
    QCOMPARE(told, (QList<std::pair<int, int>>{{1, 1}}));
    told.clear();
    place.loseLink();
    QCOMPARE(told, (QList<std::pair<int, int>>{{0, 1}}));
}

void TestWaitingCallModel::row57TwentyCallsOnTwoPoints_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 20; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void TestWaitingCallModel::row57TwentyCallsOnTwoPoints()
{
    QFETCH(quint32, seed);
    QRandomGenerator random(seed);
    Place place;
    int most = 0;
    const auto steps = support::stepsOfDoublyWaitingCalls(random, Place::RoutingPoint, Place::OtherPoint);
    for (const support::WaitingStep &step : steps) {
        place.say(step.type, step.call, step.point);
        QVERIFY(place.isInStep());
        most = std::max(most, place.table.rowCount());
    }
    QVERIFY(most > 10);
    QCOMPARE(place.table.rowCount(), 0);
}

TALLY_GUI_TEST(TestWaitingCallModel)

} // namespace tst_waitingcallmodel
#include "tst_waitingcallmodel.moc"
