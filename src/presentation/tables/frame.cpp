#include "presentation/tables/frame.h"

#include <algorithm>

namespace presentation {

Frame::Frame(core::Clock &clock, std::function<void()> flush, core::Duration length)
    : m_clock(clock)
    , m_flush(std::move(flush))
    , m_length(length)
    , m_alarm(clock.alarm([this] { Frame::flush(); }))
{
}

void Frame::flushSoon()
{
    const core::Instant now = m_clock.now();
    if (!m_flushedAt || now - *m_flushedAt >= m_length)
        flush();
    else if (!m_alarm->isActive())
        m_alarm->start(std::max(core::Duration(0), *m_flushedAt + m_length - now));
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

} // namespace presentation
