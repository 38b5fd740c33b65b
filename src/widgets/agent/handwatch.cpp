#include "widgets/agent/handwatch.h"

#include <QApplication>
#include <QMouseEvent>
#include <QWidget>
#include <QWindow>

#include <algorithm>

namespace widgets {

HandWatch::HandWatch(QWidget &area, core::Clock &clock)
    : QObject(&area)
    , m_area(area)
    , m_clock(clock)
    , m_alarm(clock.alarm([this] { follow(); }))
{
    qApp->installEventFilter(this);
}

bool HandWatch::isAiming() const
{
    const core::Instant now = m_clock.now();
    if (!m_area.isVisible() || (m_since && now - *m_since >= Longest))
        return false;
    return m_isPressed || (m_isOver && now - m_stirred < Still);
}

bool HandWatch::mustWait()
{
    if (!isAiming()) {
        waitsNoMore();
        return false;
    }
    if (!m_since)
        m_since = m_clock.now();
    follow();
    return true;
}

void HandWatch::waitsNoMore()
{
    m_since.reset();
    m_alarm->stop();
}

void HandWatch::follow()
{
    if (!m_since)
        return;
    if (!isAiming()) {
        Q_EMIT free(); // whoever waits asks once more, and need not wait then
        waitsNoMore();
        return;
    }
    const core::Instant now = m_clock.now();
    const core::Instant still = m_isPressed ? *m_since + Longest : m_stirred + Still;
    m_alarm->start(std::min(still, *m_since + Longest) - now);
}

void HandWatch::stir(const QPoint &globalPosition)
{
    const bool isOver =
        m_area.isVisible() && QRect(QPoint(), m_area.size()).contains(m_area.mapFromGlobal(globalPosition));
    m_stirred = m_clock.now();
    const bool hasLeft = m_isOver && !isOver;
    m_isOver = isOver;
    if (hasLeft)
        follow();
}

/// What the window is told, before it is handed on to one of its parts: every move, whoever wants to know.
bool HandWatch::eventFilter(QObject *watched, QEvent *event)
{
    const QEvent::Type type = event->type();
    const bool isWindow = watched->isWindowType() && watched == m_area.window()->windowHandle();
    if (isWindow && type == QEvent::Leave) {
        m_isOver = false;
        follow();
    } else if (isWindow && (type == QEvent::MouseMove || type == QEvent::MouseButtonPress ||
                            type == QEvent::MouseButtonRelease)) {
        stir(static_cast<QMouseEvent *>(event)->globalPosition().toPoint());
    }
    if (type == QEvent::MouseButtonPress && watched->isWidgetType() &&
        m_area.isAncestorOf(static_cast<QWidget *>(watched))) {
        m_isPressed = true;
    } else if (type == QEvent::MouseButtonRelease && watched->isWidgetType() && m_isPressed) {
        m_isPressed = false;
        // The click comes first: it was aimed at what is there now.
        QMetaObject::invokeMethod(this, &HandWatch::follow, Qt::QueuedConnection);
    }
    return false;
}

} // namespace widgets

#include "moc_handwatch.cpp"
