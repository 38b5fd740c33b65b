#include "presentation/tables/tracemodel.h"

#include "presentation/tables/rowroles.h"
#include "presentation/words/plaintext.h"
#include "presentation/words/tracetext.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using model::TraceEntry;

namespace presentation {

TraceModel::TraceModel(model::MessageTrace &trace, core::Clock &clock, QObject *parent)
    : QAbstractTableModel(parent)
    , m_trace(trace)
    , m_frame(clock, [this] { take(); })
{
    trace.beginLooking();
    connect(&trace, &model::MessageTrace::grown, this, [this] { m_frame.flushAtEnd(); });
    connect(&trace, &model::MessageTrace::cleared, this, [this] {
        m_next = m_trace.end();
        m_entries.clear();
        showAnew();
    });
    take();
}

TraceModel::~TraceModel()
{
    m_trace.endLooking();
}

void TraceModel::setFilter(const QString &words)
{
    m_words = words.simplified().split(u' ', Qt::SkipEmptyParts);
    showAnew();
}

void TraceModel::setPaused(bool isPaused)
{
    m_isPaused = isPaused;
    if (!isPaused)
        take();
}

void TraceModel::clear()
{
    m_trace.clear();
}

void TraceModel::take()
{
    if (m_isPaused)
        return;
    const qint64 end = m_trace.end();
    forgetOldest(end - model::MessageTrace::Capacity);
    std::deque<qint64> added;
    for (m_next = std::max(m_next, m_trace.first()); m_next < end; ++m_next) {
        m_entries.push_back(m_trace.at(m_next));
        if (isShown(m_entries.back()))
            added.push_back(m_next);
    }
    if (!added.empty()) {
        const int row = rowCount();
        beginInsertRows({}, row, row + int(added.size()) - 1);
        m_shown.insert(m_shown.end(), added.begin(), added.end());
        endInsertRows();
    }
    m_trace.awaitMore();
    Q_EMIT totalChanged();
}

void TraceModel::forgetOldest(qint64 firstKept)
{
    const auto kept = std::lower_bound(m_shown.begin(), m_shown.end(), firstKept);
    if (kept != m_shown.begin()) {
        beginRemoveRows({}, 0, int(kept - m_shown.begin()) - 1);
        m_shown.erase(m_shown.begin(), kept);
        endRemoveRows();
    }
    while (!m_entries.empty() && m_entries.front().number < firstKept)
        m_entries.pop_front();
}

void TraceModel::showAnew()
{
    beginResetModel();
    m_shown.clear();
    for (const TraceEntry &entry : m_entries) {
        if (isShown(entry))
            m_shown.push_back(entry.number);
    }
    endResetModel();
    Q_EMIT totalChanged();
}

bool TraceModel::isShown(const TraceEntry &entry) const
{
    if (m_words.isEmpty())
        return true;
    QStringList texts;
    for (const int column : {Message, Direction, Call, Numbers, Details})
        texts += textOf(entry, column);
    return std::all_of(m_words.begin(), m_words.end(), [&texts](const QString &word) {
        return std::any_of(texts.begin(), texts.end(),
                           [&word](const QString &text) { return text.contains(word, Qt::CaseInsensitive); });
    });
}

const TraceEntry *TraceModel::entryAt(int row) const
{
    if (row < 0 || row >= rowCount())
        return nullptr;
    return &m_entries[size_t(m_shown[size_t(row)] - m_entries.front().number)];
}

QString TraceModel::lineAt(int row) const
{
    const TraceEntry *entry = entryAt(row);
    return entry ? traceLine(*entry) : QString();
}

QString TraceModel::textOf(const TraceEntry &entry, int column) const
{
    switch (Column(column)) {
    case Time: return traceTime(entry.at);
    case Direction: return traceDirection(entry.kind);
    case Message: return traceMessage(entry);
    case Call: return traceCall(entry);
    case Numbers: return traceNumbers(entry);
    case Details: return traceDetails(entry);
    case Columns: break;
    }
    Q_UNREACHABLE();
}

int TraceModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

int TraceModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(Columns);
}

QVariant TraceModel::data(const QModelIndex &index, int role) const
{
    const TraceEntry *entry = entryAt(index.row());
    if (!entry || index.column() < 0 || index.column() >= Columns)
        return {};
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole: return textOf(*entry, index.column());
    case Qt::ToolTipRole: return plainToolTip(textOf(*entry, index.column()));
    case QuietRole: return entry->kind == TraceEntry::Kind::Link || index.column() == Direction;
    default: return {};
    }
}

QVariant TraceModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= Columns)
        return {};
    switch (Column(section)) {
    case Time: return tr("Time");
    case Direction: return tr("Direction");
    case Message: return tr("Message");
    case Call: return tr("Call");
    case Numbers: return tr("Numbers");
    case Details: return tr("Details");
    case Columns: break;
    }
    return {};
}

} // namespace presentation

#include "moc_tracemodel.cpp"
