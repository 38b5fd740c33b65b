#include "widgets/setup/fieldgrid.h"

#include <QEvent>
#include <QGridLayout>
#include <QWidget>

#include <algorithm>

namespace widgets {

FieldGrid::FieldGrid(QGridLayout &grid, QWidget &place)
    : QObject(&place)
    , m_grid(grid)
    , m_place(place)
{
    for (int i = 0; i < grid.count(); ++i) {
        Cell cell{.item = grid.itemAt(i)};
        int rows = 1;
        grid.getItemPosition(i, &cell.row, &cell.column, &rows, &cell.span);
        m_cells.append(cell);
    }
    std::sort(m_cells.begin(), m_cells.end(), [](const Cell &one, const Cell &other) {
        return std::pair(one.row, one.column) < std::pair(other.row, other.column);
    });
    place.installEventFilter(this);
}

bool FieldGrid::eventFilter(QObject *watched, QEvent *event)
{
    constexpr int FieldNeeds = 200;
    if (event->type() == QEvent::Resize) {
        const int names = widthOnPage();
        lay(m_place.width() < names + m_grid.horizontalSpacing() + FieldNeeds);
        m_grid.setColumnMinimumWidth(0, m_isStacked ? 0 : names);
    }
    return QObject::eventFilter(watched, event);
}

int FieldGrid::widthOfNames() const
{
    int widest = 0;
    for (const Cell &cell : m_cells) {
        if (cell.column == 0 && cell.span == 1)
            widest = std::max(widest, cell.item->sizeHint().width());
    }
    return widest;
}

/// The page is what the scroll area shows.
int FieldGrid::widthOnPage() const
{
    const QWidget *page = &m_place;
    while (page->parentWidget() && page->parentWidget()->objectName() != u"qt_scrollarea_viewport")
        page = page->parentWidget();
    int widest = widthOfNames();
    const auto grids = page->findChildren<FieldGrid *>();
    for (const FieldGrid *grid : grids)
        widest = std::max(widest, grid->widthOfNames());
    return widest;
}

void FieldGrid::lay(bool isStacked)
{
    if (m_isStacked == isStacked)
        return;
    m_isStacked = isStacked;
    for (const Cell &cell : std::as_const(m_cells))
        m_grid.removeItem(cell.item);
    for (qsizetype i = 0; i < m_cells.size(); ++i) {
        const Cell &cell = m_cells[i];
        if (isStacked)
            m_grid.addItem(cell.item, int(i), 0, 1, 2);
        else
            m_grid.addItem(cell.item, cell.row, cell.column, 1, cell.span);
    }
    m_grid.invalidate();
}

} // namespace widgets

#include "moc_fieldgrid.cpp"
