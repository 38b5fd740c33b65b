#pragma once

#include "core/clock.h"

#include <functional>
#include <memory>

namespace wire {

/// One side's half of ADDP: nothing heard for the timeout, then a poll; nothing for another, then lost.
///
///    Off --start()--> Listening --silent for T--> Polled --silent for another T--> Off, lost()
///                         ^----------heard()---------'
class KeepAlive
{
public:
    KeepAlive(core::Clock &clock, std::function<void()> poll, std::function<void()> lost);

    void start(core::Duration timeout); ///< 0 or less: off; at most a day
    void stop();
    /// Any frame is a sign of life. Cheap: the alarm is not touched.
    void heard();

private:
    enum class State { Off, Listening, Polled };

    void ring();

    core::Clock &m_clock;
    std::function<void()> m_poll;
    std::function<void()> m_lost;
    core::Duration m_timeout{0};
    core::Instant m_since{core::Duration(0)}; ///< of the silence, or of the poll
    State m_state = State::Off;
    std::unique_ptr<core::Alarm> m_alarm;
};

} // namespace wire
