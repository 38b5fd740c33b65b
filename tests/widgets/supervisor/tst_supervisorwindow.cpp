#include "presentation/look/theme.h"
#include "presentation/words/actiontext.h"
#include "support/floor.h"
#include "support/testprogram.h"
#include "widgets/actions/recordingcontrols.h"
#include "widgets/parts/question.h"
#include "widgets/parts/recordingbadge.h"
#include "widgets/supervisor/boardview.h"
#include "widgets/supervisor/statecounter.h"
#include "widgets/supervisor/supervisorwindow.h"
#include "widgets/tables/rowdelegate.h"
#include "widgets/tables/sortheader.h"

#include <QAccessible>
#include <QFocusEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPaintEvent>
#include <QPushButton>
#include <QScreen>
#include <QStackedWidget>
#include <QTabWidget>
#include <QTest>

namespace tst_supervisorwindow {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using presentation::BoardFilter;
using presentation::BoardModel;
using support::Floor;
using tlib::MessageType;

namespace {

/// What of a widget is painted.
class PaintWatch : public QObject
{
public:
    explicit PaintWatch(QWidget *watched) { watched->installEventFilter(this); }
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Paint)
            painted += static_cast<QPaintEvent *>(event)->region();
        return false;
    }

    QRegion painted;
};

struct FloorTest
{
    explicit FloorTest(int agents, bool hasRoutingPoint = false)
        : floor(agents, hasRoutingPoint)
        , window(floor.desk, theme)
    {
        window.show();
    }

    widgets::BoardView &board() const { return *window.findChild<widgets::BoardView *>(); }
    QString label(const QString &name) const { return window.findChild<QLabel *>(name)->text(); }
    QPushButton *button(const QString &name) const { return window.findChild<QPushButton *>(name); }
    widgets::StateCounter *counter(BoardFilter filter) const
    {
        for (auto *one : window.findChildren<widgets::StateCounter *>()) {
            if (one->filter() == filter)
                return one;
        }
        return nullptr;
    }
    QStringList shown() const
    {
        QStringList dns;
        for (int row = 0; row < board().model()->rowCount(); ++row)
            dns += board().model()->index(row, BoardModel::DnColumn).data().toString();
        return dns;
    }
    void choose(int number) const { board().choose(Floor::agent(number)); }

    Floor floor;
    presentation::Theme theme{presentation::ThemeChoice::Light};
    widgets::SupervisorWindow window;
};

} // namespace

class TestSupervisorWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void narrowWindowCutsNoCounter();
    void detailNamesWhomAnActionWouldTouch();
    void controlsFollowTheChosenRow();
    void nothingChosenOffersNothing();
    void choiceStaysWithItsAgentThroughSorting();
    void filterDoesNotChooseANeighbour();
    void countersCountAndFilter();
    void counterTellsItsCount();
    void redIsNeverShownForNothing();
    void everyLightHasRoomForItsRequest();
    void findNarrowsAndArrowsGoOn();
    void headerSortsByKeyboard();
    void enterOpensTheActionsOfTheRow();
    void emptyStatesSaySo_data();
    void emptyStatesSaySo();
    void footerSaysWhatIsWatched();
    void theLightIsInSightInANarrowWindow();
    void longDnsAreNotCut();
    void isNoLargerThanTheScreen();
    void focusAloneChoosesNobody();
    void focusIsSeenWhereNobodyIsChosen();
    void theBoardHasTheKeysOnceItIsThere();
    void closingAsksOnlyForAnOwnCall();
    void routeDeskIsThereWithRoutingPoints();
    void nothingMovesWhenAStateChanges();
    void everythingHasANameAndIsReachedByKeyboard();
    void idleWindowDoesNotWakeUp();
    void changeOfARowPaintsThatRowAlone();
};

