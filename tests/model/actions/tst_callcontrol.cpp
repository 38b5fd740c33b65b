#include "support/conversation.h"
#include "support/testprogram.h"

#include <QSignalSpy>
#include <QTest>

namespace tst_callcontrol {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using model::CallAction;
using model::CallPhase;
using model::Obstacle;
using model::RecordingState;
using model::ToastKind;
using support::Conversation;
using tlib::MessageType;

namespace {

constexpr tlib::ConnId One = Conversation::CallOne;

using Outcomes = QList<std::pair<CallAction, std::optional<core::ErrorKind>>>;

/// What settled() has told, in order.
class Settled
{
public:
    explicit Settled(Conversation &talk)
    {
        QObject::connect(
            &talk.desk.control, &model::CallControl::settled, &m_context,
            [this](model::CallId, CallAction action, const core::Result<core::Done> &outcome) {
                outcomes.append({action, outcome ? std::nullopt : std::optional(outcome.error().kind)});
            });
    }
    Outcomes outcomes;

private:
    QObject m_context;
};

} // namespace

class TestCallControl : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDoubleClickSendsOnce();
    void recordingAndCallControlGoSideBySide();
    void itSaysWhyNot();
    void everyRefusalIsSaid_data();
    void everyRefusalIsSaid();
    void aReleasedCallSettlesItsRelease_data();
    void aReleasedCallSettlesItsRelease();
    void aCallThatEndsSettlesWhatWasAsked();
    void theEffectSettlesWithoutAnAnswer();
    void aLateAnswerIsNotTheNextRequests();
    void aWrongStateDoesNotSettle();
    void theMarkEndsInEveryCase_data();
    void theMarkEndsInEveryCase();
    void anUncertainValueSettlesNothing();
    void aFailedSendIsSaid();
    void aListenerMayActAgainAtOnce();
    void aListenerMayCloseWhileItIsSent();
    void whatIsSentOnAGoneCallIsRefused();
    void aStartIsShownByAFileNameAlone();
    void aStartIsNotShownByTheOldFileName();
    void theLimitsAreSettings();
    void optionsGoOutWithAStartOnly();
    void manyCallsLoseTheLinkTogether();
};

void TestCallControl::aDoubleClickSendsOnce()
{
    Conversation talk;
    talk.connect();
    talk.talk(Conversation::recording(u"ON"_s));
    QVERIFY(talk.desk.control.perform(One, CallAction::PauseRecording));
    const auto again = talk.desk.control.perform(One, CallAction::PauseRecording);
    QCOMPARE(again.error().kind, core::ErrorKind::NotAllowed);
    QVERIFY(!talk.desk.control.perform(One, CallAction::StopRecording)); // of the same kind
    QVERIFY(talk.link.expect<tlib::RecordingService>());
    QVERIFY(talk.link.nothingSent());
}

void TestCallControl::recordingAndCallControlGoSideBySide()
{
    Conversation talk;
    talk.connect();
    talk.talk(Conversation::recording(u"ON"_s));
    Settled settled(talk);
    QVERIFY(talk.desk.control.perform(One, CallAction::PauseRecording));
    QVERIFY(talk.desk.control.perform(One, CallAction::Hold));
    const auto pause = talk.link.expect<tlib::RecordingService>();
    const auto hold = talk.link.expect<tlib::HoldCall>();
    talk.link.answer(hold->second, talk.event(MessageType::EventHeld));
    QVERIFY(!talk.call()->pendingControl);
    QVERIFY(talk.call()->pendingRecording);
    talk.refuse(pause->second, 93);
    QCOMPARE(settled.outcomes,
             (Outcomes{{CallAction::Hold, {}}, {CallAction::PauseRecording, core::ErrorKind::Refused}}));
}

