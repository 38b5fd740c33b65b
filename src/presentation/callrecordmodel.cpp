#include "presentation/callrecordmodel.h"

#include "presentation/duration.h"
#include "presentation/plaintext.h"
#include "presentation/statetext.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;
using model::CallNumber;
using model::RecordingState;

namespace presentation {

namespace {

QString partiesOf(const model::CallRecord &record)
{
    QStringList parties;
    for (const model::Dn &party : record.parties)
        parties.append(plainText(party.toString(), 40));
    return parties.join(u", "_s);
}

QString filesOf(const model::CallRecord &record)
{
    QStringList files;
    for (const QString &file : record.files)
        files.append(plainText(file));
    return files.join(u", "_s);
}

bool isTime(int column)
{
    return column == CallRecordModel::Recorded || column == CallRecordModel::Paused;
}

} // namespace

CallRecordModel::CallRecordModel(const model::CallHistory &history, core::Clock &clock, QObject *parent)
    : QAbstractTableModel(parent)
    , m_history(history)
    , m_clock(clock)
{
    const QList<CallNumber> numbers = history.numbers();
    m_numbers.assign(numbers.begin(), numbers.end());
    connect(&history, &model::CallHistory::begun, this, &CallRecordModel::append);
    connect(&history, &model::CallHistory::changed, this, &CallRecordModel::touch);
    connect(&history, &model::CallHistory::ended, this, &CallRecordModel::touch);
    connect(&history, &model::CallHistory::dropped, this, &CallRecordModel::remove);
}

const model::CallRecord *CallRecordModel::recordAt(int row) const
{
    return row >= 0 && row < rowCount() ? m_history.find(m_numbers[size_t(row)]) : nullptr;
}

void CallRecordModel::refreshTimes()
{
    if (!m_numbers.empty())
        Q_EMIT dataChanged(index(0, Recorded), index(rowCount() - 1, Timeline));
}

int CallRecordModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_numbers.size());
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
    if (role == Qt::TextAlignmentRole && isTime(index.column()))
        return int(Qt::AlignRight | Qt::AlignVCenter);
    const bool isText = role == Qt::DisplayRole || role == Qt::AccessibleTextRole ||
                        (role == Qt::ToolTipRole && index.column() != Timeline);
    return isText ? QVariant(textOf(*record, index.column())) : QVariant();
}

QVariant CallRecordModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((isTime(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Began: return tr("Began");
    case Call: return tr("Call");
    case Parties: return tr("Parties");
    case Recorded: return tr("Recorded");
    case Paused: return tr("Paused");
    case Timeline: return tr("How the recording went");
    case Files: return tr("Files");
    case Columns: break;
    }
    return {};
}

QString CallRecordModel::textOf(const model::CallRecord &record, int column) const
{
    const core::Instant now = m_clock.now();
    switch (Column(column)) {
    case Began:
        return QLocale().toString(m_clock.wallTime().addMSecs((record.begun - now).count()).time(),
                                  u"HH:mm:ss"_s);
    case Call: return record.id.toString();
    case Parties: return partiesOf(record);
    case Recorded: return clockText(record.timeIn(RecordingState::On, now));
    case Paused: return clockText(record.timeIn(RecordingState::Paused, now));
    case Files: return filesOf(record);
    case Timeline:
    case Columns: break;
    }
    return {};
}

void CallRecordModel::append(CallNumber number)
{
    beginInsertRows({}, rowCount(), rowCount());
    m_numbers.push_back(number);
    endInsertRows();
}

void CallRecordModel::touch(CallNumber number)
{
    if (const int row = rowOf(number); row >= 0)
        Q_EMIT dataChanged(index(row, 0), index(row, Columns - 1));
}

void CallRecordModel::remove(CallNumber number)
{
    const int row = rowOf(number);
    if (row < 0)
        return;
    beginRemoveRows({}, row, row);
    m_numbers.erase(m_numbers.begin() + row);
    endRemoveRows();
}

int CallRecordModel::rowOf(CallNumber number) const
{
    const auto found = std::lower_bound(m_numbers.begin(), m_numbers.end(), number);
    return found == m_numbers.end() || *found != number ? -1 : int(found - m_numbers.begin());
}

} // namespace presentation

#include "moc_callrecordmodel.cpp"
