#pragma once

#include "core/clock.h"
#include "model/routing/routedesk.h"

#include <QAbstractTableModel>

namespace presentation {

/// The calls that wait to be routed as a table, in the order in which they came.
class WaitingCallModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { CallerColumn, RoutingPointColumn, WaitingColumn, NoteColumn };
    static constexpr int Columns = NoteColumn + 1;

    WaitingCallModel(const model::RouteDesk &desk, core::Clock &clock, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    /// Null for a row that is not there.
    model::CallId idAt(int row) const;

private:
    void follow();
    QString textOf(const model::WaitingCall &call, int column) const;

    const model::RouteDesk &m_desk;
    core::Clock &m_clock;
    QList<model::CallId> m_shown; ///< what was told of: the desk may have gone on
};

} // namespace presentation
