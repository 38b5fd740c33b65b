#include "widgets/desk/toastview.h"

#include "ui_toastview.h"

#include "model/desk.h"
#include "presentation/look/recordinglook.h"
#include "presentation/words/agenttext.h"
#include "presentation/words/calls/dialtext.h"
#include "presentation/words/refusaltext.h"
#include "presentation/words/toastadvice.h"
#include "presentation/words/toasttext.h"
#include "widgets/dialogs/notice.h"
#include "widgets/parts/shapes.h"
#include "widgets/parts/spokentext.h"
#include "widgets/parts/styleproperty.h"

namespace widgets {

ToastView::ToastView(model::Desk &desk, const presentation::Theme &theme, model::ToastId id, QWidget *parent)
    : QFrame(parent)
    , m_ui(std::make_unique<Ui::ToastView>())
    , m_desk(desk)
    , m_theme(theme)
    , m_id(id)
    , m_starter(desk, theme, this)
{
    m_ui->setupUi(this);
    connect(m_ui->close, &QPushButton::clicked, this, [this] { m_desk.toasts.dismiss(m_id); });
    connect(m_ui->retry, &QPushButton::clicked, this, &ToastView::tryAgain);
    connect(m_ui->details, &QPushButton::clicked, this, &ToastView::showDetails);
    auto *const actions = new QHBoxLayout(m_ui->actions);
    actions->setContentsMargins(0, 0, 0, 0);
    actions->setSpacing(12);
    actions->addWidget(m_ui->retry);
    actions->addWidget(m_ui->details);
    actions->addStretch(1);
    m_ui->title->setElideMode(Qt::ElideMiddle); // it ends with the call,
    m_ui->why->setElideMode(Qt::ElideMiddle);   // and this with the number
    m_ui->title->setMostLines(2);
    m_ui->why->setMostLines(2);
    connect(&theme, &presentation::Theme::changed, this, &ToastView::takeTones);
    takeTones();
    refresh();
}

ToastView::~ToastView() = default;

void ToastView::refresh()
{
    const model::Toast *toast = m_desk.toasts.find(m_id);
    if (!toast)
        return;
    m_call = toast->call;
    m_ui->title->showText(presentation::toastHeadline(*toast));
    setStyleProperty(*this, "severity",
                     QByteArray(toast->severity == model::Severity::Warning ? "warning" : "error"));
    m_ui->count->setVisible(toast->count > 1);
    m_ui->count->setText(tr("%n time(s)", "how often this failed in a row", toast->count));

    m_ui->why->showText(presentation::toastWhy(*toast));
    const model::Call *call = m_desk.calls.find(toast->call);
    QStringList all{presentation::toastReason(*toast),
                    presentation::presentState(*toast, call, call && m_desk.calls.isCertain(*call)),
                    presentation::toastAdvice(*toast, toast->callAction && !call)};
    all.removeAll(QString());
    setSpokenName(*this, m_ui->title->text());
    setSpokenDescription(*this, all.join(u' '));
    refreshRetry(*toast);
}

void ToastView::refreshRetry(const model::Toast &toast)
{
    QString why;
    if (toast.callAction) {
        const model::Call *call = m_desk.calls.find(toast.call);
        why = call ? m_starter.whyNot(*call, *toast.callAction) : tr("The call has ended.");
    } else if (toast.agentAction && toast.dn != m_desk.agent.identity().dn) {
        why = tr("You are at another DN now.");
    } else if (toast.agentAction) {
        why = presentation::agentObstacleText(*toast.agentAction, m_desk.agent, m_desk.connection);
    } else if (toast.makesCall) {
        why = presentation::dialObstacleText(m_desk.dialling.obstacle(), m_desk.connection.isOverdue());
    }
    const bool asksForPassword = toast.kind == model::ToastKind::PasswordNeeded;
    if (asksForPassword)
        m_ui->retry->setText(tr("Enter password"));
    m_ui->retry->setVisible(asksForPassword || ((toast.callAction || toast.agentAction || toast.makesCall) &&
                                                !presentation::isForestalled(toast)));
    m_ui->retry->setEnabled(why.isEmpty());
    m_ui->retry->setToolTip(why);
    setSpokenDescription(*m_ui->retry, why);
}

void ToastView::tryAgain()
{
    const model::Toast *toast = m_desk.toasts.find(m_id);
    if (!toast)
        return;
    if (toast->callAction)
        m_starter.start(toast->call, *toast->callAction, toast->details);
    else if (toast->kind == model::ToastKind::PasswordNeeded)
        m_desk.toasts.act(m_id);
    else if (toast->agentAction && toast->dn == m_desk.agent.identity().dn)
        (void)m_desk.agent.perform(*toast->agentAction, toast->reason);
    else if (toast->makesCall)
        (void)m_desk.dialling.make(model::Dn(toast->details.destination)); // the toast may go by it
}

void ToastView::showDetails()
{
    const model::Toast *const toast = m_desk.toasts.find(m_id);
    if (!toast)
        return;
    const model::Call *const call = m_desk.calls.find(toast->call);
    (new Notice(presentation::toastTitle(*toast),
                presentation::toastAccount(*toast, call, call && m_desk.calls.isCertain(*call)), window()))
        ->show();
}

/// The buttons stand beside the reason where it has room to be read, else below it.
void ToastView::fit(int width)
{
    constexpr int RoomForWhy = 200;
    const bool isNarrow = width < m_ui->actions->sizeHint().width() + RoomForWhy;
    const auto direction = isNarrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight;
    if (m_ui->line->direction() == direction)
        return; // to set it would lay out anew, without end
    m_ui->line->setDirection(direction);
    m_ui->line->setSpacing(isNarrow ? 0 : 12);
}

void ToastView::resizeEvent(QResizeEvent *event)
{
    fit(width());
    QFrame::resizeEvent(event);
}

void ToastView::takeTones()
{
    m_ui->close->setIcon(
        shapeIcon(presentation::Shape::Cross, m_theme.tones().quiet, m_theme.tones().disabledText));
}

} // namespace widgets

#include "moc_toastview.cpp"
