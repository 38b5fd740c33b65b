#include "widgets/desk/toastarea.h"

#include "model/desk.h"
#include "presentation/look/theme.h"
#include "presentation/words/toasttext.h"
#include "widgets/desk/toastview.h"
#include "widgets/parts/elidedlabel.h"

#include <QAccessible>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace widgets {

ToastArea::ToastArea(model::Desk &desk, const presentation::Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_theme(theme)
    , m_column(new QVBoxLayout(this))
    , m_more(new QPushButton)
    , m_newest(new ElidedLabel)
    , m_arranging(desk.clock, [this] { arrange(); })
{
    m_column->setContentsMargins(12, 4, 12, 4);
    m_column->setSpacing(6);
    auto *const line = new QHBoxLayout;
    line->setSpacing(8);
    line->addWidget(m_more);
    line->addWidget(m_newest, 1);
    line->addStretch(0);
    m_more->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_column->addLayout(line);
    m_more->setObjectName(u"moreMessages"_s);
    m_more->setProperty("kind", QByteArray("link"));
    m_more->setToolTip(tr("Show all messages"));
    m_newest->setObjectName(u"newestMessage"_s);
    m_newest->setProperty("kind", QByteArray("quiet"));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum); // as high as its texts get at this width

    connect(m_more, &QPushButton::clicked, this, &ToastArea::listRequested);
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

void ToastArea::setCompact(bool isCompact)
{
    if (std::exchange(m_isCompact, isCompact) != isCompact)
        arrange();
}

int ToastArea::mostHeight(int width, bool isCompact) const
{
    const int line = QFontMetrics(m_theme.font(presentation::TextRole::Text)).height();
    const QMargins margins = m_column->contentsMargins();
    const int more = std::max(24, line + 4) + margins.top() + margins.bottom();
    if (isCompact)
        return more;
    const bool isNarrow = width < 24 * line;
    const int toast = 2 * line + 32 + (isNarrow ? 3 * line : 0); // the buttons below, and longer texts
    return more + Shown * (toast + m_column->spacing());
}

/// Each once, when it is first seen; as one line the newest stands for all.
void ToastArea::announce()
{
    const auto &toasts = m_desk.toasts.toasts();
    if (toasts.isEmpty() || toasts.last().id <= m_announced)
        return;
    if (m_isCompact) {
        QAccessibleEvent alert(m_newest, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
    }
    for (auto view = m_views.rbegin(); view != m_views.rend(); ++view) {
        if ((*view)->id() <= m_announced)
            continue;
        QAccessibleEvent alert(*view, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
    }
    m_announced = toasts.last().id;
}

/// Thousands that come or go at once are not laid out a thousand times.
void ToastArea::arrangeSoon(model::ToastId id)
{
    constexpr qsizetype QuicklyArranged = 50;
    const bool isShown =
        std::any_of(m_views.begin(), m_views.end(), [id](const ToastView *view) { return view->id() == id; });
    if (isShown || m_desk.toasts.toasts().size() <= QuicklyArranged)
        arrange();
    else
        m_arranging.flushSoon();
}

void ToastArea::refreshAll()
{
    for (ToastView *view : std::as_const(m_views))
        view->refresh();
    tell(m_desk.toasts.toasts().size(), m_views.size());
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
    const qsizetype all = m_desk.toasts.toasts().size();
    showViews(m_isCompact ? 0 : std::min<qsizetype>(all, Shown));
    tell(all, m_views.size());
    setVisible(all > 0);
    announce();
}

void ToastArea::showViews(qsizetype shown)
{
    const auto &toasts = m_desk.toasts.toasts();
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
        m_column->removeWidget(gone);
        gone->hide();
        gone->deleteLater(); // its own button may have been pressed
    }
    for (qsizetype i = 0; i < shown; ++i) {
        if (const int at = m_column->indexOf(m_views.at(i)); at != int(i))
            m_column->insertWidget(int(i), m_views.at(i));
        m_views.at(i)->show();
    }
}

void ToastArea::tell(qsizetype all, qsizetype shown)
{
    const auto &toasts = m_desk.toasts.toasts();
    m_more->setVisible(all > shown);
    m_newest->setVisible(m_isCompact && all > 0);
    if (all <= shown)
        return;
    m_more->setText(shown == 0 ? tr("%Ln message(s)", nullptr, int(all))
                               : tr("%Ln more", "messages", int(all - shown)));
    if (m_isCompact)
        m_newest->showText(presentation::toastHeadline(toasts.last()));
}

} // namespace widgets

#include "moc_toastarea.cpp"
