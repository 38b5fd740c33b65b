#pragma once

#include <QByteArrayView>

#include <optional>
#include <string>
#include <string_view>

namespace logreplay {

/// Bytes in any slicing to lines. LF, CRLF, CR and CR CR LF end a line, mixed as they come. Keeps no more
/// than one line and the latest piece.
class LineSplitter
{
public:
    static constexpr qsizetype MaximumLine = 256 * 1024; ///< bytes; a longer one is passed over

    struct Line
    {
        std::string_view text = {}; ///< without its end; valid until the next feed()
        bool isTooLong = false;     ///< then `text` is empty
        bool isEnded = true;        ///< false: the bytes ended here, not the line
    };

    void feed(QByteArrayView bytes);
    /// There are no more bytes: what is left is the last line.
    void finish() { m_isFinished = true; }
    std::optional<Line> next();

private:
    std::size_t findEnd();
    bool skipLineFeed();

    std::string m_bytes;
    std::size_t m_at = 0;         ///< where the next line begins
    std::size_t m_searched = 0;   ///< no line ends between m_at and here
    std::size_t m_lineFeed = 0;   ///< the next one, or the end of the bytes, when it is not before m_searched
    bool m_isAfterReturn = false; ///< the line before ended with a CR
    bool m_isDiscarding = false;  ///< inside a line that is too long
    bool m_isFinished = false;
};

} // namespace logreplay
