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
    void pausesAreCounted();
    void whoMovedARecordingIsKept();
    void aShiftHasTheOwnCallsAlone();
    void whatWasBeforeStandsFirst();
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

void TestCallHistory::pausesAreCounted()
{
    Conversation talk;
    talk.connect();
    talk.talk(Conversation::recording(u"ON"_s));
    const auto stay = [&talk](const QString &word, core::Duration time) {
        talk.sayRecording(word);
        talk.clock.advance(time);
    };
    stay(u"PAUSED"_s, 10s);
    stay(u"ON"_s, 5s);
    stay(u"PAUSED"_s, 20s);
    talk.link.hear(talk.clock.now());
    Q_EMIT talk.link.overdueChanged(true); // nobody knows whether it went on in between
    talk.clock.advance(3s);
    Q_EMIT talk.link.overdueChanged(false);
    talk.clock.advance(7s);
    const model::CallRecord *record = talk.desk.today.find(talk.desk.today.numbers().first());
    // One pause with a doubt in it, and without the doubt's time.
    QCOMPARE(record->pauses(talk.clock.now()), (model::Pauses{.count = 2, .longest = 27s, .total = 37s}));
}

void TestCallHistory::whoMovedARecordingIsKept()
{
    Conversation talk;
    talk.connect();
    talk.talk(Conversation::recording(u"ON"_s));
    QVERIFY(talk.desk.control.perform(Conversation::CallOne, model::CallAction::PauseRecording));
    talk.sayRecording(u"PAUSED"_s);
    tlib::Event event = talk.event(MessageType::EventAttachedDataChanged, Conversation::recording(u"ON"_s));
    event.thirdPartyDn = tlib::Dn(u"7900"_s);
    talk.link.push(event);
    talk.loseLink();
    talk.say(MessageType::EventReleased);
    const model::CallRecord *record = talk.desk.today.find(talk.desk.today.numbers().first());
    QCOMPARE(record->dn, Conversation::OwnDn);
    QList<model::Changer> by;
    for (const model::RecordingMove &move : record->moves)
        by.append(move.by);
    using model::Changer;
    QCOMPARE(by, (QList<Changer>{Changer::NotKnown, Changer::ThisDesktop, Changer::SomebodyElse}));
}

void TestCallHistory::aShiftHasTheOwnCallsAlone()
{
    Conversation talk;
    talk.desk.registry.setDns({{.dn = Conversation::OwnDn, .use = model::DnUse::Watched}});
    talk.connect();
    talk.talk(Conversation::recording(u"ON"_s));
    QVERIFY(talk.desk.today.numbers().isEmpty());
    talk.desk.registry.setDns({Conversation::OwnDn});
    talk.sayRecording(u"PAUSED"_s); // an own one from now on
    QCOMPARE(talk.desk.today.numbers().size(), 1);
}

void TestCallHistory::whatWasBeforeStandsFirst()
{
    Conversation talk;
    talk.connect();
    CallHistory &today = talk.desk.today;
    talk.talk();
    QSignalSpy begun(&today, &CallHistory::begun);
    QList<model::CallRecord> past;
    for (quint64 id = 1; id <= 1500; ++id)
        past.append({.id = tlib::ConnId(id), .ended = core::Instant(0s), .isFromJournal = true});
    today.addPast(past);
    QCOMPARE(begun.count(), CallHistory::EnoughForAShift); // the latest of them
    const QList<CallNumber> numbers = today.numbers();
    QCOMPARE(numbers.size(), CallHistory::EnoughForAShift + 1);
    QCOMPARE(today.find(numbers.first())->id, tlib::ConnId(501));
    QCOMPARE(today.find(numbers.last())->id, Conversation::CallOne); // this run's
    today.addPast(past);                                             // said twice
    QCOMPARE(today.numbers().size(), numbers.size());
}

TALLY_TEST(TestCallHistory)

} // namespace tst_callhistory
#include "tst_callhistory.moc"
