#include "support/testprogram.h"
#include "widgets/windowtest.h"

#include "widgets/desk/toastview.h"
#include "widgets/parts/clickguard.h"

#include <QWindow>

namespace tst_twoclicks {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using model::ToastId;
using support::Conversation;
using tlib::ConnId;
using tlib::MessageType;
using widgets::ToastView;

namespace {

constexpr ConnId Talking = Conversation::CallOne;
constexpr ConnId Held{0x006c029a6685d009};
constexpr int Delays = 50; ///< within the time for which what has moved takes no click

ConnId callOf(const tlib::Request &request)
{
    return std::visit(
        [](const auto &each) {
            if constexpr (requires { each.call; })
                return ConnId(each.call);
            else
                return ConnId{};
        },
        request);
}

enum class Happening { ToastComes, ToastGoes, OneGoesOneComes, ToastAboutTheOtherComes };

/// Two calls of which one is held, in a window of so many pixels; what is pressed, and what comes of it.
struct Hand : WindowTest
{
    Hand(const QSize &size, Happening happening)
        : happening(happening)
    {
        talk.connect();
        talk.talk(Conversation::recording(u"ON"_s), Held);
        talk.say(MessageType::EventHeld, {}, Held);
        talk.talk(Conversation::recording(u"ON"_s));
        window.resize(size);
        if (happening == Happening::ToastGoes || happening == Happening::OneGoesOneComes) {
            post(Held, 58);
            post(Talking, 59);
        }
        rest();
    }
    void rest()
    {
        for (int i = 0; i < 10; ++i) // layouts settle in several rounds
            QCoreApplication::processEvents();
        talk.clock.advance(1s);
        QCoreApplication::processEvents();
    }
    void post(ConnId call, int code)
    {
        talk.desk.toasts.post({.callAction = model::CallAction::PauseRecording, .call = call, .code = code});
    }
    void happen()
    {
        const auto dismissFirst = [this] { talk.desk.toasts.dismiss(talk.desk.toasts.toasts().first().id); };
        switch (happening) {
        case Happening::ToastComes: post(Talking, 60); break;
        case Happening::ToastAboutTheOtherComes: post(Held, 60); break;
        case Happening::ToastGoes: dismissFirst(); break;
        case Happening::OneGoesOneComes:
            dismissFirst();
            post(Held, 60);
            break;
        }
        for (int i = 0; i < 10; ++i)
            QCoreApplication::processEvents();
    }
    void click(const QPoint &place)
    {
        QTest::mouseMove(window.windowHandle(), place);
        QTest::mouseClick(window.windowHandle(), Qt::LeftButton, {}, place);
        QCoreApplication::processEvents();
    }
    /// The middle of each button that can be seen and pressed.
    QList<QPoint> buttons() const
    {
        QList<QPoint> places;
        for (const QPushButton *each : window.findChildren<QPushButton *>()) {
            if (each->isEnabled() && !each->menu() && each->visibleRegion().contains(each->rect().center()))
                places.append(each->mapTo(&window, each->rect().center()));
        }
        return places;
    }
    /// The call that a click there is meant for, itself or a message about it.
    std::optional<ConnId> callAt(const QPoint &place) const
    {
        const QWidget *const pressed = window.childAt(place);
        for (const ConnId id : {Talking, Held}) {
            const QWidget *const shown = face(id);
            if (shown && shown->isAncestorOf(pressed))
                return id;
        }
        for (const ToastView *view : window.findChildren<ToastView *>()) {
            if (view->isAncestorOf(pressed))
                return view->aboutCall();
        }
        return std::nullopt;
    }
    std::optional<ToastId> toastAt(const QPoint &place) const
    {
        for (const ToastView *view : window.findChildren<ToastView *>()) {
            if (view->isAncestorOf(window.childAt(place)))
                return view->id();
        }
        return std::nullopt;
    }
    QList<ToastId> toastsNow() const
    {
        QList<ToastId> ids;
        for (const model::Toast &toast : talk.desk.toasts.toasts())
            ids.append(toast.id);
        return ids;
    }
    QList<ConnId> asked()
    {
        QList<ConnId> calls;
        while (!talk.link.nothingSent())
            calls.append(callOf(talk.link.take().request));
        return calls;
    }

    Happening happening;
};

} // namespace

/// Two clicks at one place, and a message comes or goes between them: the second is for what the first was
/// for, or for nothing.
class TestTwoClicks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSecondIsForWhatTheFirstWasFor_data();
    void theSecondIsForWhatTheFirstWasFor();
};

void TestTwoClicks::theSecondIsForWhatTheFirstWasFor_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<Happening>("happening");
    const std::pair<const char *, Happening> happenings[] = {
        {"comes", Happening::ToastComes},
        {"about the other comes", Happening::ToastAboutTheOtherComes},
        {"goes", Happening::ToastGoes},
        {"goes and another comes", Happening::OneGoesOneComes}};
    for (const QSize &size : {QSize(420, 420), QSize(420, 640)}) {
        for (const auto &[name, happening] : happenings)
            QTest::addRow("%d x %d, a message %s", size.width(), size.height(), name) << size << happening;
    }
}

void TestTwoClicks::theSecondIsForWhatTheFirstWasFor()
{
    QFETCH(const QSize, size);
    QFETCH(const Happening, happening);
    const qsizetype places = Hand(size, happening).buttons().size();
    QVERIFY(places >= 4);
    for (int delay = 0; delay < Delays; ++delay) {
        Hand hand(size, happening);
        const QPoint place = hand.buttons().at(delay % places);
        const auto call = hand.callAt(place);
        const auto toast = hand.toastAt(place);
        hand.click(place);
        for (const ConnId asked : hand.asked())
            QCOMPARE(std::optional(asked), call);
        hand.happen();
        const QList<ToastId> before = hand.toastsNow();
        hand.talk.clock.advance(widgets::ClickGuard::Settling * delay / Delays);
        hand.click(place);
        for (const ConnId asked : hand.asked())
            QCOMPARE(std::optional(asked), call);
        const QList<ToastId> after = hand.toastsNow();
        for (const ToastId each : before)
            QVERIFY(after.contains(each) || toast == each);
    }
}

TALLY_GUI_TEST(TestTwoClicks)

} // namespace tst_twoclicks
#include "tst_twoclicks.moc"
