#pragma once

#include "presentation/look/recordinglook.h"

#include <QIcon>

class QPainter;

namespace widgets {

/// Paints a shape into a square, in one colour; dashed where its value is not certain. The badge, the buttons
/// and the header's dot all use it, so that a shape means the same everywhere.
void paintShape(QPainter &painter, const QRectF &square, presentation::Shape shape, const QColor &color,
                bool dashed = false);

/// The shape as an icon that is sharp at every size and scale.
QIcon shapeIcon(presentation::Shape shape, const QColor &color, const QColor &disabled);

} // namespace widgets
