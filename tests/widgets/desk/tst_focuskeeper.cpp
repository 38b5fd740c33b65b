#include "support/floor.h"
#include "support/testprogram.h"
#include "widgets/windowtest.h"

#include "widgets/actions/destinationdialog.h"
#include "widgets/desk/programbutton.h"
#include "widgets/desk/toastview.h"
#include "widgets/parts/recordingbadge.h"
#include "widgets/supervisor/boardview.h"
#include "widgets/supervisor/supervisorwindow.h"

#include <QApplication>
#include <QLineEdit>
#include <QTableView>

namespace tst_focuskeeper {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using model::CallAction;
using support::Conversation;
using support::Floor;
using tlib::MessageType;
using widgets::RecordingBadge;

namespace {

constexpr tlib::ConnId Other{0x006c029a6685d009};

tlib::KvList loggedOut()
{
    tlib::KvList snapshot;
    snapshot.append("AgentStatus", qint32(tlib::AgentStatus::LoggedOut));
    return snapshot;
}

/// The agent's window, in front, on a server that has answered.
struct AgentTest : WindowTest
{
    explicit AgentTest(const tlib::KvList &snapshot = {})
    {
        talk.connect(snapshot);
        QApplication::setActiveWindow(&window);
    }
    /// The keyboard goes to the button and presses it, long enough after it has got its meaning.
    void pressByKeyboard(QWidget *button)
    {
        talk.clock.advance(1s);
        QCoreApplication::processEvents(); // what has just come is shown a turn later
        button->setFocus(Qt::TabFocusReason);
        QVERIFY(QTest::qWaitFor([&] { return button->hasFocus(); }));
        QTest::keyClick(button, Qt::Key_Space);
    }
    void logsIn(MessageType then)
    {
        const auto asked = talk.link.expect<tlib::AgentLogin>();
        QVERIFY(asked);
        talk.link.answer(asked->second,
                         {.type = MessageType::EventAgentLogin, .thisDn = Conversation::OwnDn});
        talk.link.push({.type = then, .thisDn = Conversation::OwnDn});
    }
    QWidget *badge(model::CallId id) const { return face(id)->findChild<RecordingBadge *>(); }
    QPushButton *in(model::CallId id, const QString &name) const
    {
        return card(id)->findChild<QPushButton *>(name);
    }
    bool isNothingArmed() const { return !qobject_cast<QAbstractButton *>(QApplication::focusWidget()); }
};

/// The supervisor's window, in front.
struct BoardTest
{
    explicit BoardTest(bool hasRoutingPoint = false)
        : floor(3, hasRoutingPoint)
        , window(floor.desk, theme)
    {
        window.show();
        floor.connect();
        QApplication::setActiveWindow(&window);
    }
    QPushButton *button(const QString &name) const { return window.findChild<QPushButton *>(name); }
    widgets::BoardView &board() const { return *window.findChild<widgets::BoardView *>(); }

    Floor floor;
    presentation::Theme theme{presentation::ThemeChoice::Light};
    widgets::SupervisorWindow window;
};

QString nameOf(const QWidget *widget)
{
    if (!widget)
        return {};
    if (!widget->objectName().isEmpty() && widget->objectName() != u"badge"_s)
        return widget->objectName();
    return widget->accessibleName().isEmpty() ? QString::fromLatin1(widget->metaObject()->className())
                                              : widget->accessibleName();
}

/// What Tab reaches, from the beginning until it comes round.
QStringList tabbed(QWidget &window, int key = Qt::Key_Tab)
{
    QStringList names;
    for (int i = 0; i < 40; ++i) {
        QTest::keyClick(window.focusWidget() ? window.focusWidget() : &window, Qt::Key(key));
        const QString name = nameOf(window.focusWidget());
        if (names.contains(name) && name == names.first())
            break;
        names += name;
    }
    return names;
}

} // namespace

class TestFocusKeeper : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void afterLogInNothingIsArmed();
    void aStateThatOffersTheNextStepKeepsTheButton();
    void aClosedMessageHandsOnToItsCall_data();
    void aClosedMessageHandsOnToItsCall();
    void aRequestUnderWayKeepsTheCall_data();
    void aRequestUnderWayKeepsTheCall();
    void conferenceStaysWithTheFirstCall_data();
    void conferenceStaysWithTheFirstCall();
    void consultStaysWithItsCall();
    void aCallThatEndsArmsNoOther();
    void stopIsNotGivenBack();
    void pauseOnTheBoardKeepsTheRow();
    void routingKeepsTheCallsThatWait();
    void aWindowBehindAnotherKeepsIt();
    void whoGoesOnIsNotCalledBack();
    void tabFollowsTheBoard();
    void tabFollowsTheAgentsWindow();
};

