#pragma once

#include "core/frame.h"
#include "model/desk.h"
#include "presentation/tables/boardcells.h"
#include "presentation/tables/boardorder.h"

#include <QAbstractTableModel>

#include <vector>

namespace presentation {

/// The supervisor's board as a table. What changes is told in batches: the first change at once, then once a
/// frame, a recording's change always at once. What the cells say is BoardCells', how the rows stand is a
/// BoardOrder's, which is asked at most twice a second.
class BoardModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    using Column = BoardOrder::Column;
    using enum BoardOrder::Column;
    static constexpr int Columns = BoardOrder::Columns;
    static constexpr core::Duration OrderEvery = std::chrono::milliseconds(500);

    explicit BoardModel(model::Desk &desk, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

    /// Rows whose agent, DN or party contains the text.
    void setText(const QString &text);
    void setFilter(BoardFilter filter);
    BoardFilter filter() const { return m_order.filter(); }
    /// This DN's row stays where a change of its call would filter it out: somebody is at work with it. A new
    /// text or filter ends that.
    void keep(const model::Dn &dn);

    /// The row's place on model::SupervisorBoard; -1 for a row that is not there.
    int boardIndexAt(int row) const;
    /// Empty for a row that is not there.
    model::Dn dnAt(int row) const;
    /// -1: not shown.
    int rowOf(const model::Dn &dn) const;
    /// How many DNs the server lets this desktop watch; as old as the order.
    int monitored() const { return m_order.monitored(); }

Q_SIGNALS:
    void monitoredChanged();

private:
    void rebuild();
    void showAll();
    void onRowChanged(int index);
    void onRecordingChanged(int index);
    void onAllChanged();
    void flush();
    void tell(int index);
    void order();
    void orderAll();
    void tellMonitored(int before);
    void take(const std::vector<int> &order);
    void removeGone(const std::vector<int> &order);
    void move(std::vector<int> order);
    void insertNew(const std::vector<int> &order);
    void show(std::vector<int> order);

    model::Desk &m_desk;
    const BoardCells m_cells;
    BoardOrder m_order;
    std::vector<int> m_shown; ///< row -> index on the board
    std::vector<int> m_rows;  ///< index on the board -> row, -1 where it is not shown
    std::vector<bool> m_isDirty;
    std::vector<int> m_dirty;
    core::Frame m_frame;
    core::Frame m_ordering; ///< a longer one: OrderEvery
};

} // namespace presentation
