#pragma once

#include "core/clock.h"

#include <optional>

namespace core {

/// Does one thing at most once a frame, however often it is asked for: nobody sees more, and a thousand
/// events a second are no reason to do it a thousand times. What it gathers is its owner's.
class Frame
{
public:
    static constexpr Duration Length = std::chrono::milliseconds(16);

    /// `flush` does all that has gathered; it may ask again. `length`: for what may come more rarely still.
    Frame(Clock &clock, std::function<void()> flush, Duration length = Length);

    /// At once where the last time is a frame ago, else as soon as it is.
    void flushSoon();
    /// At the end of a frame that begins now, or sooner where that has been asked for.
    void flushAtEnd();

private:
    void flush();

    Clock &m_clock;
    const std::function<void()> m_flush;
    const Duration m_length;
    std::unique_ptr<Alarm> m_alarm;
    std::optional<Instant> m_flushedAt;
};

} // namespace core
