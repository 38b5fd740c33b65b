#include "presentation/look/recordinglook.h"
#include "support/testprogram.h"

#include "presentation/words/duration.h"

#include <QSet>
#include <QTest>

namespace tst_recordinglook {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using model::CallAction;
using model::RecordingState;
using presentation::RecordingLook;
using presentation::Shape;
using presentation::ToneRole;

namespace {

const core::Instant Start{1000s};

presentation::LookTime at(core::Duration after)
{
    return {.now = Start + after};
}

model::Call callWith(RecordingState state, bool seen = true)
{
    model::Call call;
    call.legs.append({.dn = model::Dn(u"7001"), .phase = model::CallPhase::Talking});
    call.recording = {.state = state,
                      .stateSaid = true,
                      .sinceSeen = seen,
                      .since = Start,
                      .sinceWall = QDateTime(QDate(2026, 11, 22), QTime(14, 26, 23)),
                      .fileName = "file-1.wav"};
    return call;
}

model::Call legacyCall()
{
    model::Call call = callWith(RecordingState::Unknown);
    call.recording.stateSaid = false;
    return call;
}

} // namespace

class TestRecordingLook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachStateHasItsWordShapeAndTone_data();
    void eachStateHasItsWordShapeAndTone();
    void redMeansCertainlyRecording();
    void uncertainKeepsTheMemory();
    void uncertainPausedIsNotAFact();
    void pendingShowsWhatWasAskedAndForHowLong();
    void startThatWasNotSeenIsSaid();
    void aPauseCountsUpToItsLimit_data();
    void aPauseCountsUpToItsLimit();
    void theLimitIsSpokenTwiceAtMost();
    void descriptionDoesNotChatter();
    void nextStep_data();
    void nextStep();
    void durations_data();
    void durations();
};

void TestRecordingLook::eachStateHasItsWordShapeAndTone_data()
{
    QTest::addColumn<int>("state");
    QTest::addColumn<bool>("legacy");
    QTest::addColumn<QString>("word");
    QTest::addColumn<int>("shape");
    QTest::addColumn<int>("tone");
    QTest::addColumn<QString>("detail");
    QTest::newRow("on") << int(RecordingState::On) << false << u"Recording"_s << int(Shape::Dot)
                        << int(ToneRole::On) << u"02:38"_s;
    QTest::newRow("paused") << int(RecordingState::Paused) << false << u"Paused"_s << int(Shape::Bars)
                            << int(ToneRole::Paused) << u"02:38"_s;
    QTest::newRow("off") << int(RecordingState::Off) << false << u"Not recording"_s << int(Shape::Ring)
                         << int(ToneRole::Off) << QString();
    QTest::newRow("unknown") << int(RecordingState::Unknown) << false << u"Not known"_s
                             << int(Shape::Question) << int(ToneRole::Uncertain) << QString();
    QTest::newRow("legacy") << int(RecordingState::Unknown) << true << u"Recorded"_s << int(Shape::Tick)
                            << int(ToneRole::Off) << QString();
}

void TestRecordingLook::eachStateHasItsWordShapeAndTone()
{
    QFETCH(int, state);
    QFETCH(bool, legacy);
    const model::Call call = legacy ? legacyCall() : callWith(RecordingState(state));
    const RecordingLook look = recordingLook(call, true, at(158s));
    QTEST(look.word, "word");
    QTEST(int(look.shape), "shape");
    QTEST(int(look.tone), "tone");
    QTEST(look.detail, "detail");
    QVERIFY(!look.description.isEmpty());
    QVERIFY(look.description.contains(u"file-1.wav"));
}

void TestRecordingLook::redMeansCertainlyRecording()
{
    for (const RecordingState state :
         {RecordingState::Unknown, RecordingState::Off, RecordingState::On, RecordingState::Paused}) {
        for (const bool certain : {true, false}) {
            for (const bool pending : {true, false}) {
                model::Call call = callWith(state);
                if (pending)
                    call.pendingRecording = {.action = CallAction::StartRecording, .since = Start};
                const RecordingLook look = recordingLook(call, certain, at(5s));
                QCOMPARE(look.tone == ToneRole::On, certain && state == RecordingState::On);
                QCOMPARE(look.tone == ToneRole::Uncertain, !certain || state == RecordingState::Unknown);
            }
        }
    }
}

