#include "widgets/parts/dialogsize.h"

#include <QDialog>
#include <QLayout>
#include <QScreen>
#include <QScrollArea>

#include <algorithm>

namespace widgets {

namespace {

/// Less what the system puts round a window.
QSize roomFor(const QDialog &dialog)
{
    return dialog.screen()->availableGeometry().size() - QSize(8, 40);
}

int heightOf(const QWidget &content, int width)
{
    const QLayout *layout = content.layout();
    const bool depends = layout && layout->hasHeightForWidth();
    return depends ? layout->totalHeightForWidth(width) : content.sizeHint().height();
}

} // namespace

void fitDialog(QDialog &dialog, const QScrollArea &scroll, int width)
{
    constexpr int ScrollBar = 12;
    const QWidget &content = *scroll.widget();
    const QSize room = roomFor(dialog);
    const int rest = dialog.sizeHint().height() - scroll.sizeHint().height();
    const int beside = std::max(0, dialog.sizeHint().width() - scroll.sizeHint().width());
    const int least = content.minimumSizeHint().width() + beside + ScrollBar;
    const int wide = std::min(std::max(width, least), room.width());
    const int high = std::min(heightOf(content, wide - beside) + rest, room.height());
    dialog.setMinimumSize(dialog.minimumSizeHint().boundedTo(room));
    dialog.resize(wide, high);
}

void fitDialog(QDialog &dialog, int width)
{
    const QSize room = roomFor(dialog);
    const int wide = std::min(std::max(width, dialog.minimumSizeHint().width()), room.width());
    dialog.resize(wide, std::min(heightOf(dialog, wide), room.height()));
}

} // namespace widgets
