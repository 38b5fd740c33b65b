#include "support/floor.h"
#include "support/testprogram.h"
#include "widgets/actions/recordingcontrols.h"
#include "widgets/desk/toastview.h"
#include "widgets/parts/clickguard.h"
#include "widgets/parts/question.h"
#include "widgets/supervisor/boardview.h"
#include "widgets/supervisor/supervisorwindow.h"
#include "widgets/windowtest.h"

#include <QContextMenuEvent>
#include <QTabWidget>
#include <QTableView>
#include <QWindow>

namespace tst_clickguard {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using presentation::BoardModel;
using support::Floor;
using tlib::MessageType;

namespace {

constexpr core::Duration Almost = widgets::ClickGuard::Settling - 1ms;

void settle()
{
    for (int i = 0; i < 10; ++i) // layouts settle in several rounds
        QCoreApplication::processEvents();
}

/// The agent's window with two calls that are recorded, long enough ago.
struct TwoCalls : WindowTest
{
    static constexpr tlib::ConnId Second{0x006c029a6685d009};

    TwoCalls()
    {
        talk.connect();
        talk.talk(support::Conversation::recording(u"ON"_s));
        talk.talk(support::Conversation::recording(u"ON"_s), Second);
        window.resize(420, 1200); // room for three cards
        card(Second);
        rest();
    }
    /// The second call is the first from now on.
    void move()
    {
        talk.say(MessageType::EventHeld);
        settle();
    }
    void rest()
    {
        settle();
        talk.clock.advance(1s);
    }
    void post(int code = 58)
    {
        talk.desk.toasts.post(
            {.callAction = model::CallAction::PauseRecording, .call = Second, .code = code});
        settle();
    }
    QPushButton &pauseOf(tlib::ConnId id) const { return *card(id)->findChild<QPushButton *>(u"primary"_s); }
    /// Whether pausing this call was asked for, and nothing else was.
    bool hasAsked(tlib::ConnId id)
    {
        if (talk.link.nothingSent())
            return false;
        const auto asked = talk.link.expect<tlib::RecordingService>();
        return asked && asked->first.call == id && talk.link.nothingSent();
    }
};

/// The board with three agents in calls, sorted by the recording: what needs a look stands first.
struct Board
{
    Board()
        : floor(3)
        , window(floor.desk, theme)
    {
        window.resize(1000, 700);
        window.show();
        floor.connect();
        for (int number = 1; number <= 3; ++number)
            floor.talk(number, u"ON"_s);
        view().sortByColumn(BoardModel::RecordingColumn, Qt::AscendingOrder);
        rest();
    }
    void rest()
    {
        settle();
        floor.clock.advance(1s);
        settle();
    }
    widgets::BoardView &view() const { return *window.findChild<widgets::BoardView *>(); }
    QPoint placeOf(int row) const { return view().visualRect(view().model()->index(row, 1)).center(); }
    tlib::Dn dnAt(int row) const
    {
        return tlib::Dn(view().model()->index(row, BoardModel::DnColumn).data().toString());
    }
    /// Its row goes to the top.
    void pause(int number)
    {
        floor.record(number, u"PAUSED"_s); // the last change of the order is long ago: it comes at once
        QCOMPARE(dnAt(0), Floor::agent(number));
    }
    void click(int row, Qt::MouseButton button = Qt::LeftButton) const
    {
        QTest::mouseClick(view().viewport(), button, {}, placeOf(row));
    }

    Floor floor;
    presentation::Theme theme{presentation::ThemeChoice::Light};
    widgets::SupervisorWindow window;
};

} // namespace

/// Row 60: a click during a change of layout never acts on another call.
class TestClickGuard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aClickAfterAMoveDoesNothing();
    void theKeyboardIsNotHeldUp();
    void aPressWhoseTargetMovesEndsWithoutAClick();
    void whatStaysWhereItIsCanBeClicked();
    void aToastThatGoesSendsItsClickNowhere();
    void whatHasComeUnderARestingPointerTakesItsSecondClick();
    void aButtonMayBeClickedTwiceByARestingPointer();
    void aQuestionThatClosesByItselfSendsItsClickNowhere();
    void aRowThatHasJustComeIsNotChosen();
    void aRowThatMovesUnderThePressKeepsTheChoice();
    void aRowThatStaysCanBeChosenAtOnce();
    void theMenuIsOfTheRowUnderThePointerOrNone();
    void anOpenMenuIsAboutTheCallItWasOpenedFor();
    void theNextCallsButtonsAreNotClickedForTheLast();
    void aWaitingCallThatMovesUpIsNotChosen();
};

