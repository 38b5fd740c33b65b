#include "widgets/presence/compactbar.h"

#include "ui_compactbar.h"

#include "model/desk.h"
#include "presentation/look/looktime.h"
#include "presentation/look/recordinglook.h"
#include "presentation/presence/urgentlook.h"
#include "presentation/words/actiontext.h"
#include "presentation/words/agenttext.h"
#include "presentation/words/calls/guardtext.h"
#include "presentation/words/calltext.h"
#include "presentation/words/connectiontext.h"
#include "presentation/words/duration.h"
#include "presentation/words/plaintext.h"
#include "presentation/words/toasttext.h"
#include "widgets/parts/clickguard.h"
#include "widgets/parts/secondtick.h"
#include "widgets/parts/shapes.h"
#include "widgets/parts/spokentext.h"

#include <QApplication>
#include <QCloseEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QWindow>

using namespace Qt::StringLiterals;
using model::CallAction;
using model::CallId;

namespace widgets {

CompactBar::CompactBar(model::Desk &desk, const presentation::Theme &theme)
    : QFrame(nullptr, Qt::Tool | Qt::FramelessWindowHint | Qt::WindowStaysOnTopHint)
    , m_ui(std::make_unique<Ui::CompactBar>())
    , m_desk(desk)
    , m_theme(theme)
    , m_tick(std::make_unique<SecondTick>(desk.clock))
    , m_starter(desk, theme, this)
{
    m_ui->setupUi(this);
    setWindowTitle(tr("Tallylight – compact bar"));
    setAttribute(Qt::WA_ShowWithoutActivating); // it comes beside what somebody is typing in
    new ClickGuard(*this, desk.clock);
    m_ui->badge->setTheme(theme);
    m_ui->othersLight->setTheme(theme);
    m_ui->othersLight->setBadgeSize(BadgeSize::Row);
    m_ui->othersLight->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_ui->step->showIconOnly();
    auto *const menu = new QMenu(this);
    menu->setToolTipsVisible(true);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] { fillMenu(*menu); });
    m_ui->others->setMenu(menu);
    connect(m_ui->step, &ActionButton::pressedFor, this,
            [this](CallAction action) { m_starter.start(m_call, action); });
    connect(m_ui->again, &QPushButton::clicked, this, &CompactBar::tryAgain);
    connect(m_ui->close, &QPushButton::clicked, this, [this] { m_desk.toasts.dismiss(m_toast); });
    for (QWidget *const handle : {static_cast<QWidget *>(m_ui->badge), static_cast<QWidget *>(m_ui->none),
                                  static_cast<QWidget *>(m_ui->words), static_cast<QWidget *>(m_ui->about)})
        handle->installEventFilter(this);
    connectDesk();
    takeTones();
    refresh();
    refreshMessage();
}

CompactBar::~CompactBar() = default;

void CompactBar::connectDesk()
{
    const auto refreshIfMeant = [this](CallId id) {
        if (id == m_call)
            refresh();
    };
    connect(&m_desk.inHand, &model::CallsInHand::changed, this, &CompactBar::refresh);
    connect(&m_desk.calls, &model::CallList::changed, this, refreshIfMeant);
    connect(&m_desk.calls, &model::CallList::certaintyChanged, this, &CompactBar::refresh);
    connect(&m_desk.connection, &model::ServerConnection::stateChanged, this, &CompactBar::refresh);
    connect(&m_desk.agent, &model::AgentSession::changed, this, &CompactBar::refresh);
    connect(m_tick.get(), &SecondTick::ticked, this, &CompactBar::refresh);
    // The badge says the time that the reminder says.
    connect(&m_desk.guard, &model::PauseGuard::reminded, this, &CompactBar::refresh);
    connect(&m_desk.toasts, &model::ToastList::posted, this, &CompactBar::refreshMessage);
    connect(&m_desk.toasts, &model::ToastList::updated, this, &CompactBar::refreshMessage);
    connect(&m_desk.toasts, &model::ToastList::dismissed, this, &CompactBar::refreshMessage);
    connect(&m_desk.guard, &model::PauseGuard::changed, this, &CompactBar::refreshMessage);
    connect(&m_theme, &presentation::Theme::changed, this, &CompactBar::takeTones);
}

