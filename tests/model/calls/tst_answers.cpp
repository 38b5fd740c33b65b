#include "support/conversation.h"
#include "support/testprogram.h"

#include <QSignalSpy>
#include <QTest>

namespace tst_answers {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using model::AgentAction;
using model::CallAction;
using model::RecordingState;
using model::ToastKind;
using support::Conversation;
using tlib::MessageType;

/// What becomes of the things that were asked for, whatever the server answers, when, and how often.
class TestAnswers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyErrorNumberIsARefusal_data();
    void everyErrorNumberIsARefusal();
    void whatIsUnderWayEndsAsUnknownAndIsNotRepeated_data();
    void whatIsUnderWayEndsAsUnknownAndIsNotRepeated();
    void lateAnswersChangeNothing_data();
    void lateAnswersChangeNothing();
    void anAnswerToNothingChangesNothing();
    void anAcknowledgementTwiceIsNoState();
    void theWallClockMayJump_data();
    void theWallClockMayJump();
    void unknownAndDuplicateKeys();
    void aCallThatNobodyAnnouncedIsAskedFor();

private:
    using Act = std::function<void(Conversation &)>;
};

void TestAnswers::everyErrorNumberIsARefusal_data()
{
    QTest::addColumn<int>("code");
    // The numbers of T-Library's error table that an agent's desktop meets, and two that nobody knows.
    for (const int code :
         {40,  41,  42,  43,  50,  51,  52,  53,  54,  55,  56,  57,  58,  59,  71,  91, 93,
          118, 119, 166, 168, 177, 185, 191, 192, 223, 415, 470, 477, 496, 506, 527, 0,  9999})
        QTest::addRow("error %d", code) << code;
}

void TestAnswers::everyErrorNumberIsARefusal()
{
    QFETCH(int, code);
    Conversation talk;
    talk.connect();
    talk.talk(Conversation::recording(u"ON"_s));
    for (const bool hasText : {true, false}) {
        QSignalSpy settled(&talk.desk.control, &model::CallControl::settled);
        QVERIFY(talk.desk.control.perform(Conversation::CallOne, CallAction::PauseRecording));
        talk.refuse(talk.link.expect<tlib::RecordingService>()->second, code,
                    hasText ? u"because"_s : QString());
        QCOMPARE(settled.count(), 1);
        QVERIFY(!talk.call()->pendingRecording);
        QVERIFY(talk.isCertain()); // a refusal says nothing of the recording
        QCOMPARE(talk.call()->recording.state, RecordingState::On);
        const model::Toast toast = talk.desk.toasts.toasts().first();
        QCOMPARE(toast.kind, ToastKind::Refused);
        QCOMPARE(toast.code, code);
        QCOMPARE(toast.serverText, hasText ? u"because"_s : QString());
        talk.clock.advance(1min);
        QCOMPARE(settled.count(), 1);
        while (code == tlib::errorcode::AlreadyInState && !talk.link.nothingSent()) {
            const auto question = talk.link.expect<tlib::QueryCall>(); // what it is, then
            QVERIFY(question);
            talk.link.answer(question->second, {.type = tlib::MessageType::EventPartyInfo,
                                                .connId = Conversation::CallOne,
                                                .userData = Conversation::recording(u"ON"_s)});
        }
        QVERIFY(talk.link.nothingSent());
        talk.desk.toasts.dismiss(toast.id);
    }
}

void TestAnswers::whatIsUnderWayEndsAsUnknownAndIsNotRepeated_data()
{
    QTest::addColumn<Act>("ask");
    QTest::addColumn<Act>("end");
    const std::pair<const char *, Act> asks[] = {
        {"a pause",
         [](Conversation &talk) {
             QVERIFY(talk.desk.control.perform(Conversation::CallOne, CallAction::PauseRecording));
         }},
        {"a hold",
         [](Conversation &talk) {
             QVERIFY(talk.desk.control.perform(Conversation::CallOne, CallAction::Hold));
         }},
        {"a transfer",
         [](Conversation &talk) {
             QVERIFY(talk.desk.control.perform(Conversation::CallOne, CallAction::Transfer,
                                               {.destination = tlib::Dn(u"7002"_s)}));
         }},
        {"a route",
         [](Conversation &talk) {
             QCOMPARE(talk.desk.routes.route(tlib::ConnId(77), Conversation::OwnDn,
                                             {.destination = tlib::Dn(u"7002"_s)}),
                      model::RouteObstacle::None);
         }},
        {"not ready", [](Conversation &talk) { QVERIFY(talk.desk.agent.perform(AgentAction::NotReady)); }},
    };
    const std::pair<const char *, Act> ends[] = {
        {"the loss of the link", [](Conversation &talk) { talk.loseLink(); }},
        {"a switch-over",
         [](Conversation &talk) { talk.link.push({.type = MessageType::EventLinkConnected}); }},
        {"the loss of the switch",
         [](Conversation &talk) { talk.link.push({.type = MessageType::EventLinkDisconnected}); }},
        {"a demotion",
         [](Conversation &talk) {
             talk.link.push(
                 {.type = MessageType::EventPrimaryChanged, .serverRole = tlib::ServerRole::Backup});
         }},
        {"a renewal", [](Conversation &talk) { talk.desk.connection.renew(u"it has slept"_s); }},
        {"closing", [](Conversation &talk) { talk.desk.connection.close(); }},
    };
    for (const auto &[asked, ask] : asks) {
        for (const auto &[how, end] : ends)
            QTest::addRow("%s and %s", asked, how) << ask << end;
    }
}

