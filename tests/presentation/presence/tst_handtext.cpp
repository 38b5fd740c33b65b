#include "presentation/presence/handtext.h"
#include "presentation/presence/titletext.h"
#include "presentation/presence/urgentlook.h"
#include "support/conversation.h"
#include "support/testprogram.h"

#include <QTest>

namespace tst_handtext {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using model::Command;
using presentation::ToneRole;
using support::Conversation;
using tlib::ConnId;
using tlib::MessageType;

namespace {

constexpr ConnId CallTwo{0x006c029a6685d005};

QString stateOf(Conversation &talk)
{
    return presentation::stateInWords(talk.desk, talk.clock.now());
}

} // namespace

/// What is heard and seen of all calls together.
class TestHandText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatIsRecordedForHowLong();
    void saysTheLeastAfterALateStart();
    void saysDoubtBeforeAnything();
    void saysAllCallsTheOneInHandFirst();
    void saysThatThereIsNone();
    void saysWhyAKeyDidNothing();
    void theMostUrgentLightStandsForAll();
    void aCallThatOnlyRingsHasNoLight();
    void theTitleTellsOfAllThatIsRecorded();
};

void TestHandText::saysWhatIsRecordedForHowLong()
{
    Conversation talk;
    talk.connect();
    talk.talk(Conversation::recording(u"On"_s));
    talk.clock.advance(158s);
    QCOMPARE(stateOf(talk), u"Recording, for 2 minute(s) and 38 second(s). Call with +493055501, talking."_s);
}

void TestHandText::saysTheLeastAfterALateStart()
{
    Conversation talk;
    talk.connect(Conversation::snapshotOf(Conversation::CallOne));
    talk.sayRecording(u"On"_s);
    talk.clock.advance(5s);
    QVERIFY2(stateOf(talk).startsWith(u"Recording, for at least 5 second(s)."_s), qPrintable(stateOf(talk)));
}

void TestHandText::saysDoubtBeforeAnything()
{
    Conversation talk;
    talk.connect();
    talk.talk(Conversation::recording(u"On"_s));
    talk.loseLink();
    talk.clock.advance(12s);
    QVERIFY2(stateOf(talk).startsWith(u"Not certain, last known: Recording · heard 12 s ago."_s),
             qPrintable(stateOf(talk)));
}

void TestHandText::saysAllCallsTheOneInHandFirst()
{
    Conversation talk;
    talk.connect();
    talk.talk(Conversation::recording(u"Paused"_s));
    talk.say(MessageType::EventHeld);
    talk.talk(Conversation::recording(u"Off"_s, {}), CallTwo);
    const QString words = stateOf(talk);
    QVERIFY2(words.startsWith(u"Not recording. Call with +493055501, talking. Paused, for "_s),
             qPrintable(words));
    QVERIFY2(words.endsWith(u"on hold."_s), qPrintable(words));
}

void TestHandText::saysThatThereIsNone()
{
    Conversation talk;
    QCOMPARE(stateOf(talk), u"No call. SIP Server is not connected."_s);
    talk.connect();
    QCOMPARE(stateOf(talk), u"No call."_s);
}

void TestHandText::saysWhyAKeyDidNothing()
{
    Conversation talk;
    talk.connect();
    const auto press = [&talk](Command command) {
        talk.clock.advance(1s);
        return presentation::handAnswerText(talk.desk.hand.press(command), talk.desk);
    };
    QCOMPARE(press(Command::PauseOrResume),
             u"No call talks, so there is no recording to pause or to resume."_s);
    QCOMPARE(press(Command::Answer), u"No call rings."_s);
    talk.talk(Conversation::recording(u"Off"_s));
    QVERIFY(!press(Command::PauseOrResume).isEmpty());
    talk.sayRecording(u"On"_s);
    QCOMPARE(press(Command::PauseOrResume), QString()); // it is seen
    talk.loseLink();
    QVERIFY(!press(Command::PauseOrResume).isEmpty());
}

void TestHandText::theMostUrgentLightStandsForAll()
{
    Conversation talk;
    talk.connect();
    QVERIFY(!presentation::mostUrgentLight(talk.desk));
    talk.talk(Conversation::recording(u"Off"_s, {}));
    QCOMPARE(presentation::mostUrgentLight(talk.desk)->tone, ToneRole::Off);
    talk.say(MessageType::EventHeld);
    talk.talk(Conversation::recording(u"Paused"_s), CallTwo);
    QCOMPARE(presentation::mostUrgentLight(talk.desk)->tone, ToneRole::Paused);
    talk.sayRecording(u"On"_s);
    QCOMPARE(presentation::mostUrgentLight(talk.desk)->tone, ToneRole::On);
    talk.loseLink();
    QCOMPARE(presentation::mostUrgentLight(talk.desk)->tone, ToneRole::Uncertain);
    QCOMPARE(presentation::callsInLines(talk.desk).count(u'\n'), 1);
}

void TestHandText::aCallThatOnlyRingsHasNoLight()
{
    Conversation talk;
    talk.connect();
    talk.say(MessageType::EventRinging);
    QVERIFY(!presentation::mostUrgentLight(talk.desk));
    QVERIFY(presentation::callsInLines(talk.desk).contains(u"ringing"_s));
}

void TestHandText::theTitleTellsOfAllThatIsRecorded()
{
    Conversation talk;
    talk.connect();
    talk.talk(Conversation::recording(u"On"_s));
    talk.say(MessageType::EventHeld);
    QCOMPARE(presentation::windowTitle(talk.desk, false), u"Recording · +493055501 · 7001"_s);
    talk.say(MessageType::EventRinging, {}, CallTwo);
    QCOMPARE(presentation::windowTitle(talk.desk, false),
             u"Ringing · +493055501 · 1 more recording · 7001"_s);
    for (quint64 id = 0x006c029a6685d006; id < 0x006c029a6685d00b; ++id)
        talk.say(MessageType::EventRinging, {}, ConnId{id});
    QCOMPARE(presentation::callsInLines(talk.desk).section(u'\n', -1),
             u"1 more call(s) · 1 more recording"_s); // the one on hold comes last
    QCOMPARE(presentation::callsInLines(talk.desk).section(u'\n', 0, 0), u"Ringing · +493055501 · ringing"_s);
}

TALLY_TEST(TestHandText)

} // namespace tst_handtext

#include "tst_handtext.moc"