void TestSupervisorWindow::narrowWindowCutsNoCounter()
{
    FloorTest test(3, false);
    test.window.resize(720, 480);
    const auto counters = test.window.findChildren<widgets::StateCounter *>();
    QVERIFY(!counters.isEmpty());
    for (widgets::StateCounter *counter : counters) {
        if (counter->isVisible())
            QTRY_VERIFY2(counter->width() >= counter->sizeHint().width(),
                         qPrintable(counter->accessibleName()));
    }
}

void TestSupervisorWindow::detailNamesWhomAnActionWouldTouch()
{
    FloorTest test(3);
    test.floor.connect();
    test.floor.talk(2, u"ON"_s, u"+33155502"_s);
    test.choose(2);
    QCOMPARE(test.label(u"subject"_s), u"Agent 2 · 7002 · +33155502"_s);
    QCOMPARE(test.label(u"onBehalf"_s), u"as 7900"_s);
    test.floor.release(2);
    QCOMPARE(test.label(u"subject"_s), u"Agent 2 · 7002 · no call"_s);
    QCOMPARE(test.label(u"onBehalf"_s), QString());
}

void TestSupervisorWindow::controlsFollowTheChosenRow()
{
    FloorTest test(3);
    test.floor.connect();
    test.floor.talk(1, u"ON"_s);
    test.floor.talk(2, u"PAUSED"_s);
    test.choose(1);
    QVERIFY(test.button(u"primary"_s)->text().contains(u"Pause"_s));
    QVERIFY(test.button(u"primary"_s)->isEnabled());
    test.choose(2);
    QVERIFY(test.button(u"primary"_s)->text().contains(u"Resume"_s));
    test.floor.record(2, u"ON"_s);
    QVERIFY(test.button(u"primary"_s)->text().contains(u"Pause"_s));
    test.floor.loseLink();
    QVERIFY(!test.button(u"primary"_s)->isEnabled());
    QVERIFY(!test.button(u"stop"_s)->isEnabled());
}

void TestSupervisorWindow::nothingChosenOffersNothing()
{
    FloorTest test(2);
    test.floor.connect();
    QVERIFY(!test.button(u"primary"_s)->isEnabled());
    QVERIFY(!test.button(u"stop"_s)->isEnabled());
    QVERIFY(test.label(u"subject"_s).contains(u"Choose"_s));
    test.choose(1); // an agent without a call
    QVERIFY(!test.button(u"stop"_s)->isEnabled());
}

void TestSupervisorWindow::choiceStaysWithItsAgentThroughSorting()
{
    FloorTest test(4);
    test.floor.connect();
    for (const int number : {1, 2, 3})
        test.floor.talk(number, u"ON"_s);
    test.board().sortByColumn(BoardModel::RecordingColumn, Qt::AscendingOrder);
    test.choose(2);
    test.floor.clock.advance(1s);
    test.floor.record(3, u"PAUSED"_s);
    test.floor.clock.advance(1s);
    QCOMPARE(test.shown().first(), u"7003"_s);
    QCOMPARE(test.board().chosen(), Floor::agent(2));
    QCOMPARE(test.board().currentIndex().siblingAtColumn(BoardModel::DnColumn).data().toString(), u"7002"_s);
    QVERIFY(test.label(u"subject"_s).contains(u"7002"_s));
}

void TestSupervisorWindow::filterDoesNotChooseANeighbour()
{
    FloorTest test(4);
    test.floor.connect();
    test.floor.talk(1, u"ON"_s);
    test.floor.talk(2, u"PAUSED"_s);
    test.choose(1);
    test.counter(BoardFilter::Paused)->click();
    QCOMPARE(test.shown(), QStringList{u"7002"_s});
    QVERIFY(test.board().chosen().isEmpty());
    QVERIFY(!test.button(u"stop"_s)->isEnabled());
    // What was chosen stays, should its call leave the filter.
    test.choose(2);
    test.floor.record(2, u"ON"_s);
    test.floor.clock.advance(2s);
    QCOMPARE(test.board().chosen(), Floor::agent(2));
    QCOMPARE(test.shown(), QStringList{u"7002"_s});
}

