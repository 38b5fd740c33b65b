#include "widgets/tables/rowplaces.h"

#include "widgets/parts/clickguard.h"

#include <QScrollBar>
#include <QTableView>

#include <algorithm>

namespace widgets {

RowPlaces::RowPlaces(QTableView &table)
    : QObject(&table)
    , m_table(table)
{
    using Model = QAbstractItemModel;
    const Model *const model = table.model();
    connect(model, &Model::rowsAboutToBeInserted, this, &RowPlaces::begin);
    connect(model, &Model::rowsAboutToBeRemoved, this, &RowPlaces::begin);
    connect(model, &Model::layoutAboutToBeChanged, this, &RowPlaces::begin);
    connect(model, &Model::modelAboutToBeReset, this, &RowPlaces::begin);
    connect(model, &Model::rowsInserted, this, &RowPlaces::compare);
    connect(model, &Model::rowsRemoved, this, &RowPlaces::compare);
    connect(model, &Model::layoutChanged, this, &RowPlaces::compare);
    connect(model, &Model::modelReset, this, &RowPlaces::compare);
    const auto look = [this] {
        if (!m_isChanging) // else it is the change that scrolls
            m_places = seen();
    };
    connect(table.verticalScrollBar(), &QScrollBar::valueChanged, this, look);
    connect(table.verticalScrollBar(), &QScrollBar::rangeChanged, this, look);
    m_places = seen();
}

std::vector<RowPlaces::Place> RowPlaces::seen() const
{
    std::vector<Place> places;
    if (!m_table.isVisible())
        return places;
    const int height = m_table.viewport()->height();
    for (int row = m_table.rowAt(0); row >= 0 && row < m_table.model()->rowCount(); ++row) {
        const int y = m_table.rowViewportPosition(row);
        if (y >= height)
            break;
        places.push_back({m_table.model()->index(row, 0), y});
    }
    return places;
}

void RowPlaces::compare()
{
    m_isChanging = false;
    const std::vector<Place> before = std::exchange(m_places, seen());
    QRegion area;
    const int width = m_table.viewport()->width();
    for (const Place &now : m_places) {
        const bool stays = std::any_of(before.begin(), before.end(), [&now](const Place &place) {
            return place.y == now.y && place.row == now.row;
        });
        if (!stays)
            area += QRect(0, now.y, width, m_table.rowHeight(now.row.row()));
    }
    if (!area.isEmpty())
        ClickGuard::moved(*m_table.viewport(), area);
}

} // namespace widgets

#include "moc_rowplaces.cpp"
