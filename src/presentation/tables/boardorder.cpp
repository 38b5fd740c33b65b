#include "presentation/tables/boardorder.h"

#include "presentation/words/plaintext.h"

#include <QCollator>

#include <algorithm>
#include <numeric>

using model::MonitorState;

namespace presentation {

namespace {

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

BoardOrder::BoardOrder(const model::Desk &desk)
    : m_desk(desk)
{
    reset();
}

void BoardOrder::reset()
{
    const model::SupervisorBoard &board = m_desk.board;
    m_agentRank = ranksBy(board.size(), [&](int i) { return board.row(i).agentName; });
    m_dnRank = ranksBy(board.size(), [&](int i) { return board.row(i).dn.toString(); });
    m_keys.assign(size_t(board.size()), {});
    m_isMisplaced.assign(size_t(board.size()), false);
    m_misplaced.clear();
    m_kept = -1;
}

void BoardOrder::sortBy(Column column, Qt::SortOrder order)
{
    m_column = column;
    m_direction = order;
}

bool BoardOrder::setText(const QString &text)
{
    const QString wanted = text.trimmed();
    if (wanted == m_text)
        return false;
    m_text = wanted;
    m_kept = -1;
    return true;
}

bool BoardOrder::setFilter(BoardFilter filter)
{
    if (filter == m_filter)
        return false;
    m_filter = filter;
    m_kept = -1;
    return true;
}

bool BoardOrder::keep(int index)
{
    const int before = std::exchange(m_kept, index);
    if (before < 0 || before == m_kept || m_isMisplaced[size_t(before)])
        return false;
    misplace(before);
    return true;
}

void BoardOrder::misplace(int index)
{
    if (m_isMisplaced[size_t(index)])
        return;
    m_isMisplaced[size_t(index)] = true;
    m_misplaced.push_back(index);
}

std::vector<int> BoardOrder::all()
{
    m_isAllMisplaced = false;
    m_monitored = 0;
    std::vector<int> all;
    for (int i = 0; i < m_desk.board.size(); ++i) {
        m_keys[size_t(i)] = keyOf(i);
        m_monitored += m_keys[size_t(i)].isMonitored ? 1 : 0;
        if (m_keys[size_t(i)].matches)
            all.push_back(i);
    }
    std::sort(all.begin(), all.end(), [this](int one, int other) { return isBefore(one, other); });
    for (const int index : std::exchange(m_misplaced, {}))
        m_isMisplaced[size_t(index)] = false;
    return all;
}

/// Those whose keys have changed are taken out, sorted, and merged in again.
std::vector<int> BoardOrder::next(const std::vector<int> &last)
{
    if (m_isAllMisplaced)
        return all();
    const std::vector<int> moved = renewKeys();
    if (moved.empty())
        return last;
    std::vector<bool> isLeaving(m_keys.size(), false);
    for (const int index : moved)
        isLeaving[size_t(index)] = true;
    std::vector<int> next;
    next.reserve(last.size() + moved.size());
    std::copy_if(last.begin(), last.end(), std::back_inserter(next),
                 [&](int index) { return !isLeaving[size_t(index)]; });
    const auto staying = qsizetype(next.size());
    std::copy_if(moved.begin(), moved.end(), std::back_inserter(next),
                 [this](int index) { return m_keys[size_t(index)].matches; });
    const auto isBefore = [this](int one, int other) { return this->isBefore(one, other); };
    std::sort(next.begin() + staying, next.end(), isBefore);
    std::inplace_merge(next.begin(), next.begin() + staying, next.end(), isBefore);
    return next;
}

/// Those of the misplaced rows whose keys have really changed.
std::vector<int> BoardOrder::renewKeys()
{
    std::vector<int> changed;
    for (const int index : std::exchange(m_misplaced, {})) {
        m_isMisplaced[size_t(index)] = false;
        Key &key = m_keys[size_t(index)];
        Key renewed = keyOf(index);
        if (renewed == key)
            continue;
        m_monitored += int(renewed.isMonitored) - int(key.isMonitored);
        key = std::move(renewed);
        changed.push_back(index);
    }
    return changed;
}

bool BoardOrder::isBefore(int one, int other) const
{
    const Key &a = m_keys[size_t(one)];
    const Key &b = m_keys[size_t(other)];
    if (a.isEmpty != b.isEmpty)
        return b.isEmpty;
    const int difference = a.number != b.number ? (a.number < b.number ? -1 : 1) : a.text.compare(b.text);
    return difference == 0 ? one < other : (difference < 0) == (m_direction == Qt::AscendingOrder);
}

bool BoardOrder::matches(int index) const
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

BoardOrder::Key BoardOrder::keyOf(int index) const
{
    Key key{.matches = matches(index),
            .isMonitored = m_desk.board.monitorStateOf(index) == MonitorState::Monitored};
    if (!key.matches)
        return key;
    const model::Call *call = m_desk.board.callOf(index);
    switch (m_column) {
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
        key.text = boardStateText(m_desk, index);
        key.isEmpty = key.text.isEmpty();
        break;
    case FileColumn:
        key.text = boardFileText(call);
        key.isEmpty = key.text.isEmpty();
        break;
    }
    return key;
}

} // namespace presentation
