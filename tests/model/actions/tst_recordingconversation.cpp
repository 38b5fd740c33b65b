#include "support/conversation.h"
#include "support/testprogram.h"

#include <QSignalSpy>
#include <QTest>

namespace tst_recordingconversation {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using model::CallAction;
using model::RecordingState;
using support::Conversation;
using tlib::MessageType;

/// Whole conversations about one call's recording, with a server that the test plays.
class TestRecordingConversation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void startPauseResumeStop();
    void refusalLeavesTheStateAndPostsAToast();
    void twoPauseAtOnce_data();
    void twoPauseAtOnce();
    void noAnswerIsSaidAndAskedAbout();
    void aToastIsOfTheCallAsItWasAskedFor();
    void whatIsCertainAgainEndsItsToast();
    void acknowledgementAloneIsNotAState();
    void stateWithoutRequestMovesTheCall();
    void noticeBeforeEstablishedCounts();
    void unknownWordIsUnknownNotOff();
    void fileNameAloneIsLegacy();
    void secondFileInOneCall();
    void linkLostWhilePausing();
};

#define PERFORM(action) QVERIFY(talk.desk.control.perform(Conversation::CallOne, CallAction::action))

void TestRecordingConversation::startPauseResumeStop()
{
    Conversation talk;
    talk.connect();
    talk.talk();
    QCOMPARE(talk.call()->recording.state, RecordingState::Off);
    QVERIFY(talk.isCertain());

    const struct
    {
        CallAction action;
        tlib::RecordingCommand command;
        QString word;
        RecordingState state;
    } steps[] = {
        {CallAction::StartRecording, tlib::RecordingCommand::Start, u"ON"_s, RecordingState::On},
        {CallAction::PauseRecording, tlib::RecordingCommand::Pause, u"PAUSED"_s, RecordingState::Paused},
        {CallAction::ResumeRecording, tlib::RecordingCommand::Resume, u"on"_s, RecordingState::On},
        {CallAction::StopRecording, tlib::RecordingCommand::Stop, u"Off"_s, RecordingState::Off},
    };
    QSignalSpy settled(&talk.desk.control, &model::CallControl::settled);
    for (const auto &step : steps) {
        const RecordingState before = talk.call()->recording.state;
        QVERIFY(talk.desk.control.perform(Conversation::CallOne, step.action));
        const auto asked = talk.link.expect<tlib::RecordingService>();
        QVERIFY(asked);
        QCOMPARE(asked->first.command, step.command);
        QCOMPARE(asked->first.dn, Conversation::OwnDn);
        QCOMPARE(talk.call()->recording.state, before); // no optimistic display
        talk.acknowledge(asked->second);
        QCOMPARE(talk.call()->recording.state, before);
        QVERIFY(talk.call()->pendingRecording->accepted);
        talk.sayRecording(step.word);
        QCOMPARE(talk.call()->recording.state, step.state);
        QVERIFY(!talk.call()->pendingRecording);
    }
    QCOMPARE(settled.count(), 4);
    QVERIFY(talk.desk.toasts.toasts().isEmpty());
}

void TestRecordingConversation::refusalLeavesTheStateAndPostsAToast()
{
    Conversation talk;
    talk.connect();
    talk.talk(Conversation::recording(u"ON"_s));
    PERFORM(PauseRecording);
    talk.refuse(talk.link.expect<tlib::RecordingService>()->second, 59, u"DN is not configured"_s);

    QCOMPARE(talk.call()->recording.state, RecordingState::On);
    QVERIFY(!talk.call()->pendingRecording);
    QCOMPARE(talk.desk.toasts.toasts().size(), 1);
    QCOMPARE(talk.desk.toasts.toasts().first().code, 59);
    QCOMPARE(talk.desk.toasts.toasts().first().serverText, u"DN is not configured"_s);

    PERFORM(PauseRecording);
    talk.refuse(talk.link.expect<tlib::RecordingService>()->second, 59, u"DN is not configured"_s);
    QCOMPARE(talk.desk.toasts.toasts().size(), 1);
    QCOMPARE(talk.desk.toasts.toasts().first().count, 2);

    talk.sayRecording(u"PAUSED"_s); // somebody managed it: the toast has nothing left to say
    QVERIFY(talk.desk.toasts.toasts().isEmpty());
}

void TestRecordingConversation::twoPauseAtOnce_data()
{
    QTest::addColumn<bool>("stateComesFirst");
    QTest::addRow("the refusal comes first") << false;
    QTest::addRow("the state comes first") << true;
}