void TestAnswers::whatIsUnderWayEndsAsUnknownAndIsNotRepeated()
{
    QFETCH(Act, ask);
    QFETCH(Act, end);
    Conversation talk;
    tlib::KvList ready;
    ready.append("AgentStatus", qint32(tlib::AgentStatus::Ready));
    talk.connect(ready);
    talk.talk(Conversation::recording(u"ON"_s));
    talk.say(MessageType::EventRouteRequest, {}, tlib::ConnId(77));
    ask(talk);
    const support::FakeLink::Sent sent = talk.link.take();
    QVERIFY(talk.link.nothingSent());
    end(talk);
    QCOMPARE(talk.desk.toasts.toasts().size(), 1);
    QCOMPARE(talk.desk.toasts.toasts().first().kind, ToastKind::ResultUnknown);
    QVERIFY(!talk.call()->pendingRecording && !talk.call()->pendingControl);
    QVERIFY(!talk.desk.agent.isRequestUnderWay());
    QVERIFY(!talk.isCertain());
    // Whatever comes then, only questions are asked: the desk is registered, and its calls asked about.
    if (talk.desk.connection.state() == model::ConnectionState::Offline)
        talk.desk.connection.open({});
    else if (talk.desk.connection.state() == model::ConnectionState::Lost)
        talk.waitForAttempt();
    if (!talk.desk.connection.isInEpoch())
        talk.link.acceptAsPrimary();
    for (int i = 0; i < 100; ++i) {
        while (!talk.link.nothingSent()) {
            const auto again = talk.link.take();
            QVERIFY(again.request.index() != sent.request.index());
            if (const auto *dn = std::get_if<tlib::RegisterAddress>(&again.request))
                talk.link.answer(again.id, {.type = MessageType::EventRegistered, .thisDn = dn->dn});
        }
        talk.clock.advance(100ms);
    }
}

void TestAnswers::lateAnswersChangeNothing_data()
{
    QTest::addColumn<Act>("answer");
    QTest::newRow("an acknowledgement") << Act([](Conversation &t) { t.acknowledge(tlib::ReferenceId(2)); });
    QTest::newRow("an error") << Act([](Conversation &t) { t.refuse(tlib::ReferenceId(2), 93, u"late"_s); });
}

void TestAnswers::lateAnswersChangeNothing()
{
    QFETCH(Act, answer);
    Conversation talk;
    talk.connect();
    talk.talk(Conversation::recording(u"ON"_s));
    QVERIFY(talk.desk.control.perform(Conversation::CallOne, CallAction::PauseRecording));
    QCOMPARE(talk.link.expect<tlib::RecordingService>()->second, tlib::ReferenceId(2));
    talk.clock.advance(5s);
    QCOMPARE(talk.desk.toasts.toasts().size(), 1);
    QCOMPARE(talk.desk.toasts.toasts().first().kind, ToastKind::NoAnswer);
    QVERIFY(talk.link.expect<tlib::QueryCall>()); // what has become of it, the server's data says
    QVERIFY(talk.desk.control.perform(Conversation::CallOne, CallAction::PauseRecording)); // by a person
    const int toasts = int(talk.desk.toasts.toasts().size());
    answer(talk); // to the first
    QVERIFY(talk.call()->pendingRecording);
    QVERIFY(!talk.call()->pendingRecording->accepted);
    QCOMPARE(talk.desk.toasts.toasts().size(), toasts);
    QCOMPARE(talk.call()->recording.state, RecordingState::On);
}

