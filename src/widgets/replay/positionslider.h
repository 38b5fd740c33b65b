#pragma once

#include <QSlider>

namespace widgets {

/// A slider that goes to where it is pressed.
class PositionSlider : public QSlider
{
    Q_OBJECT

public:
    using QSlider::QSlider;

protected:
    void mousePressEvent(QMouseEvent *event) override;
};

} // namespace widgets
