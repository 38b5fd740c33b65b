#include "backends/wire/keepalive.h"

#include <algorithm>

namespace wire {

namespace {

constexpr core::Duration Longest = std::chrono::hours(24); // fits every timer

} // namespace

KeepAlive::KeepAlive(core::Clock &clock, std::function<void()> poll, std::function<void()> lost)
    : m_clock(clock)
    , m_poll(std::move(poll))
    , m_lost(std::move(lost))
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
    m_alarm->start(m_timeout);
}

void KeepAlive::stop()
{
    m_state = State::Off;
    m_alarm->stop();
}

void KeepAlive::heard()
{
    if (m_state == State::Off)
        return;
    m_since = m_clock.now();
    m_state = State::Listening;
}

void KeepAlive::ring()
{
    const core::Duration left = m_since + m_timeout - m_clock.now();
    if (left > core::Duration::zero()) { // something came since the alarm was set
        m_alarm->start(left);
        return;
    }
    switch (m_state) {
    case State::Off: return;
    case State::Listening:
        m_state = State::Polled;
        m_since = m_clock.now();
        m_alarm->start(m_timeout);
        m_poll();
        return;
    case State::Polled:
        stop();
        m_lost();
        return;
    }
}

} // namespace wire