void TestCallControl::itSaysWhyNot()
{
    model::DeskConfiguration configuration;
    for (const auto command : {tlib::RecordingCommand::Start, tlib::RecordingCommand::Pause,
                               tlib::RecordingCommand::Resume, tlib::RecordingCommand::Stop})
        configuration.permissions.setAllowed(command, false);
    Conversation talk(configuration);
    QCOMPARE(talk.desk.control.perform(One, CallAction::Hold).error().kind, core::ErrorKind::NotFound);
    talk.connect();
    talk.talk(Conversation::recording(u"ON"_s));
    const model::ActionRules &rules = talk.desk.rules;
    QCOMPARE(rules.obstacle(CallAction::PauseRecording, *talk.call()), Obstacle::NotPermitted);
    QCOMPARE(rules.obstacle(CallAction::Hold, *talk.call()), Obstacle::None);
    QCOMPARE(rules.possible(*talk.call()),
             CallAction::Hold | CallAction::Release | CallAction::Consult | CallAction::Transfer);
    talk.link.push({.type = MessageType::EventLinkDisconnected});
    QCOMPARE(rules.obstacle(CallAction::Hold, *talk.call()), Obstacle::NotCertain);
    QVERIFY(!talk.desk.control.perform(One, CallAction::Hold));
    QVERIFY(talk.link.nothingSent());
}

void TestCallControl::everyRefusalIsSaid_data()
{
    QTest::addColumn<int>("code");
    for (const int code : {40,  41,  42,  43,  50,  51,  52,  53,  54,  55,  56,  57,  58,  59,  71,  91, 93,
                           118, 119, 166, 168, 177, 185, 191, 192, 223, 415, 470, 477, 496, 506, 527, 0,  -1})
        QTest::addRow("the server says %d", code) << code;
}

void TestCallControl::everyRefusalIsSaid()
{
    QFETCH(int, code);
    Conversation talk;
    talk.connect();
    talk.talk(Conversation::recording(u"ON"_s));
    Settled settled(talk);
    QVERIFY(talk.desk.control.perform(One, CallAction::PauseRecording));
    talk.refuse(talk.link.expect<tlib::RecordingService>()->second, code);
    QCOMPARE(settled.outcomes, (Outcomes{{CallAction::PauseRecording, core::ErrorKind::Refused}}));
    QCOMPARE(talk.desk.toasts.toasts().size(), 1);
    const model::Toast &toast = talk.desk.toasts.toasts().first();
    QCOMPARE(toast.kind, ToastKind::Refused);
    QCOMPARE(toast.code, code);
    QCOMPARE(toast.party, Conversation::Caller);
    QCOMPARE(toast.callAction, CallAction::PauseRecording);
    QVERIFY(talk.call());
    QCOMPARE(talk.call()->recording.state, RecordingState::On);
    QVERIFY(!talk.call()->pendingRecording);
    QVERIFY(talk.isCertain()); // a refusal is no doubt
}

void TestCallControl::aReleasedCallSettlesItsRelease_data()
{
    QTest::addColumn<bool>("asAnswer");
    QTest::newRow("with our reference id") << true;
    QTest::newRow("without, as the other side was quicker") << false;
}

void TestCallControl::aReleasedCallSettlesItsRelease()
{
    QFETCH(bool, asAnswer);
    Conversation talk;
    talk.connect();
    talk.talk();
    Settled settled(talk);
    QVERIFY(talk.desk.control.perform(One, CallAction::Release));
    auto released = talk.event(MessageType::EventReleased);
    if (asAnswer)
        released.referenceId = talk.link.expect<tlib::ReleaseCall>()->second;
    talk.link.push(released);
    QVERIFY(!talk.call());
    talk.clock.advance(60s);
    talk.loseLink();
    QCOMPARE(settled.outcomes, (Outcomes{{CallAction::Release, {}}}));
    QVERIFY(talk.desk.toasts.toasts().isEmpty());
}

void TestCallControl::aCallThatEndsSettlesWhatWasAsked()
{
    Conversation talk;
    talk.connect();
    talk.talk(Conversation::recording(u"ON"_s));
    Settled settled(talk);
    QVERIFY(talk.desk.control.perform(One, CallAction::PauseRecording));
    QVERIFY(talk.desk.control.perform(One, CallAction::Hold));
    const auto pause = talk.link.expect<tlib::RecordingService>();
    talk.say(MessageType::EventReleased);
    talk.refuse(pause->second, 470);
    talk.clock.advance(60s);
    QCOMPARE(settled.outcomes, (Outcomes{{CallAction::Hold, core::ErrorKind::NotFound},
                                         {CallAction::PauseRecording, core::ErrorKind::NotFound}}));
    QVERIFY(!talk.clock.hasAlarms());
}