void TestSupervisorWindow::countersCountAndFilter()
{
    FloorTest test(4);
    test.floor.connect();
    test.floor.talk(1, u"ON"_s);
    test.floor.talk(2, u"ON"_s);
    test.floor.talk(3, u"PAUSED"_s);
    test.floor.clock.advance(20ms);
    QVERIFY(test.counter(BoardFilter::Recording)->accessibleName().startsWith(u"Recording: 2"_s));
    QVERIFY(test.counter(BoardFilter::Paused)->accessibleName().startsWith(u"Paused: 1"_s));
    QVERIFY(!test.counter(BoardFilter::Recorded)->isVisible());
    test.counter(BoardFilter::Recording)->click();
    QCOMPARE(test.shown(), (QStringList{u"7001"_s, u"7002"_s}));
    QCOMPARE(test.button(u"filter"_s)->text(), u"Recording"_s);
    test.counter(BoardFilter::Recording)->click();
    QCOMPARE(test.shown().size(), 5);
    QCOMPARE(test.button(u"filter"_s)->text(), u"All states"_s);
}

void TestSupervisorWindow::everyLightHasRoomForItsRequest()
{
    FloorTest test(1);
    const int room =
        test.board().columnWidth(BoardModel::RecordingColumn) - 2 * widgets::RowDelegate::Padding;
    presentation::RecordingLook look = presentation::lightOf(BoardFilter::NotRecording);
    look.pending = presentation::actionProgress(model::CallAction::StartRecording);
    QVERIFY(widgets::badgeWidth(look, test.theme, widgets::BadgeSize::Row) <= room);
}

void TestSupervisorWindow::counterTellsItsCount()
{
    FloorTest test(3);
    test.floor.connect();
    test.floor.talk(1, u"ON"_s);
    auto *counter = test.counter(BoardFilter::Recording);
    QAccessibleInterface *told = QAccessible::queryAccessibleInterface(counter);
    test.floor.clock.advance(1s);
    QCOMPARE(told->text(QAccessible::Value), u"1"_s);
    QCOMPARE(told->text(QAccessible::Name), presentation::counterText(BoardFilter::Recording, 1));
    QCOMPARE(told->role(), QAccessible::CheckBox);
    QVERIFY(told->state().checkable && !told->state().checked);
    told->actionInterface()->doAction(QAccessibleActionInterface::toggleAction());
    QVERIFY(told->state().checked);
    QCOMPARE(test.shown(), QStringList{u"7001"_s});
}

void TestSupervisorWindow::redIsNeverShownForNothing()
{
    FloorTest test(1);
    test.floor.connect();
    auto *counter = test.counter(BoardFilter::Recording);
    const QColor red = test.theme.tones().on.ground;
    const auto ground = [&] { return counter->grab().toImage().pixelColor(counter->width() / 2, 3); };
    QVERIFY(ground() != red);
    test.floor.talk(1, u"ON"_s);
    test.floor.clock.advance(20ms);
    QCOMPARE(ground(), red);
    test.floor.loseLink();
    test.floor.clock.advance(20ms);
    QVERIFY(ground() != red);
}

void TestSupervisorWindow::findNarrowsAndArrowsGoOn()
{
    FloorTest test(12);
    test.floor.connect();
    QVERIFY(QTest::qWaitForWindowActive(&test.window));
    auto *find = test.window.findChild<QLineEdit *>(u"find"_s);
    QTest::keyClick(&test.window, Qt::Key_F, Qt::ControlModifier);
    QTRY_COMPARE(test.window.focusWidget(), find);
    QTest::keyClicks(find, u"agent 12"_s);
    QCOMPARE(test.shown(), QStringList{u"7012"_s});
    QTest::keyClick(find, Qt::Key_Down);
    QCOMPARE(test.window.focusWidget(), &test.board());
    QCOMPARE(test.board().chosen(), Floor::agent(12));
    find->setFocus();
    QTest::keyClick(find, Qt::Key_Escape);
    QCOMPARE(find->text(), QString());
    QCOMPARE(test.shown().size(), 13);
    QCOMPARE(test.board().chosen(), Floor::agent(12));
}