void TestFocusKeeper::afterLogInNothingIsArmed()
{
    AgentTest test(loggedOut());
    test.pressByKeyboard(test.button(u"act"_s));
    test.logsIn(MessageType::EventAgentReady);
    QTRY_VERIFY(!test.button(u"act"_s)->isVisible());
    QVERIFY2(test.isNothingArmed(), qPrintable(nameOf(QApplication::focusWidget())));
    QVERIFY(QApplication::focusWidget());
    QVERIFY(test.find<widgets::CallPanel>()->isAncestorOf(QApplication::focusWidget()));
}

void TestFocusKeeper::aStateThatOffersTheNextStepKeepsTheButton()
{
    AgentTest test(loggedOut());
    QPushButton *act = test.button(u"act"_s);
    test.pressByKeyboard(act);
    QVERIFY(test.isNothingArmed() || act->hasFocus());
    test.logsIn(MessageType::EventAgentNotReady);
    QTRY_VERIFY(act->isVisible() && act->isEnabled());
    QTRY_COMPARE(QApplication::focusWidget(), act);
}

void TestFocusKeeper::aClosedMessageHandsOnToItsCall_data()
{
    QTest::addColumn<QString>("button");
    QTest::newRow("closed") << u"close"_s;
    QTest::newRow("tried again") << u"retry"_s;
}

void TestFocusKeeper::aClosedMessageHandsOnToItsCall()
{
    QFETCH(const QString, button);
    AgentTest test;
    test.talk.talk(Conversation::recording(u"ON"_s));
    test.talk.say(MessageType::EventRinging, {}, Other);
    QVERIFY(test.talk.desk.control.perform(Conversation::CallOne, CallAction::PauseRecording));
    test.talk.refuse(test.talk.link.expect<tlib::RecordingService>()->second, 93);
    auto *view = test.find<widgets::ToastView>();
    QVERIFY(view);
    test.pressByKeyboard(view->findChild<QPushButton *>(button));
    if (button == u"retry"_s)
        test.talk.sayRecording(u"PAUSED"_s);
    QTRY_VERIFY(!test.find<widgets::ToastView>());
    QCOMPARE(QApplication::focusWidget(), test.badge(Conversation::CallOne));
}