void TestCallControl::theEffectSettlesWithoutAnAnswer()
{
    Conversation talk;
    talk.connect();
    talk.talk();
    Settled settled(talk);
    QVERIFY(talk.desk.control.perform(One, CallAction::Hold));
    talk.say(MessageType::EventHeld); // carries no reference id
    QVERIFY(!talk.call()->pendingControl);
    talk.clock.advance(60s);
    QCOMPARE(settled.outcomes, (Outcomes{{CallAction::Hold, {}}}));
    QVERIFY(talk.desk.toasts.toasts().isEmpty());
}

void TestCallControl::aLateAnswerIsNotTheNextRequests()
{
    Conversation talk({.connection = {.request = 30s}});
    talk.connect();
    talk.talk(Conversation::recording(u"ON"_s));
    QVERIFY(talk.desk.control.perform(One, CallAction::PauseRecording));
    const auto first = talk.link.expect<tlib::RecordingService>();
    talk.clock.advance(5s);
    QVERIFY(!talk.call()->pendingRecording);
    QVERIFY(talk.link.expect<tlib::QueryCall>());
    QVERIFY(talk.desk.control.perform(One, CallAction::PauseRecording));
    QVERIFY(talk.link.expect<tlib::RecordingService>());
    talk.acknowledge(first->second);
    QVERIFY(!talk.call()->pendingRecording->accepted);
    talk.refuse(first->second, 93);
    QVERIFY(talk.call()->pendingRecording);
    QCOMPARE(talk.desk.toasts.toasts().size(), 1);
}

void TestCallControl::aWrongStateDoesNotSettle()
{
    Conversation talk;
    talk.connect();
    talk.talk(Conversation::recording(u"ON"_s));
    Settled settled(talk);
    QVERIFY(talk.desk.control.perform(One, CallAction::PauseRecording));
    talk.sayRecording(u"ON"_s, u"file-2"_s);
    talk.sayRecording(u"what"_s);
    talk.sayRecording(u"OFF"_s);
    QVERIFY(settled.outcomes.isEmpty());
    talk.clock.advance(5s);
    QCOMPARE(settled.outcomes, (Outcomes{{CallAction::PauseRecording, core::ErrorKind::TimedOut}}));
}

void TestCallControl::theMarkEndsInEveryCase_data()
{
    using Act = std::function<void(Conversation &)>;
    QTest::addColumn<Act>("act");
    QTest::newRow("no answer") << Act([](Conversation &talk) { talk.clock.advance(5s); });
    QTest::newRow("accepted, and nothing follows") << Act([](Conversation &talk) {
        talk.acknowledge(talk.link.expect<tlib::RecordingService>()->second);
        talk.clock.advance(5s);
    });
    QTest::newRow("the link is lost") << Act([](Conversation &talk) { talk.loseLink(); });
    QTest::newRow("the switch is lost")
        << Act([](Conversation &talk) { talk.link.push({.type = MessageType::EventLinkDisconnected}); });
    QTest::newRow("a switch-over") << Act(
        [](Conversation &talk) { talk.link.push({.type = MessageType::EventLinkConnected}); });
    QTest::newRow("closed") << Act([](Conversation &talk) { talk.desk.connection.close(); });
    QTest::newRow("opened anew") << Act(
        [](Conversation &talk) { talk.desk.connection.open({.host = u"other"_s}); });
    QTest::newRow("the DN is watched no more")
        << Act([](Conversation &talk) { talk.desk.registry.setDns(QList<model::Dn>()); });
    QTest::newRow("the monitoring ends, and no answer") << Act([](Conversation &talk) {
        talk.link.push({.type = MessageType::EventUnregistered, .thisDn = Conversation::OwnDn});
        talk.clock.advance(5s);
    });
}

void TestCallControl::theMarkEndsInEveryCase()
{
    using Act = std::function<void(Conversation &)>;
    QFETCH(Act, act);
    Conversation talk;
    talk.connect();
    talk.talk(Conversation::recording(u"ON"_s));
    Settled settled(talk);
    QVERIFY(talk.desk.control.perform(One, CallAction::PauseRecording));
    act(talk);
    QCOMPARE(settled.outcomes.size(), 1);
    QVERIFY(settled.outcomes.first().second);
    QVERIFY(!talk.call() || !talk.call()->pendingRecording);
    talk.clock.advance(1min);
    QCOMPARE(settled.outcomes.size(), 1);
}

