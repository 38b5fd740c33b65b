#include "presentation/boardmodel.h"

#include "presentation/plaintext.h"
#include "presentation/statetext.h"

#include <QCollator>

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;
using model::MonitorState;

namespace presentation {

namespace {

/// So many rows may come or go one by one; more are told as a whole.
constexpr qsizetype MostSingleRows = 64;

/// Each index's place when they are sorted by what `textOf` gives, as people sort names and numbers.
template <class TextOf>
std::vector<int> ranksBy(int size, TextOf textOf)
{
    QCollator collator;
    collator.setNumericMode(true);
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    std::vector<QCollatorSortKey> keys;
    keys.reserve(size_t(size));
    for (int i = 0; i < size; ++i)
        keys.push_back(collator.sortKey(textOf(i)));
    std::vector<int> sorted(keys.size());
    std::iota(sorted.begin(), sorted.end(), 0);
    std::stable_sort(sorted.begin(), sorted.end(),
                     [&](int a, int b) { return keys[size_t(a)].compare(keys[size_t(b)]) < 0; });
    std::vector<int> ranks(keys.size());
    for (size_t place = 0; place < sorted.size(); ++place) {
        const bool isSame =
            place > 0 && keys[size_t(sorted[place])].compare(keys[size_t(sorted[place - 1])]) == 0;
        ranks[size_t(sorted[place])] = isSame ? ranks[size_t(sorted[place - 1])] : int(place);
    }
    return ranks;
}

/// Rings sooner when it has rung long ago.
void startAfterPause(core::Alarm &alarm, core::Duration pause, core::Instant last, core::Instant now)
{
    if (!alarm.isActive())
        alarm.start(std::max(core::Duration(0), last + pause - now));
}

/// What needs a look first when sorted by the recording.
int urgencyOf(BoardFilter state)
{
    switch (state) {
    case BoardFilter::NotCertain: return 0;
    case BoardFilter::Paused: return 1;
    case BoardFilter::NotRecording: return 2;
    case BoardFilter::Recorded: return 3;
    case BoardFilter::Recording: return 4;
    case BoardFilter::NoCall:
    case BoardFilter::All: return 5;
    }
    Q_UNREACHABLE();
}

} // namespace

BoardModel::BoardModel(model::Desk &desk, QObject *parent)
    : QAbstractTableModel(parent)
    , m_desk(desk)
    , m_flushAlarm(desk.clock.alarm([this] { flush(); }))
    , m_orderAlarm(desk.clock.alarm([this] { order(); }))
{
    using model::SupervisorBoard;
    connect(&desk.board, &SupervisorBoard::reset, this, &BoardModel::rebuild);
    connect(&desk.board, &SupervisorBoard::rowChanged, this, &BoardModel::onRowChanged);
    connect(&desk.board, &SupervisorBoard::recordingChanged, this, &BoardModel::onRecordingChanged);
    connect(&desk.board, &SupervisorBoard::allChanged, this, &BoardModel::onAllChanged);
    rebuild();
}

BoardModel::~BoardModel() = default;

int BoardModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_order.size());
}

int BoardModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : Columns;
}

int BoardModel::boardIndexAt(int row) const
{
    return row >= 0 && row < rowCount() ? m_order[size_t(row)] : -1;
}

model::Dn BoardModel::dnAt(int row) const
{
    const int index = boardIndexAt(row);
    return index < 0 ? model::Dn() : m_desk.board.row(index).dn;
}

int BoardModel::rowOf(const model::Dn &dn) const
{
    const int index = m_desk.board.indexOf(dn);
    return index < 0 || index >= int(m_rows.size()) ? -1 : m_rows[size_t(index)];
}

QString BoardModel::textOf(int index, int column) const
{
    const model::BoardRow &row = m_desk.board.row(index);
    const model::Call *call = m_desk.board.callOf(index);
    switch (Column(column)) {
    case AgentColumn: return plainText(row.agentName, 60);
    case DnColumn: return plainText(row.dn.toString(), 40);
    case StateColumn: return boardStateText(m_desk, index);
    case PartyColumn: return call ? boardPartyText(call, row.dn) : u"–"_s;
    case RecordingColumn: {
        const QVariant light = lightOfRow(index);
        return light.isValid() ? light.value<RecordingLook>().word : QString();
    }
    case SinceColumn: return boardTimeText(m_desk, call);
    case FileColumn: return call ? plainText(call->recording.fileText(), 200) : QString();
    }
    Q_UNREACHABLE();
}

QVariant BoardModel::lightOfRow(int index) const
{
    const model::Call *call = m_desk.board.callOf(index);
    if (!call || m_desk.board.monitorStateOf(index) == MonitorState::Refused)
        return {};
    RecordingLook look = recordingLight(call->recording, m_desk.calls.isCertain(*call));
    if (call->pendingRecording)
        look.pending = actionProgress(call->pendingRecording->action);
    return QVariant::fromValue(look);
}

