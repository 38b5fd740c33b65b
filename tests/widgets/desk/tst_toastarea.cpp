#include "support/testprogram.h"
#include "widgets/windowtest.h"

#include "widgets/desk/toastarea.h"
#include "widgets/desk/toastview.h"
#include "widgets/dialogs/notice.h"
#include "widgets/lists/messagewindow.h"
#include "widgets/parts/question.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTableView>

namespace tst_toastarea {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using model::CallAction;
using support::Conversation;
using widgets::ToastView;

class TestToastArea : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusalSaysWhatWhyAndWhatIsTrueNow();
    void presentStateFollowsTheCall();
    void tryAgainSendsAgainAndCounts();
    void tryAgainAsksForTheSame();
    void tryingToStopAgainAsks();
    void twoAreShownTheOthersCounted();
    void inLittleHeightTheyAreOneLine();
    void theyAreSeenWhole();
    void theyMoveNoCall();
    void whatWasClosedStandsInTheList();
    void oneMoreThanIsShownIsCounted();
    void tenThousandHaveFewViews();
    void closedToastIsGone();
    void serversTextIsNeverMarkup();
    void successMakesItObsolete();
    void atAnotherDnNothingIsTriedAgain();
    void whatSomebodyElseHasDoneIsNotTriedAgain();
    void detailsAreCopied();

private:
    static void pauseAndRefuse(WindowTest &test, int code, const QString &text = {})
    {
        QVERIFY(test.talk.desk.control.perform(Conversation::CallOne, CallAction::PauseRecording));
        test.talk.refuse(test.talk.link.expect<tlib::RecordingService>()->second, code, text);
    }
    static QList<ToastView *> shown(const WindowTest &test)
    {
        QList<ToastView *> views;
        for (ToastView *view : test.window.findChildren<ToastView *>()) {
            if (view->isVisible())
                views += view;
        }
        return views;
    }
    /// What its details say.
    static QString detailsOf(const WindowTest &test, const ToastView *view)
    {
        view->findChild<QPushButton *>(u"details"_s)->click();
        auto *const notice = test.find<widgets::Notice>();
        const QString text = notice->findChild<QPlainTextEdit *>(u"text"_s)->toPlainText();
        delete notice;
        return text;
    }
    static QString textOf(const ToastView *view, const QString &name)
    {
        return view->findChild<QLabel *>(name)->text();
    }
};

void TestToastArea::refusalSaysWhatWhyAndWhatIsTrueNow()
{
    WindowTest test;
    test.talk.connect();
    test.talk.talk(Conversation::recording(u"ON"_s));
    QVERIFY(!test.find<widgets::ToastArea>()->isVisible());
    pauseAndRefuse(test, 59, u"DN is not configured"_s);
    QCOMPARE(shown(test).size(), 1);
    const ToastView *view = shown(test).first();
    QCOMPARE(textOf(view, u"title"_s), u"Recording could not be paused · +493055501"_s);
    QCOMPARE(textOf(view, u"why"_s), u"The DN is not configured on SIP Server (59)."_s);
    QCOMPARE(view->accessibleName(), textOf(view, u"title"_s));
    const QString said = view->accessibleDescription();
    QVERIFY(said.startsWith(u"The DN is not configured on SIP Server (59)."));
    QVERIFY(said.contains(u"“DN is not configured”"));
    QVERIFY(said.contains(u"The call is still being recorded."));
    const QString all = detailsOf(test, view);
    QVERIFY(all.startsWith(u"+493055501"));
    QVERIFY(all.contains(u"“DN is not configured”"));
    QVERIFY(all.contains(u"The call is still being recorded."));
}

