#include "presentation/statetext.h"

#include "presentation/plaintext.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using model::CallAction;
using model::CallPhase;
using model::Obstacle;
using model::RecordingState;

class TestStateText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyActionHasItsOwnWords();
    void onlyStopHasAnEllipsis();
    void everyObstacleIsASentence();
    void partyIsShownAsItCame_data();
    void partyIsShownAsItCame();
    void textFromOutsideIsInert();
    void toolTipsNeverBecomeMarkup();
};

void TestStateText::everyActionHasItsOwnWords()
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

void TestStateText::onlyStopHasAnEllipsis()
{
    for (const CallAction action : model::AllCallActions)
        QCOMPARE(presentation::actionLabel(action).endsWith(u'…'), action == CallAction::StopRecording);
    QCOMPARE(presentation::actionName(CallAction::StopRecording), u"Stop"_s);
}

void TestStateText::everyObstacleIsASentence()
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
                for (const Obstacle obstacle : {Obstacle::NotCertain, Obstacle::RequestUnderWay,
                                                Obstacle::NotInThisState, Obstacle::NotPermitted}) {
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

void TestStateText::partyIsShownAsItCame_data()
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

void TestStateText::partyIsShownAsItCame()
{
    QFETCH(QString, party);
    QFETCH(int, type);
    QTEST(presentation::partyText(model::Dn(party), model::CallType(type)), "shown");
}

void TestStateText::textFromOutsideIsInert()
{
    QCOMPARE(presentation::plainText(u"a\u202Eb\nc\u0007d"_s), u"a\uFFFDb c\uFFFDd"_s);
    QCOMPARE(presentation::plainText(u"<b>x</b>"_s), u"<b>x</b>"_s);
    QCOMPARE(presentation::plainText(QString(1000, u'x'), 10), QString(10, u'x') + u'…');
}

void TestStateText::toolTipsNeverBecomeMarkup()
{
    QCOMPARE(presentation::plainToolTip(u"plain"_s), u"plain"_s);
    const QString tip = presentation::plainToolTip(u"<b>loud</b><img src='http://x'>"_s);
    QVERIFY(tip.contains(u"&lt;b&gt;"));
    QVERIFY(!tip.contains(u"<img"));
}

QTEST_MAIN(TestStateText)
#include "tst_statetext.moc"
