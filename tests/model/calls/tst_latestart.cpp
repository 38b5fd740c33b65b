#include "model/calls/callhistory.h"
#include "support/conversation.h"
#include "support/testprogram.h"

#include <QTest>

namespace tst_latestart {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using model::RecordingState;
using support::Conversation;
using tlib::MessageType;

/// What was not seen is never told as seen: a call that was there before the desktop, or whose log began
/// later.
class TestLateStart : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSpanIsWholeWhereItsBeginningWasSeen_data();
    void aSpanIsWholeWhereItsBeginningWasSeen();
    void aCallOfASnapshotIsOnlySeen();
    void aRingingCallOfASnapshotIsAnsweredInSight();
    void whatIsAnsweredInAnOutageIsOnlySeen();
    void whatComesFirstAfterASilenceIsOnlySeen();
    void aResumedEpochIsOnlySeen();
    void theAnswerStaysSeenWhenTheLegMoves();
    void theHistoryKnowsIt();
};

void TestLateStart::aSpanIsWholeWhereItsBeginningWasSeen_data()
{
    using Types = QList<MessageType>;
    QTest::addColumn<Types>("events");
    QTest::addColumn<bool>("startSeen");
    QTest::addColumn<bool>("isWhole");
    using enum MessageType;
    QTest::newRow("it rings") << Types{EventRinging} << true << true;
    QTest::newRow("it is dialled") << Types{EventDialing} << true << true;
    QTest::newRow("it is answered") << Types{EventRinging, EventEstablished} << true << true;
    QTest::newRow("it is held") << Types{EventRinging, EventEstablished, EventHeld} << true << true;
    QTest::newRow("held, and nobody saw the answer") << Types{EventRinging, EventHeld} << true << false;
    QTest::newRow("answered at first sight") << Types{EventEstablished} << false << true;
    QTest::newRow("held at first sight") << Types{EventHeld} << false << false;
    QTest::newRow("retrieved at first sight") << Types{EventRetrieved} << false << false;
    QTest::newRow("held at first sight, then retrieved")
        << Types{EventHeld, EventRetrieved} << false << false;
    QTest::newRow("answered twice") << Types{EventHeld, EventEstablished} << false << false;
}

void TestLateStart::aSpanIsWholeWhereItsBeginningWasSeen()
{
    QFETCH(QList<MessageType>, events);
    Conversation talk;
    talk.connect();
    for (const MessageType type : events)
        talk.say(type);
    talk.clock.advance(5s);
    QVERIFY(talk.call());
    QTEST(talk.call()->startSeen, "startSeen");
    QTEST(talk.call()->isSpanWhole(), "isWhole");
    QCOMPARE(talk.call()->span(talk.clock.now()), core::Duration(5s));
}

void TestLateStart::aCallOfASnapshotIsOnlySeen()
{
    Conversation talk;
    talk.connect(Conversation::snapshotOf(Conversation::CallOne));
    QVERIFY(!talk.call()->startSeen);
    QVERIFY(!talk.call()->isSpanWhole());
    talk.clock.advance(1s);
    talk.link.answer(talk.link.expect<tlib::QueryCall>()->second,
                     talk.event(MessageType::EventPartyInfo, Conversation::recording(u"ON"_s)));
    QVERIFY(talk.isCertain());
    QVERIFY(!talk.call()->recording.sinceSeen);
    const auto segments = talk.desk.timeline.segments(Conversation::CallOne);
    QCOMPARE(segments.size(), 2);
    QVERIFY(!segments[0].certain);
    QVERIFY(segments[1].certain && !segments[1].beginSeen);

    talk.clock.advance(1s);
    talk.sayRecording(u"PAUSED"_s); // in sight
    QVERIFY(talk.call()->recording.sinceSeen);
    QVERIFY(talk.desk.timeline.segments(Conversation::CallOne).last().beginSeen);
    talk.say(MessageType::EventHeld);
    talk.say(MessageType::EventRetrieved);
    QVERIFY(!talk.call()->isSpanWhole());
}

