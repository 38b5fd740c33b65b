#include "support/testprogram.h"
#include "widgets/windowtest.h"

#include "widgets/parts/appearance.h"
#include "widgets/parts/question.h"
#include "widgets/parts/recordingbadge.h"

namespace tst_mainwindow {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using support::Conversation;
using tlib::MessageType;

class TestMainWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void idleWindowDoesNotWakeUp();
    void hiddenWindowDoesNotTick();
    void closingWhileRecordingAsks();
    void closingWithoutRecordingDoesNot();
    void closingWithoutAskingCloses();
    void narrowWindowShowsEveryBadge();
    void narrowWindowCutsNoCard();
    void themeChangesLive();
    void styleSheetLeavesNothingUnfilled();
    void everythingIsReachedByKeyboard();
    void targetsAreLargeEnough();
    void callsThatWereThereBeforeAreShown();
};

void TestMainWindow::idleWindowDoesNotWakeUp()
{
    WindowTest test;
    test.talk.connect();
    test.talk.clock.advance(60s); // request time-outs of the handshake are over
    QVERIFY(!test.talk.clock.hasAlarms());
    test.talk.talk(Conversation::recording(u"ON"_s));
    QVERIFY(test.talk.clock.hasAlarms());
    test.talk.say(MessageType::EventReleased);
    QVERIFY(!test.talk.clock.hasAlarms());
}

void TestMainWindow::hiddenWindowDoesNotTick()
{
    WindowTest test;
    test.talk.connect();
    test.talk.talk(Conversation::recording(u"ON"_s));
    test.talk.clock.advance(60s);
    test.window.hide();
    QVERIFY(!test.talk.clock.hasAlarms());
    test.talk.clock.advance(60s);
    test.window.show();
    QCOMPARE(test.label(u"duration"_s)->text(), u"02:00"_s); // at once, not a second later
}

void TestMainWindow::closingWhileRecordingAsks()
{
    WindowTest test;
    test.talk.connect();
    test.talk.talk(Conversation::recording(u"PAUSED"_s));
    test.talk.loseLink(); // not certain is no reason not to ask
    QVERIFY(!test.window.close());
    auto *question = test.find<widgets::Question>();
    QVERIFY(question);
    const QString text = question->findChild<QLabel *>(u"text"_s)->text();
    QVERIFY2(text.startsWith(
                 u"It is not certain whether the recording of the call with +493055501 is paused.\n"_s),
             qPrintable(text));
    QTest::keyClick(question, Qt::Key_Escape);
    QVERIFY(test.window.isVisible());
    QTRY_VERIFY(!test.find<widgets::Question>());

    QVERIFY(!test.window.close());
    test.find<widgets::Question>()->findChild<QPushButton *>(u"yes"_s)->click();
    QTRY_VERIFY(!test.window.isVisible());
}

void TestMainWindow::closingWithoutRecordingDoesNot()
{
    WindowTest test;
    test.talk.connect();
    test.talk.talk();
    QVERIFY(test.window.close());
}

void TestMainWindow::closingWithoutAskingCloses()
{
    WindowTest test;
    test.talk.connect();
    test.talk.talk(Conversation::recording(u"ON"_s));
    test.window.closeWithoutAsking();
    QVERIFY(!test.window.isVisible());
}

void TestMainWindow::narrowWindowCutsNoCard()
{
    WindowTest test;
    test.window.resize(test.window.minimumSize());
    test.talk.connect();
    test.talk.talk(Conversation::recording(u"ON"_s));
    test.button(u"release"_s)->setMinimumWidth(200); // as in a language of long words
    QCoreApplication::processEvents();
    const auto isInside = [&test](const QWidget *part) {
        const QRect place(part->mapTo(&test.window, QPoint()), part->size());
        return place.left() >= 0 && place.right() < test.window.width();
    };
    for (const QString &name : {u"more"_s, u"release"_s}) {
        QVERIFY(test.button(name));
        QTRY_VERIFY2(isInside(test.button(name)), qPrintable(name));
    }
    QTRY_VERIFY(isInside(test.find<widgets::RecordingBadge>()));
}

