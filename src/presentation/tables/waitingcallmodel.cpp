#include "presentation/tables/waitingcallmodel.h"

#include "presentation/tables/rowroles.h"
#include "presentation/words/calltext.h"
#include "presentation/words/duration.h"
#include "presentation/words/plaintext.h"

#include <algorithm>

using model::WaitingCall;

namespace presentation {

WaitingCallModel::WaitingCallModel(const model::RouteDesk &desk, core::Clock &clock, QObject *parent)
    : QAbstractTableModel(parent)
    , m_desk(desk)
    , m_clock(clock)
{
    connect(&desk, &model::RouteDesk::changed, this, &WaitingCallModel::follow);
    follow();
}

int WaitingCallModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

int WaitingCallModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : Columns;
}

model::CallId WaitingCallModel::idAt(int row) const
{
    return m_shown.value(row);
}

QString WaitingCallModel::textOf(const WaitingCall &call, int column) const
{
    switch (Column(column)) {
    case CallerColumn: return partyText(call.caller, call.type);
    case RoutingPointColumn: return plainText(call.routingPoint.toString(), 40);
    case WaitingColumn: return clockText(m_clock.now() - call.since);
    case NoteColumn:
        if (!call.certain)
            return tr("Not certain");
        return call.isBeingRouted ? tr("Routing…") : QString();
    }
    Q_UNREACHABLE();
}

QVariant WaitingCallModel::data(const QModelIndex &index, int role) const
{
    const WaitingCall *call = m_desk.find(idAt(index.row()));
    if (!call || index.column() < 0 || index.column() >= Columns)
        return {};
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole: return textOf(*call, index.column());
    case Qt::ToolTipRole: return plainToolTip(textOf(*call, index.column()));
    case QuietRole: return false;
    case LightRole: // the same mark of doubt as everywhere
        return index.column() == NoteColumn && !call->certain
                   ? QVariant::fromValue(lightOf(BoardFilter::NotCertain))
                   : QVariant();
    default: return {};
    }
}

QVariant WaitingCallModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= Columns)
        return {};
    switch (Column(section)) {
    case CallerColumn: return tr("Caller");
    case RoutingPointColumn: return tr("Routing point");
    case WaitingColumn: return tr("Waiting");
    case NoteColumn: return {};
    }
    Q_UNREACHABLE();
}

void WaitingCallModel::follow()
{
    QList<model::CallId> waiting;
    for (const WaitingCall &call : m_desk.waiting())
        waiting += call.id;
    for (int row = rowCount() - 1; row >= 0; --row) {
        if (waiting.contains(m_shown.at(row)))
            continue;
        beginRemoveRows({}, row, row);
        m_shown.removeAt(row);
        endRemoveRows();
    }
    for (qsizetype row = 0; row < waiting.size(); ++row) {
        if (m_shown.contains(waiting.at(row)))
            continue;
        beginInsertRows({}, int(row), int(row));
        m_shown.insert(row, waiting.at(row));
        endInsertRows();
    }
    if (!m_shown.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, Columns - 1));
}

} // namespace presentation

#include "moc_waitingcallmodel.cpp"
