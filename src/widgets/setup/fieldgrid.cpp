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
    if (event->type() == QEvent::Resize) {
        if (!m_viewport)
            watchViewport();
        arrange();
    }
    return QObject::eventFilter(watched, event);
}

/// It alone may get narrower than what stands side by side needs.
void FieldGrid::watchViewport()
{
    QWidget *at = m_place.parentWidget();
    while (at && at->objectName() != u"qt_scrollarea_viewport")
        at = at->parentWidget();
    m_viewport = at;
    if (at)
        at->installEventFilter(this);
}

void FieldGrid::arrange()
{
    const int fieldNeeds = std::max(200, leastOfFields());
    const int names = widthOnPage();
    const int beside = m_viewport ? 2 * m_place.mapTo(m_viewport, QPoint()).x() : 0;
    const int room = m_viewport ? m_viewport->width() - beside : m_place.width();
    lay(room < names + m_grid.horizontalSpacing() + fieldNeeds);
    m_grid.setColumnMinimumWidth(0, m_isStacked ? 0 : names);
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

/// What cannot break its lines, as the text of a box to tick, needs all of its width.
int FieldGrid::leastOfFields() const
{
    int least = 0;
    for (const Cell &cell : m_cells) {
        if (cell.column == 1)
            least = std::max(least, cell.item->minimumSize().width());
    }
    return least;
}

int FieldGrid::widthOnPage() const
{
    int widest = widthOfNames();
    const auto grids = m_viewport ? m_viewport->findChildren<FieldGrid *>() : QList<FieldGrid *>();
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