void TestClickGuard::aClickAfterAMoveDoesNothing()
{
    TwoCalls test;
    QPushButton &pause = test.pauseOf(TwoCalls::Second);
    const QPoint before = pause.mapTo(&test.window, QPoint());
    test.move();
    QVERIFY(pause.mapTo(&test.window, QPoint()) != before);
    QTest::mouseClick(&pause, Qt::LeftButton);
    test.talk.clock.advance(Almost);
    QTest::mouseClick(&pause, Qt::LeftButton);
    QTest::mouseDClick(&pause, Qt::LeftButton);
    QVERIFY(test.talk.link.nothingSent());
    test.talk.clock.advance(1ms);
    QTest::mouseClick(&pause, Qt::LeftButton);
    QVERIFY(test.hasAsked(TwoCalls::Second));
}

void TestClickGuard::theKeyboardIsNotHeldUp()
{
    TwoCalls test;
    test.move();
    QTest::keyClick(&test.pauseOf(TwoCalls::Second), Qt::Key_Space);
    QVERIFY(test.hasAsked(TwoCalls::Second));
}

void TestClickGuard::aPressWhoseTargetMovesEndsWithoutAClick()
{
    TwoCalls test;
    QPushButton &pause = test.pauseOf(TwoCalls::Second);
    QTest::mousePress(&pause, Qt::LeftButton);
    QVERIFY(pause.isDown());
    test.window.resize(test.window.size() - QSize(40, 0));
    settle();
    test.talk.clock.advance(1s); // however long it is held
    QTest::mouseRelease(&pause, Qt::LeftButton);
    QVERIFY(!pause.isDown());
    QVERIFY(test.talk.link.nothingSent());
    QTest::mouseClick(&pause, Qt::LeftButton);
    QVERIFY(test.hasAsked(TwoCalls::Second));
}

void TestClickGuard::whatStaysWhereItIsCanBeClicked()
{
    TwoCalls test;
    test.talk.talk({}, tlib::ConnId(0x77)); // its card comes below
    settle();
    QTest::mouseClick(&test.pauseOf(support::Conversation::CallOne), Qt::LeftButton);
    const auto asked = test.talk.link.expect<tlib::RecordingService>();
    QVERIFY(asked && asked->first.call == support::Conversation::CallOne);
}

void TestClickGuard::aToastThatGoesSendsItsClickNowhere()
{
    TwoCalls test;
    test.post(58);
    test.post(59);
    test.rest();
    const auto toasts = test.window.findChildren<widgets::ToastView *>();
    QCOMPARE(toasts.size(), 2);
    test.talk.desk.toasts.dismiss(test.talk.desk.toasts.toasts().last().id);
    settle();
    for (const auto *toast : toasts) { // the one that has gone, and the one that came in its place
        for (QPushButton *button : toast->findChildren<QPushButton *>())
            QTest::mouseClick(button, Qt::LeftButton);
    }
    QVERIFY(test.talk.link.nothingSent());
    QCOMPARE(test.talk.desk.toasts.toasts().size(), 1);
    QTest::mouseClick(&test.pauseOf(support::Conversation::CallOne), Qt::LeftButton); // it has not moved
    QVERIFY(test.hasAsked(support::Conversation::CallOne));
}

/// The call that is released makes room for another, whose button comes to lie where the first one's was.
void TestClickGuard::whatHasComeUnderARestingPointerTakesItsSecondClick()
{
    WindowTest test;
    test.talk.connect();
    test.talk.talk();
    test.talk.say(MessageType::EventRinging, {}, TwoCalls::Second);
    settle();
    test.talk.clock.advance(1s);
    const auto click = [&](QPoint place) {
        QTest::mouseClick(test.window.windowHandle(), Qt::LeftButton, {}, place);
        settle();
    };
    const auto middle = [&](const QPushButton *part) {
        return part->mapTo(&test.window, part->rect().center());
    };
    const QPoint release = middle(test.button(u"release"_s));
    click(release);
    QVERIFY(test.talk.link.expect<tlib::ReleaseCall>());
    test.talk.say(MessageType::EventReleased);
    for (int i = 0; i < 10; ++i) {
        settle();
        test.talk.clock.advance(1s);
    }
    QPushButton *const reject = test.button(u"release"_s);
    QCOMPARE(reject->accessibleName(), u"Reject"_s);
    QVERIFY(reject->rect().contains(reject->mapFrom(&test.window, release)));
    click(release);
    QVERIFY(test.talk.link.nothingSent());
    click(release); // who insists means it
    QVERIFY(!test.talk.link.nothingSent());
}

