#include "support/testprogram.h"
#include "widgets/windowtest.h"

#include "widgets/actions/calldialog.h"
#include "widgets/dialogs/notice.h"
#include "widgets/lists/messagewindow.h"
#include "widgets/lists/todaywindow.h"
#include "widgets/tables/calltable.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollBar>

namespace tst_todaywindow {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using model::Command;
using support::Conversation;
using tlib::MessageType;
using widgets::CallDialog;
using widgets::TodayWindow;

/// The calls of the shift, and calling somebody.
class TestTodayWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void callsOfTheShiftAreThere();
    void aCallIsFoundAndCopied();
    void aNumberIsCalledAsItIsWritten();
    void whatIsWrongWithANumberIsSaid();
    void theNumbersUsedLastAreOffered();

    void escapeClosesAList();
    void aMessageThatCameAgainIsTheLatest();
    void aNoticeShowsItsLines();

private:
    static widgets::CallTable *table(const WindowTest &test)
    {
        return test.find<TodayWindow>()->findChild<widgets::CallTable *>();
    }
    static void recordOne(WindowTest &test)
    {
        test.talk.connect();
        test.talk.talk(Conversation::recording(u"On"_s));
        test.talk.clock.advance(60s);
        test.talk.sayRecording(u"Paused"_s);
        test.talk.clock.advance(10s);
        test.talk.sayRecording(u"On"_s);
        test.talk.clock.advance(20s);
        test.talk.say(MessageType::EventReleased);
        test.talk.clock.advance(1s);
    }
};

void TestTodayWindow::callsOfTheShiftAreThere()
{
    WindowTest test;
    recordOne(test);
    test.window.perform(Command::Today);
    QCOMPARE(table(test)->model()->rowCount(), 1);
    const QString counts = test.find<TodayWindow>()->findChild<QLabel *>(u"counts"_s)->text();
    QVERIFY2(counts.contains(u"01:20 recorded"_s) && counts.contains(u"00:10"_s), qPrintable(counts));
    test.window.perform(Command::Today);
    QCOMPARE(test.window.findChildren<TodayWindow *>().size(), 1);
}

void TestTodayWindow::aCallIsFoundAndCopied()
{
    WindowTest test;
    recordOne(test);
    test.window.perform(Command::Today);
    auto *const find = test.find<TodayWindow>()->findChild<QLineEdit *>(u"find"_s);
    find->setText(u"nobody"_s);
    QTRY_COMPARE(table(test)->model()->rowCount(), 0);
    find->setText(u"5501"_s);
    QTRY_COMPARE(table(test)->model()->rowCount(), 1);
    table(test)->setCurrentIndex(table(test)->model()->index(0, 0));
    test.find<TodayWindow>()->findChild<QPushButton *>(u"copy"_s)->click();
    const QString copied = QGuiApplication::clipboard()->text();
    QVERIFY2(copied.contains(u"+493055501"_s) && copied.contains(u"file-1"_s), qPrintable(copied));
}

void TestTodayWindow::aNumberIsCalledAsItIsWritten()
{
    WindowTest test;
    test.talk.connect();
    test.window.perform(Command::MakeCall);
    auto *const dialog = test.find<CallDialog>();
    dialog->findChild<QComboBox *>(u"number"_s)->setCurrentText(u"+49 (30) 5550-1"_s);
    dialog->findChild<QPushButton *>(u"call"_s)->click();
    const auto sent = test.talk.link.expect<tlib::MakeCall>();
    QVERIFY(sent);
    QCOMPARE(sent->first.destination, tlib::Dn(u"+493055501"_s));
    QVERIFY(!dialog->isVisible());
}

