#pragma once

#include "core/error.h"

namespace simulator {

/// TErrors that only the switch has to name; the common ones are in tlib/enums.h.
namespace errorcode {
inline constexpr int ServiceUnavailable = 118;
inline constexpr int InvalidOrigin = 168;
inline constexpr int InvalidTarget = 177;
inline constexpr int AgentIdMissing = 191;
inline constexpr int CallInWrongState = 496;
inline constexpr int AgentSignedIn = 527;
} // namespace errorcode

/// A "no" of the switch: what becomes an EventError, or the error of a command.
inline core::Error refusal(int code, const QString &text)
{
    return {.kind = core::ErrorKind::Refused, .text = text, .serverCode = code};
}

} // namespace simulator