void TestRecordingLook::uncertainKeepsTheMemory()
{
    presentation::LookTime time = at(60s);
    time.heardAt = Start + 48s;
    const RecordingLook look = recordingLook(callWith(RecordingState::On), false, time);
    QCOMPARE(look.word, u"Not certain"_s);
    QCOMPARE(look.detail, u"last known: Recording"_s);
    QCOMPARE(look.age, u"heard 12 s ago"_s);
    QCOMPARE(presentation::ageText(look), u"last known: Recording · heard 12 s ago"_s);
    QCOMPARE(look.shape, Shape::Dot);
    QVERIFY(look.dashed);
    QCOMPARE(look.description, u"Not certain. Last known: Recording. File: file-1.wav"_s);

    const RecordingLook nothing = recordingLook(callWith(RecordingState::Unknown), false, time);
    QCOMPARE(nothing.word, u"Not certain"_s);
    QCOMPARE(nothing.detail, u"waiting for SIP Server"_s);
}

void TestRecordingLook::uncertainPausedIsNotAFact()
{
    presentation::LookTime time = at(3s);
    time.heardAt = Start;
    const RecordingLook look = recordingLook(callWith(RecordingState::Paused), false, time);
    QCOMPARE(look.word, u"Not certain whether it is paused"_s);
    QCOMPARE(presentation::ageText(look), u"heard 3 s ago"_s);
    QVERIFY(look.description.startsWith(u"Not certain whether it is paused."));
}

void TestRecordingLook::pendingShowsWhatWasAskedAndForHowLong()
{
    model::Call call = callWith(RecordingState::On);
    call.pendingRecording = {.action = CallAction::PauseRecording, .since = Start + 10s};
    RecordingLook look = recordingLook(call, true, at(10s));
    QCOMPARE(look.pending, u"Pausing…"_s);
    QCOMPARE(look.word, u"Recording"_s); // what is, not what was asked for
    QCOMPARE(look.tone, ToneRole::On);

    call.pendingRecording->slow = true;
    look = recordingLook(call, true, at(11s));
    QCOMPARE(look.pending, u"Pausing… 1 s"_s);
    QVERIFY(look.description.contains(u"Waiting for SIP Server."));
}

void TestRecordingLook::startThatWasNotSeenIsSaid()
{
    const RecordingLook look = recordingLook(callWith(RecordingState::On, false), true, at(12s));
    QCOMPARE(look.detail, u"≥ 00:12"_s);
    QVERIFY(look.description.contains(u"seen since 14:26:23"));
}

void TestRecordingLook::aPauseCountsUpToItsLimit_data()
{
    QTest::addColumn<core::Duration>("paused");
    QTest::addColumn<bool>("isWhole");
    QTest::addColumn<QString>("detail");
    QTest::addColumn<double>("fraction");
    QTest::newRow("at first") << core::Duration(0s) << true << u"00:00 of 02:00"_s << 0.0;
    QTest::newRow("on its way") << core::Duration(74s) << true << u"01:14 of 02:00"_s << 74.0 / 120;
    QTest::newRow("paused before it was seen")
        << core::Duration(74s) << false << u"≥ 01:14 of 02:00"_s << 74.0 / 120;
    QTest::newRow("at the limit") << core::Duration(120s) << true << u"02:00, over 02:00"_s << 1.0;
    QTest::newRow("over it") << core::Duration(133s) << true << u"02:13, over 02:00"_s << 1.0;
}