void TestLateStart::aRingingCallOfASnapshotIsAnsweredInSight()
{
    Conversation talk;
    talk.connect(Conversation::snapshotOf(Conversation::CallOne, tlib::PartyState::Alerting));
    QVERIFY(!talk.call()->isSpanWhole());
    talk.clock.advance(1s);
    talk.say(MessageType::EventEstablished);
    QVERIFY(talk.call()->isSpanWhole());
    QVERIFY(!talk.call()->startSeen);
}

void TestLateStart::whatIsAnsweredInAnOutageIsOnlySeen()
{
    Conversation talk;
    talk.connect();
    talk.say(MessageType::EventRinging);
    talk.loseLink();
    talk.waitForAttempt();
    talk.reconnect(Conversation::snapshotOf(Conversation::CallOne));
    QVERIFY(talk.call()->answeredAt);
    QVERIFY(talk.call()->startSeen);
    QVERIFY(!talk.call()->isSpanWhole());
}

/// It may be as old as the silence.
void TestLateStart::whatComesFirstAfterASilenceIsOnlySeen()
{
    Conversation talk;
    talk.connect();
    talk.say(MessageType::EventRinging);
    talk.clock.advance(10s);
    Q_EMIT talk.link.overdueChanged(true);
    talk.say(MessageType::EventEstablished, Conversation::recording(u"ON"_s));
    talk.say(MessageType::EventRinging, {}, tlib::ConnId(5));
    Q_EMIT talk.link.overdueChanged(false);
    QVERIFY(talk.isCertain());
    QVERIFY(!talk.call()->isSpanWhole());
    QVERIFY(!talk.call()->recording.sinceSeen);
    QVERIFY(!talk.desk.timeline.segments(Conversation::CallOne).last().beginSeen);
    QVERIFY(!talk.call(tlib::ConnId(5))->startSeen);
    talk.clock.advance(1s);
    talk.sayRecording(u"PAUSED"_s);
    QVERIFY(talk.call()->recording.sinceSeen);
}

void TestLateStart::aResumedEpochIsOnlySeen()
{
    Conversation talk;
    talk.connect();
    talk.talk(Conversation::recording(u"ON"_s));
    QVERIFY(talk.desk.timeline.segments(Conversation::CallOne).last().beginSeen);
    talk.clock.advance(10s);
    Q_EMIT talk.link.overdueChanged(true);
    talk.clock.advance(1s);
    Q_EMIT talk.link.overdueChanged(false);
    QVERIFY(talk.isCertain());
    QVERIFY(!talk.desk.timeline.segments(Conversation::CallOne).last().beginSeen);
}

void TestLateStart::theAnswerStaysSeenWhenTheLegMoves()
{
    for (const bool isSeen : {true, false}) {
        Conversation talk;
        talk.connect();
        talk.say(isSeen ? MessageType::EventEstablished : MessageType::EventHeld);
        tlib::Event event = talk.event(MessageType::EventPartyChanged, {}, tlib::ConnId(5));
        event.previousConnId = Conversation::CallOne;
        talk.link.push(event);
        QVERIFY(talk.call(tlib::ConnId(5)));
        QCOMPARE(talk.call(tlib::ConnId(5))->isSpanWhole(), isSeen);
    }
}

void TestLateStart::theHistoryKnowsIt()
{
    Conversation talk;
    const model::CallHistory history(talk.desk.calls, talk.desk.timeline, talk.clock);
    talk.connect(Conversation::snapshotOf(Conversation::CallOne));
    talk.talk({}, tlib::ConnId(5));
    QCOMPARE(history.numbers().size(), 2);
    QVERIFY(!history.find(history.numbers().first())->beginSeen);
    QVERIFY(history.find(history.numbers().last())->beginSeen);
}

TALLY_TEST(TestLateStart)

} // namespace tst_latestart
#include "tst_latestart.moc"
