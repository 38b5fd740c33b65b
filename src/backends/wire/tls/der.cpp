#include "backends/wire/tls/der.h"

namespace wire {

std::optional<DerReader::Element> DerReader::next()
{
    if (m_left.size() < 2)
        return std::nullopt;
    const auto byte = [this](qsizetype at) { return quint8(m_left[at]); };
    qsizetype head = 2;
    qsizetype length = byte(1);
    if (length >= 0x80) { // so many bytes of length follow
        const qsizetype size = length - 0x80;
        if (size < 1 || size > 4 || m_left.size() < head + size)
            return std::nullopt;
        length = 0;
        for (; head < 2 + size; ++head)
            length = length << 8 | byte(head);
    }
    if (m_left.size() - head < length)
        return std::nullopt;
    const Element element{
        .tag = byte(0), .content = m_left.sliced(head, length), .whole = m_left.first(head + length)};
    m_left = m_left.sliced(head + length);
    return element;
}

std::optional<DerReader::Element> DerReader::next(quint8 tag)
{
    const auto element = next();
    return element && element->tag == tag ? element : std::nullopt;
}

} // namespace wire
