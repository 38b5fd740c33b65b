#include "model/calls/callhistory.h"
#include "support/testprogram.h"

#include "support/conversation.h"

#include <QSignalSpy>
#include <QTest>

namespace tst_callhistory {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using model::CallHistory;
using model::CallNumber;
using model::RecordingState;
using support::Conversation;
using tlib::MessageType;

class TestCallHistory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCallIsKeptAfterItsEnd();
    void onlyCertainTimeCounts();
    void aCallThatGoesOnCountsUntilNow();
    void theFirstEndedGoesFirst();
    void aConnIdThatComesAgainIsAnotherCall();
    void whoeverKnowsOfTimesSaysWhatIsMissing();
};

void TestCallHistory::aCallIsKeptAfterItsEnd()
{
    Conversation talk;
    CallHistory history(talk.desk.calls, talk.desk.timeline, talk.clock);
    QSignalSpy begun(&history, &CallHistory::begun);
    QSignalSpy ended(&history, &CallHistory::ended);
    talk.connect();
    talk.clock.advance(1s);
    talk.talk();
    QCOMPARE(begun.count(), 1);
    talk.sayRecording(u"ON"_s, u"file-1"_s);
    talk.clock.advance(30s);
    talk.sayRecording(u"PAUSED"_s, u"file-1"_s);
    talk.clock.advance(7s);
    talk.sayRecording(u"ON"_s, u"file-1"_s);
    talk.clock.advance(3s);
    talk.sayRecording(u"OFF"_s, u"file-1"_s);
    talk.clock.advance(100s);
    talk.sayRecording(u"ON"_s, u"file-2"_s);
    talk.clock.advance(5s);
    talk.say(MessageType::EventReleased);
    QCOMPARE(ended.count(), 1);
    talk.clock.advance(60s);

    const model::CallRecord *record = history.find(CallNumber(1));
    QVERIFY(record);
    QCOMPARE(record->id, Conversation::CallOne);
    QCOMPARE(record->parties, (QList<model::Dn>{Conversation::OwnDn, Conversation::Caller}));
    QCOMPARE(record->files, (QStringList{u"file-1"_s, u"file-2"_s}));
    QCOMPARE(record->begun, core::Instant(1s));
    QCOMPARE(record->ended.value(), core::Instant(146s));
    QCOMPARE(record->timeIn(RecordingState::On, talk.clock.now()), core::Duration(38s));
    QCOMPARE(record->timeIn(RecordingState::Paused, talk.clock.now()), core::Duration(7s));
    QVERIFY(!talk.call());
}

void TestCallHistory::onlyCertainTimeCounts()
{
    Conversation talk;
    CallHistory history(talk.desk.calls, talk.desk.timeline, talk.clock);
    talk.connect();
    talk.talk(Conversation::recording(u"ON"_s));
    talk.clock.advance(10s);
    talk.link.hear(talk.clock.now());
    talk.clock.advance(9s); // of silence
    talk.loseLink();
    talk.clock.advance(20s);
    QCOMPARE(history.find(CallNumber(1))->timeIn(RecordingState::On, talk.clock.now()), core::Duration(10s));
}

void TestCallHistory::aCallThatGoesOnCountsUntilNow()
{
    Conversation talk;
    CallHistory history(talk.desk.calls, talk.desk.timeline, talk.clock);
    QSignalSpy changed(&history, &CallHistory::changed);
    talk.connect();
    talk.talk();
    changed.clear();
    talk.sayRecording(u"ON"_s);
    QVERIFY(changed.count() > 0);
    talk.clock.advance(4s);
    const model::CallRecord *record = history.find(CallNumber(1));
    QVERIFY(!record->ended);
    QCOMPARE(record->timeIn(RecordingState::On, talk.clock.now()), core::Duration(4s));
}

void TestCallHistory::theFirstEndedGoesFirst()
{
    Conversation talk;
    CallHistory history(talk.desk.calls, talk.desk.timeline, talk.clock, 2);
    QSignalSpy dropped(&history, &CallHistory::dropped);
    talk.connect();
    for (const quint64 id : {1, 2, 3})
        talk.talk({}, tlib::ConnId(id));
    for (const quint64 id : {2, 1, 3})
        talk.say(MessageType::EventReleased, {}, tlib::ConnId(id));
    QCOMPARE(dropped.count(), 1);
    QCOMPARE(history.numbers(), (QList<CallNumber>{CallNumber(1), CallNumber(3)}));
    QVERIFY(!history.find(CallNumber(2)));
}

void TestCallHistory::aConnIdThatComesAgainIsAnotherCall()
{
    Conversation talk;
    CallHistory history(talk.desk.calls, talk.desk.timeline, talk.clock);
    talk.connect();
    talk.talk(Conversation::recording(u"ON"_s));
    talk.clock.advance(5s);
    talk.say(MessageType::EventReleased);
    talk.clock.advance(100s);
    talk.talk();
    QCOMPARE(history.numbers().size(), 2);
    QVERIFY(history.find(CallNumber(2))->files.isEmpty());
    QCOMPARE(history.find(CallNumber(1))->timeIn(RecordingState::On, talk.clock.now()), core::Duration(5s));
}

void TestCallHistory::whoeverKnowsOfTimesSaysWhatIsMissing()
{
    Conversation talk;
    CallHistory history(talk.desk.calls, talk.desk.timeline, talk.clock);
    talk.connect();
    talk.talk({}, tlib::ConnId(1));
    talk.talk({}, tlib::ConnId(2));
    talk.talk({}, tlib::ConnId(3));
    talk.say(MessageType::EventReleased, {}, tlib::ConnId(3));
    const auto *first = history.find(CallNumber(1));
    const auto *second = history.find(CallNumber(2));
    QVERIFY(first->isWhole && first->areTimesKnown);
    QSignalSpy changed(&history, &CallHistory::changed);
    history.loseTimes(tlib::ConnId(1));
    history.loseTimes(tlib::ConnId(1));
    history.loseTimes(tlib::ConnId(3)); // it is over
    QVERIFY(!first->areTimesKnown && second->areTimesKnown && history.find(CallNumber(3))->areTimesKnown);
    QCOMPARE(changed.count(), 1);
    history.missTime();
    QVERIFY(!first->isWhole && !second->isWhole && history.find(CallNumber(3))->isWhole);
    history.loseTimes({}); // of all that go on
    QVERIFY(!second->areTimesKnown);
    talk.say(MessageType::EventHeld, {}, tlib::ConnId(9));
    QVERIFY(!history.find(CallNumber(4))->isWhole); // it was there before
}

TALLY_TEST(TestCallHistory)

} // namespace tst_callhistory
#include "tst_callhistory.moc"
