#pragma once

class QWidget;

namespace widgets {

/// Before a window is shown for the first time: it gets no larger than what its screen leaves free, frame and
/// all, but for its minimum size.
void boundToScreen(QWidget &window);

/// Likewise: it goes where it leaves `other` to be seen, on the screen where that is: beside it, else as far
/// from it as there is room.
void placeBeside(QWidget &window, const QWidget &other);

} // namespace widgets