void CompactBar::refresh()
{
    const CallId first = m_desk.inHand.first();
    const model::Call *const call = m_desk.calls.find(first);
    if (first != m_call) {
        m_call = first;
        m_ui->step->meanNothing(); // the next call's button has not been there before
        ClickGuard::moved(*m_ui->step);
        refreshMessage();
    }
    m_tick->setNeededBy(this, call != nullptr);
    const bool isOther = m_ui->badge->isHidden() == (call != nullptr);
    m_ui->badge->setVisible(call != nullptr);
    m_ui->none->setVisible(call == nullptr);
    if (call)
        refreshCall(*call);
    else
        refreshNoCall();
    refreshWhose(call);
    if (isOther)
        fit();
    if (m_isAnnouncement)
        refreshMessage(); // it counts
}

void CompactBar::refreshCall(const model::Call &call)
{
    const presentation::LookTime time = presentation::lookTimeOf(m_desk, call.id);
    m_ui->badge->setLook(presentation::faceOf(
        m_desk, call, presentation::recordingLook(call, m_desk.calls.isCertain(call), time)));
    const model::CallView seen = m_desk.views.view(call);
    const QString about =
        tr("%1 · %2", "party, how the call is")
            .arg(presentation::partiesText(seen, call.type), presentation::callSummary(call.type, seen));
    setSpokenName(*this, about);
    setToolTip(presentation::plainToolTip(about));
    refreshStep(call);
}

/// Where the light alone could be taken for another call's, or for all that there is.
void CompactBar::refreshWhose(const model::Call *call)
{
    const auto others = presentation::othersLight(m_desk);
    const bool isAlone = m_desk.inHand.count() == 1;
    const bool rings = call && m_desk.views.view(*call).phase == model::CallPhase::Ringing;
    const bool isShown = call && (!isAlone || rings);
    if (isShown) {
        const model::CallView seen = m_desk.views.view(*call);
        QStringList parts{presentation::partiesText(seen, call->type),
                          presentation::callPhaseText(seen.phase), presentation::othersRing(m_desk)};
        parts.removeAll(QString());
        m_ui->about->showText(parts.join(u" · "_s));
    }
    if (others && (*others != m_ui->othersLight->look() || m_ui->othersLight->isHidden())) {
        m_ui->othersLight->setLook(*others);
        m_ui->othersLight->setFixedWidth(badgeWidth(*others, m_theme, BadgeSize::Row));
    }
    const bool hasOthers = isShown && others;
    if (m_ui->whose->isHidden() != isShown && m_ui->othersLight->isHidden() != hasOthers)
        return;
    m_ui->othersLight->setVisible(hasOthers);
    m_ui->whose->setVisible(isShown);
    fit();
}

void CompactBar::refreshNoCall()
{
    const bool isConnected = m_desk.connection.isReliable();
    const QString state = isConnected ? presentation::agentStateText(m_desk.agent)
                                      : presentation::connectionLook(m_desk, m_desk.clock.now()).word;
    m_ui->none->showText(tr("No call · %1", "state of the agent or the connection").arg(state));
    setSpokenName(*this, m_ui->none->text());
    setToolTip({});
    m_ui->step->meanNothing();
    m_ui->step->setEnabled(false);
    m_ui->step->setToolTip(tr("There is no call."));
    setSpokenDescription(*m_ui->step, m_ui->step->toolTip());
}