/// The first cell speaks for its row; the light's says what its shape and tone do.
QString BoardModel::spokenText(int index, int column) const
{
    if (column == AgentColumn) {
        QStringList parts;
        for (const Column part : {AgentColumn, DnColumn, StateColumn, RecordingColumn})
            parts += textOf(index, part);
        parts.removeAll(QString());
        return parts.join(u", "_s);
    }
    const model::Call *call = m_desk.board.callOf(index);
    const QString text = textOf(index, column);
    return column == RecordingColumn && call && call->pendingRecording
               ? text + u", "_s + actionProgress(call->pendingRecording->action)
               : text;
}

QString BoardModel::toolTip(int index, int column) const
{
    const model::Call *call = m_desk.board.callOf(index);
    if (column != RecordingColumn || !call)
        return textOf(index, column);
    LookTime time{.now = m_desk.clock.now(), .wall = m_desk.clock.wallTime()};
    const bool certain = m_desk.calls.isCertain(*call);
    if (!certain)
        time.doubtedAt = boardSince(m_desk, call);
    return recordingLook(*call, certain, time).description;
}

QVariant BoardModel::data(const QModelIndex &index, int role) const
{
    const int at = boardIndexAt(index.row());
    if (at < 0 || index.column() < 0 || index.column() >= Columns)
        return {};
    switch (role) {
    case Qt::DisplayRole: return textOf(at, index.column());
    case Qt::ToolTipRole: return plainToolTip(toolTip(at, index.column()));
    case Qt::AccessibleTextRole: return spokenText(at, index.column());
    case Qt::AccessibleDescriptionRole: return toolTip(at, index.column());
    case LightRole: return index.column() == RecordingColumn ? lightOfRow(at) : QVariant();
    case QuietRole:
        return (index.column() == PartyColumn && !m_desk.board.callOf(at)) || index.column() == FileColumn ||
               (index.column() == StateColumn && m_desk.board.monitorStateOf(at) == MonitorState::Refused);
    default: return {};
    }
}

void BoardModel::multiData(const QModelIndex &index, QModelRoleDataSpan roles) const
{
    for (QModelRoleData &one : roles)
        one.setData(data(index, one.role()));
}

QVariant BoardModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= Columns)
        return role == Qt::TextAlignmentRole ? QVariant(Qt::AlignLeading | Qt::AlignVCenter) : QVariant();
    switch (Column(section)) {
    case AgentColumn: return tr("Agent");
    case DnColumn: return tr("DN");
    case StateColumn: return tr("State");
    case PartyColumn: return tr("Party");
    case RecordingColumn: return tr("Recording");
    case SinceColumn: return tr("Since", "how long in this state");
    case FileColumn: return tr("File");
    }
    Q_UNREACHABLE();
}

void BoardModel::rebuild()
{
    beginResetModel();
    const size_t size = size_t(m_desk.board.size());
    rank();
    m_isDirty.assign(size, false);
    m_dirty.clear();
    m_rows.assign(size, -1);
    m_order.clear();
    m_kept = -1;
    m_keys.assign(size, {});
    m_isMisplaced.assign(size, false);
    m_misplaced.clear();
    show(allOrdered());
    endResetModel();
}

void BoardModel::rank()
{
    const model::SupervisorBoard &board = m_desk.board;
    m_agentRank = ranksBy(board.size(), [&](int i) { return board.row(i).agentName; });
    m_dnRank = ranksBy(board.size(), [&](int i) { return board.row(i).dn.toString(); });
}

void BoardModel::onRowChanged(int index)
{
    if (!m_isDirty[size_t(index)]) {
        m_isDirty[size_t(index)] = true;
        m_dirty.push_back(index);
    }
    const core::Instant now = m_desk.clock.now();
    if (!m_flushedAt || now - *m_flushedAt >= Frame)
        flush();
    else
        startAfterPause(*m_flushAlarm, Frame, *m_flushedAt, now);
    misplace(index);
}

void BoardModel::onRecordingChanged(int index)
{
    tell(index);
    misplace(index);
}

void BoardModel::onAllChanged()
{
    if (!m_order.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, Columns - 1));
    m_isAllMisplaced = true;
    orderSoon();
}

void BoardModel::flush()
{
    m_flushedAt = m_desk.clock.now();
    m_flushAlarm->stop();
    for (const int index : std::exchange(m_dirty, {})) {
        m_isDirty[size_t(index)] = false;
        tell(index);
    }
}

