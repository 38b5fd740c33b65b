#include "support/conversation.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using model::CallPhase;
using model::RecordingState;
using support::Conversation;
using tlib::MessageType;

namespace {

tlib::Event numbered(tlib::Event event, qint64 number)
{
    event.sequenceNumber = number;
    return event;
}

} // namespace

class TestCallUserData : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void userDataReplaces();
    void userDataThatIsGoneLeavesNoState();
    void aFileNameThatGoesAwayIsNoOff();
    void anotherClientsMessageIsNotUserData();
    void aDuplicateChangesNothing_data();
    void aDuplicateChangesNothing();
    void overtakenUserDataIsOld();
    void everyOrderOfARacingPairEndsTheSame();
    void numbersOfAnotherServerDoNotCompare();
    void unknownWordsAreSaidOnceAndNotForEver();
    void anUnknownWordIsAWarning();
    void anUnknownWordMayMakeItsHearerAct();
};

void TestCallUserData::userDataReplaces()
{
    Conversation talk;
    talk.connect();
    talk.talk(Conversation::recording(u"ON"_s));
    tlib::KvList other;
    other.append("GSIP_RECORD", u"PAUSED");
    talk.say(MessageType::EventAttachedDataChanged, other);
    QCOMPARE(talk.call()->userData, other);
    QCOMPARE(talk.call()->recording.state, RecordingState::Paused);
    QCOMPARE(talk.call()->recording.fileName, "file-1");
    talk.say(MessageType::EventHeld); // says nothing about user data
    QCOMPARE(talk.call()->userData, other);
    QCOMPARE(talk.call()->recording.state, RecordingState::Paused);
}

void TestCallUserData::userDataThatIsGoneLeavesNoState()
{
    Conversation talk;
    talk.connect();
    talk.talk(Conversation::recording(u"ON"_s));
    talk.say(MessageType::EventAttachedDataChanged); // the last pair was deleted
    QVERIFY(talk.isCertain());
    QCOMPARE(talk.call()->recording.state, RecordingState::Unknown);
    QVERIFY(talk.call()->userData.isEmpty());
}

void TestCallUserData::aFileNameThatGoesAwayIsNoOff()
{
    Conversation talk;
    talk.connect();
    talk.talk();
    talk.sayRecording({}, u"stream-7"_s);
    talk.sayRecording({}, {});
    QCOMPARE(talk.call()->recording.state, RecordingState::Unknown);
    QVERIFY(talk.call()->recording.isLegacy());
}

void TestCallUserData::anotherClientsMessageIsNotUserData()
{
    Conversation talk;
    talk.connect();
    talk.talk(Conversation::recording(u"ON"_s));
    talk.say(MessageType::EventUserEvent, Conversation::recording(u"OFF"_s));
    talk.say(MessageType::EventPartyInfo, Conversation::recording(u"OFF"_s)); // nobody asked
    talk.say(MessageType::EventError, Conversation::recording(u"OFF"_s));
    QCOMPARE(talk.call()->recording.state, RecordingState::On);
}

void TestCallUserData::aDuplicateChangesNothing_data()
{
    QTest::addColumn<int>("which");
    QTest::newRow("of the ringing") << 0;
    QTest::newRow("of the answer") << 1;
    QTest::newRow("of the first notice") << 2;
    QTest::newRow("of the hold") << 3;
    QTest::newRow("of the retrieval") << 4;
    QTest::newRow("of the last notice") << 5;
}

void TestCallUserData::aDuplicateChangesNothing()
{
    QFETCH(int, which);
    Conversation talk;
    talk.connect();
    const tlib::Event events[] = {
        talk.event(MessageType::EventRinging),
        talk.event(MessageType::EventEstablished),
        talk.event(MessageType::EventAttachedDataChanged, Conversation::recording(u"ON"_s)),
        talk.event(MessageType::EventHeld),
        talk.event(MessageType::EventRetrieved),
        talk.event(MessageType::EventAttachedDataChanged, Conversation::recording(u"PAUSED"_s)),
    };
    for (const tlib::Event &event : events)
        talk.link.push(event);
    QSignalSpy changed(&talk.desk.calls, &model::CallList::changed);
    talk.link.push(events[which]);
    QCOMPARE(changed.count(), 0);
    QCOMPARE(talk.call()->phase(), CallPhase::Talking);
    QCOMPARE(talk.call()->recording.state, RecordingState::Paused);
    QVERIFY(talk.isCertain());
}

void TestCallUserData::overtakenUserDataIsOld()
{
    Conversation talk;
    talk.connect();
    talk.talk();
    const auto on = talk.event(MessageType::EventAttachedDataChanged, Conversation::recording(u"ON"_s));
    const auto paused =
        talk.event(MessageType::EventAttachedDataChanged, Conversation::recording(u"PAUSED"_s));
    talk.link.push(paused);
    talk.link.push(on);
    QCOMPARE(talk.call()->recording.state, RecordingState::Paused);

    // Without numbers, what comes last is the newest.
    auto unnumbered = on;
    unnumbered.sequenceNumber.reset();
    talk.link.push(unnumbered);
    QCOMPARE(talk.call()->recording.state, RecordingState::On);
}

