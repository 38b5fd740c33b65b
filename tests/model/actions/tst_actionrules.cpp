#include "model/actions/actionrules.h"
#include "support/conversation.h"
#include "support/testprogram.h"

#include <QTest>

namespace tst_actionrules {

using namespace Qt::StringLiterals;
using model::Call;
using model::CallAction;
using model::CallActions;
using model::CallPhase;
using model::Obstacle;
using model::RecordingState;
using model::WhyNot;
using support::Conversation;

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

CallActions possibleFrom(const model::Standpoint &from, const Call &call)
{
    CallActions actions;
    for (const CallAction action : model::AllCallActions)
        actions.setFlag(action, obstacleTo(action, call, from) == Obstacle::None);
    return actions;
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
class TestActionRules : public QObject
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
    void theOwnLegActs();
    void oneQuestionKnowsEveryReason_data();
    void stopAloneNeedsAYes();
    void oneQuestionKnowsEveryReason();
    void aReasonIsAnObstacleOrAFlaw();
    void aJoinIsNotedOnTheCallThatWasConsultedAbout();
    void whatWasThereBeforeIsNoEffect();
};

void TestActionRules::whatFitsIsOffered_data()
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
        row("a ringing call is answered, not recorded" + suffix, Ringing, state, Answer | Redirect | Reject);
        row("a dialled call is released, not recorded" + suffix, Dialing, state, Release);
        row("a call that is over offers nothing" + suffix, Released, state, {});
    }
    row("talking, not recording: start", Talking, RecordingState::Off,
        Alternate | Hold | Release | Consult | Transfer | StartRecording);
    row("talking, recording: pause or stop", Talking, RecordingState::On,
        Alternate | Hold | Release | Consult | Transfer | PauseRecording | StopRecording);
    row("talking, paused: resume or stop", Talking, RecordingState::Paused,
        Alternate | Hold | Release | Consult | Transfer | ResumeRecording | StopRecording);
    row("talking, not known: any", Talking, RecordingState::Unknown,
        Alternate | Hold | Release | Consult | Transfer | any);
    row("held, not recording: start", Held, RecordingState::Off,
        Alternate | Retrieve | Release | Transfer | StartRecording);
    row("held, recording: pause or stop", Held, RecordingState::On,
        Alternate | Retrieve | Release | Transfer | PauseRecording | StopRecording);
    row("held, paused: resume or stop", Held, RecordingState::Paused,
        Alternate | Retrieve | Release | Transfer | ResumeRecording | StopRecording);
    row("held, not known: any", Held, RecordingState::Unknown,
        Alternate | Retrieve | Release | Transfer | any);
}

void TestActionRules::whatFitsIsOffered()
{
    QFETCH(CallPhase, phase);
    QFETCH(RecordingState, state);
    const Call call = callIn(phase, state);
    QTEST(possibleFrom(partOf(call), call), "fits");
}

void TestActionRules::everyObstacleKeepsItsRank()
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
        const model::DeskRights rights{.permissions = mask & 8 ? nothing : model::RecordingPermissions(),
                                       .isReplay = bool(mask & 32)};
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
            QCOMPARE(obstacleTo(action, call, from, rights), expected);
        }
    }
}

void TestActionRules::aConsultationHasTwoCalls_data()
{
    QTest::addColumn<CallPhase>("phase");
    QTest::addColumn<bool>("isConsultation");
    QTest::addColumn<CallActions>("fits");
    using enum CallAction;
    const CallActions joins = CompleteTransfer | CompleteConference;
    QTest::newRow("the held call is joined with the other, and not handed on besides")
        << CallPhase::Held << false << (Alternate | Retrieve | Release | joins);
    QTest::newRow("so it is when it was taken back meanwhile")
        << CallPhase::Talking << false << (Alternate | Hold | Release | joins);
    QTest::newRow("a consultation that is dialled is joined before the answer")
        << CallPhase::Dialing << true << (Release | joins);
    QTest::newRow("a consultation is joined, and nobody else consulted in it")
        << CallPhase::Talking << true << (Alternate | Hold | Release | joins);
    QTest::newRow("a consultation on hold is joined, too")
        << CallPhase::Held << true << (Alternate | Retrieve | Release | joins);
    QTest::newRow("a consultation that rings is answered first")
        << CallPhase::Ringing << true << (Answer | Redirect | Reject);
    QTest::newRow("a consultation that is over offers nothing")
        << CallPhase::Released << true << CallActions();
}