/// The other one was first: a word of it until the light shows it, and never two.
void TestRecordingConversation::twoPauseAtOnce()
{
    QFETCH(bool, stateComesFirst);
    Conversation talk;
    talk.connect();
    talk.talk(Conversation::recording(u"ON"_s));
    PERFORM(PauseRecording);
    talk.refuse(talk.link.expect<tlib::RecordingService>()->second,
                58); // of this there is nothing to say any more
    QCOMPARE(talk.desk.toasts.toasts().size(), 1);
    PERFORM(PauseRecording);
    const auto asked = talk.link.expect<tlib::RecordingService>();
    if (stateComesFirst) {
        talk.sayRecording(u"PAUSED"_s);
        talk.refuse(asked->second, tlib::errorcode::AlreadyInState);
        QVERIFY(talk.desk.toasts.toasts().isEmpty());
        return;
    }
    talk.refuse(asked->second, tlib::errorcode::AlreadyInState);
    QCOMPARE(talk.desk.toasts.toasts().size(), 1);
    QCOMPARE(talk.desk.toasts.toasts().first().code, tlib::errorcode::AlreadyInState);
    QCOMPARE(talk.desk.toasts.toasts().first().severity, model::Severity::Warning);
    QCOMPARE(talk.call()->recording.state, RecordingState::On); // an answer is not a state:
    QVERIFY(talk.link.expect<tlib::QueryCall>());               // it is asked for
    PERFORM(PauseRecording);
    talk.refuse(talk.link.expect<tlib::RecordingService>()->second, tlib::errorcode::AlreadyInState);
    QCOMPARE(talk.desk.toasts.toasts().size(), 1);
    QCOMPARE(talk.desk.toasts.toasts().first().count, 2);
    talk.sayRecording(u"PAUSED"_s);
    QVERIFY(talk.desk.toasts.toasts().isEmpty());
}

/// The caller is handed on while the answer is awaited.
void TestRecordingConversation::aToastIsOfTheCallAsItWasAskedFor()
{
    Conversation talk;
    talk.connect();
    talk.talk(Conversation::recording(u"ON"_s));
    PERFORM(PauseRecording);
    const auto asked = talk.link.expect<tlib::RecordingService>();
    tlib::Event changed = talk.event(tlib::MessageType::EventPartyChanged);
    changed.otherDn = tlib::Dn(u"7009"_s);
    changed.otherDnRole = tlib::DnRole::Origination;
    talk.link.push(changed);
    QCOMPARE(talk.desk.views.view(*talk.call()).otherParty(), tlib::Dn(u"7009"_s));
    talk.refuse(asked->second, 58);
    const model::Toast &toast = talk.desk.toasts.toasts().first();
    QCOMPARE(toast.party, Conversation::Caller);
    QCOMPARE(toast.type, tlib::CallType::Inbound);
    QCOMPARE(toast.dn, Conversation::OwnDn);
}

/// The pause was not confirmed in time; after a new connection the call is paused all the same.
void TestRecordingConversation::whatIsCertainAgainEndsItsToast()
{
    Conversation talk;
    talk.connect();
    talk.talk(Conversation::recording(u"PAUSED"_s));
    talk.desk.toasts.post({.kind = model::ToastKind::ResultUnknown,
                           .callAction = model::CallAction::PauseRecording,
                           .call = Conversation::CallOne});
    talk.loseLink();
    QCOMPARE(talk.desk.toasts.toasts().size(), 1);
    talk.waitForAttempt();
    talk.reconnect(Conversation::snapshotOf(Conversation::CallOne));
    while (!talk.isCertain()) {
        const auto asked = talk.link.expect<tlib::QueryCall>();
        QVERIFY(asked);
        talk.link.answer(asked->second, {.type = tlib::MessageType::EventPartyInfo,
                                         .connId = Conversation::CallOne,
                                         .userData = Conversation::recording(u"PAUSED"_s)});
    }
    QVERIFY(talk.desk.toasts.toasts().isEmpty());
}

void TestRecordingConversation::noAnswerIsSaidAndAskedAbout()
{
    Conversation talk;
    talk.connect();
    talk.talk(Conversation::recording(u"ON"_s));
    PERFORM(PauseRecording);
    QVERIFY(talk.link.expect<tlib::RecordingService>());
    talk.clock.advance(1s);
    QVERIFY(talk.call()->pendingRecording->slow);
    talk.clock.advance(4s);
    QVERIFY(!talk.call()->pendingRecording);
    QCOMPARE(talk.desk.toasts.toasts().first().kind, model::ToastKind::NoAnswer);
    QCOMPARE(talk.call()->recording.state, RecordingState::On);
    QVERIFY(talk.link.expect<tlib::QueryCall>());
    QVERIFY(talk.link.nothingSent()); // the pause itself is not repeated
}

