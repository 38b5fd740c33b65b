#pragma once

#include "core/clock.h"

#include <functional>
#include <memory>
#include <optional>

namespace wire {

/// One side's half of ADDP: nothing heard for the timeout T, then a poll; nothing for another T, then lost.
/// Where the other side owes an answer it is polled after the doubt limit already, not after T.
/// A poll that is not answered for the doubt limit makes the other side overdue, which its reply takes back.
///
///    Off --start()--> Listening --silent for T--> Polled --the doubt limit--> Overdue
///                         ^                         |                            |
///                         '--------heard()----------+--------answered()----------'
///                                       silent for T after the poll, either way --> Off, lost()
///
/// Only the reply takes the doubt back: the line keeps its order, so what was said before the poll was seen
/// has come by then. What comes first after a silence may be as old as the silence, and what changed right
/// behind. Where a sign of life comes and the reply does not within the doubt limit, the poll has gone lost
/// on the other side: it is polled again.
///
/// What a deadline means is decided after the sockets have been looked at once more: a thread that was busy
/// for long finds its deadlines and its answers waiting together.
class KeepAlive
{
public:
    struct Hooks
    {
        std::function<void()> poll;
        std::function<void(bool)> overdue; ///< true, then false with the reply unless lost
        std::function<void()> lost;
    };

    KeepAlive(core::Clock &clock, core::Duration doubt, Hooks hooks);

    void start(core::Duration timeout); ///< 0 or less: off; at most a day
    void stop();
    /// Any frame is a sign of life. Cheap: the alarm is touched only for the first after a poll.
    void heard();
    /// Nothing before the first of them.
    std::optional<core::Instant> lastHeard() const { return m_lastHeard; }
    /// The other side has been asked for something: to fall silent now says more than at another time.
    void asked();
    /// And this one is the reply to a poll.
    void answered();

private:
    enum class State { Off, Listening, Polled, Overdue };

    core::Instant deadline() const;
    void wait();
    void ring();
    void act();

    core::Clock &m_clock;
    core::Duration m_doubt;
    Hooks m_hooks;
    core::Duration m_timeout{0};
    core::Instant m_since{core::Duration(0)}; ///< of the silence, or of the poll
    std::optional<core::Instant> m_lastHeard;
    std::optional<core::Instant> m_asked; ///< while listening, with nothing heard since
    State m_state = State::Off;
    int m_unanswered = 0;                     ///< polls
    std::optional<core::Instant> m_firstSign; ///< of life while overdue, since the latest poll
    bool m_looksAgain = false;
    std::unique_ptr<core::Alarm> m_alarm;
};

} // namespace wire
