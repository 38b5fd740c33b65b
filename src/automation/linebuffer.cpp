#include "automation/linebuffer.h"

namespace automation {

std::optional<QByteArray> LineBuffer::take()
{
    const qsizetype end = m_overlong ? -1 : m_bytes.indexOf('\n', m_searched);
    const qsizetype length = end < 0 ? m_bytes.size() : end;
    if (length > m_maximumLine) {
        m_overlong = true;
        m_bytes.clear();
    }
    if (end < 0 || m_overlong) {
        m_searched = m_bytes.size();
        return std::nullopt;
    }
    QByteArray line = m_bytes.first(end);
    if (line.endsWith('\r'))
        line.chop(1);
    m_bytes.remove(0, end + 1);
    m_searched = 0;
    return line;
}

} // namespace automation
