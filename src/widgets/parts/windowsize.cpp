#include "widgets/parts/windowsize.h"

#include <QScreen>
#include <QWidget>

#include <algorithm>

namespace widgets {

void boundToScreen(QWidget &window)
{
    const QSize frame(8, 32); // about what the system puts round it
    window.resize(window.size().boundedTo(window.screen()->availableGeometry().size() - frame));
}

void placeBeside(QWidget &window, const QWidget &other)
{
    constexpr int Gap = 12; // with the frames of both
    const QRect room = other.screen()->availableGeometry();
    const QRect taken = other.frameGeometry();
    const int left = taken.left() - room.left() - 2 * Gap;
    const int right = room.right() - taken.right() - 2 * Gap;
    const bool goesRight = right >= window.width() || right >= left;
    const int free = goesRight ? right : left;
    const int width = free >= window.minimumWidth() ? std::min(free, window.width()) : window.width();
    const int x = goesRight ? taken.right() + Gap : taken.left() - Gap - width;
    const int lastX = room.right() - width - Gap;
    const int lastY = room.bottom() - window.height() - Gap;
    // Without the frame, which a window has only once it has been shown.
    window.setGeometry(std::clamp(x, room.left(), std::max(room.left(), lastX)),
                       std::clamp(other.geometry().top(), room.top(), std::max(room.top(), lastY)), width,
                       window.height());
}

void bringToFront(QWidget &window)
{
    if (window.isMinimized())
        window.showNormal();
    else
        window.show();
    window.raise();
    window.activateWindow();
}

} // namespace widgets
