#include "widgets/parts/clickguard.h"

#include <QAbstractButton>
#include <QApplication>
#include <QContextMenuEvent>
#include <QDialog>
#include <QMouseEvent>
#include <QMoveEvent>

#include <algorithm>

namespace widgets {

ClickGuard::ClickGuard(QWidget &window, const core::Clock &clock)
    : QObject(&window)
    , m_window(window)
    , m_clock(clock)
{
    qApp->installEventFilter(this);
}

void ClickGuard::moved(QWidget &widget, const QRegion &area)
{
    if (auto *const guard = widget.window()->findChild<ClickGuard *>({}, Qt::FindDirectChildrenOnly))
        guard->note(widget, area);
}

void ClickGuard::closeByItself(QDialog &dialog)
{
    if (QWidget *const place = dialog.parentWidget())
        moved(*place->window());
    dialog.reject();
}

bool ClickGuard::eventFilter(QObject *watched, QEvent *event)
{
    auto *const widget = watched->isWidgetType() ? static_cast<QWidget *>(watched) : nullptr;
    if (!widget || widget->window() != &m_window)
        return false;
    switch (int(event->type())) {
    case QEvent::Show:
        if (widget == &m_window)
            m_moves.clear(); // nobody has aimed at anything in it yet
        else
            note(*widget);
        return false;
    case QEvent::Hide:
        if (widget != &m_window)
            note(*widget);
        return false;
    case QEvent::Move: {
        const auto &move = *static_cast<QMoveEvent *>(event); // Qt sends it with a new size, too
        if (widget != &m_window && move.pos() != move.oldPos())
            note(*widget);
        return false;
    }
    case QEvent::Resize:
        if (qobject_cast<QAbstractButton *>(widget))
            note(*widget);
        return false;
    case QEvent::MouseButtonPress:
    case QEvent::MouseButtonDblClick: return onPress(*widget, *static_cast<QMouseEvent *>(event));
    case QEvent::MouseMove: return m_isRefused && widget == m_target;
    case QEvent::MouseButtonRelease: return onRelease(*widget, *static_cast<QMouseEvent *>(event));
    case QEvent::ContextMenu: {
        const auto &menu = *static_cast<QContextMenuEvent *>(event);
        return menu.reason() == QContextMenuEvent::Mouse && !isSettled(*widget, menu.pos());
    }
    default: return false;
    }
}

void ClickGuard::note(QWidget &widget, const QRegion &area)
{
    if (!m_window.isVisible())
        return;
    forgetOld();
    m_moves.push_back({&widget, area, m_clock.now()});
    if (m_target && concerns(m_moves.back(), *m_target, m_at))
        m_isRefused = true;
}

bool ClickGuard::concerns(const Move &move, const QWidget &target, const QPoint &at)
{
    if (!move.widget || (move.widget != &target && !move.widget->isAncestorOf(&target)))
        return false;
    return move.area.isEmpty() || move.area.contains(target.mapTo(move.widget.data(), at));
}

bool ClickGuard::isSettled(const QWidget &target, const QPoint &at)
{
    forgetOld();
    return std::none_of(m_moves.begin(), m_moves.end(),
                        [&](const Move &move) { return concerns(move, target, at); });
}

void ClickGuard::forgetOld()
{
    const core::Instant now = m_clock.now();
    while (!m_moves.empty() && now - m_moves.front().at >= Settling)
        m_moves.pop_front();
}

/// Once: who clicks there again means what is there.
bool ClickGuard::isOvertaken(const QWidget &target, const QPoint &onScreen)
{
    const std::optional<QPoint> clicked = std::exchange(m_clickedAt, std::nullopt);
    return clicked == onScreen && m_restsOn != &target;
}

/// What the click itself has put there is there on purpose.
void ClickGuard::rest(const QPoint &onScreen)
{
    m_clickedAt = onScreen;
    m_restsOn = m_window.childAt(m_window.mapFromGlobal(onScreen));
}

/// A press that nobody takes is offered to the parents, one after the other: the last one has it.
bool ClickGuard::onPress(QWidget &target, const QMouseEvent &event)
{
    m_target = &target;
    m_at = event.position().toPoint();
    m_isRefused = !isSettled(target, m_at) || isOvertaken(target, event.globalPosition().toPoint());
    return m_isRefused;
}

bool ClickGuard::onRelease(QWidget &target, const QMouseEvent &event)
{
    if (&target != m_target)
        return false;
    m_target.clear();
    QMetaObject::invokeMethod(
        this, [this, at = event.globalPosition().toPoint()] { rest(at); }, Qt::QueuedConnection);
    if (!std::exchange(m_isRefused, false))
        return false;
    if (auto *const button = qobject_cast<QAbstractButton *>(&target))
        button->setDown(false); // let go outside, as it were
    return false;
}

} // namespace widgets

#include "moc_clickguard.cpp"
