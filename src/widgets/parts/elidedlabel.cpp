#include "widgets/parts/elidedlabel.h"

#include "presentation/words/plaintext.h"

#include <QPainter>
#include <QStyle>

namespace widgets {

ElidedLabel::ElidedLabel(QWidget *parent)
    : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ElidedLabel::setElideMode(Qt::TextElideMode mode)
{
    if (m_mode == mode)
        return;
    m_mode = mode;
    update();
}

void ElidedLabel::showText(const QString &newText)
{
    if (newText == text())
        return;
    setText(newText);
    setToolTip(presentation::plainToolTip(newText));
}

QSize ElidedLabel::sizeHint() const
{
    ensurePolished();
    // The advance is rounded, and half a pixel too little would elide.
    return {fontMetrics().horizontalAdvance(text()) + 1, fontMetrics().height()};
}

QSize ElidedLabel::minimumSizeHint() const
{
    ensurePolished();
    return {fontMetrics().horizontalAdvance(u'…') * 3, fontMetrics().height()};
}

void ElidedLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(palette().color(isEnabled() ? QPalette::Normal : QPalette::Disabled, foregroundRole()));
    const QRect room = contentsRect();
    const QString shown = fontMetrics().elidedText(text(), m_mode, room.width());
    painter.drawText(room, int(QStyle::visualAlignment(layoutDirection(), alignment())) | Qt::TextSingleLine,
                     shown);
}

} // namespace widgets

#include "moc_elidedlabel.cpp"
