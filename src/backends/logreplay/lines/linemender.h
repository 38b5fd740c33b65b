#pragma once

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
        const char first = line.empty() ? '\t' : line.front();
        return first == '\t' && !isSuspicious(line) && !m_isNumbered ? line : mend(line);
    }

private:
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