void TestCallControl::anUncertainValueSettlesNothing()
{
    Conversation talk;
    talk.connect();
    talk.talk(Conversation::recording(u"ON"_s));
    Settled settled(talk);
    QVERIFY(talk.desk.control.perform(One, CallAction::PauseRecording));
    talk.link.push({.type = MessageType::EventLinkDisconnected});
    QCOMPARE(settled.outcomes, (Outcomes{{CallAction::PauseRecording, core::ErrorKind::LinkLost}}));
    talk.sayRecording(u"PAUSED"_s);
    QCOMPARE(settled.outcomes.size(), 1);
    QCOMPARE(talk.desk.toasts.toasts().size(), 1); // nor does it make the toast obsolete
}

void TestCallControl::aFailedSendIsSaid()
{
    Conversation talk;
    talk.connect();
    talk.talk(Conversation::recording(u"ON"_s));
    Settled settled(talk);
    talk.link.close(); // dead, and has not said so
    QVERIFY(talk.desk.control.perform(One, CallAction::PauseRecording));
    QVERIFY(settled.outcomes.isEmpty());
    QTRY_COMPARE(settled.outcomes, (Outcomes{{CallAction::PauseRecording, core::ErrorKind::NotConnected}}));
    QCOMPARE(talk.desk.toasts.toasts().first().kind, ToastKind::NotSent);
}

void TestCallControl::aListenerMayActAgainAtOnce()
{
    Conversation talk;
    talk.connect();
    talk.talk(Conversation::recording(u"ON"_s));
    Settled settled(talk);
    QObject context;
    QObject::connect(&talk.desk.control, &model::CallControl::settled, &context,
                     [&](tlib::ConnId id, CallAction action) {
                         if (action == CallAction::PauseRecording)
                             QVERIFY(talk.desk.control.perform(id, CallAction::ResumeRecording));
                     });
    QVERIFY(talk.desk.control.perform(One, CallAction::PauseRecording));
    QVERIFY(talk.link.expect<tlib::RecordingService>());
    talk.sayRecording(u"PAUSED"_s);
    QCOMPARE(talk.call()->pendingRecording->action, CallAction::ResumeRecording);
    talk.sayRecording(u"ON"_s);
    QCOMPARE(settled.outcomes,
             (Outcomes{{CallAction::PauseRecording, {}}, {CallAction::ResumeRecording, {}}}));
    talk.clock.advance(1min);
    QVERIFY(talk.desk.toasts.toasts().isEmpty());
}

void TestCallControl::aListenerMayCloseWhileItIsSent()
{
    Conversation talk;
    talk.connect();
    talk.talk(Conversation::recording(u"ON"_s));
    Settled settled(talk);
    QObject context;
    QObject::connect(&talk.desk.calls, &model::CallList::changed, &context, [&] {
        if (talk.call()->pendingRecording)
            talk.desk.connection.close();
    });
    QVERIFY(talk.desk.control.perform(One, CallAction::PauseRecording));
    QVERIFY(!talk.call()->pendingRecording);
    QCoreApplication::processEvents();
    talk.clock.advance(1min);
    QCOMPARE(settled.outcomes, (Outcomes{{CallAction::PauseRecording, core::ErrorKind::LinkLost}}));
}

void TestCallControl::whatIsSentOnAGoneCallIsRefused()
{
    Conversation talk;
    talk.connect();
    talk.talk(Conversation::recording(u"ON"_s));
    QVERIFY(talk.desk.control.perform(One, CallAction::PauseRecording));
    QVERIFY(talk.link.expect<tlib::RecordingService>());
    int told = 0;
    QObject context;
    QObject::connect(&talk.desk.control, &model::CallControl::settled, &context, [&] {
        ++told;
        QVERIFY(!talk.desk.control.perform(One, CallAction::PauseRecording)); // a retry
    });
    talk.say(MessageType::EventReleased);
    QCOMPARE(told, 1);
    QVERIFY(talk.link.nothingSent());
    talk.clock.advance(1min);
}