void TestTodayWindow::whatIsWrongWithANumberIsSaid()
{
    WindowTest test;
    test.talk.connect();
    test.window.perform(Command::MakeCall);
    auto *const dialog = test.find<CallDialog>();
    const auto *const why = dialog->findChild<QLabel *>(u"why"_s);
    auto *const call = dialog->findChild<QPushButton *>(u"call"_s);
    QVERIFY(why->text().isEmpty()); // nothing was typed yet
    QVERIFY(!call->isEnabled());
    dialog->findChild<QComboBox *>(u"number"_s)->setCurrentText(Conversation::OwnDn.toString());
    QVERIFY(!why->text().isEmpty());
    QVERIFY(!call->isEnabled());
    dialog->findChild<QComboBox *>(u"number"_s)->setCurrentText(u"7003"_s);
    QVERIFY(call->isEnabled());
    test.talk.loseLink();
    QVERIFY(!call->isEnabled());
    QVERIFY(!why->text().isEmpty());
}

void TestTodayWindow::theNumbersUsedLastAreOffered()
{
    WindowTest test;
    test.talk.connect();
    for (const QString &number : {u"7003"_s, u"7004"_s}) {
        QVERIFY(test.talk.desk.dialling.make(tlib::Dn(number)));
        test.talk.refuse(test.talk.link.expect<tlib::MakeCall>()->second, 58);
    }
    test.window.perform(Command::MakeCall);
    const auto *const numbers = test.find<CallDialog>()->findChild<QComboBox *>(u"number"_s);
    QCOMPARE(numbers->count(), 2);
    QCOMPARE(numbers->itemText(0), u"7004"_s);
    QVERIFY(numbers->currentText().isEmpty());
}

void TestTodayWindow::escapeClosesAList()
{
    WindowTest test;
    test.talk.connect();
    test.window.perform(Command::Messages);
    test.window.perform(Command::Today);
    const QList<QWidget *> lists{test.find<widgets::MessageWindow>(), test.find<TodayWindow>()};
    for (QWidget *list : lists) {
        QVERIFY(list);
        list->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(list));
        auto *find = list->findChild<QLineEdit *>(u"find"_s);
        find->setText(u"x"_s);
        find->setFocus();
        QTest::keyClick(find, Qt::Key_Escape);
        QVERIFY(find->text().isEmpty());
        QVERIFY(list->isVisible());
        QTest::keyClick(list, Qt::Key_Escape);
        QVERIFY(!list->isVisible());
    }
}

void TestTodayWindow::aMessageThatCameAgainIsTheLatest()
{
    WindowTest test;
    const auto post = [&test](int code) {
        test.talk.desk.toasts.post({.callAction = model::CallAction::PauseRecording, .code = code});
        test.talk.clock.advance(1s);
    };
    for (const int code : {58, 93, 58})
        post(code);
    test.window.perform(Command::Messages);
    const auto *rows = test.find<widgets::MessageWindow>()->findChild<widgets::RowView *>(u"messages"_s);
    QCOMPARE(rows->model()->rowCount(), 2);
    const QString latest = rows->model()->index(0, 1).data().toString();
    QVERIFY2(latest.startsWith(u"2 "), qPrintable(latest));
    QVERIFY(rows->model()->index(0, 0).data().toString() > rows->model()->index(1, 0).data().toString());
}

void TestTodayWindow::aNoticeShowsItsLines()
{
    auto *notice = new widgets::Notice(u"Pause was refused"_s,
                                       {u"The call is not in a state that allows it (93)."_s,
                                        u"SIP Server says: invalid call state."_s,
                                        u"The recording is as it was: it goes on, as the light shows."_s,
                                        u"Look at the call: it may have changed."_s},
                                       nullptr);
    notice->show();
    QCoreApplication::processEvents();
    QCOMPARE(notice->windowTitle(), u"Tallylight"_s);
    const auto *text = notice->findChild<QPlainTextEdit *>(u"text"_s);
    QCOMPARE(text->verticalScrollBar()->maximum(), 0);
    notice->close();
}

TALLY_GUI_TEST(TestTodayWindow)

} // namespace tst_todaywindow

#include "tst_todaywindow.moc"
