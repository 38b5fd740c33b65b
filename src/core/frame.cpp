#include "core/frame.h"

#include <algorithm>

namespace core {

Frame::Frame(Clock &clock, std::function<void()> flush, Duration length)
    : m_clock(clock)
    , m_flush(std::move(flush))
    , m_length(length)
    , m_alarm(clock.alarm([this] { Frame::flush(); }))
{
}

void Frame::flushSoon()
{
    const Instant now = m_clock.now();
    if (!m_flushedAt || now - *m_flushedAt >= m_length)
        flush();
    else if (!m_alarm->isActive())
        m_alarm->start(std::max(Duration(0), *m_flushedAt + m_length - now));
}

void Frame::flushAtEnd()
{
    if (!m_alarm->isActive())
        m_alarm->start(m_length);
}

void Frame::flush()
{
    m_flushedAt = m_clock.now();
    m_alarm->stop();
    m_flush();
}

} // namespace core
