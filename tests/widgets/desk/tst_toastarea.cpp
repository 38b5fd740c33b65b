#include "support/testprogram.h"
#include "widgets/windowtest.h"

#include "widgets/desk/toastarea.h"
#include "widgets/desk/toastview.h"
#include "widgets/parts/question.h"

#include <QClipboard>
#include <QGuiApplication>

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
    void threeAreShownTheOthersCounted();
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
    QCOMPARE(textOf(view, u"title"_s), u"Recording could not be paused"_s);
    const QString text = textOf(view, u"text"_s);
    QVERIFY(text.startsWith(u"+493055501 · The DN is not configured on SIP Server (59)."));
    QVERIFY(text.contains(u"“DN is not configured”"));
    QVERIFY(text.contains(u"The call is still being recorded."));
    QCOMPARE(view->accessibleName(), textOf(view, u"title"_s));
    QCOMPARE(view->accessibleDescription(), text);
}

void TestToastArea::presentStateFollowsTheCall()
{
    WindowTest test;
    test.talk.connect();
    test.talk.talk(Conversation::recording(u"ON"_s));
    pauseAndRefuse(test, 58);
    test.talk.sayRecording(u"OFF"_s);
    QVERIFY(textOf(shown(test).first(), u"text"_s).contains(u"The call is still not being recorded."));
    test.talk.loseLink(); // nothing is certain, so nothing is said
    QVERIFY(!textOf(shown(test).first(), u"text"_s).contains(u"still"));
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

void TestToastArea::threeAreShownTheOthersCounted()
{
    WindowTest test;
    test.talk.connect();
    test.talk.talk(Conversation::recording(u"ON"_s));
    for (const int code : {51, 52, 53, 58, 59})
        pauseAndRefuse(test, code);
    QCOMPARE(shown(test).size(), 3);
    QVERIFY(textOf(shown(test).first(), u"text"_s).contains(u"(59)") ||
            textOf(shown(test).last(), u"text"_s).contains(u"(59)"));
    QPushButton *more = nullptr;
    for (QPushButton *button :
         test.find<widgets::ToastArea>()->findChildren<QPushButton *>(QString(), Qt::FindDirectChildrenOnly))
        more = button;
    QVERIFY(more && more->isVisible());
    QCOMPARE(more->text(), u"2 more"_s);
    more->click();
    QCOMPARE(shown(test).size(), 5);
    more->click();
    QCOMPARE(shown(test).size(), 3);
}

/// To the point, both ways.
void TestToastArea::oneMoreThanIsShownIsCounted()
{
    constexpr int Shown = widgets::ToastArea::Shown;
    for (const bool isOldestFirst : {true, false}) {
        WindowTest test;
        auto *const area = test.find<widgets::ToastArea>();
        const auto *const more = area->findChild<QPushButton *>(QString(), Qt::FindDirectChildrenOnly);
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
    auto *const more =
        test.find<widgets::ToastArea>()->findChild<QPushButton *>({}, Qt::FindDirectChildrenOnly);
    QCOMPARE(more->text(), u"9997 more"_s);
    more->click();
    QCOMPARE(shown(test).size(), widgets::ToastArea::MostShown);
    QCOMPARE(more->text(), u"Show fewer (9950 older)"_s);
    test.talk.desk.toasts.dismiss(shown(test).first()->id()); // the next one takes the place
    QCOMPARE(shown(test).size(), widgets::ToastArea::MostShown);
    QCOMPARE(more->text(), u"Show fewer (9949 older)"_s);
    more->click();
    QCOMPARE(shown(test).size(), widgets::ToastArea::Shown);
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
    const auto *label = shown(test).first()->findChild<QLabel *>(u"text"_s);
    QCOMPARE(label->textFormat(), Qt::PlainText);
    QVERIFY(label->text().contains(u"<h1>Call 0900</h1>"));
    QVERIFY(!label->text().contains(QChar(0x202E)));
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
    shown(test).first()->findChild<QPushButton *>(u"copy"_s)->click();
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
    QVERIFY(textOf(shown(test).first(), u"text"_s).startsWith(u"DN 7001 · "_s));
}

void TestToastArea::whatSomebodyElseHasDoneIsNotTriedAgain()
{
    WindowTest test;
    test.talk.connect();
    test.talk.talk(Conversation::recording(u"ON"_s));
    pauseAndRefuse(test, tlib::errorcode::AlreadyInState);
    QCOMPARE(textOf(shown(test).first(), u"text"_s),
             u"+493055501 · Somebody else paused it before your request arrived (43).\n"
             u"The light shows it as soon as SIP Server says so."_s);
    QVERIFY(shown(test).first()->findChild<QPushButton *>(u"retry"_s)->isHidden());
}

TALLY_GUI_TEST(TestToastArea)

} // namespace tst_toastarea
#include "tst_toastarea.moc"
