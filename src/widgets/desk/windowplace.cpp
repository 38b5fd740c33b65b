#include "widgets/desk/windowplace.h"

#include "model/settings/remembered.h"

#include <QEvent>
#include <QGuiApplication>
#include <QRegularExpression>
#include <QScreen>
#include <QTimer>
#include <QWidget>

#include <algorithm>
#include <chrono>
#include <utility>

using namespace Qt::StringLiterals;

namespace widgets {

namespace {

/// About what the system puts round a window, as long as it has not.
QSize usualFrame(const QWidget &window)
{
    return window.windowFlags().testFlag(Qt::FramelessWindowHint) ? QSize(0, 0) : QSize(8, 32);
}

QList<QRect> freeRooms()
{
    QList<QRect> rooms;
    const QScreen *const primary = QGuiApplication::primaryScreen();
    for (const QScreen *screen : QGuiApplication::screens()) {
        if (screen == primary)
            rooms.prepend(screen->availableGeometry());
        else
            rooms.append(screen->availableGeometry());
    }
    return rooms;
}

qint64 areaOf(const QRect &rect)
{
    return rect.isEmpty() ? 0 : qint64(rect.width()) * rect.height();
}

} // namespace

QRect placeWithin(const QRect &frame, const QList<QRect> &rooms)
{
    if (rooms.isEmpty())
        return frame;
    const QRect room =
        *std::max_element(rooms.begin(), rooms.end(), [&](const QRect &one, const QRect &other) {
            return areaOf(one.intersected(frame)) < areaOf(other.intersected(frame));
        });
    const QSize size = frame.size().boundedTo(room.size());
    const QPoint place(std::clamp(frame.left(), room.left(), room.right() + 1 - size.width()),
                       std::clamp(frame.top(), room.top(), room.bottom() + 1 - size.height()));
    return {place, size};
}

WindowPlace::WindowPlace(QWidget &window, model::Remembered &remembered, const QString &key)
    : QObject(&window)
    , m_window(window)
    , m_remembered(remembered)
    , m_key(key)
{
    restore();
    window.installEventFilter(this);
    connect(qApp, &QGuiApplication::screenRemoved, this, &WindowPlace::comeBack, Qt::QueuedConnection);
}

/// "left,top widthxheight", and "maximized".
void WindowPlace::restore()
{
    static const QRegularExpression Form(
        u"^(-?\\d{1,6}),(-?\\d{1,6}) (\\d{2,5})x(\\d{2,5})( maximized)?$"_s); // notr
    const auto found = Form.match(m_remembered.text(m_key));
    if (!found.hasMatch())
        return;
    const auto number = [&found](int group) { return found.captured(group).toInt(); };
    const QRect frame(QPoint(number(1), number(2)), QSize(number(3), number(4)) + usualFrame(m_window));
    const QRect place = placeWithin(frame, freeRooms());
    m_window.move(place.topLeft());
    m_window.resize(place.size() - usualFrame(m_window));
    if (!found.captured(5).isEmpty())
        m_window.setWindowState(Qt::WindowMaximized);
}

void WindowPlace::save()
{
    const bool isMaximized = m_window.isMaximized();
    const QString before = m_remembered.text(m_key).section(u" maximized"_s, 0, 0); // notr
    if (isMaximized) {
        if (!before.isEmpty())
            m_remembered.setText(m_key, before + u" maximized"_s); // notr
        return;
    }
    const QString form = u"%1,%2 %3x%4"_s; // notr
    m_remembered.setText(
        m_key, form.arg(m_window.x()).arg(m_window.y()).arg(m_window.width()).arg(m_window.height()));
}

/// The screen that it was on has gone.
void WindowPlace::comeBack()
{
    if (!m_window.isVisible() || m_window.isMaximized())
        return;
    const QRect frame = m_window.frameGeometry();
    const QRect place = placeWithin(frame, freeRooms());
    if (place == frame)
        return;
    m_window.resize(m_window.size() + place.size() - frame.size());
    m_window.move(place.topLeft());
}

/// Once the window manager has placed it.
void WindowPlace::putBack()
{
    const auto hiddenAt = std::exchange(m_hiddenAt, std::nullopt);
    if (!hiddenAt || !m_window.isVisible() || m_window.isMaximized())
        return;
    m_window.move(placeWithin(QRect(*hiddenAt, m_window.frameGeometry().size()), freeRooms()).topLeft());
}

bool WindowPlace::eventFilter(QObject *watched, QEvent *event)
{
    constexpr auto Placing = std::chrono::milliseconds(150);
    if (watched != &m_window)
        return false;
    switch (int(event->type())) {
    case QEvent::Hide: m_hiddenAt = m_window.pos(); break;
    case QEvent::Show: // screens may have gone while it was hidden
        QMetaObject::invokeMethod(this, &WindowPlace::comeBack, Qt::QueuedConnection);
        if (m_hiddenAt)
            QTimer::singleShot(Placing, this, &WindowPlace::putBack);
        break;
    case QEvent::Move:
    case QEvent::Resize:
    case QEvent::WindowStateChange:
        if (m_window.isVisible() && !m_window.isMinimized() && !m_window.isFullScreen())
            save();
        break;
    default: break;
    }
    return false;
}

} // namespace widgets

#include "moc_windowplace.cpp"
