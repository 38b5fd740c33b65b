#pragma once

#include "core/clock.h"

#include <optional>
#include <utility>

namespace logreplay {

/// How fast a log goes by for the person who watches. Places in it are times since its first event.
class LogPace
{
public:
    static constexpr double AtOnce = 0; ///< a speed: as fast as it can be read

    /// A log's second takes 1/speed of the seconds of `clock`.
    LogPace(core::Clock &clock, double speed)
        : m_clock(clock)
        , m_speed(speed)
    {
    }

    /// The log goes on from this place now.
    void goOnFrom(core::Duration place);
    void setSpeed(double speed) { m_speed = speed; }
    void setPaused(bool isPaused) { m_isPaused = isPaused; }
    /// All up to this place is past, also while it is paused.
    void skipTo(core::Duration place) { m_skipsTo = place; }
    /// The place that was to be skipped to has been reached; once.
    std::optional<core::Duration> arrive() { return std::exchange(m_skipsTo, std::nullopt); }

    double speed() const { return m_speed; }
    bool isSkipping() const { return m_skipsTo.has_value(); }
    bool skips(core::Duration place) const { return m_skipsTo && place <= *m_skipsTo; }
    /// Nothing goes on.
    bool isHeld() const { return m_isPaused && !m_skipsTo; }
    /// Until what is at this place is due; nothing when it is.
    std::optional<core::Duration> waitFor(core::Duration place) const;
    /// Where the log is now.
    core::Duration place() const;

private:
    core::Clock &m_clock;
    double m_speed;
    bool m_isPaused = false;
    std::optional<core::Duration> m_skipsTo;
    core::Duration m_anchor{0};
    core::Instant m_anchoredAt{};
};

} // namespace logreplay