void CompactBar::refreshStep(const model::Call &call)
{
    const CallAction action = presentation::nextStep(call, m_desk.views.isOwn(call));
    if (m_ui->step->mean(action, m_desk.clock))
        takeTones();
    const QString why = m_starter.whyNot(call, action);
    m_ui->step->setEnabled(why.isEmpty());
    m_ui->step->setToolTip(why.isEmpty() ? presentation::actionPurpose(action) : why);
    setSpokenDescription(*m_ui->step, m_ui->step->toolTip());
}

/// What is about to happen to the call, else the latest message: all of them are in the window.
void CompactBar::refreshMessage()
{
    const auto count = m_desk.guard.countOf(m_call);
    const bool isAnnouncement = count && count->resumesAt;
    if (isAnnouncement != m_isAnnouncement)
        ClickGuard::moved(*m_ui->message);
    m_isAnnouncement = isAnnouncement;
    m_ui->close->setVisible(!isAnnouncement);
    if (isAnnouncement) {
        m_ui->message->setVisible(true);
        m_ui->words->setText(presentation::resumesBriefly(*count->resumesAt, m_desk.clock.now()));
        m_ui->words->setToolTip({});
        m_ui->again->setText(presentation::keepPausedLabel());
        m_ui->again->setVisible(true);
        return fit();
    }
    m_ui->again->setText(tr("A&gain"));
    const auto &toasts = m_desk.toasts.toasts();
    const model::Toast *const toast = toasts.isEmpty() ? nullptr : &toasts.last();
    m_ui->message->setVisible(toast != nullptr);
    if (toast) {
        if (toast->id != m_toast)
            ClickGuard::moved(*m_ui->message);
        m_toast = toast->id;
        QString words = tr("%1: %2", "what could not be done, why")
                            .arg(presentation::toastTitle(*toast), presentation::toastWhy(*toast));
        if (toasts.size() > 1)
            words = tr("(%Ln more)", "messages", int(toasts.size()) - 1) + u' ' + words;
        m_ui->words->setText(presentation::plainText(words, 160));
        m_ui->words->setToolTip(presentation::plainToolTip(presentation::toastLine(*toast)));
        const model::Call *const call = m_desk.calls.find(toast->call);
        const bool canTry =
            toast->callAction && call && m_starter.whyNot(*call, *toast->callAction).isEmpty();
        m_ui->again->setVisible(canTry);
    }
    fit();
}

void CompactBar::tryAgain()
{
    if (m_isAnnouncement) {
        m_desk.guard.keepPaused(m_call);
        return;
    }
    const model::Toast *const toast = m_desk.toasts.find(m_toast);
    if (toast && toast->callAction)
        m_starter.start(toast->call, *toast->callAction, toast->details);
}

void CompactBar::fillMenu(QMenu &menu)
{
    constexpr int MostCalls = 12;
    menu.clear();
    const QList<CallId> ids = m_desk.inHand.ids(MostCalls + 1);
    for (const CallId id : ids.mid(1))
        addCall(menu, *m_desk.calls.find(id));
    if (const qsizetype more = m_desk.inHand.count() - ids.size(); more > 0)
        menu.addAction(tr("%Ln more call(s)", nullptr, int(more)), this, [this] { Q_EMIT windowWanted({}); });
    menu.addSeparator();
    menu.addAction(tr("&Open the window"), this, [this] { Q_EMIT windowWanted(m_call); });
    menu.addAction(tr("&Say what is recorded"), this, &CompactBar::stateWanted);
    menu.addAction(tr("&Hide this bar"), this, &CompactBar::closeWanted);
}

/// Its light and whose it is; it is acted on in the window, where it can be seen.
void CompactBar::addCall(QMenu &menu, const model::Call &call)
{
    const presentation::RecordingLook look =
        presentation::recordingLight(call.recording, m_desk.calls.isCertain(call));
    const model::CallView seen = m_desk.views.view(call);
    const QString label = tr("%1 · %2 · %3", "recording state, party, how far the call has got")
                              .arg(look.word, presentation::partiesText(seen, call.type),
                                   presentation::callPhaseText(seen.phase));
    const QColor tone = m_theme.tone(look.tone).text;
    menu.addAction(shapeIcon(look.shape, tone, tone), presentation::plainLabel(label), this,
                   [this, id = call.id] { Q_EMIT windowWanted(id); });
}

