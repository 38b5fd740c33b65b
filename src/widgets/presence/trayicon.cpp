#include "widgets/presence/trayicon.h"

#include "model/desk.h"
#include "presentation/presence/urgentlook.h"
#include "presentation/words/actiontext.h"
#include "presentation/words/calltext.h"
#include "presentation/words/plaintext.h"
#include "widgets/parts/shapes.h"

#include <QApplication>
#include <QPainter>

using model::Command;

namespace widgets {

namespace {

/// The shape on a ground of its tone, so that it is seen on panels of any colour.
QIcon trayPicture(const presentation::RecordingLook &look, const presentation::Theme &theme)
{
    const presentation::Tone &tone = theme.tone(look.tone);
    QIcon icon;
    for (const int size : {16, 22, 24, 32, 48, 64}) {
        QPixmap pixmap(size, size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        painter.setRenderHint(QPainter::Antialiasing);
        QPen outline(tone.text, std::max(1.0, size / 16.0));
        if (look.dashed)
            outline.setDashPattern({3, 2});
        painter.setPen(outline);
        painter.setBrush(tone.ground);
        const double inset = outline.widthF() / 2;
        painter.drawRoundedRect(QRectF(pixmap.rect()).adjusted(inset, inset, -inset, -inset), size / 5.0,
                                size / 5.0);
        const double margin = size * 0.2;
        paintShape(painter, QRectF(pixmap.rect()).adjusted(margin, margin, -margin, -margin), look.shape,
                   tone.text, look.dashed);
        icon.addPixmap(pixmap);
    }
    return icon;
}

} // namespace

TrayIcon::TrayIcon(model::Desk &desk, const presentation::Theme &theme, QObject *parent)
    : QObject(parent)
    , m_desk(desk)
    , m_theme(theme)
    , m_refreshing(desk.clock, [this] { refresh(); })
{
    m_icon.setContextMenu(&m_menu);
    connect(&m_menu, &QMenu::aboutToShow, this, &TrayIcon::fillMenu);
    connect(&m_icon, &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
        if (reason == QSystemTrayIcon::Trigger || reason == QSystemTrayIcon::DoubleClick)
            Q_EMIT commanded(Command::ShowWindow);
    });
    connect(&m_icon, &QSystemTrayIcon::messageClicked, this, &TrayIcon::told);
    connect(&desk.inHand, &model::CallsInHand::changed, this, &TrayIcon::refreshSoon);
    connect(&desk.calls, &model::CallList::changed, this, &TrayIcon::refreshSoon);
    connect(&desk.calls, &model::CallList::certaintyChanged, this, &TrayIcon::refreshSoon);
    connect(&desk.connection, &model::ServerConnection::stateChanged, this, &TrayIcon::refreshSoon);
    connect(&desk.agent, &model::AgentSession::changed, this, &TrayIcon::refreshSoon);
    connect(&theme, &presentation::Theme::changed, this, &TrayIcon::takeTones);
    refresh();
    fillMenu();
}

void TrayIcon::refreshSoon()
{
    m_refreshing.flushSoon();
}

void TrayIcon::refresh()
{
    m_icon.setToolTip(presentation::callsInLines(m_desk));
    const auto look = presentation::mostUrgentLight(m_desk);
    if (look == m_look && !m_icon.icon().isNull())
        return;
    m_look = look;
    takeTones();
}

void TrayIcon::takeTones()
{
    m_icon.setIcon(m_look ? trayPicture(*m_look, m_theme) : QApplication::windowIcon());
}

void TrayIcon::fillMenu()
{
    m_menu.clear();
    for (const QString &line : presentation::callsInLines(m_desk).split(u'\n'))
        addCommand(Command::ShowWindow, presentation::plainLabel(line)); // where all of it is seen
    m_menu.addSeparator();
    addHandCommand(Command::Answer);
    addHandCommand(Command::PauseOrResume);
    addHandCommand(Command::HoldOrRetrieve);
    m_menu.addSeparator();
    addCommand(Command::ShowWindow, tr("Show the &window"));
    addCommand(Command::CompactBar, tr("&Compact bar"));
    addCommand(Command::SayState, tr("&Say what is recorded"));
    m_menu.addSeparator();
    addCommand(Command::Settings, tr("S&ettings…"));
    addCommand(Command::Quit, tr("&Quit"));
}

void TrayIcon::addCommand(Command command, const QString &label)
{
    m_menu.addAction(label, this, [this, command] { Q_EMIT commanded(command); });
}

/// What the command means now; not there while it means nothing. The entry does that and nothing else, to
/// that call, whatever the command may mean when it is pressed.
void TrayIcon::addHandCommand(Command command)
{
    const auto meaning = m_desk.hand.meaningOf(command);
    if (!meaning)
        return;
    const auto [id, action] = *meaning;
    const model::Call *const call = m_desk.calls.find(id);
    QString label = presentation::actionLabel(action);
    if (call && m_desk.inHand.count() > 1) {
        const model::CallView seen = m_desk.views.view(*call);
        label = tr("%1: %2", "what is done, to the call with whom")
                    .arg(label, presentation::plainLabel(presentation::partiesText(seen, call->type)));
    }
    QAction *const entry =
        m_menu.addAction(label, this, [this, id = id, action = action] { perform(id, action); });
    entry->setEnabled(call && m_desk.rules.obstacle(action, *call) == model::Obstacle::None);
}

void TrayIcon::perform(model::CallId id, model::CallAction action)
{
    const model::Call *const call = m_desk.calls.find(id);
    if (!call)
        return Q_EMIT answered(tr("The call has ended."));
    const model::Obstacle obstacle = m_desk.rules.obstacle(action, *call);
    if (obstacle != model::Obstacle::None)
        return Q_EMIT answered(presentation::obstacleText(obstacle, action, *call, m_desk.calls.isCertain()));
    std::ignore = m_desk.control.perform(id, action); // a failure is a toast
}

void TrayIcon::tell(const QString &title, const QString &text)
{
    m_icon.showMessage(title, text, QSystemTrayIcon::NoIcon);
}

} // namespace widgets

#include "moc_trayicon.cpp"
