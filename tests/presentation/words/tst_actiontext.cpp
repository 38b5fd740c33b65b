#include "presentation/words/actiontext.h"
#include "support/testprogram.h"

#include <QSet>
#include <QTest>
#include <QTranslator>

namespace tst_actiontext {

using namespace Qt::StringLiterals;
using model::CallAction;
using model::CallPhase;
using model::Obstacle;
using model::RecordingState;

namespace {

/// A language that has a space before the ellipsis, as German has.
class Spacious : public QTranslator
{
public:
    bool isEmpty() const override { return false; }
    QString translate(const char *, const char *text, const char *, int) const override
    {
        return QString::fromUtf8(text).replace(u"…"_s, u" …"_s);
    }
};

} // namespace

class TestActionText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyActionHasItsOwnWords();
    void everyActionHasItsOwnMnemonic();
    void whatAsksFirstHasAnEllipsis();
    void noNameKeepsTheSpaceBeforeAnEllipsis();
    void everyObstacleIsASentence();
    void whyACallIsNotHandedOn_data();
    void whyACallIsNotHandedOn();
    void everyFlawIsASentence();
    void theOutlookIsOneOrTwoSentences();
};

void TestActionText::everyActionHasItsOwnWords()
{
    QSet<QString> labels, purposes, progress;
    for (const CallAction action : model::AllCallActions) {
        labels.insert(presentation::actionName(action));
        purposes.insert(presentation::actionPurpose(action));
        progress.insert(presentation::actionProgress(action));
        QCOMPARE(presentation::actionLabel(action).count(u'&'), 1);
        QVERIFY(presentation::actionProgress(action).endsWith(u'…'));
    }
    QCOMPARE(labels.size(), qsizetype(std::size(model::AllCallActions)));
    QCOMPARE(purposes.size(), labels.size());
    QCOMPARE(progress.size(), labels.size());
}

void TestActionText::everyActionHasItsOwnMnemonic()
{
    QSet<QChar> letters;
    for (const CallAction action : model::AllCallActions) {
        const QString label = presentation::actionLabel(action);
        letters.insert(label.at(label.indexOf(u'&') + 1).toLower());
    }
    QCOMPARE(letters.size(), qsizetype(std::size(model::AllCallActions)));
}

void TestActionText::whatAsksFirstHasAnEllipsis()
{
    for (const CallAction action : model::AllCallActions)
        QCOMPARE(presentation::actionLabel(action).endsWith(u'…'), action == CallAction::StopRecording ||
                                                                       model::needsDestination(action) ||
                                                                       model::needsParty(action));
    QCOMPARE(presentation::actionName(CallAction::StopRecording), u"Stop"_s);
    QCOMPARE(presentation::actionName(CallAction::Transfer), u"Transfer"_s);
}

void TestActionText::noNameKeepsTheSpaceBeforeAnEllipsis()
{
    Spacious spacious;
    QVERIFY(QCoreApplication::installTranslator(&spacious));
    QCOMPARE(presentation::actionLabel(CallAction::StopRecording), u"&Stop …"_s);
    QCOMPARE(presentation::actionName(CallAction::StopRecording), u"Stop"_s);
}

void TestActionText::everyObstacleIsASentence()
{
    for (const CallAction action : model::AllCallActions) {
        for (const RecordingState state :
             {RecordingState::Unknown, RecordingState::Off, RecordingState::On, RecordingState::Paused}) {
            for (const CallPhase phase :
                 {CallPhase::Dialing, CallPhase::Ringing, CallPhase::Talking, CallPhase::Held}) {
                model::Call call;
                call.legs.append({.dn = {}, .phase = phase});
                call.recording.state = state;
                call.pendingRecording = {.action = CallAction::PauseRecording};
                for (const Obstacle obstacle :
                     {Obstacle::NotCertain, Obstacle::RequestUnderWay, Obstacle::NotInThisState,
                      Obstacle::NotPermitted, Obstacle::NotOwnCall, Obstacle::NoOwnDn, Obstacle::OnlyLooking,
                      Obstacle::NotSupported}) {
                    for (const bool isLinkUp : {true, false}) {
                        const QString text = presentation::obstacleText(obstacle, action, call, isLinkUp);
                        QVERIFY(text.endsWith(u'.'));
                        QVERIFY(text.at(0).isUpper());
                    }
                }
                QVERIFY(presentation::obstacleText(Obstacle::None, action, call, true).isEmpty());
            }
        }
    }
    model::Call call;
    QCOMPARE(presentation::obstacleText(Obstacle::NotCertain, CallAction::PauseRecording, call, false),
             u"Nothing is sent while the link is down."_s);
}