void TestSupervisorWindow::headerSortsByKeyboard()
{
    FloorTest test(3);
    test.floor.connect();
    auto *header = test.window.findChild<widgets::SortHeader *>();
    QVERIFY(header->focusPolicy() & Qt::TabFocus);
    header->setFocus();
    QTest::keyClick(header, Qt::Key_Right); // to the DN
    QTest::keyClick(header, Qt::Key_Space);
    QTest::keyClick(header, Qt::Key_Space);
    QCOMPARE(test.shown().first(), u"7900"_s);
    QCOMPARE(header->accessibleName(), u"Column DN, sorted downwards"_s);
}

void TestSupervisorWindow::enterOpensTheActionsOfTheRow()
{
    FloorTest test(2);
    test.floor.connect();
    test.floor.talk(1, u"ON"_s);
    test.choose(1);
    QTest::keyClick(&test.board(), Qt::Key_Return);
    auto *menu = test.window.findChild<widgets::RecordingControls *>()->findChild<QMenu *>();
    QVERIFY(menu->isVisible());
    menu->close();
}

void TestSupervisorWindow::emptyStatesSaySo_data()
{
    QTest::addColumn<std::function<void(FloorTest &)>>("play");
    QTest::addColumn<QString>("title");
    using Play = std::function<void(FloorTest &)>;
    QTest::newRow("no DN is configured")
        << Play([](FloorTest &test) { test.floor.desk.registry.setDns(QList<model::DnEntry>()); })
        << u"No DN is watched"_s;
    QTest::newRow("nothing matches what is looked for") << Play([](FloorTest &test) {
        test.floor.connect();
        test.window.findChild<QLineEdit *>(u"find"_s)->setText(u"zz"_s);
    }) << u"No row matches"_s;
    QTest::newRow("no connection, and nothing matches")
        << Play([](FloorTest &test) { test.window.findChild<QLineEdit *>(u"find"_s)->setText(u"zz"_s); })
        << u"Where are your calls?"_s;
}

void TestSupervisorWindow::emptyStatesSaySo()
{
    QFETCH(std::function<void(FloorTest &)>, play);
    FloorTest test(2);
    play(test);
    QVERIFY(!test.board().isVisible());
    auto *empty = test.window.findChild<QWidget *>(u"EmptyState"_s);
    QVERIFY(empty && empty->isVisible());
    QTEST(empty->findChild<QLabel *>(u"title"_s)->text(), "title");
}

void TestSupervisorWindow::footerSaysWhatIsWatched()
{
    FloorTest test(3);
    test.floor.connect({Floor::agent(3)});
    test.floor.talk(1, u"ON"_s);
    test.floor.clock.advance(1s);
    const QString summary = test.label(u"summary"_s);
    QVERIFY2(summary.startsWith(u"3 DN"_s) && summary.contains(u"1 not"_s) && summary.contains(u"1 call"_s),
             qPrintable(summary));
}

void TestSupervisorWindow::theLightIsInSightInANarrowWindow()
{
    FloorTest test(3);
    test.floor.connect();
    test.window.resize(test.window.minimumSize());
    const auto end = [&test] {
        return test.board().columnViewportPosition(BoardModel::RecordingColumn) +
               test.board().columnWidth(BoardModel::RecordingColumn);
    };
    QTRY_VERIFY(end() <= test.board().viewport()->width());
}

void TestSupervisorWindow::longDnsAreNotCut()
{
    FloorTest test(3);
    test.floor.watch({{.dn = tlib::Dn(u"88888888"_s), .use = model::DnUse::Watched}});
    test.window.resize(test.window.minimumSize());
    const QFontMetrics metrics(test.theme.font(presentation::TextRole::Text));
    const auto room = [&test] {
        return test.board().columnWidth(BoardModel::DnColumn) - 2 * widgets::RowDelegate::Padding;
    };
    QTRY_VERIFY(room() >= metrics.horizontalAdvance(u"88888888"_s));
    QVERIFY(test.board().columnViewportPosition(BoardModel::RecordingColumn) +
                test.board().columnWidth(BoardModel::RecordingColumn) <=
            test.board().viewport()->width());
}