void BoardModel::tell(int at)
{
    if (const int row = m_rows[size_t(at)]; row >= 0)
        Q_EMIT dataChanged(index(row, 0), index(row, Columns - 1));
}

void BoardModel::misplace(int index)
{
    if (!m_isMisplaced[size_t(index)]) {
        m_isMisplaced[size_t(index)] = true;
        m_misplaced.push_back(index);
    }
    orderSoon();
}

void BoardModel::orderSoon()
{
    const core::Instant now = m_desk.clock.now();
    if (!m_orderedAt || now - *m_orderedAt >= OrderEvery)
        order();
    else
        startAfterPause(*m_orderAlarm, OrderEvery, *m_orderedAt, now);
}

/// Only those move whose key has changed: they are taken out, sorted, and merged in again.
void BoardModel::order()
{
    m_orderedAt = m_desk.clock.now();
    m_orderAlarm->stop();
    if (m_isAllMisplaced)
        return orderAll();
    std::vector<int> moved = renewKeys();
    if (moved.empty())
        return;
    std::vector<bool> isLeaving(m_rows.size(), false);
    for (const int index : moved)
        isLeaving[size_t(index)] = true;
    std::vector<int> next;
    next.reserve(m_order.size() + moved.size());
    std::copy_if(m_order.begin(), m_order.end(), std::back_inserter(next),
                 [&](int index) { return !isLeaving[size_t(index)]; });
    const auto staying = qsizetype(next.size());
    std::copy_if(moved.begin(), moved.end(), std::back_inserter(next),
                 [this](int index) { return m_keys[size_t(index)].matches; });
    const auto isBefore = [this](int one, int other) { return this->isBefore(one, other); };
    std::sort(next.begin() + staying, next.end(), isBefore);
    std::inplace_merge(next.begin(), next.begin() + staying, next.end(), isBefore);
    take(next);
}

void BoardModel::orderAll()
{
    take(allOrdered());
}

std::vector<int> BoardModel::allOrdered()
{
    m_isAllMisplaced = false;
    int monitored = 0;
    std::vector<int> all;
    for (int i = 0; i < m_desk.board.size(); ++i) {
        m_keys[size_t(i)] = keyOf(i);
        monitored += m_keys[size_t(i)].isMonitored ? 1 : 0;
        if (m_keys[size_t(i)].matches)
            all.push_back(i);
    }
    std::sort(all.begin(), all.end(), [this](int one, int other) { return isBefore(one, other); });
    for (const int index : std::exchange(m_misplaced, {}))
        m_isMisplaced[size_t(index)] = false;
    setMonitored(monitored);
    return all;
}

/// Those of the misplaced rows whose keys have really changed.
std::vector<int> BoardModel::renewKeys()
{
    std::vector<int> changed;
    int monitored = m_monitored;
    for (const int index : std::exchange(m_misplaced, {})) {
        m_isMisplaced[size_t(index)] = false;
        Key &key = m_keys[size_t(index)];
        Key renewed = keyOf(index);
        if (renewed == key)
            continue;
        monitored += int(renewed.isMonitored) - int(key.isMonitored);
        key = std::move(renewed);
        changed.push_back(index);
    }
    setMonitored(monitored);
    return changed;
}

void BoardModel::setMonitored(int count)
{
    if (std::exchange(m_monitored, count) != count)
        Q_EMIT monitoredChanged();
}

bool BoardModel::isBefore(int one, int other) const
{
    const Key &a = m_keys[size_t(one)];
    const Key &b = m_keys[size_t(other)];
    if (a.isEmpty != b.isEmpty)
        return b.isEmpty;
    const int difference = a.number != b.number ? (a.number < b.number ? -1 : 1) : a.text.compare(b.text);
    return difference == 0 ? one < other : (difference < 0) == (m_sortOrder == Qt::AscendingOrder);
}

void BoardModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= Columns)
        return;
    m_sortColumn = column;
    m_sortOrder = order;
    orderAll();
}

void BoardModel::setText(const QString &text)
{
    const QString wanted = text.trimmed();
    if (wanted == m_text)
        return;
    m_text = wanted;
    m_kept = -1;
    orderAll();
}

void BoardModel::setFilter(BoardFilter filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    m_kept = -1;
    orderAll();
}

void BoardModel::keep(const model::Dn &dn)
{
    const int before = std::exchange(m_kept, dn.isEmpty() ? -1 : m_desk.board.indexOf(dn));
    if (before < 0 || before == m_kept || m_isMisplaced[size_t(before)])
        return;
    // Not at once: whoever moves the selection is still at it.
    m_isMisplaced[size_t(before)] = true;
    m_misplaced.push_back(before);
    if (!m_orderAlarm->isActive())
        m_orderAlarm->start(OrderEvery);
}

