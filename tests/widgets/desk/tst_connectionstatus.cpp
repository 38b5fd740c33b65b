#include "support/testprogram.h"
#include "widgets/windowtest.h"

#include "widgets/agent/agentbutton.h"
#include "widgets/desk/connectionstatus.h"
#include "widgets/parts/question.h"

#include <QMenu>

namespace tst_connectionstatus {

using namespace Qt::StringLiterals;
using support::Conversation;
using tlib::MessageType;
using widgets::AgentButton;

class TestConnectionStatus : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhereItIsConnected();
    void narrowHeaderCutsNoWordOff();
    void countsDownToTheNextAttempt();
    void connectsAgainOnceGivenUp();
    void agentStateIsShownAndMoved();
    void loggingOutWhileRecordingAsks();
    void agentMenuSaysWhyNot();
    void emptyStateLogsIn();

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

void TestConnectionStatus::saysWhereItIsConnected()
{
    WindowTest test;
    QCOMPARE(test.label(u"word"_s)->text(), u"Not connected"_s);
    test.talk.connect();
    QCOMPARE(test.label(u"word"_s)->text(), u"Connected"_s);
    QCOMPARE(test.label(u"security"_s)->text(), u"Not encrypted"_s);
    QVERIFY(test.label(u"security"_s)->isVisible());
    QCOMPARE(test.label(u"where"_s)->text(), u"sip-prim.example:7007 · primary · DN 7001"_s);
    QVERIFY(test.find<widgets::ConnectionStatus>()->accessibleDescription().contains(
        u"Connected. sip-prim.example:7007"));
}

void TestConnectionStatus::narrowHeaderCutsNoWordOff()
{
    WindowTest test;
    test.talk.connect();
    const QLabel *word = test.label(u"word"_s);
    const QLabel *security = test.label(u"security"_s);
    bool wasHidden = false;
    for (int width = test.window.minimumWidth(); width <= 480; width += 10) {
        test.window.resize(width, 480);
        QTRY_VERIFY2(word->width() >= word->sizeHint().width(), qPrintable(QString::number(width)));
        QVERIFY(test.label(u"lock"_s)->isVisible());
        QTRY_VERIFY(!security->isVisible() || security->width() >= security->sizeHint().width());
        wasHidden |= !security->isVisible();
    }
    QVERIFY(wasHidden);
    QVERIFY(security->isVisible());
}

void TestConnectionStatus::countsDownToTheNextAttempt()
{
    WindowTest test;
    test.talk.connect();
    test.talk.loseLink();
    QCOMPARE(test.label(u"word"_s)->text(), u"Link lost"_s);
    QVERIFY(test.label(u"where"_s)->text().startsWith(u"next try in 1 s · "));
    // Each failed attempt waits longer, so that there is something to count.
    for (int i = 0; i < 4; ++i) {
        test.talk.waitForAttempt();
        test.talk.loseLink();
    }
    const QString before = test.label(u"where"_s)->text();
    test.talk.clock.advance(std::chrono::seconds(2));
    QVERIFY(test.label(u"where"_s)->text().startsWith(u"next try in"));
    QVERIFY(test.label(u"where"_s)->text() != before);
}

void TestConnectionStatus::connectsAgainOnceGivenUp()
{
    WindowTest test;
    test.talk.connect();
    QVERIFY(!test.button(u"again"_s)->isVisible());
    for (int i = 0; i < 10 && !test.talk.desk.connection.hasGivenUp(); ++i) {
        test.talk.link.lose({.kind = core::ErrorKind::Malformed, .text = u"malformed frame"_s});
        if (!test.talk.desk.connection.hasGivenUp())
            test.talk.waitForAttempt();
    }
    QVERIFY(test.button(u"again"_s)->isVisible());
    const int before = test.talk.link.openings();
    test.button(u"again"_s)->click();
    QCOMPARE(test.talk.link.openings(), before + 1);
    QVERIFY(!test.button(u"again"_s)->isVisible());
}

void TestConnectionStatus::agentStateIsShownAndMoved()
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

void TestConnectionStatus::loggingOutWhileRecordingAsks()
{
    WindowTest test;
    test.talk.connect(agentStatus(tlib::AgentStatus::Ready));
    test.talk.talk(Conversation::recording(u"PAUSED"_s));
    entry(test, u"Log out"_s)->trigger();
    QVERIFY(test.talk.link.nothingSent());
    test.find<widgets::Question>()->findChild<QPushButton *>(u"yes"_s)->click();
    QVERIFY(test.talk.link.expect<tlib::AgentLogout>());
}

void TestConnectionStatus::agentMenuSaysWhyNot()
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

void TestConnectionStatus::emptyStateLogsIn()
{
    WindowTest test;
    test.talk.connect(agentStatus(tlib::AgentStatus::LoggedOut));
    QPushButton *act = test.button(u"act"_s);
    QVERIFY(act->isVisible());
    act->click();
    QVERIFY(test.talk.link.expect<tlib::AgentLogin>());
}

TALLY_GUI_TEST(TestConnectionStatus)

} // namespace tst_connectionstatus
#include "tst_connectionstatus.moc"
