#include "support/conversation.h"
#include "support/testprogram.h"

#include <QSignalSpy>
#include <QTest>

namespace tst_calluserdata {

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
    void underOneNumberTheLastIsTheNewest();
    void everyOrderOfARacingPairEndsTheSame();
    void numbersOfAnotherServerDoNotCompare();
    void unknownWordsAreSaidOnceAndNotForEver();
    void anUnknownWordIsAWarning();
    void anUnknownWordIsLoggedOnceAndNotInClear();
    void theFileNameStaysAfterTheEndAndChangesWithASession();
    void aStateIsReadInAnyCase_data();
    void aStateIsReadInAnyCase();
    void keysAndWordsAreASetting();
    void aLegacyRecordingHasNoState();
    void aWordThatEndsALegacyRecordingIsAnnounced();
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

/// A server, or a gateway before it, that does not count must not freeze a light that says "certain".
void TestCallUserData::underOneNumberTheLastIsTheNewest()
{
    Conversation talk;
    talk.connect();
    const auto push = [&talk](MessageType type, const tlib::KvList &userData = {}) {
        talk.link.push(numbered(talk.event(type, userData), 5));
    };
    push(MessageType::EventRinging);
    push(MessageType::EventEstablished, Conversation::recording(u"ON"_s));
    QCOMPARE(talk.call()->phase(), CallPhase::Talking);
    QCOMPARE(talk.call()->recording.state, RecordingState::On);
    push(MessageType::EventAttachedDataChanged, Conversation::recording(u"PAUSED"_s));
    QCOMPARE(talk.call()->recording.state, RecordingState::Paused);
    push(MessageType::EventHeld);
    QCOMPARE(talk.call()->phase(), CallPhase::Held);
    push(MessageType::EventReleased);
    QVERIFY(talk.desk.calls.ids().isEmpty());
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
    const core::SteadyList<model::Toast> &toasts = talk.desk.toasts.toasts();
    QCOMPARE(toasts.size(), 2); // once per word
    QCOMPARE(toasts.at(0).kind, model::ToastKind::UnknownWord);
    QCOMPARE(toasts.at(0).severity, model::Severity::Warning);
    QCOMPARE(toasts.at(0).serverText, u"AUS"_s);
    QCOMPARE(toasts.at(1).serverText, u"AN"_s);
    QCOMPARE(toasts.at(1).count, 1);
}

void TestCallUserData::anUnknownWordIsLoggedOnceAndNotInClear()
{
    static QStringList lines;
    lines.clear();
    Conversation talk;
    talk.connect();
    talk.talk();
    const QtMessageHandler before =
        qInstallMessageHandler([](QtMsgType, const QMessageLogContext &, const QString &line) {
            if (line.contains(u"not understood"_s) || line.contains(u"PIN 4711"_s))
                lines.append(line);
        });
    for (int i = 0; i < 3; ++i) {
        talk.sayRecording(u"PIN 4711"_s);
        talk.sayRecording(u"ON"_s);
    }
    talk.sayRecording(u"PIN 4711"_s);
    qInstallMessageHandler(before);
    QCOMPARE(lines.size(), 1);
    QVERIFY(!lines.first().contains(u"4711"_s));
    QCOMPARE(talk.call()->recording.state, RecordingState::Unknown);
    QVERIFY(talk.isCertain()); // that nothing is known is certain
}

void TestCallUserData::theFileNameStaysAfterTheEndAndChangesWithASession()
{
    Conversation talk;
    talk.connect();
    talk.talk();
    QVERIFY(talk.call()->recording.fileName.isEmpty());
    talk.sayRecording(u"ON"_s, u"first"_s);
    QCOMPARE(talk.call()->recording.fileName, "first");
    talk.sayRecording(u"OFF"_s, u"first"_s);
    QCOMPARE(talk.call()->recording.state, RecordingState::Off);
    QCOMPARE(talk.call()->recording.fileName, "first");
    QVERIFY(talk.call()->recording.everRecorded());
    const auto endOfFirst = talk.call()->recording.since;
    talk.clock.advance(5s);
    talk.sayRecording(u"ON"_s, u"second"_s);
    QCOMPARE(talk.call()->recording.fileName, "second");
    QVERIFY(talk.call()->recording.since > endOfFirst);

    // The state alone, as a server may say it before the new file has its name: the old name stays.
    talk.sayRecording(u"OFF"_s, u"second"_s);
    talk.sayRecording(u"ON"_s, {});
    QCOMPARE(talk.call()->recording.state, RecordingState::On);
    QCOMPARE(talk.call()->recording.fileName, "second");
    const auto sinceOn = talk.call()->recording.since;
    talk.clock.advance(1s);
    talk.sayRecording(u"ON"_s, u"third"_s); // a new session without an OFF that was heard
    QCOMPARE(talk.call()->recording.fileName, "third");
    QVERIFY(talk.call()->recording.since > sinceOn);
}

void TestCallUserData::aStateIsReadInAnyCase_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<RecordingState>("state");
    QTest::newRow("as in the prose: On") << u"On"_s << RecordingState::On;
    QTest::newRow("as in the samples: ON") << u"ON"_s << RecordingState::On;
    QTest::newRow("small: on") << u"on"_s << RecordingState::On;
    QTest::newRow("Off") << u"Off"_s << RecordingState::Off;
    QTest::newRow("oFF") << u"oFF"_s << RecordingState::Off;
    QTest::newRow("Paused") << u"Paused"_s << RecordingState::Paused;
    QTest::newRow("PAUSED") << u"PAUSED"_s << RecordingState::Paused;
    QTest::newRow("no word of these") << u"Halted"_s << RecordingState::Unknown;
}

