#include "backends/logreplay/lines/linemender.h"

#include "backends/logreplay/lines/linekind.h"
#include "backends/logreplay/logtime.h"

#include <algorithm>
#include <array>

namespace logreplay {

namespace {

/// What word processors make of a sign, in UTF-8 and in Windows-1252.
struct Changed
{
    std::string_view sign;
    char was;
};
constexpr std::array Changes{Changed{"\xc2\xa0", ' '},      Changed{"\xe2\x80\x98", '\''},
                             Changed{"\xe2\x80\x99", '\''}, Changed{"\xe2\x80\xb2", '\''},
                             Changed{"\xc2\xb4", '\''},     Changed{"\xa0", ' '},
                             Changed{"\x91", '\''},         Changed{"\x92", '\''}};

constexpr std::string_view QuoteAndSpace = "'\xc2\xa0";

const Changed *changeAt(std::string_view text)
{
    const auto found = std::find_if(Changes.begin(), Changes.end(),
                                    [text](const Changed &change) { return text.starts_with(change.sign); });
    return found == Changes.end() ? nullptr : &*found;
}

bool beginsWithDigit(std::string_view text)
{
    return !text.empty() && text.front() >= '0' && text.front() <= '9';
}

std::optional<long long> takeNumber(std::string_view &text)
{
    constexpr std::size_t MostDigits = 12;
    std::size_t digits = 0;
    while (beginsWithDigit(text.substr(digits)))
        ++digits;
    if (digits == 0 || digits > MostDigits)
        return std::nullopt;
    const auto number = numberIn<long long>(text.substr(0, digits));
    text.remove_prefix(digits);
    return number;
}

bool isBehindNumbers(std::string_view rest)
{
    constexpr std::string_view Behind = ":.)| \t";
    return rest.empty() || Behind.find(rest.front()) != std::string_view::npos;
}

} // namespace

/// A changed sign where the log has a blank or a quote: at the beginning, before the value, or where that
/// begins.
bool LineMender::isSuspicious(std::string_view line)
{
    (void)takeIndent(line);
    if (line.empty())
        return false;
    const bool isBeginning = quint8(line.front()) >= 0x80 && changeAt(line);
    if (line.front() == '\'') // between key and value
        return line.find(QuoteAndSpace) != std::string_view::npos &&
               line.find("'\t") == std::string_view::npos;
    if (isBeginning || !line.starts_with(AttributeWord))
        return isBeginning;
    while (!line.empty() && !isBlank(line.front()) && quint8(line.front()) < 0x80)
        line.remove_prefix(1);
    (void)takeIndent(line);
    return !line.empty() && quint8(line.front()) >= 0x80 && changeAt(line);
}

std::string_view LineMender::mend(std::string_view line)
{
    while (line.starts_with('>')) {
        line.remove_prefix(1);
        if (line.starts_with(' '))
            line.remove_prefix(1);
    }
    line = withoutNumber(line);
    return !isAscii(line) && isSuspicious(line) ? withPlainSigns(line) : line;
}

/// Lines are numbered when their numbers go on by one, and what stands behind them is a message's. An empty
/// line may have no number.
std::string_view LineMender::withoutNumber(std::string_view line)
{
    std::string_view rest = line;
    (void)takeIndent(rest);
    const auto number = takeNumber(rest);
    if (!number || !isBehindNumbers(rest)) {
        m_isNumbered = m_isNumbered && rest.empty();
        return line;
    }
    const char behind = rest.empty() ? m_behind : rest.front();
    rest.remove_prefix(rest.empty() ? 0 : 1);
    if (!isBlank(behind) && behind != ':' && !rest.empty() && isBlank(rest.front()))
        rest.remove_prefix(1);
    const bool isNext = *number == m_number + 1 && behind == m_behind;
    const bool isFirst = m_number < 0 && stampAt(rest);
    const bool isOfAMessage = isPartOfAMessage(trimmed(rest)) || !messageNameIn(rest).empty();
    m_isNumbered = isFirst || (isNext && (m_isNumbered || isOfAMessage)) || (m_number < 0 && isOfAMessage);
    m_number = *number;
    m_behind = behind;
    return m_isNumbered ? rest : line;
}

std::string_view LineMender::withPlainSigns(std::string_view line)
{
    m_mended.clear();
    while (!line.empty()) {
        const Changed *const change = quint8(line.front()) >= 0x80 ? changeAt(line) : nullptr;
        m_mended += change ? change->was : line.front();
        line.remove_prefix(change ? change->sign.size() : 1);
    }
    return m_mended;
}

} // namespace logreplay
