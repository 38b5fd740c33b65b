#include "presentation/tables/callrecordmodel.h"

#include "presentation/look/recordinglook.h"
#include "presentation/tables/rowroles.h"
#include "presentation/words/duration.h"
#include "presentation/words/plaintext.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;
using model::CallNumber;
using model::RecordingState;

namespace presentation {

namespace {

const QString Nothing = u"–"_s;

QVariant lightOf(const model::CallRecord &record)
{
    return record.ended ? QVariant()
                        : QVariant::fromValue(recordingLight(record.recording, record.isCertain()));
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
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole: return textOf(*record, column);
    case Qt::AccessibleTextRole:
        return column == Timeline
                   ? tr("Recorded %1, paused %2")
                         .arg(timeIn(*record, RecordingState::On), timeIn(*record, RecordingState::Paused))
                   : textOf(*record, column);
    case Qt::ToolTipRole:
        if (column == Timeline)
            return {};
        if (column == Began && !record->beginSeen)
            return tr("The call was there already when it was first seen, at %1.")
                .arg(textOf(*record, column).mid(2));
        if ((column == Recorded || column == Paused) && !whyAtLeast(*record).isEmpty())
            return whyAtLeast(*record);
        return plainToolTip(column == Files ? filesOf(*record, u"\n"_s) : textOf(*record, column));
    case LightRole: return column == State ? lightOf(*record) : QVariant();
    case QuietRole: return column == State || column == Files || textOf(*record, column) == Nothing;
    default: return {};
    }
}

QVariant CallRecordModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Began: return tr("Began");
    case Parties: return tr("Parties");
    case State: return tr("State");
    case Recorded: return tr("Recorded");
    case Paused: return tr("Paused");
    case Timeline: return tr("Timeline");
    case Files: return tr("Files");
    case Call: return tr("Call");
    case Columns: break;
    }
    return {};
}

QString CallRecordModel::partiesOf(const model::CallRecord &record)
{
    QStringList parties;
    for (const model::Dn &party : record.parties)
        parties.append(plainText(party.toString(), 40));
    return parties.join(u", "_s);
}

QString CallRecordModel::filesOf(const model::CallRecord &record, const QString &separator)
{
    QStringList files;
    for (const QString &file : record.files)
        files.append(plainText(file));
    return files.join(separator);
}

QString CallRecordModel::textOf(const model::CallRecord &record, int column) const
{
    switch (Column(column)) {
    case Began: return beginOf(record);
    case Parties: return partiesOf(record);
    case State: return record.ended ? tr("Ended") : lightOf(record).value<RecordingLook>().word;
    case Recorded: return timeIn(record, RecordingState::On);
    case Paused: return timeIn(record, RecordingState::Paused);
    case Files:
        return record.files.size() > 1 ? tr("%Ln file(s)", nullptr, int(record.files.size()))
                                       : filesOf(record);
    case Call: return record.id.toString();
    case Timeline:
    case Columns: break;
    }
    return {};
}

/// Why a time of the call is the least that it can be; empty where it is whole.
QString CallRecordModel::whyAtLeast(const model::CallRecord &record) const
{
    const core::Duration time = record.timeNotKnown(m_clock.now());
    if (!record.areTimesKnown)
        return tr("The log does not say when the call's events were.");
    if (!record.beginSeen)
        return tr("The beginning of the call was not seen: it may have been longer.");
    if (!record.isWhole)
        return tr("The call was not seen as a whole: it may have been longer.");
    return time.count() > 0
               ? tr("For %1 of the call the recording's state is not known: it may have been longer.")
                     .arg(clockText(time))
               : QString();
}

QString CallRecordModel::beginOf(const model::CallRecord &record)
{
    const QString time = QLocale().toString(record.begunWall.time(), u"HH:mm:ss"_s);
    return record.beginSeen ? time : u"≤ "_s + time;
}

QString CallRecordModel::timeIn(const model::CallRecord &record, RecordingState state) const
{
    const core::Duration time = record.timeIn(state, m_clock.now());
    if (!record.areTimesKnown)
        return tr("Not known");
    // Else nobody can say how the rest of the call went.
    const bool isWhole = record.isWhole && record.timeNotKnown(m_clock.now()).count() == 0;
    return isWhole && time.count() == 0 ? Nothing : clockText(time, isWhole);
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