void CompactBar::takeTones()
{
    const presentation::Tones &tones = m_theme.tones();
    const CallAction next = m_ui->step->meaning().value_or(CallAction::PauseRecording);
    m_ui->step->setIcon(shapeIcon(presentation::shapeOf(next), tones.onAccent, tones.disabledText));
    m_ui->others->setIcon(shapeIcon(presentation::Shape::Down, tones.text, tones.disabledText));
    m_ui->close->setIcon(shapeIcon(presentation::Shape::Cross, tones.quiet, tones.disabledText));
}

/// The words of all states have their room, in every language, with a time or an age beside them.
int CompactBar::neededWidth() const
{
    using model::RecordingState;
    constexpr int Buttons = 40 + 24 + 2 * 4 + 2 * 5; // the form's, with what is between and around
    int badge = 0;
    for (const RecordingState state :
         {RecordingState::Unknown, RecordingState::Off, RecordingState::On, RecordingState::Paused}) {
        presentation::RecordingLook look =
            presentation::recordingLight({.state = state, .stateSaid = true}, true);
        look.pending = u"00:00"_s;
        badge = std::max(badge, badgeWidth(look, m_theme, BadgeSize::Card));
    }
    presentation::RecordingLook doubt = presentation::recordingLight({}, false);
    doubt.word = doubt.brief;
    doubt.pending = presentation::heardText(std::chrono::minutes(59));
    badge = std::max(badge, badgeWidth(doubt, m_theme, BadgeSize::Card));
    return std::max(LeastWidth, badge + Buttons);
}

void CompactBar::fit()
{
    ensurePolished();
    layout()->activate();
    const int width = neededWidth();
    const int height = layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(width)
                                                     : layout()->totalSizeHint().height();
    if (QSize(width, height) != size())
        setFixedSize(width, height);
}

/// It has no frame to be moved by.
bool CompactBar::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::MouseButtonDblClick) {
        Q_EMIT windowWanted(m_call);
        return true;
    }
    const QEvent::Type type = event->type();
    if (type != QEvent::MouseButtonPress && type != QEvent::MouseMove && type != QEvent::MouseButtonRelease)
        return QFrame::eventFilter(watched, event);
    const auto &mouse = *static_cast<const QMouseEvent *>(event);
    const QPoint at = mouse.globalPosition().toPoint();
    if (type == QEvent::MouseButtonPress && mouse.button() == Qt::LeftButton) {
        m_pressedAt = at;
        return true;
    }
    if (type == QEvent::MouseButtonRelease)
        m_pressedAt.reset();
    // Not at the press: a click would be over before the window manager has begun, which then waits for the
    // next.
    if (type == QEvent::MouseMove && m_pressedAt && (mouse.buttons() & Qt::LeftButton) && windowHandle() &&
        (at - *m_pressedAt).manhattanLength() >= QApplication::startDragDistance()) {
        m_pressedAt.reset();
        return windowHandle()->startSystemMove();
    }
    return QFrame::eventFilter(watched, event);
}

void CompactBar::showEvent(QShowEvent *event)
{
    m_tick->setSeen(true);
    fit();
    QFrame::showEvent(event);
}

void CompactBar::hideEvent(QHideEvent *event)
{
    m_tick->setSeen(false);
    QFrame::hideEvent(event);
}

void CompactBar::moveEvent(QMoveEvent *event)
{
    QFrame::moveEvent(event);
    if (isVisible())
        Q_EMIT moved();
}

/// By the window manager's own keys: the bar goes, the program stays.
void CompactBar::closeEvent(QCloseEvent *event)
{
    event->ignore();
    Q_EMIT closeWanted();
}

} // namespace widgets

#include "moc_compactbar.cpp"
