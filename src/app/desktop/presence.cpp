#include "app/desktop/presence.h"

#include "app/platform/alldesktops.h"
#include "app/platform/speech.h"
#include "model/desk.h"
#include "presentation/presence/handtext.h"
#include "presentation/words/calls/guardtext.h"
#include "presentation/words/calltext.h"
#include "widgets/desk/deskwindow.h"
#include "widgets/desk/windowplace.h"
#include "widgets/parts/windowsize.h"

#include <QApplication>
#include <QScreen>
#include <QWindow>

using namespace Qt::StringLiterals;
using model::Command;

namespace app {

namespace {

const QString KeepPausedButton = u"keep-paused"_s;
constexpr core::Duration BarSettles = std::chrono::milliseconds(400); ///< after its last move

} // namespace

Presence::Presence(model::Desk &desk, const presentation::Theme &theme, widgets::DeskWindow &window,
                   const model::Profile &profile, model::Remembered &remembered)
    : m_desk(desk)
    , m_window(window)
    , m_profile(profile)
    , m_hotkeys(GlobalHotkeys::ofThisSession())
    , m_hotkeyToasts(*m_hotkeys, desk)
    , m_bar(desk, theme)
    , m_tray(desk, theme)
    , m_hint(desk.clock)
    , m_news(desk, profile.inForce().telling)
    , m_trayAway(desk.clock.alarm([this] { comeUp(); }))
{
    QApplication::setQuitOnLastWindowClosed(false); // the bar or the tray may be all that there is
    m_window.setHidesOnClose(
        [this] { return m_profile.inForce().closingMeans == model::ClosingMeans::Tray && m_tray.isShown(); });
    placeBar();
    // From here on it is where the person has put it; what was dropped beyond the screen's edge comes back.
    auto *const place = new widgets::WindowPlace(m_bar, remembered, u"bar"_s);
    m_barSettles = desk.clock.alarm([place] { place->comeBack(); });
    connect(&m_bar, &widgets::CompactBar::moved, this, [this] { m_barSettles->start(BarSettles); });
    connectParts();
    takeSettings();
    followFront();
    followTray();
}

Presence::~Presence() = default;

void Presence::connectParts()
{
    connect(&m_profile, &model::Profile::changed, this, &Presence::takeSettings);
    connect(&m_profile, &model::Profile::changed, this, [this] {
        if (!m_profile.inForce().showsTray && isOnlyInTray())
            showBar();
    });
    connect(&m_keys, &widgets::CommandKeys::commanded, this, &Presence::perform);
    connect(m_hotkeys.get(), &GlobalHotkeys::pressed, this, &Presence::perform);
    connect(&m_tray, &widgets::TrayIcon::commanded, this, &Presence::perform);
    connect(&m_tray, &widgets::TrayIcon::answered, this, &Presence::answer);
    connect(&m_tray, &widgets::TrayIcon::told, this, &Presence::raiseWindow);
    connect(&m_bar, &widgets::CompactBar::windowWanted, this, &Presence::raiseWindow);
    connect(&m_bar, &widgets::CompactBar::closeWanted, this, &Presence::toggleBar);
    connect(&m_bar, &widgets::CompactBar::stateWanted, this, &Presence::sayState);
    connect(&m_window, &widgets::DeskWindow::commanded, this, &Presence::perform);
    connect(&m_window, &widgets::DeskWindow::closed, qApp, &QCoreApplication::quit, Qt::QueuedConnection);
    connect(&m_desk.hand, &model::HandControl::answered, this, &Presence::onHandAnswer);
    connect(&m_news, &presentation::NewsTeller::told, this, &Presence::show);
    connect(&m_news, &presentation::NewsTeller::withdrawn, this, [this](const QString &key) {
        m_newsOf.remove(key);
        m_notifications.withdraw(key);
    });
    connect(&m_desk.guard, &model::PauseGuard::reminded, this, &Presence::remind);
    connect(&m_desk.guard, &model::PauseGuard::aboutToResume, this, &Presence::announceResume);
    connect(&m_desk.guard, &model::PauseGuard::changed, this, &Presence::followPause);
    connect(&m_notifications, &Notifications::chosen, this, &Presence::onNotificationChosen);
    connect(&m_notifications, &Notifications::notShown, this, [this](const Notification &notification) {
        if (m_tray.isShown())
            m_tray.tell(notification.title, notification.text);
        else if (m_window.isVisible())
            QApplication::alert(&m_window);
    });
    connect(&m_trayWatch, &TrayWatch::changed, this, &Presence::followTray);
    connect(qApp, &QGuiApplication::focusWindowChanged, this, &Presence::followFront);
}

void Presence::takeSettings()
{
    const model::Preferences &preferences = m_profile.inForce();
    m_keys.setKeys(preferences.keysInWindow);
    m_hotkeys->set(preferences.keysEverywhere);
    m_tray.setShown(preferences.showsTray);
    m_news.setChoice(preferences.telling);
}

/// What cannot be seen is not all that there is: without a tray the window opens.
void Presence::open()
{
    const model::OpensAs opensAs = m_profile.inForce().opensAs;
    if (opensAs == model::OpensAs::Bar)
        return showBar();
    if (opensAs == model::OpensAs::Window || !m_tray.isShown())
        m_window.show();
}

/// The tray that is there again has the light, and window and bar stay where they are.
void Presence::followTray()
{
    if (!m_tray.isShown()) {
        if (isOnlyInTray() && !m_trayAway->isActive())
            m_trayAway->start(TrayRestart);
        return;
    }
    m_trayAway->stop();
    m_desk.toasts.dismissIf(
        [](const model::Toast &toast) { return toast.kind == model::ToastKind::TrayGone; });
}

bool Presence::isOnlyInTray() const
{
    return !m_window.isVisible() && !m_bar.isVisible();
}

/// What nobody can see is no light. The bar takes no focus: somebody is at work in another program.
void Presence::comeUp()
{
    if (m_tray.isShown() || !isOnlyInTray())
        return;
    m_desk.toasts.post({.severity = model::Severity::Warning, .kind = model::ToastKind::TrayGone});
    showBar();
}

void Presence::perform(Command command)
{
    if (model::HandControl::isFor(command))
        m_desk.hand.press(command);
    else if (command == Command::KeepPaused)
        keepAllPaused();
    else if (command == Command::SayState)
        sayState();
    else if (command == Command::ShowWindow)
        raiseWindow();
    else if (command == Command::CompactBar)
        toggleBar();
    else
        m_window.perform(command);
}

/// The bar has stood in its place, and goes.
void Presence::raiseWindow()
{
    widgets::bringToFront(m_window);
    m_bar.hide();
}

/// The bar takes the window's place, and the window the bar's.
void Presence::toggleBar()
{
    if (!m_bar.isVisible()) {
        showBar();
        return m_window.hide();
    }
    raiseWindow();
}

void Presence::showBar()
{
    m_bar.winId(); // it has to be there to be told where it belongs
    keepOnAllDesktops(*m_bar.windowHandle());
    m_bar.show();
    keepOnAllDesktops(*m_bar.windowHandle());
}

/// At first: where few programs have anything to be clicked.
void Presence::placeBar()
{
    constexpr int Margin = 12;
    const QRect room = m_window.screen()->availableGeometry();
    m_bar.move(room.right() - m_bar.width() - Margin, room.top() + Margin);
}

void Presence::onHandAnswer(const model::HandControl::Outcome &outcome)
{
    answer(presentation::handAnswerText(outcome, m_desk));
}

void Presence::sayState()
{
    const QString words = presentation::stateInWords(m_desk, m_desk.clock.now());
    answer(words);
    if (m_profile.inForce().speaks)
        say(words);
}

/// Beside the window that the person looks at; where that is another program's, the system tells it.
void Presence::answer(const QString &sentence)
{
    if (sentence.isEmpty())
        return;
    m_hintOf = {};
    if (const QWidget *const active = QApplication::activeWindow())
        return m_hint.tell(sentence, *active);
    if (m_bar.isVisible())
        return m_hint.tell(sentence, m_bar);
    m_notifications.show({.key = u"answer"_s, .title = u"Tallylight"_s, .text = sentence}); // notr
}

void Presence::show(const presentation::News &news)
{
    if (news.isOfPause && isShownByBar(news.call))
        return;
    Notification notification{
        .key = news.key, .title = news.title, .text = news.text, .isUrgent = news.isUrgent};
    if (news.offersKeepPaused)
        notification.buttons = {{KeepPausedButton, presentation::keepPausedLabel().remove(u'&')}};
    m_newsOf.insert(news.key, news.call);
    m_notifications.show(notification);
}

void Presence::onNotificationChosen(const QString &key, const QString &button)
{
    if (button == KeepPausedButton)
        keepPaused(m_newsOf.value(key));
    else
        raiseWindow();
}

void Presence::keepPaused(model::CallId call)
{
    if (!m_desk.guard.keepPaused(call))
        answer(tr("The recording is not paused any more."));
}

/// Where some are about to be resumed, those; else those that are paused.
void Presence::keepAllPaused()
{
    QList<model::CallId> paused;
    QList<model::CallId> resuming;
    for (const model::CallId id : m_desk.inHand.ids()) {
        if (const auto count = m_desk.guard.countOf(id))
            (count->resumesAt ? resuming : paused).append(id);
    }
    const QList<model::CallId> kept = resuming.isEmpty() ? paused : resuming;
    for (const model::CallId id : kept)
        keepPaused(id);
    if (kept.isEmpty())
        answer(tr("No recording is paused."));
}

/// Which the bar, being above all programs, shows by itself: nothing else is needed, and a balloon of the
/// system's may lie over the bar and its button.
bool Presence::isShownByBar(model::CallId call) const
{
    return m_bar.isVisible() && m_desk.inHand.first() == call;
}

/// In the window or at the bar; where neither is looked at, the system tells it.
void Presence::remind(model::CallId id, model::PauseStep step)
{
    const auto count = m_desk.guard.countOf(id);
    if (count && (QApplication::activeWindow() || m_bar.isVisible()))
        answerOf(id, presentation::pauseReminderText(step, count->limit));
}

void Presence::announceResume(model::CallId id, core::Instant at)
{
    if (!isShownByBar(id) && (QApplication::activeWindow() || m_bar.isVisible()))
        answerOf(id, presentation::aboutToResumeText(at, m_desk.clock.now()));
}

/// With more calls than one the sentence says which it means.
void Presence::answerOf(model::CallId id, const QString &sentence)
{
    const model::Call *const call = m_desk.calls.find(id);
    answer(call && m_desk.inHand.count() > 1
               ? tr("%1: %2", "party, sentence")
                     .arg(presentation::partiesText(m_desk.views.view(*call), call->type), sentence)
               : sentence);
    m_hintOf = id;
    m_hintResumes = m_desk.guard.countOf(id).value_or(model::PauseCount()).resumesAt.has_value();
}

/// What was told of a pause goes with it.
void Presence::followPause(model::CallId id)
{
    const auto count = m_desk.guard.countOf(id);
    if (id == m_hintOf && (!count || (m_hintResumes && !count->resumesAt)))
        m_hint.hide();
}

void Presence::followFront()
{
    m_hint.hide(); // another window may have come below it
    m_news.setSeen(QApplication::activeWindow() != nullptr);
}

} // namespace app

#include "moc_presence.cpp"
