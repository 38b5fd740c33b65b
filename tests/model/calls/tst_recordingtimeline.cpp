#include "model/calls/callhistory.h"
#include "support/conversation.h"
#include "support/testprogram.h"

#include <QSignalSpy>
#include <QTest>

namespace tst_recordingtimeline {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using model::RecordingState;
using model::TimelineSegment;
using support::Conversation;
using tlib::MessageType;

class TestRecordingTimeline : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itTellsHowTheRecordingWent();
    void doubtIsAStretchOfItsOwn();
    void silenceBelongsToTheDoubt();
    void silenceBelongsToTheDoubt_data();
    void aDoubtNeverGoesBackBeforeWhatWasSeenSince();
    void aDoubtAboutOneCallBeginsWithTheEventThatRaisesIt();
    void nothingLastsNoTime();
    void aGoneCallHasNone();
    void aListenerMayEndTheCall();
};

void TestRecordingTimeline::itTellsHowTheRecordingWent()
{
    Conversation talk;
    talk.connect();
    talk.clock.advance(1s);
    talk.talk();
    QSignalSpy changed(&talk.desk.timeline, &model::RecordingTimeline::changed);
    for (const QString &word : {u"ON"_s, u"PAUSED"_s, u"PAUSED"_s, u"ON"_s, u"what"_s}) {
        talk.clock.advance(10s);
        talk.sayRecording(word);
    }
    const auto at = [](std::chrono::seconds s) { return core::Instant(s); };
    const QList<TimelineSegment> expected{
        {at(1s), RecordingState::Off, true, true},      {at(11s), RecordingState::On, true, true},
        {at(21s), RecordingState::Paused, true, true},  {at(41s), RecordingState::On, true, true},
        {at(51s), RecordingState::Unknown, true, true},
    };
    QCOMPARE(talk.desk.timeline.segments(Conversation::CallOne), expected);
    QCOMPARE(changed.count(), 4);
}

void TestRecordingTimeline::doubtIsAStretchOfItsOwn()
{
    Conversation talk;
    talk.connect();
    talk.talk(Conversation::recording(u"ON"_s));
    talk.clock.advance(10s);
    talk.link.hear(talk.clock.now());
    talk.loseLink();
    const auto lostAt = talk.clock.now();
    talk.waitForAttempt();
    talk.clock.advance(10s);
    talk.reconnect(Conversation::snapshotOf(Conversation::CallOne));
    talk.link.answer(talk.link.expect<tlib::QueryCall>()->second,
                     talk.event(MessageType::EventPartyInfo, Conversation::recording(u"ON"_s)));
    const QList<TimelineSegment> expected{
        {core::Instant(0s), RecordingState::On, true, true},
        {lostAt, RecordingState::Unknown, false},
        {talk.clock.now(), RecordingState::On, true},
    };
    QCOMPARE(talk.desk.timeline.segments(Conversation::CallOne), expected);
}

void TestRecordingTimeline::silenceBelongsToTheDoubt_data()
{
    QTest::addColumn<QString>("doubt");
    QTest::newRow("a link that falls silent and owes an answer") << u"overdue"_s;
    QTest::newRow("a link that breaks") << u"lost"_s;
    QTest::newRow("a link that a person does not believe any more") << u"renewed"_s;
    QTest::newRow("a link that is closed") << u"closed"_s;
}

