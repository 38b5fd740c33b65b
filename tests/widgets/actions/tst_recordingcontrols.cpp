#include "support/testprogram.h"
#include "widgets/windowtest.h"

#include "widgets/actions/actionquestion.h"
#include "widgets/actions/actionstarter.h"
#include "widgets/actions/recordingcontrols.h"

namespace tst_recordingcontrols {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using support::Conversation;
using tlib::RecordingCommand;
using widgets::ActionQuestion;

class TestRecordingControls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingFollowedIsAllDisabled();
    void followsAnotherCall();
    void menuOffersOptionsForEachService();
    void somebodyElsesRecordingAsksFirst_data();
    void somebodyElsesRecordingAsksFirst();
    void enterAndEscapeLeaveItAsItIs();
    void questionGoesWhenItIsNotPossibleAnyMore();
    void questionGoesWhenItIsAboutAnotherParty();
    void agentWithoutANameIsNamedByTheDn();
    void ownRecordingIsMovedAtOnce();
    void tryingAgainAsksAgain();

private:
    static QString textOf(const ActionQuestion &question)
    {
        return question.findChild<QLabel *>(u"text"_s)->text();
    }
};

void TestRecordingControls::nothingFollowedIsAllDisabled()
{
    WindowTest test;
    test.talk.connect();
    test.talk.talk(Conversation::recording(u"ON"_s));
    widgets::RecordingControls controls;
    widgets::ActionStarter starter(test.talk.desk, test.theme, &controls);
    controls.setUp(test.talk.desk, test.theme, starter);
    controls.follow({});
    for (const QString &name : {u"primary"_s, u"stop"_s, u"more"_s})
        QVERIFY2(!controls.findChild<QPushButton *>(name)->isEnabled(), qPrintable(name));
    QCOMPARE(controls.findChild<QPushButton *>(u"primary"_s)->toolTip(), u"No call is selected."_s);
    QVERIFY(!controls.findChild<QPushButton *>(u"primary"_s)->text().isEmpty());
    starter.start({}, model::CallAction::PauseRecording);
    QVERIFY(test.talk.link.nothingSent());
}

void TestRecordingControls::followsAnotherCall()
{
    WindowTest test;
    test.talk.connect();
    test.talk.talk(Conversation::recording(u"ON"_s));
    test.talk.talk(Conversation::recording(u"PAUSED"_s), tlib::ConnId(5));
    widgets::RecordingControls controls;
    widgets::ActionStarter starter(test.talk.desk, test.theme, &controls);
    controls.setUp(test.talk.desk, test.theme, starter);
    auto *primary = controls.findChild<QPushButton *>(u"primary"_s);
    controls.follow(Conversation::CallOne);
    QCOMPARE(primary->accessibleName(), u"Pause"_s);
    controls.follow(tlib::ConnId(5));
    QCOMPARE(primary->accessibleName(), u"Resume"_s);
    controls.follow({});
    QVERIFY(!primary->isEnabled());
    controls.follow(Conversation::CallOne);
    QVERIFY(primary->isEnabled());

    primary->click(); // the row under the pointer has just become another call's
    QVERIFY(test.talk.link.nothingSent());
    test.talk.clock.advance(1s);
    primary->click();
    QCOMPARE(test.talk.link.expect<tlib::RecordingService>()->first.call, Conversation::CallOne);
}

void TestRecordingControls::menuOffersOptionsForEachService()
{
    WindowTest test;
    test.talk.connect();
    test.talk.talk(Conversation::recording(u"ON"_s));
    for (const QString &possible : {u"Pause…"_s, u"Stop…"_s})
        QVERIFY2(test.entry(possible, true)->isEnabled(), qPrintable(possible));
    for (const QString &impossible : {u"Record…"_s, u"Resume…"_s}) {
        QVERIFY2(!test.entry(impossible, true)->isEnabled(), qPrintable(impossible));
        QVERIFY(test.entry(impossible, true)->toolTip().endsWith(u'.'));
    }
}

void TestRecordingControls::somebodyElsesRecordingAsksFirst_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<QString>("entry");
    QTest::addColumn<QString>("title");
    QTest::addColumn<int>("command");
    QTest::newRow("a start asks") << u"OFF"_s << u"Record"_s << u"Record this call?"_s
                                  << int(RecordingCommand::Start);
    QTest::newRow("a pause asks") << u"ON"_s << u"Pause"_s << u"Pause recording?"_s
                                  << int(RecordingCommand::Pause);
    QTest::newRow("a resume asks") << u"PAUSED"_s << u"Resume"_s << u"Resume recording?"_s
                                   << int(RecordingCommand::Resume);
    QTest::newRow("a stop asks") << u"ON"_s << u"Stop…"_s << u"Stop recording?"_s
                                 << int(RecordingCommand::Stop);
}

