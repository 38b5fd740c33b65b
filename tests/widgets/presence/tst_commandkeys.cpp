#include "support/manualclock.h"
#include "support/testprogram.h"
#include "widgets/presence/commandkeys.h"
#include "widgets/presence/hint.h"

#include <QDebug>
#include <QDialog>
#include <QKeySequenceEdit>
#include <QLineEdit>
#include <QPushButton>
#include <QScreen>
#include <QSignalSpy>
#include <QTest>

namespace tst_commandkeys {

using namespace Qt::StringLiterals;
using model::Command;
using widgets::CommandKeys;
using widgets::Hint;

class TestCommandKeys : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aKeyIsItsCommandWhateverHasTheFocus();
    void aHeldKeyIsOnePress();
    void inADialogOnlyTheCallIsMoved();
    void whereKeysAreChosenTheyAreMeantAsThemselves();
    void aHintStaysOnTheScreenForAWhile();
    void aHintGivesWayToAWindowThatGrows();
    void aHintCoversNoControl();
    void aHintCoversNoOtherWindow_data();
    void aHintCoversNoOtherWindow();
};

namespace {

struct Window
{
    Window()
    {
        keys.setKeys(model::KeyTable::inWindow());
        window.show();
        window.activateWindow();
    }
    QList<Command> commands() const
    {
        QList<Command> list;
        for (const QList<QVariant> &each : spy)
            list.append(each.first().value<Command>());
        return list;
    }

    QWidget window;
    QLineEdit *field = new QLineEdit(&window);
    QPushButton *button = new QPushButton(u"&Press"_s, &window);
    CommandKeys keys;
    QSignalSpy spy{&keys, &CommandKeys::commanded};
};

} // namespace

void TestCommandKeys::aKeyIsItsCommandWhateverHasTheFocus()
{
    Window it;
    QTest::keyClick(it.field, Qt::Key_F7);
    QTest::keyClick(it.button, Qt::Key_F7);
    QTest::keyClick(it.field, Qt::Key_M, Qt::ControlModifier);
    QTest::keyClick(it.field, Qt::Key_Comma, Qt::ControlModifier);
    QTest::keyClicks(it.field, u"abc"_s);
    QCOMPARE(it.commands(),
             (QList{Command::PauseOrResume, Command::PauseOrResume, Command::CompactBar, Command::Settings}));
    QCOMPARE(it.field->text(), u"abc"_s);
}

void TestCommandKeys::aHeldKeyIsOnePress()
{
    Window it;
    for (int i = 0; i < 20; ++i) {
        QKeyEvent press(QEvent::KeyPress, Qt::Key_F7, Qt::NoModifier, {}, i > 0);
        QCoreApplication::sendEvent(it.field, &press);
    }
    QCOMPARE(it.commands(), QList{Command::PauseOrResume});
}

void TestCommandKeys::inADialogOnlyTheCallIsMoved()
{
    Window it;
    QDialog dialog(&it.window);
    auto *const field = new QLineEdit(&dialog);
    dialog.setWindowModality(Qt::WindowModal);
    dialog.open();
    QTRY_VERIFY(QApplication::activeModalWidget());
    QTest::keyClick(field, Qt::Key_F7);
    QTest::keyClick(field, Qt::Key_Q, Qt::ControlModifier);
    QTest::keyClick(field, Qt::Key_M, Qt::ControlModifier);
    QCOMPARE(it.commands(), QList{Command::PauseOrResume});
}

void TestCommandKeys::whereKeysAreChosenTheyAreMeantAsThemselves()
{
    Window it;
    QKeySequenceEdit edit(&it.window);
    edit.show();
    edit.setFocus();
    QTRY_COMPARE(QApplication::focusWidget(), &edit);
    QTest::keyClick(&edit, Qt::Key_F7);
    QVERIFY(it.commands().isEmpty());
    QCOMPARE(edit.keySequence(), QKeySequence(Qt::Key_F7));
}