void TestRecordingConversation::acknowledgementAloneIsNotAState()
{
    Conversation talk;
    talk.connect();
    talk.talk(Conversation::recording(u"ON"_s));
    PERFORM(StopRecording);
    const auto asked = talk.link.expect<tlib::RecordingService>();
    talk.acknowledge(asked->second);
    QCOMPARE(talk.call()->recording.state, RecordingState::On);
    talk.clock.advance(5s);
    QCOMPARE(talk.call()->recording.state, RecordingState::On);
    QCOMPARE(talk.desk.toasts.toasts().first().kind, model::ToastKind::NotConfirmed);

    talk.refuse(asked->second, 58); // a late answer changes nothing
    QCOMPARE(talk.desk.toasts.toasts().size(), 1);
}

void TestRecordingConversation::stateWithoutRequestMovesTheCall()
{
    Conversation talk;
    talk.connect();
    talk.talk();
    talk.sayRecording(u"ON"_s);
    QCOMPARE(talk.call()->recording.state, RecordingState::On);
    talk.sayRecording(u"PAUSED"_s);
    QCOMPARE(talk.call()->recording.state, RecordingState::Paused);
    QVERIFY(talk.isCertain());
}

void TestRecordingConversation::noticeBeforeEstablishedCounts()
{
    Conversation talk;
    talk.connect();
    talk.say(MessageType::EventRinging);
    talk.sayRecording(u"ON"_s);
    talk.say(MessageType::EventEstablished, Conversation::recording(u"ON"_s));
    QCOMPARE(talk.call()->recording.state, RecordingState::On);
    QCOMPARE(talk.call()->phase(), model::CallPhase::Talking);
}

void TestRecordingConversation::unknownWordIsUnknownNotOff()
{
    Conversation talk;
    talk.connect();
    talk.talk(Conversation::recording(u"ON"_s));
    QSignalSpy unknown(&talk.desk.tracker, &model::CallTracker::unknownWord);
    talk.sayRecording(u"SUSPENDED"_s);
    talk.sayRecording(u"SUSPENDED"_s, u"file-2"_s);
    QCOMPARE(talk.call()->recording.state, RecordingState::Unknown);
    QVERIFY(!talk.call()->recording.isLegacy());
    QCOMPARE(unknown.count(), 1);

    // A state that was there and is gone is a contradiction, and so not Off either.
    talk.sayRecording(u"OFF"_s);
    talk.sayRecording(QString(), QString());
    QCOMPARE(talk.call()->recording.state, RecordingState::Unknown);
}

void TestRecordingConversation::fileNameAloneIsLegacy()
{
    Conversation talk;
    talk.connect();
    talk.talk();
    QCOMPARE(talk.call()->recording.state, RecordingState::Off);
    talk.sayRecording(QString(), u"stream-7"_s);
    QCOMPARE(talk.call()->recording.state, RecordingState::Unknown);
    QVERIFY(talk.call()->recording.isLegacy());
    QVERIFY(talk.call()->recording.everRecorded());
}

void TestRecordingConversation::secondFileInOneCall()
{
    Conversation talk;
    talk.connect();
    talk.talk(Conversation::recording(u"ON"_s, u"file-1"_s));
    const core::Instant first = talk.call()->recording.since;
    talk.clock.advance(30s);
    talk.sayRecording(u"OFF"_s, u"file-1"_s);
    QCOMPARE(talk.call()->recording.fileName, "file-1");
    talk.sayRecording(u"ON"_s, u"file-2"_s);
    QCOMPARE(talk.call()->recording.fileName, "file-2");
    QVERIFY(talk.call()->recording.since > first);
}

void TestRecordingConversation::linkLostWhilePausing()
{
    Conversation talk;
    talk.connect();
    talk.talk(Conversation::recording(u"ON"_s));
    PERFORM(PauseRecording);
    QVERIFY(talk.link.expect<tlib::RecordingService>());
    talk.loseLink();
    QVERIFY(!talk.isCertain());
    QVERIFY(!talk.call()->pendingRecording);
    QCOMPARE(talk.desk.toasts.toasts().first().kind, model::ToastKind::ResultUnknown);
    QVERIFY(!talk.desk.control.perform(Conversation::CallOne, CallAction::PauseRecording));

    talk.waitForAttempt();
    talk.reconnect(Conversation::snapshotOf(Conversation::CallOne));
    QVERIFY(!talk.isCertain()); // until the call itself has been asked about
    const auto asked = talk.link.expect<tlib::QueryCall>();
    QVERIFY(asked);
    talk.link.answer(asked->second,
                     talk.event(MessageType::EventPartyInfo, Conversation::recording(u"PAUSED"_s)));
    QVERIFY(talk.isCertain());
    QCOMPARE(talk.call()->recording.state, RecordingState::Paused);
    QVERIFY(!talk.call()->recording.sinceSeen);
    QVERIFY(talk.desk.toasts.toasts().isEmpty());
    QVERIFY(talk.link.nothingSent()); // nothing is repeated by itself
}

TALLY_TEST(TestRecordingConversation)

} // namespace tst_recordingconversation
#include "tst_recordingconversation.moc"
