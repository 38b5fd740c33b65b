#include "support/testprogram.h"
#include "widgets/windowtest.h"

#include "widgets/agent/agentbutton.h"
#include "widgets/parts/question.h"

#include <QMenu>

namespace tst_agentbutton {

using namespace Qt::StringLiterals;
using support::Conversation;
using tlib::MessageType;
using widgets::AgentButton;

class TestAgentButton : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void agentStateIsShownAndMoved();
    void loggingOutWhileRecordingAsks();
    void agentMenuSaysWhyNot();

private:
    static tlib::KvList agentStatus(tlib::AgentStatus status)
    {
        tlib::KvList snapshot;
        snapshot.append("AgentStatus", qint32(status));
        return snapshot;
    }
    /// What the menu offers, opened as a person would.
    static QAction *entry(const WindowTest &test, const QString &text)
    {
        QMenu *menu = test.find<AgentButton>()->menu();
        Q_EMIT menu->aboutToShow();
        QList<QAction *> all = menu->actions();
        for (QAction *action : menu->actions()) {
            if (action->menu())
                all += action->menu()->actions();
        }
        for (QAction *action : std::as_const(all)) {
            if (action->text().remove(u'&') == text)
                return action;
        }
        return nullptr;
    }
};

void TestAgentButton::agentStateIsShownAndMoved()
{
    WindowTest test;
    test.talk.connect(agentStatus(tlib::AgentStatus::Ready));
    QCOMPARE(test.find<AgentButton>()->text(), u"Ready"_s);
    QCOMPARE(test.find<AgentButton>()->accessibleName(), u"Agent state: Ready"_s);
    entry(test, u"Lunch"_s)->trigger();
    const auto asked = test.talk.link.expect<tlib::AgentNotReady>();
    QVERIFY(asked);
    QCOMPARE(asked->first.reasons.text("ReasonCode"), u"Lunch"_s);
    QCOMPARE(test.find<AgentButton>()->text(), u"Ready"_s); // until the server says otherwise
    tlib::Event event{.type = MessageType::EventAgentNotReady,
                      .thisDn = Conversation::OwnDn,
                      .reasons = asked->first.reasons};
    test.talk.link.answer(asked->second, event);
    QCOMPARE(test.find<AgentButton>()->text(), u"Not ready · Lunch"_s);
}

void TestAgentButton::loggingOutWhileRecordingAsks()
{
    WindowTest test;
    test.talk.connect(agentStatus(tlib::AgentStatus::Ready));
    test.talk.talk(Conversation::recording(u"PAUSED"_s));
    entry(test, u"Log out"_s)->trigger();
    QVERIFY(test.talk.link.nothingSent());
    test.find<widgets::Question>()->findChild<QPushButton *>(u"yes"_s)->click();
    QVERIFY(test.talk.link.expect<tlib::AgentLogout>());
}

void TestAgentButton::agentMenuSaysWhyNot()
{
    WindowTest test;
    test.talk.connect(agentStatus(tlib::AgentStatus::LoggedOut));
    QVERIFY(entry(test, u"Log in"_s)->isEnabled());
    QVERIFY(!entry(test, u"Ready"_s)->isEnabled());
    QCOMPARE(entry(test, u"Ready"_s)->toolTip(), u"Log in first."_s);
    test.talk.loseLink();
    QVERIFY(!test.find<AgentButton>()->isEnabled());
    QCOMPARE(test.find<AgentButton>()->toolTip(), u"Nothing is sent while there is no connection."_s);
}

TALLY_GUI_TEST(TestAgentButton)

} // namespace tst_agentbutton

#include "tst_agentbutton.moc"