void TestToastArea::presentStateFollowsTheCall()
{
    WindowTest test;
    test.talk.connect();
    test.talk.talk(Conversation::recording(u"ON"_s));
    pauseAndRefuse(test, 58);
    test.talk.sayRecording(u"OFF"_s);
    QVERIFY(shown(test).first()->accessibleDescription().contains(u"The call is still not being recorded."));
    QVERIFY(detailsOf(test, shown(test).first()).contains(u"The call is still not being recorded."));
    test.talk.loseLink(); // nothing is certain, so nothing is said
    QVERIFY(!shown(test).first()->accessibleDescription().contains(u"still"));
    QVERIFY(!detailsOf(test, shown(test).first()).contains(u"still"));
    QVERIFY(!shown(test).first()->findChild<QPushButton *>(u"retry"_s)->isEnabled());
    QCOMPARE(shown(test).first()->findChild<QPushButton *>(u"retry"_s)->toolTip(),
             u"Nothing is sent while the link is down."_s);
}

void TestToastArea::tryAgainSendsAgainAndCounts()
{
    WindowTest test;
    test.talk.connect();
    test.talk.talk(Conversation::recording(u"ON"_s));
    pauseAndRefuse(test, 58);
    QVERIFY(shown(test).first()->findChild<QLabel *>(u"count"_s)->isHidden());
    shown(test).first()->findChild<QPushButton *>(u"retry"_s)->click();
    const auto asked = test.talk.link.expect<tlib::RecordingService>();
    QVERIFY(asked);
    QCOMPARE(asked->first.command, tlib::RecordingCommand::Pause);
    test.talk.refuse(asked->second, 58);
    QCOMPARE(shown(test).size(), 1);
    QVERIFY(textOf(shown(test).first(), u"count"_s).contains(u'2'));
}

void TestToastArea::tryAgainAsksForTheSame()
{
    WindowTest test;
    test.talk.connect();
    test.talk.talk();
    const model::RecordingOptions options{.record = model::RecordingOptions::Side::Destination,
                                          .id = u"case-17"_s};
    QVERIFY(test.talk.desk.control.perform(Conversation::CallOne, CallAction::StartRecording,
                                           {.recording = options}));
    test.talk.refuse(test.talk.link.expect<tlib::RecordingService>()->second, 58);
    shown(test).first()->findChild<QPushButton *>(u"retry"_s)->click();
    const auto start = test.talk.link.expect<tlib::RecordingService>();
    QVERIFY(start);
    QCOMPARE(start->first.extensions, model::extensionsFrom(tlib::RecordingCommand::Start, options));
    test.talk.sayRecording(u"ON"_s);
    QVERIFY(shown(test).isEmpty());

    QVERIFY(test.talk.desk.agent.perform(model::AgentAction::NotReady, u"Lunch"_s));
    test.talk.refuse(test.talk.link.expect<tlib::AgentNotReady>()->second, 93);
    shown(test).first()->findChild<QPushButton *>(u"retry"_s)->click();
    const auto lunch = test.talk.link.expect<tlib::AgentNotReady>();
    QVERIFY(lunch);
    QCOMPARE(lunch->first.reasons.text("ReasonCode"), u"Lunch"_s);
}

void TestToastArea::tryingToStopAgainAsks()
{
    WindowTest test;
    test.talk.connect();
    test.talk.talk(Conversation::recording(u"ON"_s));
    QVERIFY(test.talk.desk.control.perform(Conversation::CallOne, CallAction::StopRecording));
    test.talk.refuse(test.talk.link.expect<tlib::RecordingService>()->second, 58);
    shown(test).first()->findChild<QPushButton *>(u"retry"_s)->click();
    QVERIFY(test.talk.link.nothingSent());
    QVERIFY(test.find<widgets::Question>());
}

void TestToastArea::twoAreShownTheOthersCounted()
{
    WindowTest test;
    test.talk.connect();
    test.talk.talk(Conversation::recording(u"ON"_s));
    for (const int code : {51, 52, 53, 58, 59})
        pauseAndRefuse(test, code);
    QCOMPARE(shown(test).size(), 2);
    QVERIFY(textOf(shown(test).first(), u"why"_s).contains(u"(59)") ||
            textOf(shown(test).last(), u"why"_s).contains(u"(59)"));
    QPushButton *const more = test.button(u"moreMessages"_s);
    QVERIFY(more && more->isVisible());
    QCOMPARE(more->text(), u"3 more"_s);
    more->click();
    auto *const list = test.find<widgets::MessageWindow>();
    QVERIFY(list && list->isVisible());
    QCOMPARE(list->findChild<QTableView *>(u"messages"_s)->model()->rowCount(), 5);
}

