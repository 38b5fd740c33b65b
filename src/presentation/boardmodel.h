#pragma once

#include "core/clock.h"
#include "model/desk.h"
#include "presentation/boardtext.h"

#include <QAbstractTableModel>

#include <memory>
#include <vector>

namespace presentation {

/// The supervisor's board as a table. What it answers is read from the model when it is asked, so that
/// nothing painted is older than the paint; what changes is told in batches: the first change at once, then
/// once a frame, a recording's change always at once. The rows stand in an order of their own, sorted and
/// filtered, which is brought up to date at most twice a second.
class BoardModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { AgentColumn, DnColumn, StateColumn, PartyColumn, RecordingColumn, SinceColumn, FileColumn };
    static constexpr int Columns = FileColumn + 1;
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
    BoardFilter filter() const { return m_filter; }
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
    int monitored() const { return m_monitored; }

Q_SIGNALS:
    void monitoredChanged();

private:
    /// What a row's place depends on.
    struct Key
    {
        bool matches = false;
        bool isMonitored = false;
        bool isEmpty = false; ///< stands last, whichever way is sorted
        qint64 number = 0;
        QString text = {};

        bool operator==(const Key &) const = default;
    };

    void rebuild();
    void rank();
    void onRowChanged(int index);
    void onRecordingChanged(int index);
    void onAllChanged();
    void flush();
    void tell(int index);
    void misplace(int index);
    void orderSoon();
    void order();
    void orderAll();
    std::vector<int> allOrdered();
    std::vector<int> renewKeys();
    bool isBefore(int one, int other) const;
    void setMonitored(int count);
    bool matches(int index) const;
    Key keyOf(int index) const;
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
    std::vector<int> m_order;     ///< row -> index on the board
    std::vector<int> m_rows;      ///< index on the board -> row, -1 where it is not shown
    std::vector<int> m_agentRank; ///< index on the board -> its place by agent, as people sort names
    std::vector<int> m_dnRank;
    std::vector<Key> m_keys; ///< by index on the board; as they were when it was last ordered
    std::vector<bool> m_isMisplaced;
    std::vector<int> m_misplaced; ///< perhaps: what their place depends on may have changed
    bool m_isAllMisplaced = false;
    std::vector<bool> m_isDirty;
    std::vector<int> m_dirty;
    std::unique_ptr<core::Alarm> m_flushAlarm;
    std::unique_ptr<core::Alarm> m_orderAlarm;
    std::optional<core::Instant> m_flushedAt;
    std::optional<core::Instant> m_orderedAt;
    int m_sortColumn = AgentColumn;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
    QString m_text;
    BoardFilter m_filter = BoardFilter::All;
    int m_kept = -1; ///< on the board
    int m_monitored = 0;
};

} // namespace presentation
