#include "model/call.h"
#include "model/callactions.h"

#include <QTest>

using namespace Qt::StringLiterals;
using model::Call;
using model::CallAction;
using model::CallActions;
using model::CallPhase;
using model::Obstacle;
using model::RecordingState;

Q_DECLARE_METATYPE(model::CallPhase)

namespace {

Call callIn(CallPhase phase, RecordingState state)
{
    Call call{.id = model::CallId(1), .recording = {.state = state}};
    call.legs.append({.dn = tlib::Dn(u"7001"_s), .phase = phase});
    return call;
}

} // namespace

/// The table of what is offered: phase and recording state by hand, everything that forbids on top of it.
class TestCallActions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatFitsIsOffered_data();
    void whatFitsIsOffered();
    void everyObstacleKeepsItsRank_data() { whatFitsIsOffered_data(); }
    void everyObstacleKeepsItsRank();
    void anActionHasOneAim();
    void theMostUrgentLegCounts();
};

void TestCallActions::whatFitsIsOffered_data()
{
    QTest::addColumn<CallPhase>("phase");
    QTest::addColumn<RecordingState>("state");
    QTest::addColumn<CallActions>("fits");
    using enum CallAction;
    using enum CallPhase;
    const auto row = [](const QByteArray &name, CallPhase phase, RecordingState state, CallActions fits) {
        QTest::newRow(name.constData()) << phase << state << fits;
    };
    const CallActions any = StartRecording | PauseRecording | ResumeRecording | StopRecording;
    const auto states = {RecordingState::Unknown, RecordingState::Off, RecordingState::On,
                         RecordingState::Paused};
    for (const RecordingState state : states) {
        const QByteArray suffix = ", recording " + QByteArray::number(int(state));
        row("a ringing call is answered, not recorded" + suffix, Ringing, state, Answer);
        row("a dialled call is released, not recorded" + suffix, Dialing, state, Release);
        row("a call that is over offers nothing" + suffix, Released, state, {});
    }
    row("talking, not recording: start", Talking, RecordingState::Off, Hold | Release | StartRecording);
    row("talking, recording: pause or stop", Talking, RecordingState::On,
        Hold | Release | PauseRecording | StopRecording);
    row("talking, paused: resume or stop", Talking, RecordingState::Paused,
        Hold | Release | ResumeRecording | StopRecording);
    row("talking, not known: any", Talking, RecordingState::Unknown, Hold | Release | any);
    row("held, not recording: start", Held, RecordingState::Off, Retrieve | Release | StartRecording);
    row("held, recording: pause or stop", Held, RecordingState::On,
        Retrieve | Release | PauseRecording | StopRecording);
    row("held, paused: resume or stop", Held, RecordingState::Paused,
        Retrieve | Release | ResumeRecording | StopRecording);
    row("held, not known: any", Held, RecordingState::Unknown, Retrieve | Release | any);
}

void TestCallActions::whatFitsIsOffered()
{
    QFETCH(CallPhase, phase);
    QFETCH(RecordingState, state);
    QTEST(possibleActions(callIn(phase, state), true), "fits");
}

void TestCallActions::everyObstacleKeepsItsRank()
{
    QFETCH(CallPhase, phase);
    QFETCH(RecordingState, state);
    QFETCH(CallActions, fits);
    for (int mask = 0; mask < 16; ++mask) {
        const bool certain = mask & 1;
        Call call = callIn(phase, state);
        if (mask & 2)
            call.pendingRecording = model::PendingAction{.action = CallAction::PauseRecording};
        if (mask & 4)
            call.pendingControl = model::PendingAction{.action = CallAction::Hold};
        const model::Permissions permissions{.allowed = mask & 8 ? CallActions() : CallActions(0xff)};
        for (const CallAction action : model::AllCallActions) {
            const bool isPending = recordingCommandOf(action) ? bool(mask & 2) : bool(mask & 4);
            const Obstacle expected = mask & 8                ? Obstacle::NotPermitted
                                      : !certain              ? Obstacle::NotCertain
                                      : isPending             ? Obstacle::RequestUnderWay
                                      : fits.testFlag(action) ? Obstacle::None
                                                              : Obstacle::NotInThisState;
            QCOMPARE(obstacleTo(action, call, certain, permissions), expected);
            QCOMPARE(possibleActions(call, certain, permissions).testFlag(action),
                     expected == Obstacle::None);
        }
    }
}

void TestCallActions::anActionHasOneAim()
{
    QCOMPARE(aimOf(CallAction::StartRecording), RecordingState::On);
    QCOMPARE(aimOf(CallAction::PauseRecording), RecordingState::Paused);
    QCOMPARE(aimOf(CallAction::ResumeRecording), RecordingState::On);
    QCOMPARE(aimOf(CallAction::StopRecording), RecordingState::Off);
    QVERIFY(!aimOf(CallAction::Hold));
    QVERIFY(isReached(CallAction::Hold, callIn(CallPhase::Held, RecordingState::Off)));
    QVERIFY(!isReached(CallAction::Hold, callIn(CallPhase::Talking, RecordingState::Off)));
    QVERIFY(isReached(CallAction::Retrieve, callIn(CallPhase::Talking, RecordingState::Off)));
    QVERIFY(isReached(CallAction::Answer, callIn(CallPhase::Talking, RecordingState::Off)));
    QVERIFY(isReached(CallAction::Release, callIn(CallPhase::Released, RecordingState::Off)));
    QVERIFY(isReached(CallAction::StopRecording, callIn(CallPhase::Talking, RecordingState::Off)));
    QVERIFY(!isReached(CallAction::StopRecording, callIn(CallPhase::Talking, RecordingState::Unknown)));
}

void TestCallActions::theMostUrgentLegCounts()
{
    Call call = callIn(CallPhase::Held, RecordingState::Off);
    call.legs.append({.dn = tlib::Dn(u"7002"_s), .phase = CallPhase::Ringing});
    QCOMPARE(call.phase(), CallPhase::Ringing);
    QCOMPARE(call.dn().toString(), u"7002"_s);
    call.findLeg(tlib::Dn(u"7002"_s))->phase = CallPhase::Released;
    QCOMPARE(call.phase(), CallPhase::Held);
    QVERIFY(!call.isOver());
}

QTEST_GUILESS_MAIN(TestCallActions)
#include "tst_callactions.moc"
