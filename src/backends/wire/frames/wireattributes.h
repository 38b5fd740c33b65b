#pragma once

#include "backends/wire/frames/framewriter.h"
#include "backends/wire/frames/message.h"

#include <array>
#include <span>

namespace wire {

enum class Taken : quint8 {
    Yes,
    Skipped,   ///< a number that the field cannot hold: as if the attribute had not been there
    Malformed, ///< a number of another size than its kind, or a key-value list that does not parse
};

/// One line of the table that drives decoding and encoding: which attribute is which member of a Message.
struct WireField
{
    tlib::Attribute id;
    Kind kind;
    quint64 bit; ///< of its own in a set of fields
    /// The message has been set up anew and not had this attribute yet.
    Taken (*read)(Message &message, QByteArrayView value);
    /// Adds nothing when the message does not have the attribute.
    void (*write)(FrameWriter &writer, tlib::Attribute as, const Message &message);
};

/// Every attribute that a Message has a member for, each once.
std::span<const WireField> fields();

namespace detail {
inline constexpr std::size_t LowIds = 256; ///< every known id is below
extern const std::array<const WireField *, LowIds> fieldById;
} // namespace detail

/// Null for an id that has no member.
inline const WireField *fieldOf(quint16 id)
{
    return id < detail::LowIds ? detail::fieldById[id] : nullptr;
}

} // namespace wire
