#pragma once

class QDialog;
class QScrollArea;

namespace widgets {

/// Before a dialog is shown: at least `width` wide and as high as what it shows, but never larger than what
/// its screen leaves free, frame and all; what does not fit then is scrolled to.
void fitDialog(QDialog &dialog, const QScrollArea &scroll, int width);
/// The same for one that has no part that scrolls.
void fitDialog(QDialog &dialog, int width);

} // namespace widgets
