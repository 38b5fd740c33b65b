#include "model/actions/callactions.h"
#include "model/calls/call.h"
#include "support/testprogram.h"

#include <QTest>

namespace tst_callactions {

using namespace Qt::StringLiterals;
using model::Call;
using model::CallAction;
using model::CallActions;
using model::CallPhase;
using model::Obstacle;
using model::RecordingState;

namespace {

Call callIn(CallPhase phase, RecordingState state)
{
    Call call{.id = model::CallId(1), .recording = {.state = state}};
    call.legs.append({.dn = tlib::Dn(u"7001"_s), .phase = phase});
    return call;
}

bool isOwn(const tlib::Dn &dn)
{
    return dn.toString().startsWith(u'7');
}

/// Of somebody who takes part in the call himself.
model::Standpoint partOf(const Call &call, bool certain = true)
{
    return {.certain = certain, .ownLeg = model::ownLegOf(call, &isOwn)};
}

bool reaches(CallAction action, const Call &call)
{
    return isReached(action, call, model::ownLegOf(call, &isOwn));
}

constexpr model::CallId Other{2};
const CallActions OnRecordings = CallAction::StartRecording | CallAction::PauseRecording |
                                 CallAction::ResumeRecording | CallAction::StopRecording;

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
    void aConsultationHasTwoCalls_data();
    void aConsultationHasTwoCalls();
    void whoseCallItIs_data();
    void whoseCallItIs();
    void anActionHasOneAim();
    void whatATransferReaches();
    void theMostUrgentLegCounts();
    void theOwnLegActs();
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
    row("talking, not recording: start", Talking, RecordingState::Off,
        Hold | Release | Consult | Transfer | StartRecording);
    row("talking, recording: pause or stop", Talking, RecordingState::On,
        Hold | Release | Consult | Transfer | PauseRecording | StopRecording);
    row("talking, paused: resume or stop", Talking, RecordingState::Paused,
        Hold | Release | Consult | Transfer | ResumeRecording | StopRecording);
    row("talking, not known: any", Talking, RecordingState::Unknown,
        Hold | Release | Consult | Transfer | any);
    row("held, not recording: start", Held, RecordingState::Off,
        Retrieve | Release | Transfer | StartRecording);
    row("held, recording: pause or stop", Held, RecordingState::On,
        Retrieve | Release | Transfer | PauseRecording | StopRecording);
    row("held, paused: resume or stop", Held, RecordingState::Paused,
        Retrieve | Release | Transfer | ResumeRecording | StopRecording);
    row("held, not known: any", Held, RecordingState::Unknown, Retrieve | Release | Transfer | any);
}

void TestCallActions::whatFitsIsOffered()
{
    QFETCH(CallPhase, phase);
    QFETCH(RecordingState, state);
    const Call call = callIn(phase, state);
    QTEST(possibleActions(call, partOf(call)), "fits");
}

void TestCallActions::everyObstacleKeepsItsRank()
{
    QFETCH(CallPhase, phase);
    QFETCH(RecordingState, state);
    QFETCH(CallActions, fits);
    model::RecordingPermissions nothing;
    for (const CallAction action : model::AllCallActions) {
        if (const auto command = recordingCommandOf(action))
            nothing.setAllowed(*command, false);
    }
    for (int mask = 0; mask < 64; ++mask) {
        Call call = callIn(phase, state);
        if (mask & 2)
            call.pendingRecording = model::PendingAction{.action = CallAction::PauseRecording};
        if (mask & 4)
            call.pendingControl = model::PendingAction{.action = CallAction::Hold};
        model::Standpoint from = partOf(call, mask & 1);
        if (mask & 16)
            from.ownLeg = nullptr;
        from.isReplay = mask & 32;
        const model::RecordingPermissions permissions = mask & 8 ? nothing : model::RecordingPermissions();
        for (const CallAction action : model::AllCallActions) {
            const bool isPending = recordingCommandOf(action) ? bool(mask & 2) : bool(mask & 4);
            const bool isForbidden = (mask & 8) && recordingCommandOf(action);
            const bool isOthers = (mask & 16) && phase != CallPhase::Released && !recordingCommandOf(action);
            const Obstacle expected = mask & 32               ? Obstacle::OnlyLooking
                                      : isForbidden           ? Obstacle::NotPermitted
                                      : isOthers              ? Obstacle::NotOwnCall
                                      : !(mask & 1)           ? Obstacle::NotCertain
                                      : isPending             ? Obstacle::RequestUnderWay
                                      : fits.testFlag(action) ? Obstacle::None
                                                              : Obstacle::NotInThisState;
            QCOMPARE(obstacleTo(action, call, from, permissions), expected);
            QCOMPARE(possibleActions(call, from, permissions).testFlag(action), expected == Obstacle::None);
        }
    }
}

void TestCallActions::aConsultationHasTwoCalls_data()
{
    QTest::addColumn<CallPhase>("phase");
    QTest::addColumn<bool>("isConsultation");
    QTest::addColumn<CallActions>("fits");
    using enum CallAction;
    const CallActions joins = CompleteTransfer | CompleteConference;
    QTest::newRow("the held call is joined with the other, and not handed on besides")
        << CallPhase::Held << false << (Retrieve | Release | joins);
    QTest::newRow("so it is when it was taken back meanwhile")
        << CallPhase::Talking << false << (Hold | Release | joins);
    QTest::newRow("a consultation that is dialled is joined before the answer")
        << CallPhase::Dialing << true << (Release | joins);
    QTest::newRow("a consultation is joined, and nobody else consulted in it")
        << CallPhase::Talking << true << (Hold | Release | joins);
    QTest::newRow("a consultation on hold is joined, too")
        << CallPhase::Held << true << (Retrieve | Release | joins);
    QTest::newRow("a consultation that rings is answered first")
        << CallPhase::Ringing << true << CallActions(Answer);
    QTest::newRow("a consultation that is over offers nothing")
        << CallPhase::Released << true << CallActions();
}

void TestCallActions::aConsultationHasTwoCalls()
{
    QFETCH(CallPhase, phase);
    QFETCH(bool, isConsultation);
    QFETCH(CallActions, fits);
    Call call = callIn(phase, RecordingState::Off);
    (isConsultation ? call.consultationOf : call.consultation) = Other;
    QCOMPARE(possibleActions(call, partOf(call)) & ~OnRecordings, fits);
}

void TestCallActions::whoseCallItIs_data()
{
    QTest::addColumn<QString>("dn");
    QTest::addColumn<bool>("hasOwnDn");
    QTest::addColumn<Obstacle>("toPause");
    QTest::addColumn<Obstacle>("toHold");
    QTest::newRow("an own call") << u"7001"_s << true << Obstacle::None << Obstacle::None;
    QTest::newRow("somebody else's: its recording can be moved on behalf of the own DN")
        << u"8001"_s << true << Obstacle::None << Obstacle::NotOwnCall;
    QTest::newRow("somebody else's, and there is no own DN")
        << u"8001"_s << false << Obstacle::NoOwnDn << Obstacle::NotOwnCall;
}

void TestCallActions::whoseCallItIs()
{
    QFETCH(QString, dn);
    QFETCH(bool, hasOwnDn);
    Call call{.id = model::CallId(1), .recording = {.state = RecordingState::On}};
    call.legs.append({.dn = tlib::Dn(dn), .phase = CallPhase::Talking});
    model::Standpoint from = partOf(call);
    from.hasOwnDn = hasOwnDn;
    QTEST(obstacleTo(CallAction::PauseRecording, call, from), "toPause");
    QTEST(obstacleTo(CallAction::Hold, call, from), "toHold");
    from.certain = false;
}

void TestCallActions::anActionHasOneAim()
{
    QCOMPARE(aimOf(CallAction::StartRecording), RecordingState::On);
    QCOMPARE(aimOf(CallAction::PauseRecording), RecordingState::Paused);
    QCOMPARE(aimOf(CallAction::ResumeRecording), RecordingState::On);
    QCOMPARE(aimOf(CallAction::StopRecording), RecordingState::Off);
    QVERIFY(!aimOf(CallAction::Hold));
    QVERIFY(reaches(CallAction::Hold, callIn(CallPhase::Held, RecordingState::Off)));
    QVERIFY(!reaches(CallAction::Hold, callIn(CallPhase::Talking, RecordingState::Off)));
    QVERIFY(reaches(CallAction::Retrieve, callIn(CallPhase::Talking, RecordingState::Off)));
    QVERIFY(reaches(CallAction::Answer, callIn(CallPhase::Talking, RecordingState::Off)));
    QVERIFY(reaches(CallAction::Release, callIn(CallPhase::Released, RecordingState::Off)));
    QVERIFY(reaches(CallAction::StopRecording, callIn(CallPhase::Talking, RecordingState::Off)));
    QVERIFY(!reaches(CallAction::StopRecording, callIn(CallPhase::Talking, RecordingState::Unknown)));
}

void TestCallActions::whatATransferReaches()
{
    Call call = callIn(CallPhase::Talking, RecordingState::Off);
    call.legs.append({.dn = tlib::Dn(u"8002"_s), .phase = CallPhase::Talking});
    for (const CallAction action : {CallAction::Transfer, CallAction::CompleteTransfer, CallAction::Release})
        QVERIFY(!reaches(action, call));
    QVERIFY(!reaches(CallAction::Consult, call));
    QVERIFY(!reaches(CallAction::CompleteConference, call));
    call.consultation = Other;
    QVERIFY(reaches(CallAction::Consult, call));
    call.moreParties = {tlib::Dn(u"8003"_s)};
    QVERIFY(!reaches(CallAction::CompleteConference, call)); // the consultation is still there
    call.consultation = {};
    QVERIFY(reaches(CallAction::CompleteConference, call));
    call.legs[0].phase = CallPhase::Released; // the other goes on without this desktop
    for (const CallAction action : {CallAction::Transfer, CallAction::CompleteTransfer, CallAction::Release})
        QVERIFY(reaches(action, call));
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

void TestCallActions::theOwnLegActs()
{
    Call call{.id = model::CallId(1), .recording = {.state = RecordingState::On}};
    QVERIFY(!model::ownLegOf(call, &isOwn));
    call.legs.append({.dn = tlib::Dn(u"8001"_s), .phase = CallPhase::Talking});
    QVERIFY(!model::ownLegOf(call, &isOwn));
    call.legs.append({.dn = tlib::Dn(u"7900"_s), .phase = CallPhase::Held});
    QCOMPARE(model::ownLegOf(call, &isOwn)->dn.toString(), u"7900"_s);
    // What the agent does, talking, says nothing of what the supervisor can do, who is on hold.
    QCOMPARE(possibleActions(call, partOf(call)) & ~OnRecordings,
             CallAction::Retrieve | CallAction::Release | CallAction::Transfer);
    QVERIFY(!reaches(CallAction::Retrieve, call));
    QVERIFY(reaches(CallAction::Hold, call));
    // The recording goes by the call.
    QVERIFY(possibleActions(call, partOf(call)).testFlag(CallAction::PauseRecording));
    call.findLeg(tlib::Dn(u"7900"_s))->phase = CallPhase::Released;
    QCOMPARE(obstacleTo(CallAction::Release, call, partOf(call)), Obstacle::NotOwnCall);
    call.findLeg(tlib::Dn(u"8001"_s))->phase = CallPhase::Released;
    QCOMPARE(obstacleTo(CallAction::Release, call, partOf(call)), Obstacle::NotInThisState);
    call.legs.append({.dn = tlib::Dn(u"7901"_s), .phase = CallPhase::Talking});
    QCOMPARE(model::ownLegOf(call, &isOwn)->dn.toString(), u"7901"_s); // the more urgent of two own legs
}

TALLY_TEST(TestCallActions)

} // namespace tst_callactions
#include "tst_callactions.moc"
