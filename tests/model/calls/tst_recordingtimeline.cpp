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
        {at(1s), RecordingState::Off, true},      {at(11s), RecordingState::On, true},
        {at(21s), RecordingState::Paused, true},  {at(41s), RecordingState::On, true},
        {at(51s), RecordingState::Unknown, true},
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
    talk.loseLink();
    const auto lostAt = talk.clock.now();
    talk.waitForAttempt();
    talk.clock.advance(10s);
    talk.reconnect(Conversation::snapshotOf(Conversation::CallOne));
    talk.link.answer(talk.link.expect<tlib::QueryCall>()->second,
                     talk.event(MessageType::EventPartyInfo, Conversation::recording(u"ON"_s)));
    const QList<TimelineSegment> expected{
        {core::Instant(0s), RecordingState::On, true},
        {lostAt, RecordingState::Unknown, false},
        {talk.clock.now(), RecordingState::On, true},
    };
    QCOMPARE(talk.desk.timeline.segments(Conversation::CallOne), expected);
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
