#pragma once

#include <QByteArray>

#include <optional>

namespace automation {

/// Bytes of a stream cut into lines, with an upper limit: who sends a longer line is no friend.
class LineBuffer
{
public:
    static constexpr qsizetype MaximumLine = 65536; ///< bytes, without the line's end

    explicit LineBuffer(qsizetype maximumLine = MaximumLine)
        : m_maximumLine(maximumLine)
    {
    }
    void append(QByteArrayView bytes) { m_bytes.append(bytes); }
    /// The next whole line without its end ("\n" or "\r\n"); none when there is no more, or the next one is
    /// overlong.
    std::optional<QByteArray> take();
    bool isOverlong() const { return m_overlong; } ///< from then on nothing more comes out

private:
    qsizetype m_maximumLine;
    QByteArray m_bytes;
    qsizetype m_searched = 0;
    bool m_overlong = false;
};

} // namespace automation