void TestSupervisorWindow::isNoLargerThanTheScreen()
{
    FloorTest test(3);
    const QSize room = test.window.screen()->availableGeometry().size();
    const QSize most = room.expandedTo(test.window.minimumSize());
    QVERIFY(test.window.width() <= most.width());
    QVERIFY(test.window.height() <= most.height());
}

void TestSupervisorWindow::focusAloneChoosesNobody()
{
    FloorTest test(3);
    test.floor.connect();
    test.floor.talk(1, u"ON"_s);
    QFocusEvent focus(QEvent::FocusIn, Qt::TabFocusReason);
    QCoreApplication::sendEvent(&test.board(), &focus);
    QVERIFY(test.board().chosen().isEmpty());
    QVERIFY(!test.button(u"primary"_s)->isEnabled());
    QTest::keyClick(&test.board(), Qt::Key_Down);
    QCOMPARE(test.board().chosen(), Floor::agent(1));
}

void TestSupervisorWindow::focusIsSeenWhereNobodyIsChosen()
{
    FloorTest test(3);
    test.floor.connect();
    QApplication::setActiveWindow(&test.window);
    QWidget *const viewport = test.board().viewport();
    const auto edge = [&] { return viewport->grab().toImage().pixelColor(1, viewport->height() / 2); };
    test.window.findChild<QLineEdit *>(u"find"_s)->setFocus(Qt::TabFocusReason);
    const QColor without = edge();
    test.board().horizontalHeader()->setFocus(Qt::TabFocusReason);
    QTest::keyClick(test.board().horizontalHeader(), Qt::Key_Tab);
    QVERIFY(test.board().hasFocus());
    QCOMPARE(test.board().chosen(), model::Dn());
    QVERIFY(edge() != without);
    test.choose(1); // now the ring is round the row
    QCOMPARE(edge(), without);
}

void TestSupervisorWindow::theBoardHasTheKeysOnceItIsThere()
{
    Floor floor(2);
    const QList<model::DnEntry> entries = floor.desk.registry.entries();
    floor.desk.registry.setDns(QList<model::DnEntry>());
    presentation::Theme theme;
    widgets::SupervisorWindow window(floor.desk, theme);
    window.show();
    QVERIFY(!qobject_cast<QTabBar *>(window.focusWidget()));
    floor.desk.registry.setDns(entries);
    QVERIFY(qobject_cast<widgets::BoardView *>(window.focusWidget()));
}

void TestSupervisorWindow::closingAsksOnlyForAnOwnCall()
{
    {
        FloorTest test(2);
        test.floor.connect();
        test.floor.talk(1, u"ON"_s);
        QVERIFY(test.window.close()); // its light burns on the agent's desk
    }
    FloorTest test(2);
    test.floor.connect();
    test.floor.say(MessageType::EventRinging, Floor::Supervisor, Floor::call(9));
    test.floor.say(MessageType::EventEstablished, Floor::Supervisor, Floor::call(9),
                   Floor::recording(u"ON"_s));
    QVERIFY(!test.window.close());
    QVERIFY(test.window.findChild<widgets::Question *>());
}

void TestSupervisorWindow::routeDeskIsThereWithRoutingPoints()
{
    FloorTest without(2);
    QCOMPARE(without.window.findChild<QTabWidget *>(u"pages"_s)->count(), 1);
    FloorTest test(2, true);
    test.floor.connect();
    auto *pages = test.window.findChild<QTabWidget *>(u"pages"_s);
    QCOMPARE(pages->count(), 2);
    QCOMPARE(pages->tabText(1), u"Route des&k"_s);
    test.floor.wait(tlib::ConnId(0x51), u"+4930"_s);
    test.floor.clock.advance(core::Frame::Length);
    QCOMPARE(pages->tabText(1), u"Route des&k (1)"_s);
}

