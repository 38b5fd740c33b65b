#include "widgets/parts/windowsize.h"

#include <QScreen>
#include <QWidget>

namespace widgets {

void boundToScreen(QWidget &window)
{
    const QSize frame(8, 32); // about what the system puts round it
    window.resize(window.size().boundedTo(window.screen()->availableGeometry().size() - frame));
}

} // namespace widgets
