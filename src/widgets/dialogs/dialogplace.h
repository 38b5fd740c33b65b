#pragma once

#include <QRect>

class QWidget;

namespace widgets {

/// Where on the screen a dialog of this size (its frame included) goes that belongs to `window`: over its
/// middle, but on none of the lights that show there; where no place is clear of all of them, it leaves the
/// one of the call that comes first. Without a window that can be seen, the middle of `room`.
QRect dialogPlace(const QSize &size, const QWidget *window, const QRect &room);

} // namespace widgets