void TestCallUserData::everyOrderOfARacingPairEndsTheSame()
{
    QList<int> order{0, 1, 2, 3};
    int orders = 0;
    do {
        Conversation talk;
        talk.connect();
        talk.say(MessageType::EventRinging);
        const tlib::Event events[] = {
            talk.event(MessageType::EventEstablished),
            talk.event(MessageType::EventAttachedDataChanged, Conversation::recording(u"ON"_s)),
            talk.event(MessageType::EventHeld, Conversation::recording(u"ON"_s)),
            talk.event(MessageType::EventAttachedDataChanged, Conversation::recording(u"PAUSED"_s)),
        };
        for (const int which : std::as_const(order))
            talk.link.push(events[which]);
        QCOMPARE(talk.call()->phase(), CallPhase::Held);
        QCOMPARE(talk.call()->recording.state, RecordingState::Paused);
        QVERIFY(talk.isCertain());
        ++orders;
    } while (std::next_permutation(order.begin(), order.end()));
    QCOMPARE(orders, 24);

    // The pair that really races: the server numbers them in the order in which it says them.
    for (const bool noticeFirst : {false, true}) {
        Conversation talk;
        talk.connect();
        talk.say(MessageType::EventRinging);
        if (noticeFirst)
            talk.sayRecording(u"ON"_s);
        talk.say(MessageType::EventEstablished,
                 noticeFirst ? Conversation::recording(u"ON"_s) : tlib::KvList());
        if (!noticeFirst)
            talk.sayRecording(u"ON"_s);
        QCOMPARE(talk.call()->phase(), CallPhase::Talking);
        QCOMPARE(talk.call()->recording.state, RecordingState::On);
    }
}

void TestCallUserData::numbersOfAnotherServerDoNotCompare()
{
    Conversation talk;
    talk.connect();
    talk.link.push(numbered(talk.event(MessageType::EventRinging), 100000));
    talk.link.push(
        numbered(talk.event(MessageType::EventEstablished, Conversation::recording(u"ON"_s)), 100001));
    talk.loseLink();
    talk.waitForAttempt();
    talk.reconnect(Conversation::snapshotOf(Conversation::CallOne));
    QVERIFY(talk.link.expect<tlib::QueryCall>());
    talk.link.push(
        numbered(talk.event(MessageType::EventAttachedDataChanged, Conversation::recording(u"PAUSED"_s)), 3));
    talk.link.push(numbered(talk.event(MessageType::EventHeld), 4));
    QVERIFY(talk.isCertain());
    QCOMPARE(talk.call()->recording.state, RecordingState::Paused);
    QCOMPARE(talk.call()->phase(), CallPhase::Held);
}

void TestCallUserData::unknownWordsAreSaidOnceAndNotForEver()
{
    Conversation talk;
    talk.connect();
    talk.talk();
    QSignalSpy words(&talk.desk.tracker, &model::CallTracker::unknownWord);
    for (int i = 0; i < 1000; ++i)
        talk.sayRecording(u"word %1"_s.arg(i));
    QCOMPARE(words.count(), 32);
    QCOMPARE(words.first().first().toString(), u"word 0"_s);
    QCOMPARE(talk.call()->recording.state, RecordingState::Unknown);
}

void TestCallUserData::anUnknownWordIsAWarning()
{
    Conversation talk;
    talk.connect();
    talk.talk();
    for (const QString &word : {u"AUS"_s, u"AN"_s, u"AUS"_s})
        talk.sayRecording(word);
    const QList<model::Toast> &toasts = talk.desk.toasts.toasts();
    QCOMPARE(toasts.size(), 2); // once per word
    QCOMPARE(toasts[0].kind, model::ToastKind::UnknownWord);
    QCOMPARE(toasts[0].severity, model::Severity::Warning);
    QCOMPARE(toasts[0].serverText, u"AUS"_s);
    QCOMPARE(toasts[1].serverText, u"AN"_s);
    QCOMPARE(toasts[1].count, 1);
}

void TestCallUserData::anUnknownWordMayMakeItsHearerAct()
{
    Conversation talk;
    talk.connect();
    talk.talk();
    QObject::connect(&talk.desk.tracker, &model::CallTracker::unknownWord, this, [&] {
        QCOMPARE(talk.call()->recording.state, RecordingState::Unknown); // it is complete
        talk.say(MessageType::EventReleased);
        for (quint64 id = 1; id < 200; ++id)
            talk.talk({}, tlib::ConnId(id));
    });
    talk.sayRecording(u"SUSPENDED"_s);
    QVERIFY(!talk.call());
    QCOMPARE(talk.desk.calls.ids().size(), 199);
}

QTEST_GUILESS_MAIN(TestCallUserData)
#include "tst_calluserdata.moc"
