#include "backends/logreplay/lines/linesplitter.h"

#include <algorithm>
#include <cstring>

namespace logreplay {

namespace {

std::size_t find(const std::string &bytes, char what, std::size_t from, std::size_t end)
{
    const void *const found = from < end ? std::memchr(bytes.data() + from, what, end - from) : nullptr;
    return found ? std::size_t(static_cast<const char *>(found) - bytes.data()) : end;
}

} // namespace

void LineSplitter::feed(QByteArrayView bytes)
{
    m_bytes.erase(0, m_at);
    m_searched = std::max(m_searched, m_at) - m_at;
    m_at = 0;
    m_lineFeed = m_searched; // to be looked for again
    m_bytes.append(bytes.data(), std::size_t(bytes.size()));
    if (m_lineFeed < m_bytes.size())
        m_lineFeed = find(m_bytes, '\n', m_searched, m_bytes.size());
}

/// Where the line at m_at ends, or the end of the bytes. The next line feed is remembered, so that a file of
/// carriage returns is not searched for one again at each line.
std::size_t LineSplitter::findEnd()
{
    const std::size_t from = std::max(m_searched, m_at);
    if (m_lineFeed < from)
        m_lineFeed = find(m_bytes, '\n', from, m_bytes.size());
    m_searched = find(m_bytes, '\r', from, m_lineFeed);
    return m_searched;
}

/// What belongs to the end of the line before: LF, or CR LF behind CR, as of a text that was converted twice.
/// False when more bytes have to come before it can be told.
bool LineSplitter::skipLineFeed()
{
    const std::size_t left = m_bytes.size() - m_at;
    const bool mayBeTwice = left >= 1 && m_bytes[m_at] == '\r';
    if ((left == 0 || (mayBeTwice && left == 1)) && !m_isFinished)
        return false;
    m_isAfterReturn = false;
    if (left >= 1 && m_bytes[m_at] == '\n')
        m_at += 1;
    else if (mayBeTwice && left >= 2 && m_bytes[m_at + 1] == '\n')
        m_at += 2;
    return true;
}

std::optional<LineSplitter::Line> LineSplitter::next()
{
    for (;;) {
        if (m_isAfterReturn && !skipLineFeed())
            return std::nullopt;
        const std::size_t end = findEnd();
        const bool isEnded = end < m_bytes.size();
        const bool isTooLong = end - m_at > std::size_t(MaximumLine);
        if (!isEnded && !isTooLong && !(m_isFinished && end > m_at)) {
            if (m_isDiscarding)
                m_at = end;
            return std::nullopt;
        }
        const std::string_view text(m_bytes.data() + m_at, end - m_at);
        m_isAfterReturn = isEnded && m_bytes[end] == '\r';
        m_at = isEnded ? end + 1 : end;
        m_searched = m_at;
        const bool wasDiscarding = std::exchange(m_isDiscarding, !isEnded && (isTooLong || m_isDiscarding));
        if (wasDiscarding)
            continue;
        return Line{.text = isTooLong ? std::string_view() : text,
                    .isTooLong = isTooLong,
                    .isEnded = isEnded || isTooLong};
    }
}

} // namespace logreplay