void TestActionText::whyACallIsNotHandedOn_data()
{
    QTest::addColumn<CallAction>("action");
    QTest::addColumn<CallPhase>("phase");
    QTest::addColumn<int>("consultation"); // 0: none, 1: about this call, 2: it is one
    QTest::addColumn<QString>("part");
    QTest::newRow("consult: ringing") << CallAction::Consult << CallPhase::Ringing << 0 << u"once"_s;
    QTest::newRow("consult: on hold") << CallAction::Consult << CallPhase::Held << 0 << u"Retrieve"_s;
    QTest::newRow("consult: twice") << CallAction::Consult << CallPhase::Held << 1 << u"already"_s;
    QTest::newRow("consult: in a consultation")
        << CallAction::Consult << CallPhase::Talking << 2 << u"itself"_s;
    QTest::newRow("transfer: ringing") << CallAction::Transfer << CallPhase::Ringing << 0 << u"once"_s;
    QTest::newRow("transfer: while consulting")
        << CallAction::Transfer << CallPhase::Held << 1 << u"complete"_s;
    QTest::newRow("transfer: a consultation")
        << CallAction::Transfer << CallPhase::Talking << 2 << u"complete"_s;
    QTest::newRow("complete: nobody")
        << CallAction::CompleteTransfer << CallPhase::Talking << 0 << u"Nobody"_s;
    QTest::newRow("complete: whoever is consulted")
        << CallAction::CompleteTransfer << CallPhase::Talking << 2 << u"Only"_s;
    QTest::newRow("conference: whoever is consulted")
        << CallAction::CompleteConference << CallPhase::Talking << 2 << u"Only"_s;
}

void TestActionText::whyACallIsNotHandedOn()
{
    QFETCH(CallAction, action);
    QFETCH(CallPhase, phase);
    QFETCH(int, consultation);
    QFETCH(QString, part);
    model::Call call;
    call.legs.append({.dn = {}, .phase = phase});
    call.consultation = model::CallId(consultation == 1);
    call.consultationOf = model::CallId(consultation == 2);
    const QString text = presentation::obstacleText(Obstacle::NotInThisState, action, call, true);
    QVERIFY2(text.contains(part), qPrintable(text));
    QVERIFY(text.endsWith(u'.'));
}

void TestActionText::everyFlawIsASentence()
{
    QSet<QString> texts;
    for (int flaw = 1; flaw <= int(model::OptionsFlaw::TooLong); ++flaw)
        texts.insert(presentation::optionsFlawText(model::OptionsFlaw(flaw)));
    for (int flaw = 1; flaw <= int(model::DestinationFlaw::OwnDn); ++flaw)
        texts.insert(presentation::destinationFlawText(model::DestinationFlaw(flaw)));
    QCOMPARE(texts.size(), int(model::OptionsFlaw::TooLong) + int(model::DestinationFlaw::OwnDn));
    for (const QString &text : std::as_const(texts))
        QVERIFY2(text.endsWith(u'.') && text.at(0).isUpper(), qPrintable(text));
    QVERIFY(presentation::optionsFlawText(model::OptionsFlaw::None).isEmpty());
    QVERIFY(presentation::destinationFlawText(model::DestinationFlaw::None).isEmpty());
}

void TestActionText::theOutlookIsOneOrTwoSentences()
{
    QSet<QString> texts;
    for (const auto outlook : {model::TransferOutlook::NoRecording, model::TransferOutlook::Ends,
                               model::TransferOutlook::GoesOn, model::TransferOutlook::NotKnown}) {
        const QString text = presentation::transferOutlookText(outlook);
        texts.insert(text);
        QVERIFY2(text.endsWith(u'.') && text.size() <= 90, qPrintable(text));
    }
    QCOMPARE(texts.size(), 4);
}

TALLY_GUI_TEST(TestActionText)

} // namespace tst_actiontext
#include "tst_actiontext.moc"
