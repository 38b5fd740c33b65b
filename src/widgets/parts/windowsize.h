#pragma once

class QWidget;

namespace widgets {

/// Before a window is shown for the first time: it gets no larger than what its screen leaves free, frame and
/// all, and neither does its minimum size.
void boundToScreen(QWidget &window);

/// Likewise: it goes beside `other`, on the screen where that is, and gets narrower for it, down to its
/// minimum; where there is not even room for that, as far to the side as it can.
void placeBeside(QWidget &window, const QWidget &other);

/// Shows it, from wherever it was put away, and has the person's keys go there.
void bringToFront(QWidget &window);

} // namespace widgets