void TestMainWindow::narrowWindowShowsEveryBadge()
{
    WindowTest test;
    test.window.resize(test.window.minimumSize());
    test.talk.connect();
    test.talk.talk(Conversation::recording(u"ON"_s));
    auto *badge = test.find<widgets::RecordingBadge>();
    const QFontMetrics metrics(test.theme.font(presentation::TextRole::Badge));
    QTRY_VERIFY(badge->isVisible() && badge->width() > 0);
    for (const QString &word : {u"Recording"_s, u"Not recording"_s, u"Not certain"_s})
        QTRY_VERIFY(badge->width() >= 12 + 16 + 10 + metrics.horizontalAdvance(word) + 12);
    QVERIFY(test.window.rect().contains(QRect(badge->mapTo(&test.window, QPoint()), badge->size())));
}

void TestMainWindow::themeChangesLive()
{
    WindowTest test;
    test.talk.connect();
    test.talk.talk(Conversation::recording(u"ON"_s));
    const QColor light = test.window.grab().toImage().pixelColor(2, test.window.height() / 2);
    test.theme.setChoice(presentation::ThemeChoice::Dark);
    const QColor dark = test.window.grab().toImage().pixelColor(2, test.window.height() / 2);
    QCOMPARE(light, QColor(0xF4F6F8));
    QCOMPARE(dark, QColor(0x14171B));
    QCOMPARE(QApplication::palette().color(QPalette::Window), QColor(0x14171B));
}

void TestMainWindow::styleSheetLeavesNothingUnfilled()
{
    const presentation::Theme theme(presentation::ThemeChoice::Dark);
    QVERIFY(!widgets::Appearance::styleSheet(theme).contains(u'@'));
}

void TestMainWindow::everythingIsReachedByKeyboard()
{
    WindowTest test;
    test.talk.connect();
    test.talk.talk(Conversation::recording(u"ON"_s));
    test.talk.clock.advance(1s);
    QApplication::setActiveWindow(&test.window);
    QTRY_VERIFY(test.window.isActiveWindow());
    QTRY_VERIFY(test.button(u"primary"_s)->isVisible());
    QVERIFY(!qobject_cast<QPushButton *>(test.window.focusWidget())); // nothing is armed when it opens
    QSet<QWidget *> reached;
    for (int i = 0; i < 30; ++i) {
        QTest::keyClick(test.window.focusWidget() ? test.window.focusWidget() : &test.window, Qt::Key_Tab);
        reached.insert(test.window.focusWidget());
    }
    for (QPushButton *button : test.window.findChildren<QPushButton *>()) {
        if (button->isVisible() && button->isEnabled())
            QVERIFY2(reached.contains(button), qPrintable(button->text()));
    }
    QVERIFY(reached.contains(test.find<widgets::RecordingBadge>()));
}

void TestMainWindow::targetsAreLargeEnough()
{
    WindowTest test;
    test.talk.connect();
    test.talk.talk(Conversation::recording(u"ON"_s));
    QVERIFY(test.talk.desk.control.perform(Conversation::CallOne, model::CallAction::PauseRecording));
    test.talk.refuse(test.talk.link.expect<tlib::RecordingService>()->second, 58);
    QTRY_VERIFY(test.button(u"primary"_s)->isVisible() && test.button(u"retry"_s)->isVisible());
    for (const QPushButton *button : test.window.findChildren<QPushButton *>()) {
        if (!button->isVisible())
            continue;
        QTRY_VERIFY2(button->height() >= 24 && button->width() >= 24, qPrintable(button->objectName()));
        QVERIFY2(!button->text().isEmpty() || !button->accessibleName().isEmpty(),
                 qPrintable(button->objectName()));
    }
}

void TestMainWindow::callsThatWereThereBeforeAreShown()
{
    Conversation talk;
    talk.connect();
    talk.talk(Conversation::recording(u"ON"_s));
    presentation::Theme theme;
    widgets::MainWindow window(talk.desk, theme);
    QCOMPARE(window.findChild<widgets::RecordingBadge *>()->look().word, u"Recording"_s);
}

TALLY_GUI_TEST(TestMainWindow)

} // namespace tst_mainwindow
#include "tst_mainwindow.moc"