void TestAnswers::anAnswerToNothingChangesNothing()
{
    Conversation talk;
    talk.connect();
    talk.talk(Conversation::recording(u"ON"_s));
    QVERIFY(talk.desk.control.perform(Conversation::CallOne, CallAction::PauseRecording));
    const auto id = talk.link.expect<tlib::RecordingService>()->second;
    for (const qint32 number : {1, 999, 2147483647}) {
        talk.acknowledge(tlib::ReferenceId(number));
        talk.refuse(tlib::ReferenceId(number), 93, u"whose?"_s);
    }
    QVERIFY(talk.call()->pendingRecording && !talk.call()->pendingRecording->accepted);
    QVERIFY(talk.desk.toasts.toasts().isEmpty());
    talk.acknowledge(id);
    QVERIFY(talk.call()->pendingRecording->accepted);
}

void TestAnswers::anAcknowledgementTwiceIsNoState()
{
    Conversation talk;
    talk.connect();
    talk.talk(Conversation::recording(u"ON"_s));
    QVERIFY(talk.desk.control.perform(Conversation::CallOne, CallAction::PauseRecording));
    const auto id = talk.link.expect<tlib::RecordingService>()->second;
    talk.acknowledge(id);
    talk.acknowledge(id);
    QCOMPARE(talk.call()->recording.state, RecordingState::On);
    QVERIFY(talk.call()->pendingRecording);
    talk.clock.advance(5s); // accepted, and the state never came
    QCOMPARE(talk.call()->recording.state, RecordingState::On);
    QCOMPARE(talk.desk.toasts.toasts().first().kind, ToastKind::NotConfirmed);
}

void TestAnswers::theWallClockMayJump_data()
{
    QTest::addColumn<QDateTime>("wall");
    QTest::newRow("ten years forth") << QDateTime(QDate(2036, 1, 1), QTime(), Qt::UTC);
    QTest::newRow("ten years back") << QDateTime(QDate(2016, 1, 1), QTime(), Qt::UTC);
    QTest::newRow("before 1970") << QDateTime(QDate(1960, 1, 1), QTime(), Qt::UTC);
}

void TestAnswers::theWallClockMayJump()
{
    QFETCH(QDateTime, wall);
    Conversation talk;
    talk.connect();
    talk.talk(Conversation::recording(u"ON"_s));
    QVERIFY(talk.desk.control.perform(Conversation::CallOne, CallAction::PauseRecording));
    QVERIFY(talk.link.expect<tlib::RecordingService>());
    const auto segments = talk.desk.timeline.segments(Conversation::CallOne);
    const auto since = talk.call()->recording.since;
    talk.clock.setWallTime(wall);
    QVERIFY(talk.isCertain());
    QVERIFY(talk.call()->pendingRecording);
    talk.clock.advance(4999ms);
    QVERIFY(talk.call()->pendingRecording); // the limit is five seconds, not what the wall says
    talk.clock.advance(1ms);
    QVERIFY(!talk.call()->pendingRecording);
    QCOMPARE(talk.call()->recording.since, since);
    QCOMPARE(talk.desk.timeline.segments(Conversation::CallOne), segments);
    talk.loseLink();
    talk.clock.setWallTime(QDateTime(QDate(2026, 1, 1), QTime(), Qt::UTC));
    talk.clock.advance(601ms); // and the next attempt comes when it was to come
    QCOMPARE(talk.link.openings(), 2);
}

void TestAnswers::unknownAndDuplicateKeys()
{
    Conversation talk;
    talk.connect();
    tlib::KvList twice;
    twice.append("GSIP_RECORD", u"ON");
    twice.append("GSIP_RECORD", u"OFF");
    twice.append("Nobody knows this", qint32(7));
    talk.talk(twice);
    QVERIFY(talk.isCertain());
    QCOMPARE(talk.call()->recording.state, RecordingState::On); // the first of two wins, as in T-Library
    talk.say(MessageType(250), Conversation::recording(u"OFF"_s, {}), tlib::ConnId(12345)); // no such message
    QVERIFY(!talk.call(tlib::ConnId(12345)));
    QCOMPARE(talk.call()->recording.state, RecordingState::On);
    QVERIFY(talk.isCertain());
}

void TestAnswers::aCallThatNobodyAnnouncedIsAskedFor()
{
    Conversation talk;
    talk.connect();
    talk.sayRecording(u"ON"_s); // of a call that nobody here has a part in
    QVERIFY(!talk.call());
    talk.say(MessageType::EventEstablished);
    QVERIFY(talk.call());
    QVERIFY(!talk.isCertain());
    const auto asked = talk.link.expect<tlib::QueryCall>();
    QCOMPARE(asked->first.call, Conversation::CallOne);
    talk.refuse(asked->second, tlib::errorcode::InvalidConnId);
    QVERIFY(!talk.call());
}

TALLY_TEST(TestAnswers)

} // namespace tst_answers
#include "tst_answers.moc"
