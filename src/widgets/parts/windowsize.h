#pragma once

class QWidget;

namespace widgets {

/// Before a window is shown for the first time: it gets no larger than what its screen leaves free, frame and
/// all, but for its minimum size.
void boundToScreen(QWidget &window);

} // namespace widgets