void TestActionRules::aConsultationHasTwoCalls()
{
    QFETCH(CallPhase, phase);
    QFETCH(bool, isConsultation);
    QFETCH(CallActions, fits);
    Call call = callIn(phase, RecordingState::Off);
    (isConsultation ? call.consultationOf : call.consultation) = Other;
    QCOMPARE(possibleFrom(partOf(call), call) & ~OnRecordings, fits);
}

void TestActionRules::whoseCallItIs_data()
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

void TestActionRules::whoseCallItIs()
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

void TestActionRules::anActionHasOneAim()
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
    QVERIFY(reaches(CallAction::Alternate, callIn(CallPhase::Talking, RecordingState::Off)));
    QVERIFY(!reaches(CallAction::Alternate, callIn(CallPhase::Held, RecordingState::Off)));
    for (const CallAction action : {CallAction::Redirect, CallAction::Reject}) {
        QVERIFY(reaches(action, callIn(CallPhase::Released, RecordingState::Off)));
        QVERIFY(!reaches(action, callIn(CallPhase::Ringing, RecordingState::Off)));
    }
    QVERIFY(reaches(CallAction::StopRecording, callIn(CallPhase::Talking, RecordingState::Off)));
    QVERIFY(!reaches(CallAction::StopRecording, callIn(CallPhase::Talking, RecordingState::Unknown)));
}

void TestActionRules::whatATransferReaches()
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

void TestActionRules::theOwnLegActs()
{
    Call call{.id = model::CallId(1), .recording = {.state = RecordingState::On}};
    call.legs.append({.dn = tlib::Dn(u"8001"_s), .phase = CallPhase::Talking});
    call.legs.append({.dn = tlib::Dn(u"7900"_s), .phase = CallPhase::Held});
    // What the agent does, talking, says nothing of what the supervisor can do, who is on hold.
    QCOMPARE(possibleFrom(partOf(call), call) & ~OnRecordings,
             CallAction::Alternate | CallAction::Retrieve | CallAction::Release | CallAction::Transfer);
    QVERIFY(!reaches(CallAction::Retrieve, call));
    QVERIFY(reaches(CallAction::Hold, call));
    // The recording goes by the call.
    QVERIFY(possibleFrom(partOf(call), call).testFlag(CallAction::PauseRecording));
    call.findLeg(tlib::Dn(u"7900"_s))->phase = CallPhase::Released;
    QCOMPARE(obstacleTo(CallAction::Release, call, partOf(call)), Obstacle::NotOwnCall);
    call.findLeg(tlib::Dn(u"8001"_s))->phase = CallPhase::Released;
    QCOMPARE(obstacleTo(CallAction::Release, call, partOf(call)), Obstacle::NotInThisState);
}

void TestActionRules::oneQuestionKnowsEveryReason_data()
{
    using Details = model::ActionDetails;
    using enum CallAction;
    using model::DestinationFlaw;
    using model::OptionsFlaw;
    QTest::addColumn<CallAction>("action");
    QTest::addColumn<Details>("details");
    QTest::addColumn<std::optional<WhyNot>>("why");
    const auto row = [](const char *name, CallAction action, const Details &details,
                        const std::optional<WhyNot> &why) {
        QTest::newRow(name) << action << details << why;
    };
    const Details noUri{.recording = {.dest = u"recorder"_s}};
    const Details noName{.recording = {.params = {{{}, u"v"_s}}}};
    const auto to = [](const QString &dn) { return Details{.destination = tlib::Dn(dn)}; };
    row("what fits may be done", PauseRecording, {}, std::nullopt);
    row("what does not fit may not", ResumeRecording, {}, Obstacle::NotInThisState);
    row("what stands in the way is said before a flaw", StartRecording, noUri, Obstacle::NotInThisState);
    row("options are looked at as far as they go out", PauseRecording, noUri, std::nullopt);
    row("a flaw in what goes out", PauseRecording, noName, OptionsFlaw::EmptyParamName);
    row("options of an action that takes none", Hold, noName, std::nullopt);
    row("a destination", Transfer, to(u"7002"_s), std::nullopt);
    row("no destination", Transfer, {}, DestinationFlaw::Empty);
    row("two words", Consult, to(u"70 02"_s), DestinationFlaw::NotOneWord);
    row("the DN that it is to go from", Consult, to(u"7001"_s), DestinationFlaw::OwnDn);
    row("nobody rings", Redirect, to(u"7002"_s), Obstacle::NotInThisState);
    row("no other call", Alternate, {}, Obstacle::NotInThisState);
    row("no conference", DropParty, {.party = Conversation::Caller}, Obstacle::NotInThisState);
    row("a destination of an action that needs none", Release, to(u"7001"_s), std::nullopt);
}

