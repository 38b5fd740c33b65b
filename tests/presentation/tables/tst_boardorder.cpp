#include "presentation/tables/boardorder.h"
#include "support/floor.h"
#include "support/testprogram.h"

#include <QLocale>
#include <QTest>

namespace tst_boardorder {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using presentation::BoardFilter;
using presentation::BoardOrder;
using support::Floor;

namespace {

/// "7002 7001", by the DNs of the rows.
QString names(const Floor &floor, const std::vector<int> &order)
{
    QStringList dns;
    for (const int index : order)
        dns += floor.desk.board.row(index).dn.toString();
    return dns.join(u' ');
}

int indexOf(const Floor &floor, int agent)
{
    return floor.desk.board.indexOf(Floor::agent(agent));
}

/// 7001 is recorded, 7002 is not, 7003's recording is paused; 7004 and the supervisor have no call.
void makeCalls(Floor &floor)
{
    floor.connect();
    floor.talk(1, u"ON"_s, u"+33155503"_s);
    floor.clock.advance(1s);
    floor.talk(2, u"OFF"_s, u"+33155501"_s);
    floor.clock.advance(1s);
    floor.talk(3, u"PAUSED"_s, u"+33155502"_s);
}

} // namespace

class TestBoardOrder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::English); } // the C locale sorts by bytes
    void columnSorts_data();
    void columnSorts();
    void namesAndNumbersSortAsPeopleSortThem();
    void filterLeaves_data();
    void filterLeaves();
    void textLeavesRowsThatContainIt();
    void sameTextOrFilterIsNoChange();
    void keptRowStaysUntilAnotherIsKept();
    void misplacedRowMovesAloneAndEndsWhereAllWouldPutIt();
    void rowThatIsNotMisplacedStays();
    void wholeBoardIsOrderedAnewWhenAllAreMisplaced();
    void otherRowsOnTheBoardKeepNothing();
    void monitoredRowsAreCounted();
};

void TestBoardOrder::columnSorts_data()
{
    QTest::addColumn<int>("column");
    QTest::addColumn<bool>("isDescending");
    QTest::addColumn<QString>("expected");
    QTest::newRow("by agent") << int(BoardOrder::AgentColumn) << false << u"7001 7002 7003 7004 7900"_s;
    QTest::newRow("by agent, downward")
        << int(BoardOrder::AgentColumn) << true << u"7900 7004 7003 7002 7001"_s;
    QTest::newRow("by DN, downward") << int(BoardOrder::DnColumn) << true << u"7900 7004 7003 7002 7001"_s;
    QTest::newRow("by party, those without a call last")
        << int(BoardOrder::PartyColumn) << false << u"7002 7003 7001 7004 7900"_s;
    QTest::newRow("by party, downward: those without a call stay last")
        << int(BoardOrder::PartyColumn) << true << u"7001 7003 7002 7004 7900"_s;
    QTest::newRow("by recording: what needs a look first")
        << int(BoardOrder::RecordingColumn) << false << u"7003 7002 7001 7004 7900"_s;
    QTest::newRow("by time: the shortest first")
        << int(BoardOrder::SinceColumn) << false << u"7003 7002 7001 7004 7900"_s;
    QTest::newRow("by file: equal ones as on the board, none last")
        << int(BoardOrder::FileColumn) << true << u"7001 7002 7003 7004 7900"_s;
}

void TestBoardOrder::columnSorts()
{
    QFETCH(int, column);
    QFETCH(bool, isDescending);
    QFETCH(QString, expected);
    Floor floor(4);
    makeCalls(floor);
    BoardOrder order(floor.desk);
    order.sortBy(BoardOrder::Column(column), isDescending ? Qt::DescendingOrder : Qt::AscendingOrder);
    QCOMPARE(names(floor, order.all()), expected);
}

void TestBoardOrder::namesAndNumbersSortAsPeopleSortThem()
{
    Floor floor;
    floor.watch({{.dn = tlib::Dn(u"7110"), .use = model::DnUse::Watched, .name = u"Agent 10"_s},
                 {.dn = tlib::Dn(u"712"), .use = model::DnUse::Watched, .name = u"agent 9"_s},
                 {.dn = tlib::Dn(u"7100"), .use = model::DnUse::Watched}});
    floor.connect();
    BoardOrder order(floor.desk);
    QCOMPARE(names(floor, order.all()), u"712 7110 7900 7100"_s); // nobody's name stands last
    order.sortBy(BoardOrder::DnColumn, Qt::AscendingOrder);
    QCOMPARE(names(floor, order.all()), u"712 7100 7110 7900"_s);
}

void TestBoardOrder::filterLeaves_data()
{
    QTest::addColumn<BoardFilter>("filter");
    QTest::addColumn<QString>("expected");
    QTest::newRow("all") << BoardFilter::All << u"7001 7002 7003 7004 7900"_s;
    QTest::newRow("recording") << BoardFilter::Recording << u"7001"_s;
    QTest::newRow("paused") << BoardFilter::Paused << u"7003"_s;
    QTest::newRow("not recording") << BoardFilter::NotRecording << u"7002"_s;
    QTest::newRow("no call") << BoardFilter::NoCall << u"7004 7900"_s;
    QTest::newRow("not certain, when all is") << BoardFilter::NotCertain << QString();
}

