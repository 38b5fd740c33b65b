#include "presentation/tables/waitingcallmodel.h"

#include "presentation/tables/rowroles.h"
#include "presentation/words/calltext.h"
#include "presentation/words/duration.h"
#include "presentation/words/floor/boardtext.h"
#include "presentation/words/plaintext.h"

using model::WaitingCall;
using model::WaitingCalls;

namespace presentation {

WaitingCallModel::WaitingCallModel(const WaitingCalls &waiting, core::Clock &clock, QObject *parent)
    : QAbstractTableModel(parent)
    , m_waiting(waiting)
    , m_clock(clock)
{
    connect(&waiting, &WaitingCalls::aboutToInsert, this, [this](int row) { beginInsertRows({}, row, row); });
    connect(&waiting, &WaitingCalls::inserted, this, &WaitingCallModel::endInsertRows);
    connect(&waiting, &WaitingCalls::aboutToRemove, this, [this](int row) { beginRemoveRows({}, row, row); });
    connect(&waiting, &WaitingCalls::removed, this, &WaitingCallModel::endRemoveRows);
    connect(&waiting, &WaitingCalls::changed, this,
            [this](int first, int last) { Q_EMIT dataChanged(index(first, 0), index(last, Columns - 1)); });
}

int WaitingCallModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_waiting.rows().size());
}

int WaitingCallModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : Columns;
}

const WaitingCall *WaitingCallModel::callAt(int row) const
{
    return row >= 0 && row < rowCount() ? &m_waiting.rows().at(row) : nullptr;
}

QString WaitingCallModel::textOf(const WaitingCall &call, int column) const
{
    switch (Column(column)) {
    case CallerColumn: return partyText(call.caller, call.type);
    case RoutingPointColumn: return plainText(call.routingPoint.toString(), 40);
    case WaitingColumn: return clockText(m_clock.now() - call.since, call.sinceSeen);
    case NoteColumn:
        if (!call.certain)
            return tr("Not certain");
        return call.isBeingRouted ? tr("Routing…") : QString();
    }
    Q_UNREACHABLE();
}

QVariant WaitingCallModel::data(const QModelIndex &index, int role) const
{
    const WaitingCall *const call = callAt(index.row());
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

} // namespace presentation

#include "moc_waitingcallmodel.cpp"
