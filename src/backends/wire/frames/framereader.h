#pragma once

#include "core/result.h"

#include <QByteArrayView>

#include <memory>
#include <optional>

namespace wire {

inline constexpr qsizetype LengthSize = 4;           ///< the field before every frame
inline constexpr qsizetype MinimumFrame = 4;         ///< type and count
inline constexpr qsizetype MaximumFrame = 1'048'576; ///< bytes after the length field

/// Cuts a stream of bytes into frames, whatever the pieces it comes in. Knows no socket and no message.
/// Space grows with the bytes that have come, never with a declared length: one unfinished frame and one
/// piece at most, so under twice MaximumFrame, as long as pieces are at most PieceSize and next() is called
/// until it has no frame before more is fed.
class FrameReader
{
public:
    static constexpr qsizetype PieceSize = 65'536;

    /// Space for `size` bytes to be read into; added() then says how many came. Ends the life of views.
    char *room(qsizetype size);
    void added(qsizetype size);
    /// The same for bytes that lie elsewhere.
    void feed(QByteArrayView bytes);

    /// The next frame without its length field, a view that lives until the next room() or feed();
    /// nothing when more bytes are needed; Malformed, for good, when a length is out of bounds.
    core::Result<std::optional<QByteArrayView>> next();

    bool isMidFrame() const { return m_begin != m_end; }
    qsizetype memory() const { return m_capacity; }

private:
    void grow(qsizetype needed);

    std::unique_ptr<char[]> m_bytes;
    qsizetype m_capacity = 0;
    qsizetype m_begin = 0; ///< of what has not been handed out yet
    qsizetype m_end = 0;
};

} // namespace wire