void TestBoardOrder::filterLeaves()
{
    QFETCH(BoardFilter, filter);
    QFETCH(QString, expected);
    Floor floor(4);
    makeCalls(floor);
    BoardOrder order(floor.desk);
    order.setFilter(filter);
    QCOMPARE(names(floor, order.all()), expected);
}

void TestBoardOrder::textLeavesRowsThatContainIt()
{
    Floor floor(4);
    makeCalls(floor);
    BoardOrder order(floor.desk);
    QVERIFY(order.setText(u" AGENT 3 "_s));
    QCOMPARE(names(floor, order.all()), u"7003"_s);
    QVERIFY(order.setText(u"7004"_s));
    QCOMPARE(names(floor, order.all()), u"7004"_s);
    QVERIFY(order.setText(u"55501"_s)); // a party
    QCOMPARE(names(floor, order.all()), u"7002"_s);
}

void TestBoardOrder::sameTextOrFilterIsNoChange()
{
    Floor floor(1);
    BoardOrder order(floor.desk);
    QVERIFY(order.setText(u"7001"_s));
    QVERIFY(!order.setText(u"7001 "_s));
    QVERIFY(order.setFilter(BoardFilter::Paused));
    QVERIFY(!order.setFilter(BoardFilter::Paused));
}

void TestBoardOrder::keptRowStaysUntilAnotherIsKept()
{
    Floor floor(4);
    makeCalls(floor);
    BoardOrder order(floor.desk);
    order.setFilter(BoardFilter::Recording);
    std::vector<int> shown = order.all();
    QVERIFY(!order.keep(indexOf(floor, 1)));
    floor.record(1, u"PAUSED"_s);
    order.misplace(indexOf(floor, 1));
    shown = order.next(shown);
    QCOMPARE(names(floor, shown), u"7001"_s);
    QVERIFY(order.keep(-1));
    shown = order.next(shown);
    QCOMPARE(names(floor, shown), QString());
}

void TestBoardOrder::misplacedRowMovesAloneAndEndsWhereAllWouldPutIt()
{
    constexpr int Agents = 40;
    Floor floor(Agents);
    floor.connect();
    for (int agent = 1; agent <= Agents; ++agent)
        floor.talk(agent, u"ON"_s);
    const QString words[] = {u"ON"_s, u"OFF"_s, u"PAUSED"_s};
    for (const auto direction : {Qt::AscendingOrder, Qt::DescendingOrder}) {
        BoardOrder order(floor.desk);
        order.sortBy(BoardOrder::RecordingColumn, direction);
        std::vector<int> shown = order.all();
        for (int change = 0; change < 200; ++change) {
            const int agent = 1 + change * 7 % Agents;
            floor.record(agent, words[change % 3]);
            order.misplace(indexOf(floor, agent));
            if (change % 5 != 0)
                continue; // several at once
            shown = order.next(shown);
            BoardOrder anew(floor.desk);
            anew.sortBy(BoardOrder::RecordingColumn, direction);
            QCOMPARE(names(floor, shown), names(floor, anew.all()));
        }
    }
}

void TestBoardOrder::rowThatIsNotMisplacedStays()
{
    Floor floor(4);
    makeCalls(floor);
    BoardOrder order(floor.desk);
    order.sortBy(BoardOrder::RecordingColumn, Qt::AscendingOrder);
    std::vector<int> shown = order.all();
    const QString before = names(floor, shown);
    floor.record(1, u"PAUSED"_s);
    shown = order.next(shown);
    QCOMPARE(names(floor, shown), before);
    order.misplace(indexOf(floor, 1));
    QCOMPARE(names(floor, order.next(shown)), u"7001 7003 7002 7004 7900"_s);
}

void TestBoardOrder::wholeBoardIsOrderedAnewWhenAllAreMisplaced()
{
    Floor floor(4);
    makeCalls(floor);
    BoardOrder order(floor.desk);
    order.setFilter(BoardFilter::NotCertain);
    std::vector<int> shown = order.all();
    floor.loseLink();
    order.misplaceAll();
    shown = order.next(shown);
    QCOMPARE(names(floor, shown), u"7001 7002 7003"_s);
}

void TestBoardOrder::otherRowsOnTheBoardKeepNothing()
{
    Floor floor(4);
    makeCalls(floor);
    BoardOrder order(floor.desk);
    order.setFilter(BoardFilter::NoCall);
    order.keep(indexOf(floor, 1));
    QCOMPARE(names(floor, order.all()), u"7001 7004 7900"_s);
    floor.watch({{.dn = Floor::agent(1), .use = model::DnUse::Watched},
                 {.dn = Floor::agent(8), .use = model::DnUse::Watched}});
    order.reset();
    QCOMPARE(names(floor, order.all()), u"7900 7008"_s); // the filter stays
}

void TestBoardOrder::monitoredRowsAreCounted()
{
    Floor floor(4);
    BoardOrder order(floor.desk);
    std::vector<int> shown = order.all();
    QCOMPARE(order.monitored(), 0);
    floor.connect({Floor::agent(2)});
    order.misplace(indexOf(floor, 1));
    shown = order.next(shown);
    QCOMPARE(order.monitored(), 1); // as old as the order: the others have not been looked at
    order.misplaceAll();
    order.next(shown);
    QCOMPARE(order.monitored(), 4);
}

TALLY_TEST(TestBoardOrder)

} // namespace tst_boardorder
#include "tst_boardorder.moc"
