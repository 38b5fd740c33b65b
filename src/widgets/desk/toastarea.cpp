#include "widgets/desk/toastarea.h"

#include "model/desk.h"
#include "widgets/desk/toastview.h"

#include <QAccessible>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace widgets {

ToastArea::ToastArea(model::Desk &desk, const presentation::Theme &theme, QWidget *parent)
    : CardColumn(parent)
    , m_desk(desk)
    , m_theme(theme)
    , m_more(new QPushButton(this))
    , m_arranging(desk.clock, [this] { arrange(); })
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
    connect(&desk.toasts, &model::ToastList::posted, this, &ToastArea::arrangeSoon);
    connect(&desk.toasts, &model::ToastList::dismissed, this, &ToastArea::arrangeSoon);
    connect(&desk.toasts, &model::ToastList::updated, this, &ToastArea::refreshAll);
    connect(&desk.calls, &model::CallList::changed, this, &ToastArea::refreshCall);
    connect(&desk.calls, &model::CallList::certaintyChanged, this, &ToastArea::refreshAll);
    // While a call is being removed it can still be found; afterwards it cannot.
    connect(&desk.calls, &model::CallList::removed, this, &ToastArea::refreshAll, Qt::QueuedConnection);
    connect(&desk.agent, &model::AgentSession::changed, this, &ToastArea::refreshAll);
    connect(&desk.connection, &model::ServerConnection::stateChanged, this, &ToastArea::refreshAll);
    arrange();
}

/// Each once, when it is first seen.
void ToastArea::announce()
{
    for (auto view = m_views.rbegin(); view != m_views.rend(); ++view) {
        if ((*view)->id() <= m_announced)
            continue;
        m_announced = (*view)->id();
        QAccessibleEvent alert(*view, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
    }
}

/// Thousands that come or go at once are not laid out a thousand times.
void ToastArea::arrangeSoon(model::ToastId id)
{
    const bool isShown =
        std::any_of(m_views.begin(), m_views.end(), [id](const ToastView *view) { return view->id() == id; });
    if (isShown || m_desk.toasts.toasts().size() <= MostShown)
        arrange();
    else
        m_arranging.flushSoon();
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

/// Messages that are not shown have no view: there may be ten thousand.
void ToastArea::arrange()
{
    const auto &toasts = m_desk.toasts.toasts();
    m_all = m_all && toasts.size() > Shown;
    const qsizetype shown = std::min<qsizetype>(toasts.size(), m_all ? MostShown : Shown);
    QList<ToastView *> before = std::exchange(m_views, {});
    for (qsizetype i = 0; i < shown; ++i) {
        const model::ToastId id = toasts.at(toasts.size() - 1 - i).id;
        const auto known = std::find_if(before.begin(), before.end(),
                                        [id](const ToastView *view) { return view->id() == id; });
        if (known == before.end()) {
            m_views.append(new ToastView(m_desk, m_theme, id));
        } else {
            m_views.append(*known);
            before.erase(known);
        }
    }
    for (ToastView *gone : std::as_const(before)) {
        column()->removeWidget(gone);
        gone->hide();
        gone->deleteLater(); // its own button may have been pressed
    }
    for (qsizetype i = 0; i < shown; ++i) {
        if (const int at = column()->indexOf(m_views.at(i)); at != int(i))
            column()->insertWidget(int(i), m_views.at(i));
        m_views.at(i)->show();
    }
    tellMore(int(toasts.size()));
    setVisible(shown > 0);
    announce();
}

void ToastArea::tellMore(int all)
{
    m_more->setVisible(all > Shown);
    if (m_all && all > MostShown)
        m_more->setText(tr("Show fewer (%n older)", "messages that are not shown", all - MostShown));
    else
        m_more->setText(m_all ? tr("Show fewer") : tr("%n more", "messages", all - Shown));
    setViewportMargins(0, 0, 0, moreHeight());
    placeMore();
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
