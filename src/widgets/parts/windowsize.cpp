#include "widgets/parts/windowsize.h"

#include <QScreen>
#include <QWidget>

#include <algorithm>

namespace widgets {

void boundToScreen(QWidget &window)
{
    const QSize room = window.screen()->availableGeometry().size() - QSize(8, 32); // of the system's frame
    window.setMinimumSize(window.minimumSize().boundedTo(room));
    window.resize(window.size().boundedTo(room));
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
    const int firstY = room.top() + other.geometry().top() - taken.top(); // a title as high as the other's
    // Without the frame, which a window has only once it has been shown.
    window.setGeometry(std::clamp(x, room.left(), std::max(room.left(), lastX)),
                       std::clamp(other.geometry().top(), firstY, std::max(firstY, lastY)), width,
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