void TestCallUserData::aStateIsReadInAnyCase()
{
    QFETCH(QString, word);
    Conversation talk;
    talk.connect();
    talk.talk();
    talk.sayRecording(word);
    QVERIFY(talk.isCertain());
    QTEST(talk.call()->recording.state, "state");
}

void TestCallUserData::keysAndWordsAreASetting()
{
    Conversation talk({.keys = {.state = "RECORDING_STATUS_GIM",
                                .file = "FILE",
                                .on = "Recording",
                                .off = "Stopped",
                                .paused = "Halted"}});
    talk.connect();
    talk.talk(Conversation::recording(u"ON"_s)); // another recorder's
    QCOMPARE(talk.call()->recording.state, RecordingState::Off);
    tlib::KvList data;
    data.append("RECORDING_STATUS_GIM", u"halted");
    data.append("FILE", u"tape-7");
    talk.say(MessageType::EventAttachedDataChanged, data);
    QCOMPARE(talk.call()->recording.state, RecordingState::Paused);
    QCOMPARE(talk.call()->recording.fileName, "tape-7");
    data.set("RECORDING_STATUS_GIM", u"PAUSED"); // not this one's word
    talk.say(MessageType::EventAttachedDataChanged, data);
    QCOMPARE(talk.call()->recording.state, RecordingState::Unknown);
}

void TestCallUserData::aLegacyRecordingHasNoState()
{
    Conversation talk;
    talk.connect();
    talk.talk();
    talk.sayRecording({}, u"stream-1"_s);
    QVERIFY(talk.isCertain());
    QVERIFY(talk.call()->recording.isLegacy());
    QVERIFY(talk.call()->recording.everRecorded());
    QCOMPARE(talk.call()->recording.state, RecordingState::Unknown); // neither On nor Off is known
    talk.sayRecording(u"OFF"_s, u"stream-1"_s);                      // a newer server took over
    QVERIFY(!talk.call()->recording.isLegacy());
    QCOMPARE(talk.call()->recording.state, RecordingState::Off);
}

/// "Recorded" becomes "Not known": the state is the same, what is shown is not.
void TestCallUserData::aWordThatEndsALegacyRecordingIsAnnounced()
{
    Conversation talk;
    talk.desk.registry.setDns(
        QList<model::DnEntry>{{.dn = Conversation::OwnDn, .use = model::DnUse::Watched}});
    talk.connect();
    talk.talk();
    talk.sayRecording({}, u"stream-7"_s);
    QVERIFY(talk.call()->recording.isLegacy());
    QCOMPARE(talk.desk.board.counts(), (model::BoardCounts{.calls = 1, .legacy = 1}));
    QSignalSpy changed(&talk.desk.calls, &model::CallList::changed);
    talk.sayRecording(u"HALF"_s, u"stream-7"_s);
    QVERIFY(!talk.call()->recording.isLegacy());
    QCOMPARE(changed.count(), 1);
    QVERIFY(changed.first().at(1).value<model::CallChanges>().testFlag(model::CallChange::Recording));
    QCOMPARE(talk.desk.board.counts(), (model::BoardCounts{.calls = 1, .unknown = 1}));
    talk.sayRecording(u"HALF"_s, u"stream-7"_s);
    QCOMPARE(changed.count(), 1);
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

TALLY_TEST(TestCallUserData)

} // namespace tst_calluserdata
#include "tst_calluserdata.moc"
