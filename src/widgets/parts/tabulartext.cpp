#include "widgets/parts/tabulartext.h"

#include <QPainter>

#include <algorithm>

namespace widgets {

namespace {

int digitWidth(const QFontMetrics &metrics)
{
    int widest = 0;
    for (char16_t digit = u'0'; digit <= u'9'; ++digit)
        widest = std::max(widest, metrics.horizontalAdvance(QChar(digit)));
    return widest;
}

int widthOf(const QFontMetrics &metrics, QChar c, int digit)
{
    return c.isDigit() ? digit : metrics.horizontalAdvance(c);
}

} // namespace

int tabularWidth(const QFontMetrics &metrics, QStringView text)
{
    const int digit = digitWidth(metrics);
    int width = 0;
    for (const QChar c : text)
        width += widthOf(metrics, c, digit);
    return width;
}

void drawTabular(QPainter &painter, const QRect &rect, QStringView text)
{
    const QFontMetrics metrics = painter.fontMetrics();
    const int digit = digitWidth(metrics);
    int x = rect.left();
    for (const QChar c : text) {
        const int width = widthOf(metrics, c, digit);
        painter.drawText(QRect(x, rect.top(), width, rect.height()),
                         int(Qt::AlignHCenter | Qt::AlignVCenter | Qt::TextDontClip), QString(c));
        x += width;
    }
}

TimeLabel::TimeLabel(QWidget *parent)
    : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize TimeLabel::sizeHint() const
{
    ensurePolished();
    return {tabularWidth(fontMetrics(), text()), fontMetrics().height()};
}

void TimeLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(palette().color(foregroundRole()));
    const int width = tabularWidth(fontMetrics(), text());
    const bool toTheRight = layoutDirection() == Qt::LeftToRight;
    drawTabular(painter,
                QRect(toTheRight ? rect().right() + 1 - width : rect().left(), rect().top(), width, height()),
                text());
}

} // namespace widgets

#include "moc_tabulartext.cpp"
