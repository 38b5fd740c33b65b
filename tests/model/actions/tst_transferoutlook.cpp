#include "model/actions/transferoutlook.h"
#include "support/testprogram.h"

#include "support/conversation.h"

#include <QTest>

namespace tst_transferoutlook {

using namespace Qt::StringLiterals;
using model::AtTransfer;
using model::CallAction;
using model::RecordingState;
using model::TransferOutlook;
using support::Conversation;
using Side = model::RecordingOptions::Side;

/// What the card says before a call is handed on.
class TestTransferOutlook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theRules_data();
    void theRules();
    void aStartUnderWayLeavesItOpen();
    void anUncertainCallIsNotForetold();
    void theOthersSideIsKnownWhileItsRecordingRuns();
    void anotherRecordingIsNotTheOneThatWasStarted_data();
    void anotherRecordingIsNotTheOneThatWasStarted();
    void whatSomebodyElseStartedIsNotTakenForOurs();
    void theSiteDecides();
    void aConsultationSpeaksOfTheCallThatIsHandedOn();

private:
    static TransferOutlook outlook(const Conversation &talk)
    {
        return talk.desk.control.transferOutlook(*talk.call());
    }
    /// A recording of this side, or of the other, that this desktop has started.
    static void start(Conversation &talk, Side side, const QString &file = u"file-1"_s)
    {
        QVERIFY(talk.desk.control.perform(Conversation::CallOne, CallAction::StartRecording,
                                          {.recording = {.record = side}}));
        talk.acknowledge(talk.link.expect<tlib::RecordingService>()->second);
        talk.sayRecording(u"ON"_s, file);
    }
};

void TestTransferOutlook::theRules_data()
{
    QTest::addColumn<RecordingState>("state");
    QTest::addColumn<bool>("isOthersSide");
    QTest::addColumn<TransferOutlook>("ifEnds");
    QTest::addColumn<TransferOutlook>("ifContinues");
    using enum TransferOutlook;
    QTest::newRow("no recording") << RecordingState::Off << false << NoRecording << NoRecording;
    QTest::newRow("not known") << RecordingState::Unknown << false << NotKnown << NotKnown;
    QTest::newRow("recording") << RecordingState::On << false << Ends << GoesOn;
    QTest::newRow("paused") << RecordingState::Paused << false << Ends << GoesOn;
    QTest::newRow("recording of the other side") << RecordingState::On << true << GoesOn << GoesOn;
    QTest::newRow("paused, of the other side") << RecordingState::Paused << true << GoesOn << GoesOn;
}

void TestTransferOutlook::theRules()
{
    QFETCH(RecordingState, state);
    QFETCH(bool, isOthersSide);
    const model::Call call{.recording = {.state = state}};
    QTEST(transferOutlook(call, true, AtTransfer::Ends, isOthersSide), "ifEnds");
    QTEST(transferOutlook(call, true, AtTransfer::Continues, isOthersSide), "ifContinues");
    for (const AtTransfer rule : {AtTransfer::Ends, AtTransfer::Continues})
        QCOMPARE(transferOutlook(call, false, rule, isOthersSide), TransferOutlook::NotKnown);
}

void TestTransferOutlook::aStartUnderWayLeavesItOpen()
{
    Conversation talk;
    talk.connect();
    talk.talk();
    QCOMPARE(outlook(talk), TransferOutlook::NoRecording);
    QVERIFY(talk.desk.control.perform(Conversation::CallOne, CallAction::StartRecording));
    QCOMPARE(outlook(talk), TransferOutlook::NotKnown);
    talk.sayRecording(u"ON"_s);
    QCOMPARE(outlook(talk), TransferOutlook::Ends);
}

void TestTransferOutlook::anUncertainCallIsNotForetold()
{
    Conversation talk;
    talk.connect();
    talk.talk(Conversation::recording(u"ON"_s));
    talk.loseLink();
    QCOMPARE(outlook(talk), TransferOutlook::NotKnown);
}

void TestTransferOutlook::theOthersSideIsKnownWhileItsRecordingRuns()
{
    Conversation talk;
    talk.connect();
    talk.talk();
    start(talk, Side::Destination, {});
    QCOMPARE(outlook(talk), TransferOutlook::GoesOn);
    talk.sayRecording(u"ON"_s, u"file-1"_s); // the name comes after the state
    QCOMPARE(outlook(talk), TransferOutlook::GoesOn);
    talk.sayRecording(u"PAUSED"_s, u"file-1"_s);
    QCOMPARE(outlook(talk), TransferOutlook::GoesOn);
    talk.say(tlib::MessageType::EventReleased);
    talk.talk(Conversation::recording(u"ON"_s), tlib::ConnId(2));
    QCOMPARE(talk.desk.control.transferOutlook(*talk.call(tlib::ConnId(2))), TransferOutlook::Ends);
}

void TestTransferOutlook::anotherRecordingIsNotTheOneThatWasStarted_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::newRow("it was stopped, and somebody started anew")
        << QStringList{u"OFF"_s, u"file-1"_s, u"ON"_s, u"file-1"_s};
    QTest::newRow("a new file, and its end was not seen") << QStringList{u"ON"_s, u"file-2"_s};
}

void TestTransferOutlook::anotherRecordingIsNotTheOneThatWasStarted()
{
    QFETCH(QStringList, words);
    Conversation talk;
    talk.connect();
    talk.talk();
    start(talk, Side::Destination);
    QCOMPARE(outlook(talk), TransferOutlook::GoesOn);
    for (qsizetype i = 0; i < words.size(); i += 2)
        talk.sayRecording(words[i], words[i + 1]);
    QCOMPARE(outlook(talk), TransferOutlook::Ends);
}

void TestTransferOutlook::whatSomebodyElseStartedIsNotTakenForOurs()
{
    Conversation talk;
    talk.connect();
    talk.talk();
    QVERIFY(talk.desk.control.perform(Conversation::CallOne, CallAction::StartRecording,
                                      {.recording = {.record = Side::Destination}}));
    talk.refuse(talk.link.expect<tlib::RecordingService>()->second, 118);
    talk.sayRecording(u"ON"_s);
    QCOMPARE(outlook(talk), TransferOutlook::Ends);
    talk.sayRecording(u"OFF"_s);
    start(talk, Side::Source, u"file-2"_s);
    QCOMPARE(outlook(talk), TransferOutlook::Ends);
}

void TestTransferOutlook::theSiteDecides()
{
    Conversation talk({.atTransfer = AtTransfer::Continues});
    talk.connect();
    talk.talk(Conversation::recording(u"ON"_s));
    QCOMPARE(outlook(talk), TransferOutlook::GoesOn);
}

void TestTransferOutlook::aConsultationSpeaksOfTheCallThatIsHandedOn()
{
    constexpr tlib::ConnId two{2};
    Conversation talk;
    talk.connect();
    talk.talk(Conversation::recording(u"ON"_s));
    talk.talk({}, two);
    talk.desk.calls.update(two, [](model::Call &call) {
        call.consultationOf = Conversation::CallOne;
        return model::CallChange::Parties;
    });
    QCOMPARE(talk.desk.control.transferOutlook(*talk.call(two)), TransferOutlook::Ends);
}

TALLY_TEST(TestTransferOutlook)

} // namespace tst_transferoutlook
#include "tst_transferoutlook.moc"