void TestActionRules::stopAloneNeedsAYes()
{
    for (const CallAction action : model::AllCallActions)
        QCOMPARE(model::needsConfirmation(action), action == CallAction::StopRecording);
}

void TestActionRules::oneQuestionKnowsEveryReason()
{
    QFETCH(CallAction, action);
    QFETCH(model::ActionDetails, details);
    QFETCH(std::optional<WhyNot>, why);
    Conversation talk;
    talk.connect();
    talk.talk(Conversation::recording(u"ON"_s));
    QCOMPARE(talk.desk.rules.whyNot(action, *talk.call(), details), why);
    QVERIFY(talk.link.nothingSent()); // asking is not doing
    const auto sent = talk.desk.control.perform(Conversation::CallOne, action, details);
    QCOMPARE(sent.has_value(), !why);
    if (why)
        QCOMPARE(sent.error().kind, model::kindOf(*why));
}

void TestActionRules::aReasonIsAnObstacleOrAFlaw()
{
    QCOMPARE(model::kindOf(Obstacle::NotPermitted), core::ErrorKind::NotAllowed);
    QCOMPARE(model::kindOf(model::OptionsFlaw::TooLong), core::ErrorKind::InvalidInput);
    QCOMPARE(model::kindOf(model::DestinationFlaw::Empty), core::ErrorKind::InvalidInput);
}

void TestActionRules::aJoinIsNotedOnTheCallThatWasConsultedAbout()
{
    Conversation talk;
    const model::ActionRules &rules = talk.desk.rules;
    const Call first{.id = model::CallId(1), .consultation = Other};
    const Call consultation{.id = Other, .consultationOf = model::CallId(1)};
    for (const CallAction action : {CallAction::CompleteTransfer, CallAction::CompleteConference}) {
        QCOMPARE(rules.subject(action, first), first.id);
        QCOMPARE(rules.subject(action, consultation), first.id);
    }
    QCOMPARE(rules.subject(CallAction::Hold, consultation), Other);
    QCOMPARE(rules.subject(CallAction::PauseRecording, first), first.id);
}

void TestActionRules::whatWasThereBeforeIsNoEffect()
{
    Call call = callIn(CallPhase::Talking, RecordingState::Unknown);
    call.recording.fileName = "file-1";
    model::PendingAction start{.action = CallAction::StartRecording, .fileBefore = "file-1"};
    QVERIFY(!isReached(start, call, &call.legs[0]));
    call.recording.fileName = "file-2";
    QVERIFY(isReached(start, call, &call.legs[0])); // legacy: nothing but a name is ever said
    call.recording.stateSaid = true;
    QVERIFY(!isReached(start, call, &call.legs[0]));

    call.moreParties = {tlib::Dn(u"8003"_s)};
    model::PendingAction conference{.action = CallAction::CompleteConference, .partiesBefore = 1};
    QVERIFY(!isReached(conference, call, &call.legs[0])); // three have talked before
    call.moreParties.append(tlib::Dn(u"8004"_s));
    QVERIFY(isReached(conference, call, &call.legs[0]));

    const model::PendingAction drop{.action = CallAction::DropParty, .party = tlib::Dn(u"8003"_s)};
    QVERIFY(!isReached(drop, call, &call.legs[0]));
    call.moreParties.removeFirst();
    QVERIFY(isReached(drop, call, &call.legs[0]));
    QVERIFY(!isReached(drop, call, nullptr)); // nobody sees it from here any more
}

TALLY_TEST(TestActionRules)

} // namespace tst_actionrules
#include "tst_actionrules.moc"
