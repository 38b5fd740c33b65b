#include "presentation/tables/boardcells.h"
#include "support/floor.h"
#include "support/testprogram.h"

#include <QTest>

namespace tst_boardcells {

using namespace Qt::StringLiterals;
using presentation::BoardCells;
using presentation::BoardOrder;
using support::Floor;
using tlib::MessageType;

class TestBoardCells : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachDeskSeesTheOtherAsItsParty();
    void rowWithoutCallShowsNoLight();
    void lightShowsTheRequestUnderWay();
    void doubtSaysWhenTheServerWasLastHeard();
    void firstCellSpeaksForItsRow();
    void whatSaysNothingIsQuiet();
};

void TestBoardCells::eachDeskSeesTheOtherAsItsParty()
{
    Floor floor(2);
    floor.connect();
    const BoardCells cells(floor.desk);
    const auto say = [&](MessageType type, int number, int other) {
        floor.say(type, Floor::agent(number), Floor::call(1), {}, Floor::agent(other).toString(),
                  tlib::CallType::Internal);
    };
    say(MessageType::EventDialing, 1, 2);
    say(MessageType::EventRinging, 2, 1);
    const int one = floor.desk.board.indexOf(Floor::agent(1));
    const int two = floor.desk.board.indexOf(Floor::agent(2));
    QCOMPARE(cells.text(one, BoardOrder::PartyColumn), u"Desk 7002"_s);
    QCOMPARE(cells.text(two, BoardOrder::PartyColumn), u"Desk 7001"_s);
    QCOMPARE(cells.text(one, BoardOrder::StateColumn), u"Dialling"_s);
    QCOMPARE(cells.text(two, BoardOrder::StateColumn), u"Ringing"_s);
}

void TestBoardCells::rowWithoutCallShowsNoLight()
{
    Floor floor(2);
    floor.connect();
    const BoardCells cells(floor.desk);
    const int row = floor.desk.board.indexOf(Floor::agent(1));
    QVERIFY(!cells.light(row));
    QCOMPARE(cells.text(row, BoardOrder::RecordingColumn), QString());
}

void TestBoardCells::lightShowsTheRequestUnderWay()
{
    Floor floor(2);
    floor.connect();
    floor.talk(1, u"ON"_s);
    const BoardCells cells(floor.desk);
    const int row = floor.desk.board.indexOf(Floor::agent(1));
    QVERIFY(cells.light(row)->pending.isEmpty());
    floor.desk.calls.update(Floor::call(1), [](model::Call &call) {
        call.pendingRecording = {.action = model::CallAction::PauseRecording};
        return model::CallChange::Recording;
    });
    QCOMPARE(cells.light(row)->word, u"Recording"_s); // what is, not what was asked for
    QCOMPARE(cells.light(row)->pending, u"Pausing…"_s);
    QCOMPARE(cells.spoken(row, BoardOrder::RecordingColumn), u"Recording, Pausing…"_s);
    QVERIFY(cells.description(row, BoardOrder::RecordingColumn).contains(u"Pausing…"_s));
}

void TestBoardCells::doubtSaysWhenTheServerWasLastHeard()
{
    Floor floor(2);
    floor.connect();
    floor.talk(1, u"ON"_s);
    floor.clock.advance(std::chrono::seconds(4));
    floor.link.hear(floor.clock.now());
    floor.clock.advance(std::chrono::seconds(12));
    floor.link.lose();
    const BoardCells cells(floor.desk);
    const int row = floor.desk.board.indexOf(Floor::agent(1));
    QCOMPARE(cells.text(row, BoardOrder::RecordingColumn), u"Not certain"_s);
    QCOMPARE(cells.text(row, BoardOrder::SinceColumn), u"heard 12 s ago"_s);
    QCOMPARE(cells.description(row, BoardOrder::SinceColumn), u"last known: Recording · heard 12 s ago"_s);
}

void TestBoardCells::firstCellSpeaksForItsRow()
{
    Floor floor(2);
    floor.connect();
    const BoardCells cells(floor.desk);
    const int row = floor.desk.board.indexOf(Floor::agent(1));
    QCOMPARE(cells.spoken(row, BoardOrder::AgentColumn), u"Agent 1, 7001, Ready"_s);
    QCOMPARE(cells.spoken(row, BoardOrder::RecordingColumn), u"No call"_s); // to the eye nothing is there
    floor.talk(1, u"PAUSED"_s);
    QCOMPARE(cells.spoken(row, BoardOrder::AgentColumn), u"Agent 1, 7001, Talking, Paused"_s);
    QCOMPARE(cells.spoken(row, BoardOrder::DnColumn), u"7001"_s);
}

void TestBoardCells::whatSaysNothingIsQuiet()
{
    Floor floor(2);
    floor.connect({Floor::agent(2)}); // is refused
    floor.talk(1, u"ON"_s);
    const BoardCells cells(floor.desk);
    const int one = floor.desk.board.indexOf(Floor::agent(1));
    const int two = floor.desk.board.indexOf(Floor::agent(2));
    QVERIFY(!cells.isQuiet(one, BoardOrder::PartyColumn));
    QVERIFY(cells.isQuiet(two, BoardOrder::PartyColumn));
    QVERIFY(!cells.isQuiet(one, BoardOrder::StateColumn));
    QVERIFY(cells.isQuiet(two, BoardOrder::StateColumn));
}

TALLY_GUI_TEST(TestBoardCells)

} // namespace tst_boardcells

#include "tst_boardcells.moc"
