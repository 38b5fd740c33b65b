#include "presentation/tables/boardmodel.h"

#include "presentation/tables/rowroles.h"
#include "presentation/words/plaintext.h"

#include <algorithm>

namespace presentation {

namespace {

/// So many rows may come or go one by one; more are told as a whole.
constexpr qsizetype MostSingleRows = 64;

} // namespace

BoardModel::BoardModel(model::Desk &desk, QObject *parent)
    : QAbstractTableModel(parent)
    , m_desk(desk)
    , m_cells(desk)
    , m_order(desk)
    , m_frame(desk.clock, [this] { flush(); })
    , m_ordering(
          desk.clock, [this] { order(); }, OrderEvery)
{
    using model::SupervisorBoard;
    connect(&desk.board, &SupervisorBoard::reset, this, &BoardModel::rebuild);
    connect(&desk.board, &SupervisorBoard::rowChanged, this, &BoardModel::onRowChanged);
    connect(&desk.board, &SupervisorBoard::recordingChanged, this, &BoardModel::onRecordingChanged);
    connect(&desk.board, &SupervisorBoard::allChanged, this, &BoardModel::onAllChanged);
    showAll();
}

int BoardModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

int BoardModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : Columns;
}

int BoardModel::boardIndexAt(int row) const
{
    return row >= 0 && row < rowCount() ? m_shown[size_t(row)] : -1;
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

QVariant BoardModel::data(const QModelIndex &index, int role) const
{
    const int at = boardIndexAt(index.row());
    if (at < 0 || index.column() < 0 || index.column() >= Columns)
        return {};
    const auto column = Column(index.column());
    switch (role) {
    case Qt::DisplayRole: return m_cells.text(at, column);
    case Qt::ToolTipRole: return plainToolTip(m_cells.description(at, column));
    case Qt::AccessibleTextRole: return m_cells.spoken(at, column);
    case Qt::AccessibleDescriptionRole: return m_cells.description(at, column);
    case LightRole: {
        const auto light = column == RecordingColumn ? m_cells.light(at) : std::nullopt;
        return light ? QVariant::fromValue(*light) : QVariant();
    }
    case QuietRole: return m_cells.isQuiet(at, column);
    default: return {};
    }
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
    const int before = monitored();
    beginResetModel();
    m_order.reset();
    showAll();
    endResetModel();
    tellMonitored(before);
}

void BoardModel::showAll()
{
    const size_t size = size_t(m_desk.board.size());
    m_isDirty.assign(size, false);
    m_dirty.clear();
    m_rows.assign(size, -1);
    show(m_order.all());
}

void BoardModel::onRowChanged(int index)
{
    if (!m_isDirty[size_t(index)]) {
        m_isDirty[size_t(index)] = true;
        m_dirty.push_back(index);
    }
    m_frame.flushSoon();
    m_order.misplace(index);
    m_ordering.flushSoon();
}

void BoardModel::onRecordingChanged(int index)
{
    tell(index);
    m_order.misplace(index);
    m_ordering.flushSoon();
}

void BoardModel::onAllChanged()
{
    if (!m_shown.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, Columns - 1));
    m_order.misplaceAll();
    m_ordering.flushSoon();
}

void BoardModel::flush()
{
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

void BoardModel::order()
{
    const int before = monitored();
    const std::vector<int> order = m_order.next(m_shown);
    tellMonitored(before);
    take(order);
}

void BoardModel::orderAll()
{
    const int before = monitored();
    const std::vector<int> order = m_order.all();
    tellMonitored(before);
    take(order);
}

void BoardModel::tellMonitored(int before)
{
    if (monitored() != before)
        Q_EMIT monitoredChanged();
}

void BoardModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= Columns)
        return;
    m_order.sortBy(Column(column), order);
    orderAll();
}

void BoardModel::setText(const QString &text)
{
    if (m_order.setText(text))
        orderAll();
}

void BoardModel::setFilter(BoardFilter filter)
{
    if (m_order.setFilter(filter))
        orderAll();
}

void BoardModel::keep(const model::Dn &dn)
{
    // Not at once: whoever moves the selection is still at it.
    if (m_order.keep(dn.isEmpty() ? -1 : m_desk.board.indexOf(dn)))
        m_ordering.flushAtEnd();
}

/// From the order that is shown to this one, so that selection and scrolling stay with their rows.
void BoardModel::take(const std::vector<int> &order)
{
    if (order == m_shown)
        return;
    std::vector<bool> isWanted(m_rows.size(), false);
    qsizetype coming = 0;
    for (const int index : order) {
        isWanted[size_t(index)] = true;
        coming += m_rows[size_t(index)] < 0 ? 1 : 0;
    }
    const qsizetype going =
        std::count_if(m_shown.begin(), m_shown.end(), [&](int i) { return !isWanted[size_t(i)]; });
    if (coming + going > MostSingleRows) {
        beginResetModel();
        show(order);
        endResetModel();
        return;
    }
    if (going > 0)
        removeGone(order);
    if (m_shown.size() == order.size() && m_shown != order)
        return move(order);
    std::vector<int> known;
    std::copy_if(order.begin(), order.end(), std::back_inserter(known),
                 [this](int i) { return m_rows[size_t(i)] >= 0; });
    if (known != m_shown)
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
        if (isWanted[size_t(m_shown[size_t(row)])])
            continue;
        beginRemoveRows({}, row, row);
        std::vector<int> rest = m_shown;
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
        indexes += m_shown[size_t(one.row())];
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
        std::vector<int> more = m_shown;
        more.insert(more.begin() + qsizetype(row), order[row]);
        show(std::move(more));
        endInsertRows();
    }
}

void BoardModel::show(std::vector<int> order)
{
    m_shown = std::move(order);
    std::fill(m_rows.begin(), m_rows.end(), -1);
    for (size_t row = 0; row < m_shown.size(); ++row)
        m_rows[size_t(m_shown[row])] = int(row);
}

} // namespace presentation

#include "moc_boardmodel.cpp"
