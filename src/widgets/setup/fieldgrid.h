#pragma once

#include <QList>
#include <QObject>

class QGridLayout;
class QLayoutItem;
class QWidget;

namespace widgets {

/// Fields with their names beside them, or above them where there is no room for both. The grid's first
/// column has the names; those of all grids on a page are equally wide.
class FieldGrid : public QObject
{
    Q_OBJECT

public:
    /// `place`: whose layout the grid is, or is in.
    FieldGrid(QGridLayout &grid, QWidget &place);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Cell
    {
        QLayoutItem *item = nullptr;
        int row = 0;
        int column = 0;
        int span = 1;
    };

    void watchViewport();
    void arrange();
    void lay(bool isStacked);
    int widthOfNames() const;
    int leastOfFields() const;
    int widthOnPage() const;

    QGridLayout &m_grid;
    QWidget &m_place;
    QList<Cell> m_cells;
    QWidget *m_viewport = nullptr; ///< of the scroll area that the page is in
    bool m_isStacked = false;
};

} // namespace widgets
