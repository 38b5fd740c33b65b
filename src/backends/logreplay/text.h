#pragma once

#include <charconv>
#include <optional>
#include <string_view>

/// The small words of the log text.
namespace logreplay {

inline constexpr std::string_view HexDigits = "0123456789abcdef";
inline constexpr int TabColumns = 4; ///< what a copy puts in place of a TAB

constexpr bool isBlank(char c)
{
    return c == ' ' || c == '\t';
}

constexpr std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && isBlank(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && isBlank(text.back()))
        text.remove_suffix(1);
    return text;
}

/// The whole text as a number; nullopt for anything else.
template <class Number>
std::optional<Number> numberIn(std::string_view text, int base = 10)
{
    Number number = 0;
    const auto [end, trouble] = std::from_chars(text.data(), text.data() + text.size(), number, base);
    if (trouble != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return number;
}

/// 32 bits, signed or (as T-Server prints -1: 4294967295) not.
inline std::optional<int> number32In(std::string_view text)
{
    const auto number = numberIn<long long>(text);
    if (!number || *number < -0x80000000LL || *number > 0xffffffffLL)
        return std::nullopt;
    return int(unsigned(*number));
}

/// What stands between the first and the last quote, which begin and end the text.
inline std::optional<std::string_view> quotedIn(std::string_view text)
{
    if (text.size() < 2 || text.front() != '\'' || text.back() != '\'')
        return std::nullopt;
    return text.substr(1, text.size() - 2);
}

/// Takes the first word, up to a blank.
constexpr std::string_view takeWord(std::string_view &text)
{
    std::size_t end = 0;
    while (end < text.size() && !isBlank(text[end]))
        ++end;
    const std::string_view word = text.substr(0, end);
    text.remove_prefix(end);
    return word;
}

/// `[size]` and bytes in hex up to anything else: how a list begins, and how text is written that a line
/// cannot hold.
struct Dump
{
    std::size_t size = 0;
    bool isWhole = false; ///< every byte is there, and nothing after them
};
/// Puts the bytes into `bytes` and takes all of it from the front of `text`; nullopt when it does not begin
/// so.
template <class Bytes>
std::optional<Dump> takeDump(std::string_view &text, Bytes &bytes)
{
    const std::size_t close = text.find(']');
    if (text.empty() || text.front() != '[' || close == std::string_view::npos)
        return std::nullopt;
    const auto size = numberIn<unsigned>(text.substr(1, close - 1));
    if (!size)
        return std::nullopt;
    text = trimmed(text.substr(close + 1));
    bytes.clear();
    for (std::optional<unsigned> byte; text.size() >= 2; text = trimmed(text.substr(2))) {
        byte = numberIn<unsigned>(text.substr(0, 2), 16);
        if (!byte)
            break;
        bytes.push_back(char(*byte));
    }
    return Dump{.size = *size, .isWhole = text.empty() && bytes.size() == *size};
}

} // namespace logreplay
