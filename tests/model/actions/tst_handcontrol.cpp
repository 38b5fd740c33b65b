#include "model/actions/handcontrol.h"
#include "support/conversation.h"
#include "support/testprogram.h"

#include <QSignalSpy>
#include <QTest>

namespace tst_handcontrol {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using model::CallAction;
using model::Command;
using model::HandControl;
using model::Obstacle;
using support::Conversation;
using tlib::ConnId;
using tlib::MessageType;
using Answer = HandControl::Answer;

namespace {

constexpr ConnId CallTwo{0x006c029a6685d005};

struct Hand
{
    Hand() { talk.connect(); }
    /// As if the person had waited long enough for any press to be a new one.
    HandControl::Outcome press(Command command)
    {
        talk.clock.advance(1s);
        return talk.desk.hand.press(command);
    }
    template <class Request>
    bool isSent()
    {
        return talk.link.expect<Request>().has_value();
    }

    Conversation talk;
};

} // namespace

/// What a key means that names no call.
class TestHandControl : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pausesAndResumesTheCallThatTalks();
    void toldAnswers();
    void aKeyThatIsHeldOrPressedTwiceIsOneRequest();
    void pressedAgainAfterTheAnswerItMeansTheOther();
    void neverMeansACallThatDoesNotTalk();
    void neverMeansACallThatHasJustComeToTalk();
    void nothingIsSentWhileNothingIsCertain();
    void whatIsNotRecordedIsNotPaused();
    void answersWhatRingsAndHoldsWhatTalks();
    void aCallIsRetrievedWhereNoneTalks();
};

void TestHandControl::pausesAndResumesTheCallThatTalks()
{
    Hand it;
    it.talk.talk(Conversation::recording(u"On"_s));
    const auto paused = it.press(Command::PauseOrResume);
    QCOMPARE(paused.answer, Answer::Sent);
    QCOMPARE(paused.action, CallAction::PauseRecording);
    QVERIFY(it.isSent<tlib::RecordingService>());
    it.talk.sayRecording(u"Paused"_s);
    QCOMPARE(it.press(Command::PauseOrResume).action, CallAction::ResumeRecording);
    QVERIFY(it.isSent<tlib::RecordingService>());
}

void TestHandControl::toldAnswers()
{
    Hand it;
    QSignalSpy answered(&it.talk.desk.hand, &HandControl::answered);
    QCOMPARE(it.press(Command::PauseOrResume).answer, Answer::NoCall);
    QCOMPARE(it.talk.desk.hand.press(Command::PauseOrResume).answer, Answer::Repeated);
    QCOMPARE(answered.size(), 1); // a repeated press is no news
}

void TestHandControl::aKeyThatIsHeldOrPressedTwiceIsOneRequest()
{
    Hand it;
    it.talk.talk(Conversation::recording(u"On"_s));
    QCOMPARE(it.press(Command::PauseOrResume).answer, Answer::Sent);
    QVERIFY(it.isSent<tlib::RecordingService>());
    it.talk.sayRecording(u"Paused"_s); // a fast server: now the key would mean the other
    for (int repeat = 0; repeat < 50; ++repeat) {
        it.talk.clock.advance(repeat == 0 ? 660ms : 40ms); // as keyboards repeat
        QCOMPARE(it.talk.desk.hand.press(Command::PauseOrResume).answer, Answer::Repeated);
    }
    QVERIFY(it.talk.link.nothingSent());
}

void TestHandControl::pressedAgainAfterTheAnswerItMeansTheOther()
{
    Hand it;
    it.talk.talk(Conversation::recording(u"On"_s));
    it.press(Command::PauseOrResume);
    it.talk.link.expect<tlib::RecordingService>();
    const auto again = it.press(Command::PauseOrResume); // a second later, unanswered yet
    QCOMPARE(again.answer, Answer::Obstructed);
    QCOMPARE(again.obstacle, Obstacle::RequestUnderWay);
    it.talk.sayRecording(u"Paused"_s);
    it.talk.clock.advance(HandControl::OnePress);
    QCOMPARE(it.talk.desk.hand.press(Command::PauseOrResume).action, CallAction::ResumeRecording);
}

void TestHandControl::neverMeansACallThatDoesNotTalk()
{
    Hand it;
    it.talk.talk(Conversation::recording(u"On"_s));
    it.talk.say(MessageType::EventHeld, Conversation::recording(u"On"_s));
    QCOMPARE(it.press(Command::PauseOrResume).answer, Answer::NoCall);
    it.talk.say(MessageType::EventRinging, {}, CallTwo);
    QCOMPARE(it.press(Command::Pause).answer, Answer::NoCall);
    QVERIFY(it.talk.link.nothingSent());
}

void TestHandControl::neverMeansACallThatHasJustComeToTalk()
{
    Hand it;
    it.talk.talk(Conversation::recording(u"On"_s));
    it.talk.clock.advance(10s);
    it.talk.say(MessageType::EventReleased);
    it.talk.talk(Conversation::recording(u"On"_s, u"file-2"_s), CallTwo);
    it.talk.clock.advance(HandControl::Settling - 1ms);
    QCOMPARE(it.talk.desk.hand.press(Command::PauseOrResume).answer, Answer::JustChanged);
    QVERIFY(it.talk.link.nothingSent());
    QCOMPARE(it.press(Command::PauseOrResume).answer, Answer::Sent);
    const auto sent = it.talk.link.expect<tlib::RecordingService>();
    QVERIFY(sent);
    QCOMPARE(sent->first.call, CallTwo);
}

void TestHandControl::nothingIsSentWhileNothingIsCertain()
{
    Hand it;
    it.talk.talk(Conversation::recording(u"On"_s));
    it.talk.loseLink();
    const auto outcome = it.press(Command::PauseOrResume);
    QCOMPARE(outcome.answer, Answer::Obstructed);
    QCOMPARE(outcome.obstacle, Obstacle::NotCertain);
}

void TestHandControl::whatIsNotRecordedIsNotPaused()
{
    Hand it;
    it.talk.talk(Conversation::recording(u"Off"_s));
    const auto outcome = it.press(Command::PauseOrResume);
    QCOMPARE(outcome.answer, Answer::Obstructed);
    QCOMPARE(outcome.obstacle, Obstacle::NotInThisState);
}

void TestHandControl::answersWhatRingsAndHoldsWhatTalks()
{
    Hand it;
    QCOMPARE(it.press(Command::Answer).answer, Answer::NoCall);
    it.talk.talk();
    it.talk.say(MessageType::EventRinging, {}, CallTwo);
    QCOMPARE(it.press(Command::Answer).call, CallTwo);
    const auto answered = it.talk.link.expect<tlib::AnswerCall>();
    QVERIFY(answered);
    QCOMPARE(answered->first.call, CallTwo);
    QCOMPARE(it.press(Command::HoldOrRetrieve).action, CallAction::Hold);
    QVERIFY(it.isSent<tlib::HoldCall>());
}

void TestHandControl::aCallIsRetrievedWhereNoneTalks()
{
    Hand it;
    it.talk.talk();
    it.talk.say(MessageType::EventHeld);
    QCOMPARE(it.press(Command::HoldOrRetrieve).action, CallAction::Retrieve);
    QVERIFY(it.isSent<tlib::RetrieveCall>());
}

TALLY_TEST(TestHandControl)

} // namespace tst_handcontrol

#include "tst_handcontrol.moc"
