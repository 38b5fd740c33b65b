#include "widgets/parts/elidedlabel.h"

#include "presentation/words/plaintext.h"

#include <QPainter>
#include <QStyle>
#include <QTextLayout>

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

void ElidedLabel::setMostLines(int lines)
{
    m_most = lines;
    setSizePolicy(QSizePolicy::Expanding, lines > 1 ? QSizePolicy::Preferred : QSizePolicy::Fixed);
    updateGeometry();
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

int ElidedLabel::heightForWidth(int width) const
{
    if (m_most == 1)
        return -1;
    ensurePolished();
    return int(linesFor(width).size()) * fontMetrics().height();
}

/// All but the last are whole; that one is elided where there is more.
QStringList ElidedLabel::linesFor(int width) const
{
    QStringList lines;
    int start = 0;
    QTextLayout layout(text(), font());
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.beginLayout();
    while (lines.size() + 1 < m_most) {
        QTextLine line = layout.createLine();
        line.setLineWidth(width);
        const int end = line.textStart() + line.textLength();
        if (end >= text().size())
            break;
        lines += text().mid(start, end - start).trimmed();
        start = end;
    }
    layout.endLayout();
    return lines << fontMetrics().elidedText(text().mid(start), m_mode, width);
}

void ElidedLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(palette().color(isEnabled() ? QPalette::Normal : QPalette::Disabled, foregroundRole()));
    const QStringList lines = linesFor(contentsRect().width());
    const int flags = int(QStyle::visualAlignment(layoutDirection(), alignment()));
    QRect room = contentsRect();
    if (lines.size() > 1)
        room.setHeight(fontMetrics().height());
    for (const QString &line : lines) {
        painter.drawText(room, flags | Qt::TextSingleLine, line);
        room.translate(0, fontMetrics().height());
    }
}

} // namespace widgets

#include "moc_elidedlabel.cpp"