bool BoardModel::matches(int index) const
{
    if (index == m_kept)
        return true;
    const model::Call *call = m_desk.board.callOf(index);
    if (m_filter != BoardFilter::All &&
        m_filter != boardFilterOf(call, call && m_desk.calls.isCertain(*call)))
        return false;
    if (m_text.isEmpty())
        return true;
    const model::BoardRow &row = m_desk.board.row(index);
    return row.agentName.contains(m_text, Qt::CaseInsensitive) ||
           row.dn.toString().contains(m_text, Qt::CaseInsensitive) ||
           boardPartyText(call, row.dn).contains(m_text, Qt::CaseInsensitive);
}

BoardModel::Key BoardModel::keyOf(int index) const
{
    Key key{.matches = matches(index),
            .isMonitored = m_desk.board.monitorStateOf(index) == MonitorState::Monitored};
    if (!key.matches)
        return key;
    const model::Call *call = m_desk.board.callOf(index);
    switch (Column(m_sortColumn)) {
    case AgentColumn:
        key.number = m_agentRank[size_t(index)];
        key.isEmpty = m_desk.board.row(index).agentName.isEmpty();
        break;
    case DnColumn: key.number = m_dnRank[size_t(index)]; break;
    case RecordingColumn: {
        const BoardFilter state = boardFilterOf(call, call && m_desk.calls.isCertain(*call));
        key.number = urgencyOf(state);
        key.isEmpty = state == BoardFilter::NoCall;
        break;
    }
    case SinceColumn: {
        const auto since = boardSince(m_desk, call);
        key.isEmpty = !since;
        key.number = since ? -since->time_since_epoch().count() : 0; // the shortest time began last
        break;
    }
    case PartyColumn:
        key.text = boardPartyText(call, m_desk.board.row(index).dn);
        key.isEmpty = !call;
        break;
    case StateColumn:
    case FileColumn:
        key.text = textOf(index, m_sortColumn);
        key.isEmpty = key.text.isEmpty();
        break;
    }
    return key;
}

/// From the order that is shown to this one, so that selection and scrolling stay with their rows.
void BoardModel::take(const std::vector<int> &order)
{
    if (order == m_order)
        return;
    std::vector<bool> isWanted(m_rows.size(), false);
    qsizetype coming = 0;
    for (const int index : order) {
        isWanted[size_t(index)] = true;
        coming += m_rows[size_t(index)] < 0 ? 1 : 0;
    }
    const qsizetype going =
        std::count_if(m_order.begin(), m_order.end(), [&](int i) { return !isWanted[size_t(i)]; });
    if (coming + going > MostSingleRows) {
        beginResetModel();
        show(order);
        endResetModel();
        return;
    }
    if (going > 0)
        removeGone(order);
    if (m_order.size() == order.size() && m_order != order)
        return move(order);
    std::vector<int> known;
    std::copy_if(order.begin(), order.end(), std::back_inserter(known),
                 [this](int i) { return m_rows[size_t(i)] >= 0; });
    if (known != m_order)
        move(std::move(known));
    if (coming > 0)
        insertNew(order);
}

void BoardModel::removeGone(const std::vector<int> &order)
{
    std::vector<bool> isWanted(m_rows.size(), false);
    for (const int index : order)
        isWanted[size_t(index)] = true;
    for (int row = rowCount() - 1; row >= 0; --row) {
        if (isWanted[size_t(m_order[size_t(row)])])
            continue;
        beginRemoveRows({}, row, row);
        std::vector<int> rest = m_order;
        rest.erase(rest.begin() + row);
        show(std::move(rest));
        endRemoveRows();
    }
}

void BoardModel::move(std::vector<int> order)
{
    Q_EMIT layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    QList<int> indexes;
    for (const QModelIndex &one : before)
        indexes += m_order[size_t(one.row())];
    show(std::move(order));
    QModelIndexList after;
    for (qsizetype i = 0; i < before.size(); ++i)
        after += index(m_rows[size_t(indexes.at(i))], before.at(i).column());
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

void BoardModel::insertNew(const std::vector<int> &order)
{
    for (size_t row = 0; row < order.size(); ++row) {
        if (m_rows[size_t(order[row])] >= 0)
            continue;
        beginInsertRows({}, int(row), int(row));
        std::vector<int> more = m_order;
        more.insert(more.begin() + qsizetype(row), order[row]);
        show(std::move(more));
        endInsertRows();
    }
}

void BoardModel::show(std::vector<int> order)
{
    m_order = std::move(order);
    std::fill(m_rows.begin(), m_rows.end(), -1);
    for (size_t row = 0; row < m_order.size(); ++row)
        m_rows[size_t(m_order[row])] = int(row);
}

} // namespace presentation

#include "moc_boardmodel.cpp"