void TestToastArea::inLittleHeightTheyAreOneLine()
{
    WindowTest test;
    test.window.resize(420, 420);
    test.talk.connect();
    test.talk.talk(Conversation::recording(u"ON"_s));
    pauseAndRefuse(test, 58);
    pauseAndRefuse(test, 59);
    QCOMPARE(shown(test).size(), 0);
    QVERIFY(test.find<widgets::ToastArea>()->isVisible());
    QVERIFY(test.button(u"moreMessages"_s)->text().startsWith(u"2 message"));
    QCOMPARE(test.label(u"newestMessage"_s)->text(), u"Recording could not be paused · +493055501"_s);
    test.button(u"moreMessages"_s)->click();
    QVERIFY(test.find<widgets::MessageWindow>()->isVisible());
    test.window.resize(420, 640);
    QTRY_COMPARE(shown(test).size(), 2);
    QVERIFY(!test.button(u"moreMessages"_s)->isVisible());
}

void TestToastArea::theyAreSeenWhole()
{
    for (const QSize &size : {QSize(300, 720), QSize(420, 640), QSize(900, 640)}) {
        WindowTest test;
        test.window.resize(size);
        test.talk.connect();
        test.talk.talk(Conversation::recording(u"ON"_s));
        pauseAndRefuse(test, 58);
        pauseAndRefuse(test, 59);
        test.talk.clock.advance(1s);
        for (int i = 0; i < 10; ++i)
            QCoreApplication::processEvents();
        QCOMPARE(shown(test).size(), 2);
        for (const ToastView *view : shown(test)) {
            for (const QWidget *part : view->findChildren<QWidget *>()) {
                if (part->isVisible())
                    QVERIFY2(part->visibleRegion() == QRegion(part->rect()) && part->height() >= 12,
                             qPrintable(part->objectName()));
            }
        }
    }
}

/// Whatever the size, and however many: nothing in the calls is another place than before.
void TestToastArea::theyMoveNoCall()
{
    for (const QSize &size : {QSize(300, 300), QSize(420, 420), QSize(420, 640), QSize(900, 500)}) {
        WindowTest test;
        test.window.resize(size);
        test.talk.connect();
        test.talk.talk(Conversation::recording(u"ON"_s));
        test.talk.say(tlib::MessageType::EventRinging, {}, tlib::ConnId(5));
        const auto places = [&test] {
            for (int i = 0; i < 10; ++i)
                QCoreApplication::processEvents();
            QHash<QWidget *, QRect> all;
            for (QWidget *part : test.find<widgets::CallPanel>()->findChildren<QWidget *>()) {
                if (part->isVisible() &&
                    (qobject_cast<QAbstractButton *>(part) || part->objectName() == u"badge"))
                    all.insert(part, QRect(part->mapTo(&test.window, QPoint()), part->size()));
            }
            return all;
        };
        const auto before = places();
        QVERIFY(before.size() >= 6);
        for (int i = 1; i <= 4; ++i) {
            test.talk.desk.toasts.post({.kind = model::ToastKind::Refused, .code = i});
            QCOMPARE(places(), before);
        }
        while (!test.talk.desk.toasts.toasts().isEmpty()) {
            test.talk.desk.toasts.dismiss(test.talk.desk.toasts.toasts().first().id);
            QCOMPARE(places(), before);
        }
    }
}