void TestRecordingTimeline::silenceBelongsToTheDoubt()
{
    QFETCH(QString, doubt);
    Conversation talk;
    talk.connect();
    talk.talk(Conversation::recording(u"ON"_s));
    const model::CallHistory history(talk.desk.calls, talk.desk.timeline, talk.clock);
    talk.clock.advance(5s);
    talk.link.hear(talk.clock.now()); // the last word: a poll was answered
    talk.clock.advance(10s);
    QVERIFY(!talk.desk.timeline.lastKnown(Conversation::CallOne));
    if (doubt == u"overdue"_s)
        Q_EMIT talk.link.overdueChanged(true);
    else if (doubt == u"lost"_s)
        talk.loseLink();
    else if (doubt == u"renewed"_s)
        talk.desk.connection.renew(u"the machine has slept"_s);
    else
        talk.desk.connection.close();
    const QList<TimelineSegment> expected{
        {core::Instant(0s), RecordingState::On, true, true},
        {core::Instant(5s), RecordingState::Unknown, false},
    };
    QCOMPARE(talk.desk.timeline.segments(Conversation::CallOne), expected);
    QCOMPARE(talk.desk.timeline.lastKnown(Conversation::CallOne), core::Instant(5s));
    const model::CallRecord &record = *history.find(history.numbers().first());
    QCOMPARE(record.timeIn(RecordingState::On, talk.clock.now()), core::Duration(5s));
    QCOMPARE(record.timeNotKnown(talk.clock.now()), core::Duration(10s));

    talk.clock.advance(7s);
    if (doubt == u"overdue"_s)
        talk.loseLink(); // the first doubt counts
    QCOMPARE(talk.desk.timeline.segments(Conversation::CallOne), expected);
}

void TestRecordingTimeline::aDoubtNeverGoesBackBeforeWhatWasSeenSince()
{
    Conversation talk;
    talk.connect();
    talk.talk(Conversation::recording(u"ON"_s));
    talk.clock.advance(5s);
    talk.sayRecording(u"PAUSED"_s);
    talk.link.hear(core::Instant(2s)); // an event counts as much as what the link has heard
    talk.clock.advance(5s);
    talk.loseLink();
    const QList<TimelineSegment> expected{
        {core::Instant(0s), RecordingState::On, true, true},
        {core::Instant(5s), RecordingState::Unknown, false}, // that it went on after its notice is not known
    };
    QCOMPARE(talk.desk.timeline.segments(Conversation::CallOne), expected);
}

void TestRecordingTimeline::aDoubtAboutOneCallBeginsWithTheEventThatRaisesIt()
{
    Conversation talk;
    talk.connect();
    talk.talk(Conversation::recording(u"ON"_s));
    talk.clock.advance(5s);
    tlib::Event event = talk.event(MessageType::EventHeld);
    event.thisDn = {};
    talk.link.push(event);
    QCOMPARE(talk.desk.timeline.lastKnown(Conversation::CallOne), core::Instant(5s));
}

void TestRecordingTimeline::nothingLastsNoTime()
{
    Conversation talk;
    talk.connect();
    talk.talk();
    talk.sayRecording(u"ON"_s);
    talk.sayRecording(u"PAUSED"_s);
    const auto segments = talk.desk.timeline.segments(Conversation::CallOne);
    QCOMPARE(segments.size(), 1);
    QCOMPARE(segments.first().state, RecordingState::Paused);
}

void TestRecordingTimeline::aGoneCallHasNone()
{
    Conversation talk;
    talk.connect();
    talk.talk();
    talk.say(MessageType::EventReleased);
    QVERIFY(talk.desk.timeline.segments(Conversation::CallOne).isEmpty());
}

void TestRecordingTimeline::aListenerMayEndTheCall()
{
    Conversation talk;
    talk.connect();
    talk.talk(Conversation::recording(u"ON"_s));
    QVERIFY(talk.desk.control.perform(Conversation::CallOne, model::CallAction::PauseRecording));
    QObject::connect(&talk.desk.control, &model::CallControl::settled, this,
                     [&] { talk.desk.tracker.forget(Conversation::CallOne); });
    talk.sayRecording(u"PAUSED"_s);
    QVERIFY(!talk.call());
    QVERIFY(talk.desk.timeline.segments(Conversation::CallOne).isEmpty());
}

TALLY_TEST(TestRecordingTimeline)

} // namespace tst_recordingtimeline
#include "tst_recordingtimeline.moc"
