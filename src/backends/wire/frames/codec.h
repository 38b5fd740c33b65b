#pragma once

#include "backends/wire/frames/message.h"
#include "core/result.h"

#include <QByteArrayView>

namespace wire {

/// The whole frame of a message, length field included; InvalidInput when it is longer than a frame may be.
core::Result<QByteArray> encode(const Message &message);

/// Reads a frame without its length field into `message`, which loses what it held before.
/// Malformed, with the cause and the attribute in the text, when the frame breaks a rule of the profile;
/// `message` is then of no use. Attributes of unknown id or kind are checked like all others, skipped and
/// counted, and so is a known attribute of another kind than ours: no rule of the profile forbids it, and
/// its value has no meaning here.
core::Result<core::Done> decode(QByteArrayView frame, Message &message);

} // namespace wire