void TestFocusKeeper::aRequestUnderWayKeepsTheCall_data()
{
    QTest::addColumn<QString>("button");
    for (const char *const name : {"primary", "hold"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void TestFocusKeeper::aRequestUnderWayKeepsTheCall()
{
    QFETCH(const QString, button);
    AgentTest test;
    test.talk.say(MessageType::EventRinging, {}, Other);
    test.talk.talk(Conversation::recording(u"ON"_s));
    QPushButton *pressed = test.in(Conversation::CallOne, button);
    test.pressByKeyboard(pressed);
    QVERIFY(!pressed->isEnabled());
    QCOMPARE(QApplication::focusWidget(), test.badge(Conversation::CallOne));
    if (button == u"hold"_s) { // the call that rings is the first now
        test.talk.say(MessageType::EventHeld);
        QVERIFY(test.face(Conversation::CallOne)->isAncestorOf(QApplication::focusWidget()));
        QVERIFY(test.isNothingArmed());
        return;
    }
    test.talk.sayRecording(u"PAUSED"_s);
    QVERIFY(pressed->isEnabled());
    QCOMPARE(QApplication::focusWidget(), pressed);
}

void TestFocusKeeper::conferenceStaysWithTheFirstCall_data()
{
    QTest::addColumn<model::CallId>("from");
    QTest::newRow("from the first call") << Conversation::CallOne;
    QTest::newRow("from the consultation") << WindowTest::Consultation;
}

void TestFocusKeeper::conferenceStaysWithTheFirstCall()
{
    QFETCH(const model::CallId, from);
    AgentTest test;
    test.talk.talk(Conversation::recording(u"ON"_s));
    test.consult();
    test.pressByKeyboard(test.in(from, u"hold"_s));
    QVERIFY(test.talk.link.expect<tlib::CompleteConference>());
    QVERIFY2(test.face(from)->isAncestorOf(QApplication::focusWidget()),
             qPrintable(nameOf(QApplication::focusWidget())));
    test.talk.say(MessageType::EventReleased, {}, WindowTest::Consultation);
    test.talk.say(MessageType::EventRetrieved);
    QTRY_VERIFY(!test.face(WindowTest::Consultation));
    QVERIFY2(test.face(Conversation::CallOne)->isAncestorOf(QApplication::focusWidget()),
             qPrintable(nameOf(QApplication::focusWidget())));
    QVERIFY(QApplication::focusWidget() == test.badge(Conversation::CallOne) ||
            QApplication::focusWidget() == test.in(Conversation::CallOne, u"hold"_s));
}

void TestFocusKeeper::consultStaysWithItsCall()
{
    AgentTest test;
    test.talk.talk(Conversation::recording(u"ON"_s));
    test.in(Conversation::CallOne, u"more"_s)->setFocus();
    test.entry(u"Consult…"_s)->trigger();
    auto *dialog = test.find<widgets::DestinationDialog>();
    QVERIFY(dialog);
    QApplication::setActiveWindow(dialog);
    QTest::keyClicks(dialog->findChild<QLineEdit *>(u"number"_s), u"7003"_s);
    QTest::keyClick(dialog, Qt::Key_Return);
    QTRY_VERIFY(!test.find<widgets::DestinationDialog>());
    QVERIFY(test.talk.link.expect<tlib::InitiateTransfer>());
    QApplication::setActiveWindow(&test.window);
    test.consult();
    QTRY_VERIFY(QApplication::focusWidget());
    QCOMPARE(QApplication::focusWidget(), test.badge(Conversation::CallOne));
}

void TestFocusKeeper::aCallThatEndsArmsNoOther()
{
    AgentTest test;
    test.talk.say(MessageType::EventRinging, {}, Other);
    test.talk.talk(Conversation::recording(u"ON"_s));
    test.pressByKeyboard(test.in(Conversation::CallOne, u"release"_s));
    test.talk.say(MessageType::EventReleased);
    QTRY_VERIFY(!test.face(Conversation::CallOne));
    QVERIFY(test.isNothingArmed());
    QVERIFY(!test.face(Other)->isAncestorOf(QApplication::focusWidget()));
    QVERIFY(test.find<widgets::CallPanel>() == QApplication::focusWidget() ||
            test.find<widgets::CallPanel>()->isAncestorOf(QApplication::focusWidget()));
}

void TestFocusKeeper::stopIsNotGivenBack()
{
    AgentTest test;
    test.talk.talk(Conversation::recording(u"ON"_s));
    QPushButton *stop = test.in(Conversation::CallOne, u"stop"_s);
    QTRY_VERIFY(stop->isVisible());
    stop->setFocus(Qt::TabFocusReason);
    QTRY_VERIFY(stop->hasFocus());
    QVERIFY(test.talk.desk.control.perform(Conversation::CallOne, CallAction::PauseRecording));
    QCOMPARE(QApplication::focusWidget(), test.badge(Conversation::CallOne));
    test.talk.sayRecording(u"PAUSED"_s);
    QVERIFY(stop->isEnabled());
    QCOMPARE(QApplication::focusWidget(), test.badge(Conversation::CallOne));
}

void TestFocusKeeper::pauseOnTheBoardKeepsTheRow()
{
    BoardTest test;
    test.floor.talk(1, u"ON"_s);
    test.floor.talk(2, u"ON"_s);
    test.board().choose(Floor::agent(1));
    test.floor.clock.advance(1s);
    QPushButton *primary = test.button(u"primary"_s);
    primary->setFocus(Qt::TabFocusReason);
    QTRY_VERIFY(primary->hasFocus());
    QVERIFY(test.floor.desk.control.perform(Floor::call(1), CallAction::PauseRecording));
    QVERIFY(!primary->isEnabled());
    QCOMPARE(QApplication::focusWidget(), &test.board());
    QCOMPARE(test.board().chosen(), Floor::agent(1));
    test.floor.record(1, u"PAUSED"_s);
    QTRY_COMPARE(QApplication::focusWidget(), primary);
    test.floor.release(1);
    QCOMPARE(QApplication::focusWidget(), &test.board());
}

void TestFocusKeeper::routingKeepsTheCallsThatWait()
{
    BoardTest test(true);
    test.floor.wait(Floor::call(1), u"+33155501"_s);
    test.floor.wait(Floor::call(2), u"+33155502"_s);
    auto *pages = test.window.findChild<QTabWidget *>(u"pages"_s);
    pages->setCurrentIndex(1);
    auto *waiting = test.window.findChild<QTableView *>(u"waiting"_s);
    waiting->selectRow(0);
    waiting->setCurrentIndex(waiting->model()->index(0, 0));
    test.window.findChild<QLineEdit *>(u"destination"_s)->setText(u"7001"_s);
    QPushButton *route = test.button(u"route"_s);
    route->setFocus(Qt::TabFocusReason);
    QTRY_VERIFY(route->hasFocus());
    QTest::keyClick(route, Qt::Key_Space);
    QVERIFY(!route->isEnabled());
    QCOMPARE(QApplication::focusWidget(), waiting);
}

void TestFocusKeeper::aWindowBehindAnotherKeepsIt()
{
    AgentTest test;
    test.talk.say(MessageType::EventRinging, {}, Other);
    test.talk.talk(Conversation::recording(u"ON"_s));
    test.in(Conversation::CallOne, u"release"_s)->setFocus();
    QWidget front;
    front.show();
    QApplication::setActiveWindow(&front);
    test.talk.say(MessageType::EventReleased);
    QTRY_VERIFY(!test.face(Conversation::CallOne));
    QApplication::setActiveWindow(&test.window);
    QTRY_VERIFY(QApplication::focusWidget() && test.window.isAncestorOf(QApplication::focusWidget()));
    QVERIFY2(test.isNothingArmed(), qPrintable(nameOf(QApplication::focusWidget())));
    QVERIFY(!test.face(Other)->isAncestorOf(QApplication::focusWidget()));
}

void TestFocusKeeper::whoGoesOnIsNotCalledBack()
{
    AgentTest test;
    test.talk.talk(Conversation::recording(u"ON"_s));
    test.pressByKeyboard(test.in(Conversation::CallOne, u"primary"_s));
    QWidget *badge = test.badge(Conversation::CallOne);
    QCOMPARE(QApplication::focusWidget(), badge);
    QTest::keyClick(badge, Qt::Key_Tab);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Backtab);
    QCOMPARE(QApplication::focusWidget(), badge); // by the person's own will
    test.talk.sayRecording(u"PAUSED"_s);
    QCOMPARE(QApplication::focusWidget(), badge);
}

void TestFocusKeeper::tabFollowsTheBoard()
{
    BoardTest test;
    test.floor.talk(1, u"ON"_s);
    test.board().choose(Floor::agent(1));
    test.floor.clock.advance(1s);
    test.window.findChild<widgets::ProgramButton *>()->programMenu().put(widgets::MenuEntry::Settings, [] {});
    test.window.centralWidget()->setFocus();
    QTRY_VERIFY(test.window.centralWidget()->hasFocus());
    const auto counter = [](presentation::BoardFilter filter, int count) {
        return presentation::counterText(filter, count);
    };
    using presentation::BoardFilter;
    const QStringList wanted{u"find"_s,
                             u"filter"_s,
                             counter(BoardFilter::Recording, 1),
                             counter(BoardFilter::Paused, 0),
                             counter(BoardFilter::NotRecording, 0),
                             counter(BoardFilter::NotCertain, 0),
                             u"Column Agent, sorted upwards"_s,
                             u"board"_s,
                             u"primary"_s,
                             u"stop"_s,
                             u"more"_s,
                             u"program"_s};
    QCOMPARE(tabbed(test.window), wanted);
    QStringList back{wanted.first()};
    for (qsizetype i = wanted.size() - 1; i > 0; --i)
        back += wanted.at(i);
    test.button(u"filter"_s)->setFocus();
    QCOMPARE(tabbed(test.window, Qt::Key_Backtab), back);
}

void TestFocusKeeper::tabFollowsTheAgentsWindow()
{
    AgentTest test;
    test.talk.say(MessageType::EventRinging, {}, Other);
    test.talk.talk(Conversation::recording(u"ON"_s));
    QVERIFY(test.talk.desk.control.perform(Conversation::CallOne, CallAction::PauseRecording));
    test.talk.refuse(test.talk.link.expect<tlib::RecordingService>()->second, 93);
    test.talk.clock.advance(1s);
    QTRY_VERIFY(test.badge(Conversation::CallOne)->isVisible());
    test.window.centralWidget()->setFocus();
    QTRY_VERIFY(test.window.centralWidget()->hasFocus());
    QList<QWidget *> seen;
    for (int i = 0; i < 40 && !seen.contains(QApplication::focusWidget()); ++i) {
        seen += QApplication::focusWidget();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    }
    const auto at = [&](QWidget *widget) { return seen.indexOf(widget); };
    const QList<QWidget *> wanted{test.badge(Conversation::CallOne),
                                  test.in(Conversation::CallOne, u"copy"_s),
                                  test.in(Conversation::CallOne, u"primary"_s),
                                  test.in(Conversation::CallOne, u"stop"_s),
                                  test.in(Conversation::CallOne, u"more"_s),
                                  test.in(Conversation::CallOne, u"hold"_s),
                                  test.in(Conversation::CallOne, u"release"_s),
                                  test.face(Other),
                                  test.face(Other)->findChild<QPushButton *>(u"step"_s),
                                  test.find<widgets::ToastView>()->findChild<QPushButton *>(u"close"_s)};
    for (qsizetype i = 0; i < wanted.size(); ++i) {
        QVERIFY2(at(wanted.at(i)) > 0, qPrintable(nameOf(wanted.at(i))));
        QVERIFY2(i == 0 || at(wanted.at(i - 1)) < at(wanted.at(i)), qPrintable(nameOf(wanted.at(i))));
    }
}

TALLY_GUI_TEST(TestFocusKeeper)

} // namespace tst_focuskeeper

#include "tst_focuskeeper.moc"
