#include "backends/wire/keepalive.h"

#include <algorithm>

namespace wire {

namespace {

constexpr core::Duration Longest = std::chrono::hours(24); // fits every timer

} // namespace

KeepAlive::KeepAlive(core::Clock &clock, core::Duration doubt, Hooks hooks)
    : m_clock(clock)
    , m_doubt(doubt)
    , m_hooks(std::move(hooks))
    , m_alarm(clock.alarm([this] { ring(); }))
{
}

void KeepAlive::start(core::Duration timeout)
{
    stop();
    if (timeout <= core::Duration::zero())
        return;
    m_timeout = std::min(timeout, Longest);
    m_since = m_clock.now();
    m_state = State::Listening;
    m_unanswered = 0;
    m_firstSign.reset();
    m_asked.reset();
    wait();
}

void KeepAlive::stop()
{
    m_state = State::Off;
    m_looksAgain = false;
    m_alarm->stop();
}

void KeepAlive::heard()
{
    const core::Instant now = m_clock.now();
    m_lastHeard = now;
    if (m_state == State::Off)
        return;
    m_since = now;
    m_asked.reset();
    if (m_state == State::Overdue && !m_firstSign) {
        m_firstSign = m_since;
        wait();
    }
    if (m_state != State::Polled)
        return;
    m_state = State::Listening;
    wait(); // the alarm of the poll would be a wake-up for nothing
}

void KeepAlive::asked()
{
    if (m_state != State::Listening || m_asked)
        return;
    m_asked = m_clock.now();
    wait();
}

void KeepAlive::answered()
{
    m_unanswered = std::max(0, m_unanswered - 1);
    if (m_state != State::Overdue || m_unanswered > 0)
        return;
    m_state = State::Listening;
    m_firstSign.reset();
    wait();
    m_hooks.overdue(false);
}

core::Instant KeepAlive::deadline() const
{
    const core::Instant last =
        m_since + (m_state == State::Polled ? std::min(m_doubt, m_timeout) : m_timeout);
    const std::optional<core::Instant> sooner = m_firstSign ? m_firstSign : m_asked;
    return sooner ? std::min(last, *sooner + m_doubt) : last;
}

void KeepAlive::wait()
{
    m_looksAgain = false;
    m_alarm->start(std::max(deadline() - m_clock.now(), core::Duration::zero()));
}

void KeepAlive::ring()
{
    if (m_clock.now() < deadline()) // something came since the alarm was set
        return wait();
    if (m_state != State::Listening && !m_looksAgain) {
        m_looksAgain = true;
        return m_alarm->start(core::Duration::zero());
    }
    act();
}

void KeepAlive::act()
{
    switch (m_state) {
    case State::Off: return;
    case State::Listening:
        m_state = State::Polled;
        m_since = m_clock.now();
        m_asked.reset();
        ++m_unanswered;
        wait();
        return m_hooks.poll();
    case State::Polled:
        if (m_doubt < m_timeout) {
            m_state = State::Overdue;
            wait();
            return m_hooks.overdue(true);
        }
        [[fallthrough]];
    case State::Overdue:
        if (m_firstSign) {
            m_firstSign.reset();
            m_unanswered = 1;
            wait();
            return m_hooks.poll();
        }
        stop();
        return m_hooks.lost();
    }
}

} // namespace wire
