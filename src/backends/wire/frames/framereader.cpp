#include "backends/wire/frames/framereader.h"

#include <QtEndian>

#include <cstring>

using namespace Qt::StringLiterals;

namespace wire {

namespace {

/// What a stream of frames needs at most: an unfinished one and a piece of what follows.
constexpr qsizetype EnoughKept = LengthSize + MaximumFrame + FrameReader::PieceSize;
/// Kept between frames; a buffer that one large frame has blown up is given back.
constexpr qsizetype Kept = 2 * FrameReader::PieceSize;

core::Error outOfBounds(quint32 length)
{
    return {
        .kind = core::ErrorKind::Malformed,
        .text =
            u"a frame of %1 bytes, allowed are %2 to %3"_s.arg(length).arg(MinimumFrame).arg(MaximumFrame)};
}

} // namespace

char *FrameReader::room(qsizetype size)
{
    if (m_begin == m_end) {
        m_begin = m_end = 0;
        if (m_capacity > Kept) {
            m_bytes.reset();
            m_capacity = 0;
        }
    }
    if (m_capacity - m_end < size && m_begin > 0) {
        std::memmove(m_bytes.get(), m_bytes.get() + m_begin, std::size_t(m_end - m_begin));
        m_end -= m_begin;
        m_begin = 0;
    }
    if (m_capacity - m_end < size)
        grow(m_end + size);
    return m_bytes.get() + m_end;
}

void FrameReader::grow(qsizetype needed)
{
    // Doubles up to half of what is ever enough, then takes it whole: old and new space together stay small.
    qsizetype capacity = std::max(needed, 2 * m_capacity);
    if (needed <= EnoughKept && capacity > EnoughKept / 2)
        capacity = EnoughKept;
    auto bytes = std::make_unique_for_overwrite<char[]>(std::size_t(capacity));
    if (m_end > 0)
        std::memcpy(bytes.get(), m_bytes.get(), std::size_t(m_end));
    m_bytes = std::move(bytes);
    m_capacity = capacity;
}

void FrameReader::added(qsizetype size)
{
    Q_ASSERT(size >= 0 && m_end + size <= m_capacity);
    m_end += size;
}

void FrameReader::feed(QByteArrayView bytes)
{
    if (bytes.isEmpty())
        return;
    std::memcpy(room(bytes.size()), bytes.data(), std::size_t(bytes.size()));
    added(bytes.size());
}

core::Result<std::optional<QByteArrayView>> FrameReader::next()
{
    const qsizetype available = m_end - m_begin;
    if (available < LengthSize)
        return std::optional<QByteArrayView>();
    const char *const at = m_bytes.get() + m_begin;
    const auto length = qFromBigEndian<quint32>(at);
    if (length < MinimumFrame || length > MaximumFrame)
        return outOfBounds(length);
    if (available - LengthSize < qsizetype(length))
        return std::optional<QByteArrayView>();
    m_begin += LengthSize + qsizetype(length);
    return std::optional(QByteArrayView(at + LengthSize, qsizetype(length)));
}

} // namespace wire
