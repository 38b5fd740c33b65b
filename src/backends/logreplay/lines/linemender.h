#pragma once

#include <QtGlobal>

#include <cstring>
#include <string>
#include <string_view>

namespace logreplay {

/// Lines as they were before a person copied them: quoted by a mail program ("> "), numbered, with no-break
/// spaces in place of blanks, with typographic quotes. Lines that were not are as they are, also where a
/// value has such a quote.
class LineMender
{
public:
    /// Valid until the next call, or as long as `line`.
    std::string_view mended(std::string_view line)
    {
        const bool mayBeMarked = m_isNumbered || (!line.empty() && line.front() != '\t');
        return mayBeMarked || !isAscii(line) ? mend(line) : line;
    }

private:
    static bool isAscii(std::string_view line)
    {
        quint64 bits = 0;
        for (; line.size() >= sizeof bits; line.remove_prefix(sizeof bits)) {
            quint64 eight = 0;
            std::memcpy(&eight, line.data(), sizeof eight);
            bits |= eight;
        }
        for (const char c : line)
            bits |= quint8(c);
        return (bits & 0x8080808080808080U) == 0;
    }
    static bool isSuspicious(std::string_view line);
    std::string_view mend(std::string_view line);
    std::string_view withoutNumber(std::string_view line);
    std::string_view withPlainSigns(std::string_view line);

    std::string m_mended;
    long long m_number = -1; ///< of the line before
    char m_behind = 0;       ///< what stands behind numbers
    bool m_isNumbered = false;
};

} // namespace logreplay