void TestClickGuard::aButtonMayBeClickedTwiceByARestingPointer()
{
    TwoCalls test;
    QPushButton &pause = test.pauseOf(support::Conversation::CallOne);
    const QPoint place = pause.mapTo(&test.window, pause.rect().center());
    const auto click = [&] {
        QTest::mouseClick(test.window.windowHandle(), Qt::LeftButton, {}, place);
        settle();
    };
    click();
    QVERIFY(test.hasAsked(support::Conversation::CallOne));
    test.talk.sayRecording(u"PAUSED"_s);
    test.rest();
    click();
    QVERIFY(test.hasAsked(support::Conversation::CallOne));
}

void TestClickGuard::aQuestionThatClosesByItselfSendsItsClickNowhere()
{
    TwoCalls test;
    test.card(TwoCalls::Second)->findChild<QPushButton *>(u"stop"_s)->click();
    QVERIFY(test.window.findChild<widgets::Question *>());
    test.rest();
    test.talk.say(MessageType::EventReleased, {}, TwoCalls::Second);
    QVERIFY(!test.window.findChild<widgets::Question *>()->isVisible());
    QPushButton &pause = test.pauseOf(support::Conversation::CallOne);
    QTest::mouseClick(&pause, Qt::LeftButton);
    QVERIFY(test.talk.link.nothingSent());
    test.rest();
    QTest::mouseClick(&pause, Qt::LeftButton);
    QVERIFY(test.hasAsked(support::Conversation::CallOne));
}

void TestClickGuard::aRowThatHasJustComeIsNotChosen()
{
    Board board;
    board.click(1);
    QCOMPARE(board.view().chosen(), Floor::agent(2));
    board.pause(3);
    board.click(0);
    board.floor.clock.advance(Almost);
    board.click(0);
    QCOMPARE(board.view().chosen(), Floor::agent(2));
    board.floor.clock.advance(1ms);
    board.click(0);
    QCOMPARE(board.view().chosen(), Floor::agent(3));
}

void TestClickGuard::aRowThatMovesUnderThePressKeepsTheChoice()
{
    Board board;
    QTest::mousePress(board.view().viewport(), Qt::LeftButton, {}, board.placeOf(0));
    QCOMPARE(board.view().chosen(), Floor::agent(1));
    board.pause(3);
    board.floor.clock.advance(1s);
    for (int by = 1; by < 4; ++by) // a hand is never quite still
        QTest::mouseMove(board.view().viewport(), board.placeOf(0) + QPoint(by, 0));
    QMouseEvent drag(QEvent::MouseMove, board.placeOf(0),
                     board.view().viewport()->mapToGlobal(board.placeOf(0)), Qt::NoButton, Qt::LeftButton,
                     {});
    QCoreApplication::sendEvent(board.view().viewport(), &drag);
    QTest::mouseRelease(board.view().viewport(), Qt::LeftButton, {}, board.placeOf(0));
    QCOMPARE(board.view().chosen(), Floor::agent(1));
}

void TestClickGuard::aRowThatStaysCanBeChosenAtOnce()
{
    Board board;
    board.pause(1);
    board.rest();
    board.floor.record(3, u"OFF"_s); // before the second row, behind the first
    QCOMPARE(board.dnAt(1), Floor::agent(3));
    board.click(1);
    QCOMPARE(board.view().chosen(), tlib::Dn());
    board.click(0);
    QCOMPARE(board.view().chosen(), Floor::agent(1));
}

