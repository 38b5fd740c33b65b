#include "widgets/parts/shapes.h"

#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPainterPath>

using presentation::Shape;

namespace widgets {

namespace {

/// Shapes are drawn on a grid of 16 by 16.
constexpr double Grid = 16;

QPen outline(const QColor &color, bool dashed, double width = 1.8)
{
    QPen pen(color, width, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin);
    if (dashed)
        pen.setDashPattern({1.7, 1.35});
    return pen;
}

void paintCircle(QPainter &painter, const QColor &color, bool dashed, double radius = 6)
{
    painter.setPen(outline(color, dashed));
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(QPointF(8, 8), radius, radius);
}

void paintDot(QPainter &painter, const QColor &color, bool dashed)
{
    if (dashed)
        paintCircle(painter, color, true, 6.4);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawEllipse(QPointF(8, 8), dashed ? 2.6 : 7.0, dashed ? 2.6 : 7.0);
}

void paintBars(QPainter &painter, const QColor &color, bool dashed)
{
    for (const double left : {2.5, 9.5}) {
        if (dashed) {
            painter.setPen(outline(color, true, 1.4));
            painter.setBrush(Qt::NoBrush);
            painter.drawRect(QRectF(left + 0.2, 1.7, 3.6, 12.6));
        } else {
            painter.setPen(Qt::NoPen);
            painter.setBrush(color);
            painter.drawRoundedRect(QRectF(left, 1, 4, 14), 1, 1);
        }
    }
}

void paintQuestion(QPainter &painter, const QColor &color)
{
    paintCircle(painter, color, true, 7);
    QPainterPath hook(QPointF(5.9, 6.4));
    hook.cubicTo(QPointF(5.9, 3.3), QPointF(10.4, 3.5), QPointF(10.1, 6.2));
    hook.cubicTo(QPointF(9.9, 7.7), QPointF(8, 7.7), QPointF(8, 9.6));
    painter.setPen(QPen(color, 1.6, Qt::SolidLine, Qt::RoundCap));
    painter.drawPath(hook);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawEllipse(QPointF(8, 11.8), 1.05, 1.05);
}

void paintTick(QPainter &painter, const QColor &color, bool dashed)
{
    paintCircle(painter, color, dashed, 7);
    painter.setPen(QPen(color, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(QPolygonF{{4.9, 8.3}, {7.1, 10.5}, {11.2, 5.8}});
}

void paintHandset(QPainter &painter, const QColor &color)
{
    QPainterPath back(QPointF(4.1, 4));
    back.cubicTo(QPointF(4.1, 9), QPointF(7, 11.9), QPointF(12, 11.9));
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(color, 2.8, Qt::SolidLine, Qt::FlatCap));
    painter.drawPath(back);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawRoundedRect(QRectF(2.7, 1.6, 4.6, 4.6), 1.4, 1.4);
    painter.drawRoundedRect(QRectF(9.8, 8.7, 4.6, 4.6), 1.4, 1.4);
}

/// A padlock; its shackle hangs in the body, or stands beside it.
void paintLock(QPainter &painter, const QColor &color, bool isOpen)
{
    const double left = isOpen ? 8.6 : 4.9;
    QPainterPath shackle(QPointF(left, 8));
    shackle.lineTo(left, 4.9);
    shackle.arcTo(QRectF(left, 1.7, 6.2, 6.4), 180, -180);
    if (!isOpen)
        shackle.lineTo(left + 6.2, 8);
    painter.setPen(QPen(color, 1.8, Qt::SolidLine, Qt::FlatCap));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(shackle);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawRoundedRect(QRectF(isOpen ? 1.2 : 2.5, 7.4, 11, 7.4), 1.4, 1.4);
}

void paintPlain(QPainter &painter, Shape shape, const QColor &color)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    if (shape == Shape::Square) {
        painter.drawRoundedRect(QRectF(2.5, 2.5, 11, 11), 1, 1);
    } else if (shape == Shape::Dots) {
        for (const double x : {3.0, 8.0, 13.0})
            painter.drawEllipse(QPointF(x, 8), 1.4, 1.4);
    } else if (shape == Shape::Hourglass) {
        painter.drawPolygon(QPolygonF{{3, 1.5}, {13, 1.5}, {8.8, 8}, {13, 14.5}, {3, 14.5}, {7.2, 8}});
    } else if (shape == Shape::Info) {
        painter.drawEllipse(QPointF(8, 3.2), 1.7, 1.7);
        painter.drawRoundedRect(QRectF(6.5, 6.3, 3, 8.5), 0.8, 0.8);
    } else if (shape == Shape::Down) {
        painter.drawPolygon(QPolygonF{{3.5, 5.5}, {12.5, 5.5}, {8, 11}});
    } else {
        painter.setPen(QPen(color, 1.6, Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(QPointF(3.5, 3.5), QPointF(12.5, 12.5));
        painter.drawLine(QPointF(12.5, 3.5), QPointF(3.5, 12.5));
    }
}

class ShapeIconEngine final : public QIconEngine
{
public:
    ShapeIconEngine(Shape shape, const QColor &color, const QColor &disabled)
        : m_shape(shape)
        , m_color(color)
        , m_disabled(disabled)
    {
    }
    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        // In a wide icon the shape stands away from the text that follows.
        const int side = std::min(rect.width(), rect.height());
        const int left = QGuiApplication::isLeftToRight() ? rect.left() : rect.right() + 1 - side;
        const QRect square(left, rect.top() + (rect.height() - side) / 2, side, side);
        paintShape(*painter, square, m_shape, mode == QIcon::Disabled ? m_disabled : m_color);
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return pixmap;
    }
    QIconEngine *clone() const override { return new ShapeIconEngine(m_shape, m_color, m_disabled); }

private:
    Shape m_shape;
    QColor m_color;
    QColor m_disabled;
};

} // namespace

void paintShape(QPainter &painter, const QRectF &square, Shape shape, const QColor &color, bool dashed)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(square.topLeft());
    painter.scale(square.width() / Grid, square.height() / Grid);
    switch (shape) {
    case Shape::Dot: paintDot(painter, color, dashed); break;
    case Shape::Bars: paintBars(painter, color, dashed); break;
    case Shape::Ring: paintCircle(painter, color, dashed, 6.2); break;
    case Shape::Question: paintQuestion(painter, color); break;
    case Shape::Tick: paintTick(painter, color, dashed); break;
    case Shape::Handset: paintHandset(painter, color); break;
    case Shape::Lock:
    case Shape::OpenLock: paintLock(painter, color, shape == Shape::OpenLock); break;
    case Shape::Square:
    case Shape::Dots:
    case Shape::Down:
    case Shape::Hourglass:
    case Shape::Info:
    case Shape::Cross: paintPlain(painter, shape, color); break;
    }
    painter.restore();
}

QIcon shapeIcon(Shape shape, const QColor &color, const QColor &disabled)
{
    return QIcon(new ShapeIconEngine(shape, color, disabled));
}

} // namespace widgets