void TestSupervisorWindow::nothingMovesWhenAStateChanges()
{
    FloorTest test(3);
    test.floor.connect();
    test.floor.talk(1, u"ON"_s);
    test.choose(1);
    for (int i = 0; i < 10; ++i) // layouts settle in several rounds
        QCoreApplication::processEvents();
    const auto places = [&] {
        QList<QRect> places;
        for (const auto *name : {"primary", "stop", "more", "filter", "find", "board", "summary"}) {
            auto *widget = test.window.findChild<QWidget *>(QString::fromLatin1(name));
            places += QRect(widget->mapTo(&test.window, QPoint()), widget->size());
        }
        return places;
    };
    const QList<QRect> before = places();
    for (const QString &word : {u"PAUSED"_s, u"OFF"_s, u"ON"_s}) {
        test.floor.record(1, word);
        test.floor.clock.advance(1s);
        QCoreApplication::processEvents();
        QCOMPARE(places(), before);
    }
}

void TestSupervisorWindow::everythingHasANameAndIsReachedByKeyboard()
{
    FloorTest test(3, true);
    test.floor.connect();
    test.floor.talk(1, u"ON"_s);
    test.choose(1);
    test.floor.clock.advance(1s);
    for (QWidget *widget : test.window.findChildren<QWidget *>()) {
        const bool isControl = qobject_cast<QAbstractButton *>(widget) || qobject_cast<QLineEdit *>(widget);
        if (!isControl || !widget->isVisible() || !widget->isEnabled())
            continue;
        auto *interface = QAccessible::queryAccessibleInterface(widget);
        QVERIFY2(!interface->text(QAccessible::Name).isEmpty(), qPrintable(widget->objectName()));
        QVERIFY2(widget->focusPolicy() & Qt::TabFocus || qobject_cast<QLineEdit *>(widget->parentWidget()),
                 qPrintable(widget->objectName()));
        QVERIFY2(widget->height() >= 16, qPrintable(widget->objectName()));
    }
    // From the table to what can be done about the row.
    test.board().setFocus();
    QTest::keyClick(&test.board(), Qt::Key_Tab);
    QCOMPARE(test.window.focusWidget(), test.button(u"primary"_s));
}

void TestSupervisorWindow::idleWindowDoesNotWakeUp()
{
    FloorTest test(3);
    test.floor.connect();
    test.floor.clock.advance(60s);
    QVERIFY(!test.floor.clock.hasAlarms());
    test.floor.talk(1, u"ON"_s);
    test.floor.clock.advance(60s);
    QVERIFY(test.floor.clock.hasAlarms()); // times run
    test.window.hide();
    test.floor.clock.advance(60s);
    QVERIFY(!test.floor.clock.hasAlarms());
}

void TestSupervisorWindow::changeOfARowPaintsThatRowAlone()
{
    FloorTest test(8);
    test.floor.connect();
    for (int agent = 1; agent <= 8; ++agent)
        test.floor.talk(agent, u"ON"_s);
    QVERIFY(QTest::qWaitForWindowExposed(&test.window));
    PaintWatch watch(test.board().viewport());
    bool isPaused = false;
    const auto paintedByAChange = [&] {
        isPaused = !isPaused;
        watch.painted = {};
        test.floor.record(3, isPaused ? u"PAUSED"_s : u"ON"_s);
        QCoreApplication::processEvents();
        return watch.painted.boundingRect();
    };
    const auto *rows = qobject_cast<BoardModel *>(test.board().model());
    const int top = test.board().rowViewportPosition(rows->rowOf(Floor::agent(3)));
    const auto isRowAlone = [&](const QRect &painted) { // Qt takes one line more
        return painted.top() == top && painted.height() <= presentation::measure::RowHeight + 1;
    };
    QTRY_VERIFY(isRowAlone(paintedByAChange())); // the first ones come with what a new window has to show
}

TALLY_GUI_TEST(TestSupervisorWindow)

} // namespace tst_supervisorwindow
#include "tst_supervisorwindow.moc"
