#include "backends/logreplay/listreader.h"

#include "backends/logreplay/text.h"

namespace logreplay {

namespace {

using tlib::KvList;
using tlib::KvType;

constexpr std::string_view ListMark = "(list)";
constexpr std::string_view Ellipsis =
    "\xe2\x80\xa6"; ///< what word processors make of the dots behind the bytes
constexpr std::string_view FourBlanks = "    ";

/// Where the quote is that ends the key: the first that a TAB or a list mark follows; in a copy, four blanks.
std::size_t endOfKey(std::string_view text)
{
    for (std::size_t quote = text.find('\'', 1); quote < text.size(); quote = text.find('\'', quote + 1)) {
        const std::string_view rest = text.substr(quote + 1);
        if (rest.starts_with('\t'))
            return quote;
        if (rest.starts_with(ListMark) && (rest.size() == ListMark.size() || isBlank(rest[ListMark.size()])))
            return quote;
    }
    for (std::size_t quote = text.find('\'', 1); quote < text.size(); quote = text.find('\'', quote + 1)) {
        if (text.substr(quote + 1).starts_with(FourBlanks))
            return quote;
    }
    // Where blanks were made one, the value tells: another quote, or a number.
    for (std::size_t quote = text.find('\'', 1); quote < text.size(); quote = text.find('\'', quote + 1)) {
        const std::string_view rest = text.substr(quote + 1);
        const char first = rest.size() > 1 && rest.front() == ' ' ? rest[1] : ' ';
        if (first == '\'' || first == '-' || (first >= '0' && first <= '9'))
            return quote;
    }
    return std::string_view::npos;
}

} // namespace

void ListReader::begin(std::string_view value, int indent)
{
    m_isBroken = false;
    m_isDump = false;
    m_depth = 0;
    m_levels[0] = {.indent = indent};
    std::string_view rest = trimmed(value);
    const auto head = takeDump(rest, m_shown);
    m_declared = head ? head->size : 0;
    m_isDump = head && head->isWhole;
    m_isBroken = !head;
    m_packed.assign(2, '\0');
    while (rest.starts_with('.'))
        rest.remove_prefix(1);
    if (rest.starts_with(Ellipsis))
        rest.remove_prefix(Ellipsis.size());
    if (rest = trimmed(rest); !rest.empty())
        takePairs(rest, indent + TabColumns);
}

void ListReader::addLine(std::string_view pair, int indent)
{
    if (m_isBroken)
        return;
    while (m_depth > 0 && m_levels[m_depth].indent >= indent)
        closeList();
    takePairs(pair, indent);
}

/// A pair; or a list with its own first pair behind it, which counts as standing one deeper.
void ListReader::takePairs(std::string_view text, int indent)
{
    for (; !m_isBroken && !text.empty(); indent += TabColumns) {
        const std::size_t quote = text.front() == '\'' ? endOfKey(text) : std::string_view::npos;
        if (quote == std::string_view::npos) {
            m_isBroken = true;
            return;
        }
        const std::string_view key = text.substr(1, quote - 1);
        text.remove_prefix(quote + 1);
        if (!text.starts_with(ListMark)) {
            m_isBroken = !takeValue(key, trimmed(text));
            return;
        }
        m_isBroken = !openList(key, indent);
        text = trimmed(text.substr(ListMark.size()));
    }
}

bool ListReader::takeValue(std::string_view key, std::string_view value)
{
    if (const auto quoted = quotedIn(value)) {
        if (!putHead(char(KvType::String), key, quoted->size()))
            return false;
        m_packed += *quoted;
        return true;
    }
    const auto number = number32In(value);
    if (!number && !value.empty() &&
        value.front() != '\'') { // without quotes: the log filter's word, not the call's
        if (!putHead(char(KvType::String), key, HiddenValue.size()))
            return false;
        m_packed += HiddenValue;
        return true;
    }
    if (!number || !putHead(char(KvType::Int), key, sizeof(qint32)))
        return false;
    const auto bits = unsigned(*number);
    put16(bits >> 16);
    put16(bits & 0xffff);
    return true;
}

bool ListReader::putHead(char type, std::string_view key, std::size_t valueSize)
{
    if (m_packed.size() + 5 + key.size() + valueSize > std::size_t(KvList::MaximumSize))
        return false;
    ++m_levels[m_depth].pairs;
    m_packed += type;
    put16(key.size());
    m_packed += key;
    put16(valueSize);
    return true;
}

bool ListReader::openList(std::string_view key, int indent)
{
    if (m_depth + 1 == m_levels.size() || !putHead(char(KvType::List), key, 4))
        return false;
    put16(0); // its size, when it is known
    m_levels[++m_depth] = {.start = m_packed.size(), .indent = indent};
    put16(0); // its number of pairs, likewise
    return true;
}

void ListReader::closeList()
{
    const Level &level = m_levels[m_depth--];
    const std::size_t size = m_packed.size() - level.start;
    put16At(level.start, std::size_t(level.pairs));
    put16At(level.start - 2, size);
    put16At(level.start - 4, size + 2);
}

void ListReader::put16(std::size_t number)
{
    m_packed += char(number >> 8);
    m_packed += char(number);
}

void ListReader::put16At(std::size_t at, std::size_t number)
{
    m_packed[at] = char(number >> 8);
    m_packed[at + 1] = char(number);
}

std::optional<ListReader::Flaw> ListReader::end(KvList &into)
{
    while (m_depth > 0)
        closeList();
    if (m_isBroken)
        return Flaw{};
    put16At(0, std::size_t(m_levels[0].pairs));
    const bool isDump = m_isDump && m_levels[0].pairs == 0;
    const std::string &packed = isDump ? m_shown : m_packed;
    if (packed.size() != m_declared)
        return flawOfSize("has " + QByteArray::number(qulonglong(packed.size())) + " bytes of " +
                          QByteArray::number(qulonglong(m_declared)));
    // The number of pairs is printed too: another one means that a pair stands in the wrong list.
    if (m_shown.size() >= 2 && packed.compare(0, 2, m_shown, 0, 2) != 0)
        return flawOfSize("has another number of pairs");
    auto list = KvList::fromPacked(QByteArrayView(packed.data(), qsizetype(packed.size())));
    if (!list)
        return Flaw{};
    into = *std::move(list);
    return std::nullopt;
}

ListReader::Flaw ListReader::flawOfSize(QByteArray detail) const
{
    Flaw flaw{.reason = Skip::ListSize, .detail = std::move(detail)};
    const auto list = KvList::fromPacked(QByteArrayView(m_packed.data(), qsizetype(m_packed.size())));
    if (list && m_shown.size() >= 2)
        flaw.rest = shortListFrom(*list, qsizetype(m_declared), quint8(m_shown[0]) << 8 | quint8(m_shown[1]));
    return flaw;
}

} // namespace logreplay
