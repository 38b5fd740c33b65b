#include "widgets/agent/callflow.h"

#include <QStyle>
#include <QWidget>

#include <algorithm>

namespace widgets {

CallFlow::CallFlow(QWidget *parent)
    : QLayout(parent)
{
    setContentsMargins(0, 0, 0, 0);
}

CallFlow::~CallFlow()
{
    qDeleteAll(m_items);
}

void CallFlow::setColumnWidth(int width)
{
    if (width == m_columnWidth)
        return;
    m_columnWidth = width;
    invalidate();
}

void CallFlow::setWidgets(const QList<QWidget *> &widgets)
{
    QList<QLayoutItem *> before = std::exchange(m_items, {});
    for (QWidget *const widget : widgets) {
        const auto known = std::find_if(before.begin(), before.end(), [widget](const QLayoutItem *item) {
            return item->widget() == widget;
        });
        if (known == before.end()) {
            addWidget(widget);
        } else {
            m_items.append(*known);
            before.erase(known);
        }
        widget->show();
    }
    for (QLayoutItem *const gone : std::as_const(before)) {
        if (QWidget *const widget = gone->widget(); widget && widget->parentWidget() == parentWidget())
            widget->hide();
        delete gone;
    }
    invalidate();
}

QLayoutItem *CallFlow::takeAt(int index)
{
    return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr;
}

QSize CallFlow::minimumSize() const
{
    QSize least(0, 0);
    for (const QLayoutItem *item : m_items)
        least = least.expandedTo(QSize(item->minimumSize().width(), 0));
    return least;
}

void CallFlow::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    place(rect, true);
}

/// The height that they take; `sets`: and puts them there.
int CallFlow::place(const QRect &rect, bool sets) const
{
    constexpr int Between = 12;
    const int width = m_columnWidth > 0 ? std::min(m_columnWidth, rect.width()) : rect.width();
    const int columns = std::max(1, width > 0 ? (rect.width() + Between) / (width + Between) : 1);
    QList<int> ends(columns, 0);
    for (QLayoutItem *const item : m_items) {
        if (item->isEmpty())
            continue;
        const auto column = std::min_element(ends.begin(), ends.end());
        const int top = *column == 0 ? 0 : *column + Gap;
        const int height =
            item->hasHeightForWidth() ? item->heightForWidth(width) : item->sizeHint().height();
        if (sets) {
            const int x = rect.left() + int(column - ends.begin()) * (width + Between);
            const QRect placed(x, rect.top() + top, width, height);
            item->setGeometry(QStyle::visualRect(parentWidget()->layoutDirection(), rect, placed));
        }
        *column = top + height;
    }
    return *std::max_element(ends.begin(), ends.end());
}

} // namespace widgets

#include "moc_callflow.cpp"
