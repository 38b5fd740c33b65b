#include "presentation/words/calltext.h"
#include "support/testprogram.h"

#include <QTest>

namespace tst_calltext {

using namespace Qt::StringLiterals;
using model::CallPhase;
using model::CallType;

class TestCallText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void partyIsShownAsItCame_data();
    void partyIsShownAsItCame();
    void everybodyIsNamed_data();
    void everybodyIsNamed();
    void aSummarySaysWhatAndHowFar_data();
    void aSummarySaysWhatAndHowFar();
    void recordingHasAWordForEachState_data();
    void recordingHasAWordForEachState();
};

void TestCallText::partyIsShownAsItCame_data()
{
    QTest::addColumn<QString>("party");
    QTest::addColumn<int>("type");
    QTest::addColumn<QString>("shown");
    QTest::newRow("a number from outside")
        << u"+493055501"_s << int(model::CallType::Inbound) << u"+493055501"_s;
    QTest::newRow("a desk") << u"7003"_s << int(model::CallType::Internal) << u"Desk 7003"_s;
    QTest::newRow("an internal name") << u"sales"_s << int(model::CallType::Internal) << u"sales"_s;
    QTest::newRow("nobody") << QString() << int(model::CallType::Inbound) << u"Unknown number"_s;
    QTest::newRow("a type nobody knows") << u"1"_s << 77 << u"1"_s;
}

void TestCallText::partyIsShownAsItCame()
{
    QFETCH(QString, party);
    QFETCH(int, type);
    QTEST(presentation::partyText(model::Dn(party), model::CallType(type)), "shown");
}

void TestCallText::everybodyIsNamed_data()
{
    QTest::addColumn<QStringList>("parties");
    QTest::addColumn<QString>("shown");
    QTest::newRow("nobody is known") << QStringList() << u"Unknown number"_s;
    QTest::newRow("one") << QStringList{u"+493055501"_s} << u"+493055501"_s;
    QTest::newRow("who was added is at a desk")
        << QStringList{u"+493055501"_s, u"7003"_s} << u"+493055501 and Desk 7003"_s;
    QTest::newRow("three") << QStringList{u"+493055501"_s, u"7003"_s, u"7004"_s}
                           << u"+493055501, Desk 7003 and Desk 7004"_s;
}

void TestCallText::everybodyIsNamed()
{
    QFETCH(QStringList, parties);
    model::CallView seen;
    for (const QString &party : parties)
        seen.parties += model::Dn(party);
    QTEST(presentation::partiesText(seen, CallType::Inbound), "shown");
}

void TestCallText::aSummarySaysWhatAndHowFar_data()
{
    QTest::addColumn<int>("type");
    QTest::addColumn<CallPhase>("phase");
    QTest::addColumn<QString>("summary");
    QTest::newRow("it rings") << int(CallType::Inbound) << CallPhase::Ringing << u"Inbound · ringing"_s;
    QTest::newRow("it is dialled") << int(CallType::Outbound) << CallPhase::Dialing
                                   << u"Outbound · dialling"_s;
    QTest::newRow("people talk") << int(CallType::Internal) << CallPhase::Talking << u"Internal · talking"_s;
    QTest::newRow("it is held") << int(CallType::Consult) << CallPhase::Held << u"Consultation · on hold"_s;
    QTest::newRow("it is over") << int(CallType::Unknown) << CallPhase::Released << u"Call · ended"_s;
    QTest::newRow("a type nobody knows") << 77 << CallPhase::Talking << u"Call · talking"_s;
}

void TestCallText::aSummarySaysWhatAndHowFar()
{
    QFETCH(int, type);
    QFETCH(CallPhase, phase);
    QCOMPARE(presentation::callSummary(CallType::Inbound, {.phase = CallPhase::Talking,
                                                           .parties = {model::Dn(u"1"), model::Dn(u"2")}}),
             u"Conference · talking"_s);
    QTEST(presentation::callSummary(CallType(type), {.phase = phase, .parties = {model::Dn(u"1")}}),
          "summary");
}

void TestCallText::recordingHasAWordForEachState_data()
{
    QTest::addColumn<model::Recording>("recording");
    QTest::addColumn<QString>("word");
    using model::RecordingState;
    QTest::newRow("it runs") << model::Recording{.state = RecordingState::On, .stateSaid = true}
                             << u"Recording"_s;
    QTest::newRow("it is paused") << model::Recording{.state = RecordingState::Paused, .stateSaid = true}
                                  << u"Paused"_s;
    QTest::newRow("there is none") << model::Recording{.state = RecordingState::Off, .stateSaid = true}
                                   << u"Not recording"_s;
    QTest::newRow("nothing was said") << model::Recording{} << u"Not known"_s;
    QTest::newRow("only a file was said") << model::Recording{.fileName = "file-1.wav"} << u"Recorded"_s;
}

void TestCallText::recordingHasAWordForEachState()
{
    QFETCH(model::Recording, recording);
    QTEST(presentation::recordingWord(recording), "word");
}

TALLY_GUI_TEST(TestCallText)

} // namespace tst_calltext

#include "tst_calltext.moc"