void TestRecordingControls::somebodyElsesRecordingAsksFirst()
{
    QFETCH(QString, word);
    QFETCH(QString, entry);
    QFETCH(QString, title);
    QFETCH(int, command);
    WindowTest test;
    test.talkElsewhere(word);
    test.entry(entry)->trigger();
    QVERIFY(test.talk.link.nothingSent());
    const auto *question = test.find<ActionQuestion>();
    QVERIFY(question && question->isVisible());
    QCOMPARE(question->findChild<QLabel *>(u"title"_s)->text(), title);
    for (const QString &part : {u"Anna Berg (7002)"_s, u"+493055501"_s, u"as 7001"_s})
        QVERIFY2(textOf(*question).contains(part), qPrintable(textOf(*question)));
    QVERIFY(question->findChild<QPushButton *>(u"no"_s)->isDefault());

    question->findChild<QPushButton *>(u"yes"_s)->click();
    const auto asked = test.talk.link.expect<tlib::RecordingService>();
    QVERIFY(asked);
    QCOMPARE(int(asked->first.command), command);
    QCOMPARE(asked->first.call, Conversation::CallOne);
    QCOMPARE(asked->first.dn, Conversation::OwnDn);
    QVERIFY(asked->first.extensions.isNull());
}

void TestRecordingControls::enterAndEscapeLeaveItAsItIs()
{
    for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Escape}) {
        WindowTest test;
        test.talkElsewhere(u"ON"_s);
        test.press(u"primary"_s);
        auto *question = test.find<ActionQuestion>();
        QVERIFY(question);
        QTest::keyClick(question, key);
        QTRY_VERIFY(!test.find<ActionQuestion>());
        QVERIFY(test.talk.link.nothingSent());
    }
}

void TestRecordingControls::questionGoesWhenItIsNotPossibleAnyMore()
{
    WindowTest test;
    test.talkElsewhere(u"ON"_s);
    test.press(u"primary"_s);
    QVERIFY(test.find<ActionQuestion>());
    test.talk.sayRecording(u"PAUSED"_s); // the agent was faster
    QTRY_VERIFY(!test.find<ActionQuestion>());
    test.press(u"primary"_s);
    QVERIFY(test.find<ActionQuestion>());
    test.talk.loseLink();
    QTRY_VERIFY(!test.find<ActionQuestion>());
}

void TestRecordingControls::questionGoesWhenItIsAboutAnotherParty()
{
    WindowTest test;
    test.talkElsewhere(u"ON"_s);
    test.press(u"primary"_s);
    QVERIFY(test.find<ActionQuestion>());
    test.talk.desk.calls.update(Conversation::CallOne, [](model::Call &call) {
        call.otherParty = tlib::Dn(u"7010"_s);
        return model::CallChange::Parties;
    });
    QTRY_VERIFY(!test.find<ActionQuestion>());
    QVERIFY(test.talk.link.nothingSent());
}

void TestRecordingControls::agentWithoutANameIsNamedByTheDn()
{
    WindowTest test;
    test.talkElsewhere(u"ON"_s);
    test.talk.desk.registry.setDns(QList<model::DnEntry>{
        {.dn = Conversation::OwnDn}, {.dn = tlib::Dn(u"7002"_s), .use = model::DnUse::Watched}});
    test.entry(u"Pause"_s)->trigger();
    QVERIFY(test.find<ActionQuestion>());
    QVERIFY(textOf(*test.find<ActionQuestion>()).startsWith(u"Agent 7002 is in a call with +493055501."));
}

void TestRecordingControls::ownRecordingIsMovedAtOnce()
{
    WindowTest test;
    test.talk.connect();
    test.talk.talk(Conversation::recording(u"ON"_s));
    test.entry(u"Pause"_s)->trigger();
    QVERIFY(!test.find<ActionQuestion>());
    QVERIFY(test.talk.link.expect<tlib::RecordingService>());
}

void TestRecordingControls::tryingAgainAsksAgain()
{
    WindowTest test;
    test.talkElsewhere(u"ON"_s);
    test.press(u"primary"_s);
    test.find<ActionQuestion>()->findChild<QPushButton *>(u"yes"_s)->click();
    test.talk.refuse(test.talk.link.expect<tlib::RecordingService>()->second, 58);
    QTRY_VERIFY(!test.find<ActionQuestion>());
    test.button(u"retry"_s)->click();
    QVERIFY(test.talk.link.nothingSent());
    QVERIFY(test.find<ActionQuestion>());
    test.find<ActionQuestion>()->findChild<QPushButton *>(u"yes"_s)->click();
    QVERIFY(test.talk.link.expect<tlib::RecordingService>());
}

TALLY_GUI_TEST(TestRecordingControls)

} // namespace tst_recordingcontrols
#include "tst_recordingcontrols.moc"