void TestToastArea::whatWasClosedStandsInTheList()
{
    WindowTest test;
    test.talk.connect();
    test.talk.talk(Conversation::recording(u"ON"_s));
    pauseAndRefuse(test, 58, u"Recorder is gone"_s);
    shown(test).first()->findChild<QPushButton *>(u"close"_s)->click();
    pauseAndRefuse(test, 59);
    test.window.perform(model::Command::Messages); // what the key for it means
    auto *const list = test.find<widgets::MessageWindow>();
    QVERIFY(list && list->isVisible());
    auto *const table = list->findChild<QTableView *>(u"messages"_s);
    const auto textAt = [table](int row, int column) {
        return table->model()->index(row, column).data().toString();
    };
    QCOMPARE(table->model()->rowCount(), 2);
    QVERIFY(textAt(0, 2).contains(u"(59)")); // the newest first
    QVERIFY(textAt(1, 2).contains(u"(58)"));
    QVERIFY(!textAt(1, 0).isEmpty());
    list->findChild<QLineEdit *>(u"find"_s)->setText(u"gone recorder"_s); // said by the server alone
    QCOMPARE(table->model()->rowCount(), 1);
    table->selectionModel()->select(table->model()->index(0, 0),
                                    QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    list->findChild<QPushButton *>(u"copy"_s)->click();
    QVERIFY(QGuiApplication::clipboard()->text().contains(u"Recording could not be paused · +493055501"));
    list->findChild<QPushButton *>(u"details"_s)->click();
    QVERIFY(list->findChild<widgets::Notice *>());
    list->close();
    QTRY_VERIFY(!test.find<widgets::MessageWindow>());
}

/// To the point, both ways.
void TestToastArea::oneMoreThanIsShownIsCounted()
{
    constexpr int Shown = widgets::ToastArea::Shown;
    for (const bool isOldestFirst : {true, false}) {
        WindowTest test;
        auto *const area = test.find<widgets::ToastArea>();
        const auto *const more = test.button(u"moreMessages"_s);
        const auto check = [&](int toasts) {
            QCOMPARE(shown(test).size(), std::min(toasts, Shown));
            QCOMPARE(more->isVisible(), toasts > Shown);
            QCOMPARE(area->isVisible(), toasts > 0);
            if (toasts > Shown)
                QCOMPARE(more->text(), u"%1 more"_s.arg(toasts - Shown));
        };
        constexpr int Most = Shown + 2;
        for (int i = 1; i <= Most; ++i) {
            test.talk.desk.toasts.post({.kind = model::ToastKind::Refused, .code = i});
            check(i);
        }
        for (int left = Most - 1; left >= 0; --left) {
            const auto &toasts = test.talk.desk.toasts.toasts();
            test.talk.desk.toasts.dismiss((isOldestFirst ? toasts.first() : toasts.last()).id);
            check(left);
        }
    }
}

void TestToastArea::tenThousandHaveFewViews()
{
    WindowTest test;
    test.talk.connect();
    constexpr int Many = 10'000;
    for (int n = 1; n <= Many; ++n)
        test.talk.desk.toasts.post(
            {.callAction = CallAction::PauseRecording, .call = tlib::ConnId(quint64(n)), .code = 59});
    test.talk.clock.advance(core::Frame::Length);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QCOMPARE(test.window.findChildren<ToastView *>().size(), widgets::ToastArea::Shown);
    QCOMPARE(shown(test).size(), widgets::ToastArea::Shown);
    QCOMPARE(test.button(u"moreMessages"_s)->text(), u"9,998 more"_s);
    test.talk.desk.toasts.dismiss(shown(test).first()->id()); // the next one takes the place
    QCOMPARE(shown(test).size(), widgets::ToastArea::Shown);
    QCOMPARE(test.button(u"moreMessages"_s)->text(), u"9,997 more"_s);
    while (!test.talk.desk.toasts.toasts().isEmpty())
        test.talk.desk.toasts.dismiss(test.talk.desk.toasts.toasts().first().id);
    QVERIFY(!test.find<widgets::ToastArea>()->isVisible());
}

void TestToastArea::closedToastIsGone()
{
    WindowTest test;
    test.talk.connect();
    test.talk.talk(Conversation::recording(u"ON"_s));
    pauseAndRefuse(test, 58);
    shown(test).first()->findChild<QPushButton *>(u"close"_s)->click();
    QVERIFY(test.talk.desk.toasts.toasts().isEmpty());
    QVERIFY(!test.find<widgets::ToastArea>()->isVisible());
}

void TestToastArea::serversTextIsNeverMarkup()
{
    WindowTest test;
    test.talk.connect();
    test.talk.talk(Conversation::recording(u"ON"_s));
    pauseAndRefuse(test, 58, u"<h1>Call 0900</h1>\u202Eevil"_s);
    const QString said = detailsOf(test, shown(test).first());
    QVERIFY(said.contains(u"<h1>Call 0900</h1>"));
    QVERIFY(!said.contains(QChar(0x202E)));
    for (const QLabel *label : shown(test).first()->findChildren<QLabel *>())
        QCOMPARE(label->textFormat(), Qt::PlainText);
    QVERIFY(!shown(test).first()->accessibleDescription().contains(QChar(0x202E)));
}

void TestToastArea::successMakesItObsolete()
{
    WindowTest test;
    test.talk.connect();
    test.talk.talk(Conversation::recording(u"ON"_s));
    for (const bool succeeds : {false, true}) {
        QVERIFY(test.talk.desk.control.perform(Conversation::CallOne, CallAction::Hold));
        const auto asked = test.talk.link.expect<tlib::HoldCall>();
        if (!succeeds) {
            test.talk.refuse(asked->second, 93);
            QCOMPARE(shown(test).size(), 1);
            continue;
        }
        test.talk.link.answer(asked->second, test.talk.event(tlib::MessageType::EventHeld));
    }
    QVERIFY(shown(test).isEmpty());
}

void TestToastArea::detailsAreCopied()
{
    WindowTest test;
    test.talk.connect();
    test.talk.talk(Conversation::recording(u"ON"_s));
    pauseAndRefuse(test, 58, u"Recorder is gone"_s);
    shown(test).first()->findChild<QPushButton *>(u"details"_s)->click();
    test.find<widgets::Notice>()->findChild<QPushButton *>(u"copy"_s)->click();
    const QString copied = QGuiApplication::clipboard()->text();
    QVERIFY(copied.contains(u"Recorder is gone"));
    QVERIFY(copied.contains(Conversation::CallOne.toString()));
}

void TestToastArea::atAnotherDnNothingIsTriedAgain()
{
    WindowTest test;
    test.talk.connect();
    QVERIFY(test.talk.desk.agent.perform(model::AgentAction::NotReady, u"Lunch"_s));
    test.talk.refuse(test.talk.link.expect<tlib::AgentNotReady>()->second, 93);
    test.talk.desk.agent.setIdentity({.dn = tlib::Dn(u"7050"_s)});
    const auto *retry = shown(test).first()->findChild<QPushButton *>(u"retry"_s);
    QVERIFY(!retry->isEnabled());
    QCOMPARE(retry->toolTip(), u"You are at another DN now."_s);
    QVERIFY(textOf(shown(test).first(), u"title"_s).endsWith(u" · DN 7001"_s));
}

void TestToastArea::whatSomebodyElseHasDoneIsNotTriedAgain()
{
    WindowTest test;
    test.talk.connect();
    test.talk.talk(Conversation::recording(u"ON"_s));
    pauseAndRefuse(test, tlib::errorcode::AlreadyInState);
    QCOMPARE(textOf(shown(test).first(), u"why"_s),
             u"Somebody else paused it before your request arrived (43)."_s);
    QVERIFY(shown(test).first()->accessibleDescription().endsWith(
        u"The light shows it as soon as SIP Server says so."_s));
    QVERIFY(shown(test).first()->findChild<QPushButton *>(u"retry"_s)->isHidden());
}

TALLY_GUI_TEST(TestToastArea)

} // namespace tst_toastarea
#include "tst_toastarea.moc"