void TestCommandKeys::aHintStaysOnTheScreenForAWhile()
{
    support::ManualClock clock;
    Hint hint(clock);
    QWidget window;
    window.setGeometry(
        QRect(window.screen()->availableGeometry().bottomRight() - QPoint(40, 40), QSize(30, 30)));
    window.show();
    hint.tell(u"No call talks, so there is no recording to pause or to resume."_s, window);
    QVERIFY(hint.isVisible());
    const QRect screen = window.screen()->availableGeometry();
    QVERIFY2(screen.contains(hint.geometry()), qPrintable(QDebug::toString(hint.geometry())));
    clock.advance(Hint::Lasts);
    QVERIFY(!hint.isVisible());
}

void TestCommandKeys::aHintGivesWayToAWindowThatGrows()
{
    support::ManualClock clock;
    Hint hint(clock);
    QWidget window;
    window.setGeometry(40, 40, 300, 48);
    window.show();
    hint.tell(u"Paused for half of the limit of 02:00."_s, window);
    window.resize(300, 120);
    QVERIFY(QTest::qWaitFor([&] { return !hint.frameGeometry().intersects(window.frameGeometry()); }));
    QWidget another;
    another.setGeometry(hint.geometry());
    another.show();
    QVERIFY(QTest::qWaitFor([&] { return !hint.frameGeometry().intersects(another.frameGeometry()); }));
    QVERIFY(!hint.frameGeometry().intersects(window.frameGeometry()));
    window.hide();
    QVERIFY(!hint.isVisible());
}

void TestCommandKeys::aHintCoversNoControl()
{
    support::ManualClock clock;
    Hint hint(clock);
    QWidget window;
    window.setGeometry(window.screen()->availableGeometry());
    QPushButton low(u"Resume"_s, &window);
    low.setGeometry(0, window.height() - 60, window.width(), 60);
    window.show();
    hint.tell(u"Paused for half of the limit of 02:00."_s, window);
    const QRect button(low.mapToGlobal(QPoint(0, 0)), low.size());
    QVERIFY2(!hint.geometry().intersects(button), qPrintable(QDebug::toString(hint.geometry())));
    QVERIFY(window.geometry().contains(hint.geometry()));
    QVERIFY(hint.windowFlags().testFlag(Qt::WindowTransparentForInput)); // the window system's, too
}

void TestCommandKeys::aHintCoversNoOtherWindow_data()
{
    QTest::addColumn<QRect>("beside");
    QTest::addColumn<QList<QRect>>("taken");
    QTest::addColumn<QRect>("place");
    const QRect bar(1050, 12, 300, 48);
    QTest::newRow("room below") << QRect(100, 100, 400, 300) << QList{bar} << QRect(100, 404, 240, 40);
    QTest::newRow("room above alone") << QRect(100, 400, 400, 368) << QList{bar} << QRect(100, 356, 240, 40);
    QTest::newRow("the bar is above") << QRect(1000, 60, 340, 708) << QList{bar} << QRect(756, 60, 240, 40);
    QTest::newRow("as high as the screen") << QRect(0, 0, 420, 768) << QList{bar} << QRect(424, 4, 240, 40);
    QTest::newRow("as large as the screen") << QRect(0, 0, 1366, 768) << QList{bar} << QRect(4, 720, 240, 40);
    QTest::newRow("the bar itself") << bar << QList<QRect>{} << QRect(1050, 64, 240, 40);
    QTest::newRow("the bar at the end")
        << QRect(1060, 718, 300, 48) << QList<QRect>{} << QRect(1060, 674, 240, 40);
}

void TestCommandKeys::aHintCoversNoOtherWindow()
{
    QFETCH(QRect, beside);
    QFETCH(QList<QRect>, taken);
    QFETCH(QRect, place);
    QCOMPARE(widgets::hintPlace(place.size(), beside, QRect(0, 0, 1366, 768), taken), place);
}

TALLY_GUI_TEST(TestCommandKeys)

} // namespace tst_commandkeys

#include "tst_commandkeys.moc"
