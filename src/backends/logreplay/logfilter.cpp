#include "backends/logreplay/logfilter.h"

#include <QSet>

#include <algorithm>

namespace logreplay {

namespace {

constexpr QByteArrayView MarkBegins = "<#";
constexpr QByteArrayView MarkEnds = "#>";
constexpr qsizetype MarkSize = 4;
constexpr qsizetype PairSize = 5; ///< packed, beside its key and its value

bool isMarked(QByteArrayView value)
{
    return value.size() >= MarkSize && value.startsWith(MarkBegins) && value.endsWith(MarkEnds);
}

} // namespace

bool isHidden(QByteArrayView value)
{
    return value == QByteArrayView(HiddenValue.data(), qsizetype(HiddenValue.size())) ||
           (!value.isEmpty() && std::all_of(value.begin(), value.end(), [](char c) { return c == '*'; }));
}

std::optional<ShortList> shortListFrom(const tlib::KvList &list, qsizetype declaredBytes, int declaredPairs)
{
    ShortList found{.pairs = declaredPairs - list.count(), .bytes = declaredBytes - list.packedSize()};
    QSet<QByteArray> keys;
    qsizetype marked = 0;
    for (const tlib::KvList::Pair pair : list) {
        const QByteArray key = pair.key.toByteArray();
        const QByteArrayView raw = pair.value.raw();
        const bool isText = pair.value.type() == tlib::KvType::String;
        if (keys.contains(key))
            return std::nullopt; // two lists have run into each other
        keys.insert(key);
        if (isText && isHidden(raw)) {
            found.hidden.append(key);
        } else if (isText && isMarked(raw)) {
            marked += MarkSize;
            found.shown.appendBytes(key, tlib::KvType::String, raw.sliced(2, raw.size() - MarkSize));
        } else {
            found.shown.append(key, pair.value);
        }
    }
    if (found.shown.isNull())
        found.shown = tlib::KvList::fromPacked({"\0\0", 2}).value();
    found.bytes += marked;
    // Marks alone explain the size of all; asterisks explain any; pairs that are left out have a size at
    // least.
    const bool isExplained = !found.hidden.isEmpty() ||
                             (found.pairs == 0 && marked > 0 && found.bytes == 0) ||
                             (found.pairs > 0 && found.bytes > PairSize * found.pairs);
    if (!found.hidden.isEmpty())
        found.bytes = 0;
    return found.pairs >= 0 && isExplained ? std::optional(found) : std::nullopt;
}

bool LogFilter::isBelieved(const ShortList &list, tlib::ConnId call, bool isCut)
{
    constexpr qsizetype LongestWord = 16; // of what a recording's state is called
    if (list.hidden.contains(m_key))
        return false;
    const Missing missing{.pairs = list.pairs, .bytes = list.bytes};
    if (isCut && !(m_ofCalls.contains(call) && m_ofCalls.value(call) == missing))
        return false;
    if (list.shown.find(m_key)) {
        m_isEvident = true;
        m_most = std::max(m_most, list.pairs);
        if (m_ofCalls.size() >= MostCalls)
            m_ofCalls.clear();
        m_ofCalls.insert(call, missing);
        return true;
    }
    if (list.pairs == 0)
        return true; // every key is shown
    if (!m_isEvident)
        return false;
    if (const auto before = m_ofCalls.constFind(call); before != m_ofCalls.cend())
        return *before == missing;
    const qsizetype least = PairSize + m_key.size();
    if (list.pairs == 1 && list.bytes > 0)
        return list.bytes <= least || list.bytes > least + LongestWord;
    return list.pairs <= m_most;
}

} // namespace logreplay
