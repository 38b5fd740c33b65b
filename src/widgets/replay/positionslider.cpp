#include "widgets/replay/positionslider.h"

#include <QMouseEvent>
#include <QStyleOptionSlider>

namespace widgets {

void PositionSlider::mousePressEvent(QMouseEvent *event)
{
    QStyleOptionSlider option;
    initStyleOption(&option);
    const QRect handle = style()->subControlRect(QStyle::CC_Slider, &option, QStyle::SC_SliderHandle, this);
    if (event->button() == Qt::LeftButton && !handle.contains(event->position().toPoint())) {
        const int room = width() - handle.width();
        const int at = int(event->position().x()) - handle.width() / 2;
        // Not down yet: this sets the value, too. The handle is below the mouse then, and can be drawn on.
        setSliderPosition(QStyle::sliderValueFromPosition(minimum(), maximum(), at, room, option.upsideDown));
    }
    QSlider::mousePressEvent(event);
}

} // namespace widgets

#include "moc_positionslider.cpp"
