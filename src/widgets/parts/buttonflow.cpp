#include "widgets/parts/buttonflow.h"

#include <QStyle>
#include <QWidget>

#include <algorithm>
#include <numeric>

namespace widgets {

ButtonFlow::ButtonFlow(QWidget *parent)
    : QLayout(parent)
{
    setContentsMargins(0, 0, 0, 0);
}

ButtonFlow::~ButtonFlow()
{
    for (const Part &part : std::as_const(m_parts))
        delete part.item;
}

void ButtonFlow::add(QWidget &button, int stretch)
{
    addWidget(&button);
    m_parts.last().stretch = stretch;
}

void ButtonFlow::addItem(QLayoutItem *item)
{
    m_parts.append({.item = item});
}

QLayoutItem *ButtonFlow::itemAt(int index) const
{
    return index >= 0 && index < m_parts.size() ? m_parts.at(index).item : nullptr;
}

QLayoutItem *ButtonFlow::takeAt(int index)
{
    return index >= 0 && index < m_parts.size() ? m_parts.takeAt(index).item : nullptr;
}

QList<ButtonFlow::Line> ButtonFlow::linesIn(int width) const
{
    QList<Line> lines;
    for (const Part &part : m_parts) {
        if (part.item->isEmpty())
            continue;
        const bool fits =
            !lines.isEmpty() && widthOf(lines.last()) + Gap + part.item->sizeHint().width() <= width;
        if (fits)
            lines.last().append(part);
        else
            lines.append(Line{part});
    }
    // A small one does not stand alone at the end.
    if (lines.size() > 1 && lines.at(lines.size() - 2).size() > 1 && widthOf(lines.last()) * 3 < width)
        lines.last().prepend(lines[lines.size() - 2].takeLast());
    return lines;
}

int ButtonFlow::widthOf(const Line &line)
{
    return std::accumulate(line.begin(), line.end(), -Gap, [](int sum, const Part &part) {
        return sum + Gap + part.item->sizeHint().width();
    });
}

int ButtonFlow::heightOf(const Line &line)
{
    return std::accumulate(line.begin(), line.end(), 0, [](int most, const Part &part) {
        return std::max(most, part.item->sizeHint().height());
    });
}

int ButtonFlow::heightForWidth(int width) const
{
    int height = -Gap;
    for (const Line &line : linesIn(width))
        height += Gap + heightOf(line);
    return std::max(0, height);
}

QSize ButtonFlow::sizeHint() const
{
    const QList<Line> lines = linesIn(QLAYOUTSIZE_MAX);
    return lines.isEmpty() ? QSize(0, 0) : QSize(widthOf(lines.first()), heightOf(lines.first()));
}

QSize ButtonFlow::minimumSize() const
{
    QSize least(0, 0);
    for (const Part &part : m_parts) {
        if (!part.item->isEmpty())
            least = least.expandedTo(part.item->sizeHint());
    }
    return least;
}

void ButtonFlow::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    int y = rect.top();
    for (const Line &line : linesIn(rect.width())) {
        place(line, QRect(rect.left(), y, rect.width(), heightOf(line)));
        y += heightOf(line) + Gap;
    }
}

void ButtonFlow::place(const Line &line, const QRect &room) const
{
    int stretch = 0;
    for (const Part &part : line)
        stretch += part.stretch;
    int rest = std::max(0, room.width() - widthOf(line));
    int x = room.left();
    for (const Part &part : line) {
        const int share = stretch > 0 ? rest * part.stretch / stretch : 0;
        rest -= share;
        stretch -= part.stretch;
        const QRect place(x, room.top(), std::min(room.width(), part.item->sizeHint().width() + share),
                          room.height());
        part.item->setGeometry(QStyle::visualRect(parentWidget()->layoutDirection(), room, place));
        x += place.width() + Gap;
    }
}

} // namespace widgets

#include "moc_buttonflow.cpp"
