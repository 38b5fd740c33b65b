#pragma once

#include "core/clock.h"
#include "model/desk.h"
#include "presentation/tables/boardorder.h"

#include <QAbstractTableModel>

#include <memory>
#include <vector>

namespace presentation {

/// The supervisor's board as a table. What it answers is read from the model when it is asked, so that
/// nothing painted is older than the paint; what changes is told in batches: the first change at once, then
/// once a frame, a recording's change always at once. How the rows stand is a BoardOrder's, which is asked at
/// most twice a second.
class BoardModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    using Column = BoardOrder::Column;
    using enum BoardOrder::Column;
    static constexpr int Columns = BoardOrder::Columns;
    enum Role {
        LightRole =
            Qt::UserRole, ///< RecordingLook of the row's call; nothing where there is no light to show
        QuietRole,        ///< the text says that there is nothing
    };
    static constexpr core::Duration Frame = std::chrono::milliseconds(16);
    static constexpr core::Duration OrderEvery = std::chrono::milliseconds(500);

    explicit BoardModel(model::Desk &desk, QObject *parent = nullptr);
    ~BoardModel() override;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    void multiData(const QModelIndex &index, QModelRoleDataSpan roles) const override;
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
    void orderSoon();
    void order();
    void orderAll();
    void tellMonitored(int before);
    void take(const std::vector<int> &order);
    void removeGone(const std::vector<int> &order);
    void move(std::vector<int> order);
    void insertNew(const std::vector<int> &order);
    void show(std::vector<int> order);
    QString textOf(int index, int column) const;
    QVariant lightOfRow(int index) const;
    QString spokenText(int index, int column) const;
    QString toolTip(int index, int column) const;

    model::Desk &m_desk;
    BoardOrder m_order;
    std::vector<int> m_shown; ///< row -> index on the board
    std::vector<int> m_rows;  ///< index on the board -> row, -1 where it is not shown
    std::vector<bool> m_isDirty;
    std::vector<int> m_dirty;
    std::unique_ptr<core::Alarm> m_flushAlarm;
    std::unique_ptr<core::Alarm> m_orderAlarm;
    std::optional<core::Instant> m_flushedAt;
    std::optional<core::Instant> m_orderedAt;
};

} // namespace presentation
