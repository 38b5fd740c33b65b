#include "presentation/tables/callrecordmodel.h"

#include "presentation/tables/callcells.h"
#include "presentation/tables/rowroles.h"

#include <algorithm>

using namespace std::chrono_literals;
using model::CallHistory;
using model::CallNumber;

namespace presentation {

CallRecordModel::CallRecordModel(core::Clock &pace, QObject *parent)
    : QAbstractTableModel(parent)
    , m_pace(pace)
    , m_soon(pace.alarm([this] { change(); }))
{
}

void CallRecordModel::show(const CallHistory &history, core::Clock &time)
{
    if (m_history)
        m_history->disconnect(this);
    m_history = &history;
    m_time = &time;
    connect(&history, &CallHistory::begun, this, [this] { changeSoon(true); });
    connect(&history, &CallHistory::dropped, this, [this] { changeSoon(true); });
    connect(&history, &CallHistory::changed, this, [this] { changeSoon(!m_order.isPlain()); });
    connect(&history, &CallHistory::ended, this, [this] { changeSoon(!m_order.isPlain()); });
    beginResetModel();
    m_calls = m_order.of(history, time.now());
    endResetModel();
}

const model::CallRecord *CallRecordModel::recordAt(int row) const
{
    return m_history && row >= 0 && row < rowCount() ? m_history->find(m_calls[size_t(row)]) : nullptr;
}

CallAccount CallRecordModel::accountAt(int row) const
{
    const auto *const record = recordAt(row);
    return record ? accountOf(*record, m_time->now()) : CallAccount();
}

int CallRecordModel::rowOf(CallNumber number) const
{
    const auto found = std::find(m_calls.begin(), m_calls.end(), number);
    return found == m_calls.end() ? -1 : int(found - m_calls.begin());
}

void CallRecordModel::setText(const QString &text)
{
    if (!m_order.setText(text))
        return;
    m_isOrderOld = true;
    change();
}

void CallRecordModel::sort(int column, Qt::SortOrder order)
{
    m_order.sortBy(Column(std::clamp(column, 0, Columns - 1)), order);
    m_isOrderOld = true;
    change();
}

void CallRecordModel::refreshTimes()
{
    if (!m_calls.empty())
        changeSoon(!m_order.isPlain());
}

void CallRecordModel::changeSoon(bool isOrderOld)
{
    m_isOrderOld |= isOrderOld;
    if (m_soon->isActive())
        return;
    const core::Duration rest = m_restsUntil - m_pace.now();
    if (rest.count() > 0)
        m_soon->start(rest);
    else
        change();
}

void CallRecordModel::change()
{
    constexpr core::Duration Rest = 100ms;
    constexpr int Share = 5; ///< so much of the time at most is spent here
    m_soon->stop();
    const core::Instant begin = m_pace.now();
    if (m_history && std::exchange(m_isOrderOld, false))
        put(m_order.of(*m_history, m_time->now()));
    if (!m_calls.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, Columns - 1));
    const core::Instant end = m_pace.now();
    m_restsUntil = end + std::max<core::Duration>(Rest, (end - begin) * (Share - 1));
}

void CallRecordModel::put(std::vector<CallNumber> calls)
{
    if (calls == m_calls)
        return;
    const bool onlyMore =
        calls.size() > m_calls.size() && std::equal(m_calls.begin(), m_calls.end(), calls.begin());
    if (onlyMore)
        beginInsertRows({}, rowCount(), int(calls.size()) - 1);
    else
        beginResetModel();
    m_calls = std::move(calls);
    if (onlyMore)
        endInsertRows();
    else
        endResetModel();
}

int CallRecordModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_calls.size());
}

int CallRecordModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(Columns);
}

QVariant CallRecordModel::data(const QModelIndex &index, int role) const
{
    const model::CallRecord *const record = recordAt(index.row());
    if (!record)
        return {};
    const CallCells cells(*record, m_time->now());
    const auto column = Column(index.column());
    switch (role) {
    case Qt::DisplayRole: return cells.text(column);
    case Qt::AccessibleTextRole: return cells.spokenText(column);
    case Qt::ToolTipRole: return cells.toolTip(column);
    case LightRole: return column == State ? cells.light() : QVariant();
    case QuietRole: return cells.isQuiet(column);
    default: return {};
    }
}

QVariant CallRecordModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return CallCells::title(Column(section));
}

QString CallRecordModel::partiesOf(const model::CallRecord &record)
{
    return CallCells::parties(record);
}

QString CallRecordModel::filesOf(const model::CallRecord &record, const QString &separator)
{
    return CallCells::files(record, separator);
}

} // namespace presentation

#include "moc_callrecordmodel.cpp"