void TestRecordingLook::aPauseCountsUpToItsLimit()
{
    QFETCH(core::Duration, paused);
    QFETCH(bool, isWhole);
    model::Call call = callWith(RecordingState::Paused);
    call.recording.sinceSeen = isWhole;
    presentation::LookTime time = at(paused);
    time.limit = 120s;
    const RecordingLook look = recordingLook(call, true, time);
    QTEST(look.detail, "detail");
    QTEST(look.fraction, "fraction");
    QVERIFY(look.detail.startsWith(look.shortDetail));
    QVERIFY(look.isTime);
    // What is not certain, not paused, or has no limit, counts up to none.
    QCOMPARE(recordingLook(call, false, time).fraction, 0.0);
    QCOMPARE(recordingLook(callWith(RecordingState::On), true, time).fraction, 0.0);
    time.limit.reset();
    QCOMPARE(recordingLook(call, true, time).fraction, 0.0);
    QVERIFY(!recordingLook(call, true, time).detail.contains(u"of"_s));
}

void TestRecordingLook::theLimitIsSpokenTwiceAtMost()
{
    const model::Call call = callWith(RecordingState::Paused);
    QSet<QString> spoken;
    for (int second = 0; second < 300; ++second) {
        presentation::LookTime time = at(std::chrono::seconds(second));
        time.limit = 120s;
        spoken.insert(recordingLook(call, true, time).description);
    }
    QCOMPARE(spoken.size(), 2); // below the limit, and over it
}

void TestRecordingLook::descriptionDoesNotChatter()
{
    model::Call call = callWith(RecordingState::On);
    call.pendingRecording = {.action = CallAction::PauseRecording, .since = Start};
    for (const bool certain : {true, false}) {
        presentation::LookTime early = at(10s);
        presentation::LookTime late = at(500s);
        early.heardAt = late.heardAt = Start;
        QCOMPARE(recordingLook(call, certain, early).description,
                 recordingLook(call, certain, late).description);
    }
}

void TestRecordingLook::nextStep_data()
{
    QTest::addColumn<int>("phase");
    QTest::addColumn<int>("state");
    QTest::addColumn<int>("action");
    const auto row = [](const char *name, model::CallPhase phase, RecordingState state, CallAction action) {
        QTest::newRow(name) << int(phase) << int(state) << int(action);
    };
    row("a ringing call is answered", model::CallPhase::Ringing, RecordingState::Off, CallAction::Answer);
    row("a recording is paused", model::CallPhase::Talking, RecordingState::On, CallAction::PauseRecording);
    row("a paused recording is resumed", model::CallPhase::Held, RecordingState::Paused,
        CallAction::ResumeRecording);
    row("an unrecorded call is recorded", model::CallPhase::Talking, RecordingState::Off,
        CallAction::StartRecording);
}

void TestRecordingLook::nextStep()
{
    QFETCH(int, phase);
    QFETCH(int, state);
    model::Call call = callWith(RecordingState(state));
    call.legs.first().phase = model::CallPhase(phase);
    QTEST(int(presentation::nextStep(call, true)), "action");
    QVERIFY(presentation::nextStep(call, false) != CallAction::Answer); // nobody answers another's call
}

void TestRecordingLook::durations_data()
{
    QTest::addColumn<int>("seconds");
    QTest::addColumn<QString>("clock");
    QTest::addColumn<QString>("ago");
    QTest::newRow("nothing yet") << 0 << u"00:00"_s << u"heard 0 s ago"_s;
    QTest::newRow("before it began") << -5 << u"00:00"_s << u"heard 0 s ago"_s;
    QTest::newRow("seconds") << 59 << u"00:59"_s << u"heard 59 s ago"_s;
    QTest::newRow("minutes") << 158 << u"02:38"_s << u"heard 2 min ago"_s;
    QTest::newRow("hours") << 3758 << u"1:02:38"_s << u"heard 1 h ago"_s;
}

void TestRecordingLook::durations()
{
    QFETCH(int, seconds);
    QTEST(presentation::clockText(std::chrono::seconds(seconds)), "clock");
    QTEST(presentation::heardText(std::chrono::seconds(seconds)), "ago");
    QCOMPARE(presentation::secondsUntil(Start + 3001ms, Start), 4);
    QCOMPARE(presentation::secondsUntil(Start, Start + 1s), 0);
}

TALLY_GUI_TEST(TestRecordingLook)

} // namespace tst_recordinglook
#include "tst_recordinglook.moc"
