#include "presentation/tables/callorder.h"

#include <algorithm>

namespace presentation {

namespace {

/// Those that go on first, by their light; then those that have ended.
qint64 rankOf(const model::CallRecord &record)
{
    constexpr int Uncertain = 1000;
    constexpr int Ended = 2000;
    return record.ended         ? Ended
           : record.isCertain() ? int(record.recording.state)
                                : Uncertain + int(record.recording.state);
}

} // namespace

void CallOrder::sortBy(Column column, Qt::SortOrder direction)
{
    m_column = column;
    m_direction = direction;
}

bool CallOrder::setText(const QString &text)
{
    const QString wanted = text.trimmed();
    if (wanted == m_text)
        return false;
    m_text = wanted;
    return true;
}

std::vector<model::CallNumber> CallOrder::of(const model::CallHistory &history, core::Instant now) const
{
    std::vector<Key> keys;
    for (const model::CallNumber number : history.numbers()) {
        const model::CallRecord &record = *history.find(number);
        if (matches(record))
            keys.push_back(keyOf(record, now));
    }
    if (!isPlain()) {
        std::stable_sort(keys.begin(), keys.end(), [this](const Key &a, const Key &b) {
            if (a.isKnown != b.isKnown)
                return a.isKnown;
            const Key &first = m_direction == Qt::AscendingOrder ? a : b;
            const Key &second = m_direction == Qt::AscendingOrder ? b : a;
            return first.number != second.number ? first.number < second.number
                                                 : first.text.compare(second.text, Qt::CaseInsensitive) < 0;
        });
    }
    std::vector<model::CallNumber> calls(keys.size());
    std::transform(keys.begin(), keys.end(), calls.begin(), [](const Key &key) { return key.call; });
    return calls;
}

bool CallOrder::matches(const model::CallRecord &record) const
{
    const auto holds = [this](const QString &text) { return text.contains(m_text, Qt::CaseInsensitive); };
    return m_text.isEmpty() || holds(record.id.toString()) ||
           std::any_of(record.files.begin(), record.files.end(), holds) ||
           std::any_of(record.parties.begin(), record.parties.end(),
                       [&holds](const model::Dn &party) { return holds(party.toString()); });
}

CallOrder::Key CallOrder::keyOf(const model::CallRecord &record, core::Instant now) const
{
    Key key{.call = record.number};
    const auto takeTime = [&key](const ToldTime &told) {
        key.isKnown = told.isKnown();
        key.number = told.time.count();
    };
    switch (m_column) {
    case Began:
        key.isKnown = record.areTimesKnown;
        key.number = record.begun.time_since_epoch().count();
        break;
    case Recorded: takeTime(accountOf(record, now).recorded); break;
    case Paused: takeTime(accountOf(record, now).paused); break;
    case InDoubt: takeTime(accountOf(record, now).inDoubt); break;
    case Timeline:
        key.isKnown = record.areTimesKnown;
        key.number = (record.ended.value_or(now) - record.begun).count();
        break;
    case State: key.number = rankOf(record); break;
    case Parties: key.text = accountOf(record, now).parties.join(u' '); break;
    case Files:
        key.isKnown = !record.files.isEmpty();
        key.text = record.files.join(u' ');
        break;
    case Call: key.text = record.id.toString(); break;
    case Dn: key.text = record.dn.toString(); break;
    case Pauses:
        key.isKnown = accountOf(record, now).paused.isKnown();
        key.number = record.pauses(now).count;
        break;
    case MovedBy: key.number = record.moves.size(); break;
    case Columns: break;
    }
    return key;
}

} // namespace presentation
