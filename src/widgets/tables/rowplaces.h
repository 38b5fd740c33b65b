#pragma once

#include <QObject>
#include <QPersistentModelIndex>

#include <vector>

class QTableView;

namespace widgets {

/// Tells the window's ClickGuard which visible rows of a table have come to stand where another one stood. To
/// be made once the table has its model. Scrolling tells nothing: who does that sees it.
class RowPlaces : public QObject
{
    Q_OBJECT

public:
    explicit RowPlaces(QTableView &table);

private:
    struct Place
    {
        QPersistentModelIndex row;
        int y = 0;
    };

    std::vector<Place> seen() const;
    void begin() { m_isChanging = true; }
    void compare();

    QTableView &m_table;
    std::vector<Place> m_places; ///< before the change, from the top
    bool m_isChanging = false;
};

} // namespace widgets
