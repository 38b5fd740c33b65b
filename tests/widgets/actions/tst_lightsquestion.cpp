#include "support/testprogram.h"
#include "widgets/windowtest.h"

#include "widgets/agent/agentbutton.h"
#include "widgets/parts/question.h"

namespace tst_lightsquestion {

using namespace Qt::StringLiterals;
using support::Conversation;
using tlib::MessageType;
using widgets::Question;

namespace {

struct AskedTest : WindowTest
{
    /// A recorded call, and the question that closing asks.
    AskedTest()
    {
        talk.connect(status(tlib::AgentStatus::Ready));
        talk.talk(Conversation::recording(u"ON"_s));
    }
    static tlib::KvList status(tlib::AgentStatus of)
    {
        tlib::KvList snapshot;
        snapshot.append("AgentStatus", qint32(of));
        return snapshot;
    }
    void askToLogOut() const
    {
        QMenu *menu = find<widgets::AgentButton>()->menu();
        Q_EMIT menu->aboutToShow();
        menu->actions().last()->trigger();
    }
    Question *question() const { return find<Question>(); }
    QString text() const
    {
        return question() ? question()->findChild<QLabel *>(u"text"_s)->text() : QString();
    }
    QPushButton *yes() const { return question()->findChild<QPushButton *>(u"yes"_s); }
};

} // namespace

class TestLightsQuestion : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsWhatIsClearNow();
    void goesWithTheLastCall();
    void aClickIsNoAnswerToWhatHasJustChanged();
    void allOfItIsInSight();
    void loggingOutThatIsNotPossibleIsNotAsked();
    void releasingARecordedCallAsks();
    void releasingAnUnrecordedCallDoesNot();
};

void TestLightsQuestion::tellsWhatIsClearNow()
{
    AskedTest test;
    QVERIFY(!test.window.close());
    QVERIFY(test.text().startsWith(u"The call with +493055501 is being recorded.\n"_s));
    test.talk.sayRecording(u"PAUSED"_s);
    QTRY_VERIFY(test.text().startsWith(u"The recording of the call with +493055501 is paused.\n"_s));
    QCOMPARE(test.question()->accessibleDescription(), test.text());
    test.talk.loseLink();
    QTRY_VERIFY(test.text().startsWith(
        u"It is not certain whether the recording of the call with +493055501 is paused.\n"_s));
    QVERIFY(test.text().endsWith(u"but without its light."_s));
}

void TestLightsQuestion::goesWithTheLastCall()
{
    AskedTest test;
    QVERIFY(!test.window.close());
    test.talk.say(MessageType::EventReleased);
    QTRY_VERIFY(!test.question());
    QVERIFY(test.window.isVisible()); // nobody has answered
}

void TestLightsQuestion::aClickIsNoAnswerToWhatHasJustChanged()
{
    AskedTest test;
    QVERIFY(!test.window.close());
    test.talk.clock.advance(std::chrono::seconds(1));
    test.talk.sayRecording(u"PAUSED"_s);
    QTRY_VERIFY(test.text().contains(u"paused"_s));
    QTest::mouseClick(test.yes(), Qt::LeftButton);
    QCoreApplication::processEvents();
    QVERIFY(test.window.isVisible());
    test.talk.clock.advance(std::chrono::seconds(1));
    QTest::mouseClick(test.yes(), Qt::LeftButton);
    QTRY_VERIFY(!test.window.isVisible());
}

void TestLightsQuestion::allOfItIsInSight()
{
    AskedTest test;
    QVERIFY(!test.window.close());
    test.talk.loseLink(); // a sentence of two lines in the place of one of one
    QTRY_VERIFY(test.text().contains(u"not certain"_s));
    auto *label = test.question()->findChild<QLabel *>(u"text"_s);
    QTRY_VERIFY(label->height() >= label->heightForWidth(label->width()));
}

void TestLightsQuestion::loggingOutThatIsNotPossibleIsNotAsked()
{
    AskedTest test;
    test.askToLogOut();
    QVERIFY(test.text().startsWith(u"The call with +493055501 is being recorded.\n"_s));
    test.talk.sayRecording(u"PAUSED"_s);
    QTRY_VERIFY(test.text().contains(u"paused"_s));
    test.talk.link.push({.type = MessageType::EventAgentLogout, .thisDn = Conversation::OwnDn});
    QTRY_VERIFY(!test.question());
    QVERIFY(test.talk.link.nothingSent());
}

void TestLightsQuestion::releasingARecordedCallAsks()
{
    AskedTest test;
    test.press(u"release"_s);
    QVERIFY(test.talk.link.nothingSent());
    QVERIFY(test.text().startsWith(u"The call with +493055501 is being recorded.\n"_s));
    QVERIFY(!test.yes()->isDefault());
    test.talk.clock.advance(std::chrono::seconds(1));
    QTest::mouseClick(test.yes(), Qt::LeftButton);
    QVERIFY(test.talk.link.expect<tlib::ReleaseCall>());
}

void TestLightsQuestion::releasingAnUnrecordedCallDoesNot()
{
    WindowTest test;
    test.talk.connect();
    test.talk.talk(Conversation::recording(u"OFF"_s));
    test.press(u"release"_s);
    QVERIFY(!test.find<Question>());
    QVERIFY(test.talk.link.expect<tlib::ReleaseCall>());
}

TALLY_GUI_TEST(TestLightsQuestion)

} // namespace tst_lightsquestion

#include "tst_lightsquestion.moc"