void TestClickGuard::theMenuIsOfTheRowUnderThePointerOrNone()
{
    Board board;
    board.click(1);
    int asked = 0;
    connect(&board.view(), &widgets::BoardView::actionsRequested, this, [&asked] { ++asked; });
    const auto rightClick = [&board](int row) {
        QTest::mousePress(board.view().viewport(), Qt::RightButton, {}, board.placeOf(row));
        QContextMenuEvent menu(QContextMenuEvent::Mouse, board.placeOf(row),
                               board.view().viewport()->mapToGlobal(board.placeOf(row)));
        QCoreApplication::sendEvent(board.view().viewport(), &menu);
        QTest::mouseRelease(board.view().viewport(), Qt::RightButton, {}, board.placeOf(row));
    };
    board.pause(3);
    rightClick(0);
    QCOMPARE(asked, 0);
    board.rest();
    rightClick(0);
    QCOMPARE(asked, 1);
    QCOMPARE(board.view().chosen(), Floor::agent(3));
}

void TestClickGuard::anOpenMenuIsAboutTheCallItWasOpenedFor()
{
    Board board;
    board.click(0);
    auto *const controls = board.window.findChild<widgets::RecordingControls *>();
    QMenu *const menu = controls->findChild<QPushButton *>(u"more"_s)->menu();
    Q_EMIT menu->aboutToShow();
    QAction *pause = nullptr;
    for (QAction *entry : menu->actions()) {
        if (entry->text().remove(u'&') == u"Pause"_s)
            pause = entry;
    }
    QVERIFY(pause && pause->isEnabled());
    board.click(1); // or its call ends, and the next one stands in its row
    pause->trigger();
    auto *const question = board.window.findChild<widgets::Question *>();
    QVERIFY(question && question->isVisible());
    Q_EMIT question->confirmed();
    const auto asked = board.floor.link.expect<tlib::RecordingService>();
    QVERIFY(asked && asked->first.call == Floor::call(1));
}

/// The call of the chosen row ends while the button is pressed, and the same agent answers another one.
void TestClickGuard::theNextCallsButtonsAreNotClickedForTheLast()
{
    Board board;
    board.click(0);
    board.rest();
    auto *const stop =
        board.window.findChild<widgets::RecordingControls *>()->findChild<QPushButton *>(u"stop"_s);
    QVERIFY(stop->isEnabled());
    const auto next = [&board](int call) {
        board.floor.say(MessageType::EventReleased, Floor::agent(1), Floor::call(call));
        board.floor.say(MessageType::EventRinging, Floor::agent(1), Floor::call(call + 10));
        board.floor.say(MessageType::EventEstablished, Floor::agent(1), Floor::call(call + 10),
                        support::Conversation::recording(u"ON"_s));
    };
    QTest::mousePress(stop, Qt::LeftButton);
    next(1);
    board.floor.clock.advance(1s);
    QTest::mouseRelease(stop, Qt::LeftButton);
    QVERIFY(!board.window.findChild<widgets::Question *>());
    next(11);
    QTest::mouseClick(stop, Qt::LeftButton);
    QVERIFY(!board.window.findChild<widgets::Question *>());
    board.floor.clock.advance(1s);
    QTest::mouseClick(stop, Qt::LeftButton);
    QVERIFY(board.window.findChild<widgets::Question *>());
}

void TestClickGuard::aWaitingCallThatMovesUpIsNotChosen()
{
    Floor floor(1, true);
    presentation::Theme theme{presentation::ThemeChoice::Light};
    widgets::SupervisorWindow window(floor.desk, theme);
    window.resize(1000, 700);
    window.show();
    floor.connect();
    auto *const pages = window.findChild<QTabWidget *>(u"pages"_s);
    pages->setCurrentIndex(1);
    for (quint64 call = 1; call <= 3; ++call)
        floor.wait(tlib::ConnId(call), u"+4930%1"_s.arg(call));
    settle();
    floor.clock.advance(1s);
    auto *const table = window.findChild<QTableView *>(u"waiting"_s);
    const QPoint second = table->visualRect(table->model()->index(1, 0)).center();
    floor.say(MessageType::EventAbandoned, Floor::RoutingPoint, tlib::ConnId(1));
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, second);
    QVERIFY(!table->currentIndex().isValid());
    floor.clock.advance(widgets::ClickGuard::Settling);
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, second);
    QCOMPARE(table->currentIndex().row(), 1);
}

TALLY_GUI_TEST(TestClickGuard)

} // namespace tst_clickguard
#include "tst_clickguard.moc"
