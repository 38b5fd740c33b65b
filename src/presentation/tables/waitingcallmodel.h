#pragma once

#include "core/clock.h"
#include "model/routing/waitingcalls.h"

#include <QAbstractTableModel>

namespace presentation {

/// The calls that wait to be routed as a table, row for row.
class WaitingCallModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { CallerColumn, RoutingPointColumn, WaitingColumn, NoteColumn };
    static constexpr int Columns = NoteColumn + 1;

    WaitingCallModel(const model::WaitingCalls &waiting, core::Clock &clock, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    /// nullptr for a row that is not there.
    const model::WaitingCall *callAt(int row) const;

private:
    QString textOf(const model::WaitingCall &call, int column) const;

    const model::WaitingCalls &m_waiting;
    core::Clock &m_clock;
};

} // namespace presentation