void TestCallControl::aStartIsShownByAFileNameAlone()
{
    Conversation talk;
    talk.connect();
    talk.talk();
    Settled settled(talk);
    QVERIFY(talk.desk.control.perform(One, CallAction::StartRecording));
    talk.sayRecording({}, u"stream-7"_s);
    QCOMPARE(settled.outcomes, (Outcomes{{CallAction::StartRecording, {}}}));
    QCOMPARE(talk.call()->recording.state, RecordingState::Unknown);

    QVERIFY(talk.desk.control.perform(One, CallAction::StopRecording)); // which nothing can show
    talk.clock.advance(5s);
    QCOMPARE(settled.outcomes.last(),
             (std::pair{CallAction::StopRecording, std::optional(core::ErrorKind::TimedOut)}));
}

void TestCallControl::aStartIsNotShownByTheOldFileName()
{
    Conversation talk;
    talk.connect();
    talk.talk();
    talk.sayRecording({}, u"stream-7"_s); // of an earlier recording
    Settled settled(talk);
    QVERIFY(talk.desk.control.perform(One, CallAction::StartRecording));
    talk.acknowledge(talk.link.expect<tlib::RecordingService>()->second);
    tlib::Event nobodys = talk.event(MessageType::EventHeld);
    nobodys.thisDn = {};
    talk.link.push(nobodys); // the call is in doubt, and is asked for
    talk.link.answer(talk.link.expect<tlib::QueryCall>()->second,
                     talk.event(MessageType::EventPartyInfo, Conversation::recording({}, u"stream-7"_s)));
    QVERIFY(talk.isCertain());
    QVERIFY(settled.outcomes.isEmpty());
    QVERIFY(talk.call()->pendingRecording);
    talk.sayRecording({}, u"stream-8"_s);
    QCOMPARE(settled.outcomes, (Outcomes{{CallAction::StartRecording, {}}}));
    QVERIFY(!talk.call()->pendingRecording);
}

void TestCallControl::theLimitsAreSettings()
{
    Conversation talk({.connection = {.request = 60s}, .control = {.slow = 2s, .confirm = 500ms}});
    talk.connect();
    talk.talk(Conversation::recording(u"ON"_s));
    Settled settled(talk);
    QVERIFY(talk.desk.control.perform(One, CallAction::PauseRecording));
    talk.clock.advance(499ms);
    QVERIFY(settled.outcomes.isEmpty());
    talk.clock.advance(1ms);
    QCOMPARE(settled.outcomes.size(), 1);
}

void TestCallControl::optionsGoOutWithAStartOnly()
{
    Conversation talk;
    talk.connect();
    talk.talk();
    const model::RecordingOptions options{.id = u"01RC"_s};
    QVERIFY(talk.desk.control.perform(One, CallAction::StartRecording, {.recording = options}));
    QCOMPARE(talk.link.expect<tlib::RecordingService>()->first.extensions.text("Id"), u"01RC"_s);
    talk.sayRecording(u"ON"_s);
    QVERIFY(talk.desk.control.perform(One, CallAction::StopRecording, {.recording = options}));
    QVERIFY(talk.link.expect<tlib::RecordingService>()->first.extensions.isNull());
}

void TestCallControl::manyCallsLoseTheLinkTogether()
{
    Conversation talk;
    talk.connect();
    Settled settled(talk);
    for (quint64 id = 1; id <= 50; ++id) {
        talk.talk(Conversation::recording(u"ON"_s), tlib::ConnId(id));
        QVERIFY(talk.desk.control.perform(tlib::ConnId(id), CallAction::PauseRecording));
        QVERIFY(talk.desk.control.perform(tlib::ConnId(id), CallAction::Hold));
    }
    // Each end makes its hearer meddle with the calls that wait for theirs.
    QObject context;
    quint64 next = 1;
    QObject::connect(&talk.desk.control, &model::CallControl::settled, &context,
                     [&] { talk.desk.tracker.forget(tlib::ConnId(++next)); });
    talk.loseLink();
    QCOMPARE(settled.outcomes.size(), 100);
    talk.clock.advance(10min);
    QCOMPARE(settled.outcomes.size(), 100);
}

TALLY_TEST(TestCallControl)

} // namespace tst_callcontrol
#include "tst_callcontrol.moc"
