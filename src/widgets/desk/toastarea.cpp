#include "widgets/desk/toastarea.h"

#include "model/desk.h"
#include "widgets/desk/toastview.h"

#include <QAccessible>
#include <QPushButton>
#include <QVBoxLayout>

namespace widgets {

ToastArea::ToastArea(model::Desk &desk, const presentation::Theme &theme, QWidget *parent)
    : CardColumn(parent)
    , m_desk(desk)
    , m_theme(theme)
    , m_more(new QPushButton(this))
{
    column()->setContentsMargins(12, 12, 12, 0);
    column()->setSpacing(8);
    m_more->setProperty("kind", QByteArray("link"));
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);

    connect(this, &CardColumn::contentChanged, this, &ToastArea::updateGeometry);
    connect(m_more, &QPushButton::clicked, this, [this] {
        m_all = !m_all;
        arrange();
    });
    connect(&desk.toasts, &model::ToastList::posted, this, &ToastArea::insert);
    connect(&desk.toasts, &model::ToastList::dismissed, this, &ToastArea::remove);
    connect(&desk.toasts, &model::ToastList::updated, this, &ToastArea::refreshAll);
    connect(&desk.calls, &model::CallList::changed, this, &ToastArea::refreshCall);
    connect(&desk.calls, &model::CallList::certaintyChanged, this, &ToastArea::refreshAll);
    // While a call is being removed it can still be found; afterwards it cannot.
    connect(&desk.calls, &model::CallList::removed, this, &ToastArea::refreshAll, Qt::QueuedConnection);
    connect(&desk.agent, &model::AgentSession::changed, this, &ToastArea::refreshAll);
    connect(&desk.connection, &model::ServerConnection::stateChanged, this, &ToastArea::refreshAll);
    for (const model::Toast &toast : desk.toasts.toasts())
        insert(toast.id);
    arrange();
}

void ToastArea::insert(model::ToastId id)
{
    auto *view = new ToastView(m_desk, m_theme, id);
    m_views.prepend(view);
    column()->insertWidget(0, view);
    arrange();
    QAccessibleEvent alert(view, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void ToastArea::remove(model::ToastId id)
{
    for (ToastView *view : std::as_const(m_views)) {
        if (view->id() != id)
            continue;
        m_views.removeOne(view);
        view->hide();
        view->deleteLater(); // its own button may have been pressed
        break;
    }
    arrange();
}

void ToastArea::refreshAll()
{
    for (ToastView *view : std::as_const(m_views))
        view->refresh();
}

/// Others' calls say nothing new of a toast, and there may be thousands of them.
void ToastArea::refreshCall(model::CallId id)
{
    for (ToastView *view : std::as_const(m_views)) {
        const model::Toast *toast = m_desk.toasts.find(view->id());
        if (toast && toast->call == id)
            view->refresh();
    }
}

void ToastArea::arrange()
{
    const int hidden = int(m_views.size()) - Shown;
    m_all = m_all && hidden > 0;
    for (qsizetype i = 0; i < m_views.size(); ++i)
        m_views.at(i)->setVisible(m_all || i < Shown);
    m_more->setVisible(hidden > 0);
    m_more->setText(m_all ? tr("Show fewer") : tr("%n more", "messages", hidden));
    setViewportMargins(0, 0, 0, moreHeight());
    placeMore();
    setVisible(!m_views.isEmpty());
}

int ToastArea::moreHeight() const
{
    return m_more->isHidden() ? 0 : m_more->sizeHint().height() + 4;
}

void ToastArea::placeMore()
{
    const QSize size = m_more->sizeHint();
    const int x = layoutDirection() == Qt::LeftToRight ? 12 : width() - 12 - size.width();
    m_more->setGeometry(QRect(QPoint(x, height() - size.height()), size));
}

void ToastArea::resizeEvent(QResizeEvent *event)
{
    CardColumn::resizeEvent(event);
    placeMore();
}

int ToastArea::heightForWidth(int width) const
{
    // As high as its messages, but the calls keep the larger part of the window.
    const int most = std::max(120, window()->height() * 55 / 100);
    return std::min(fullHeight(width) + moreHeight(), most);
}

QSize ToastArea::sizeHint() const
{
    return {320, heightForWidth(width())};
}

} // namespace widgets

#include "moc_toastarea.cpp"
