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
    const int left = taken.left() - room.left();
    const int right = room.right() - taken.right();
    const bool goesRight = right >= window.width() + Gap || right >= left;
    const int x = goesRight ? taken.right() + Gap : taken.left() - Gap - window.width();
    const int lastX = room.right() - window.width() - Gap;
    const int lastY = room.bottom() - window.height() - 3 * Gap;
    window.move(std::clamp(x, room.left(), std::max(room.left(), lastX)),
                std::clamp(taken.top(), room.top(), std::max(room.top(), lastY)));
}

} // namespace widgets
