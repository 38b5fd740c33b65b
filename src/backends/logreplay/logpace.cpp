#include "backends/logreplay/logpace.h"

namespace logreplay {

void LogPace::goOnFrom(core::Duration place)
{
    m_anchor = place;
    m_anchoredAt = m_clock.now();
}

std::optional<core::Duration> LogPace::waitFor(core::Duration place) const
{
    if (m_speed == AtOnce)
        return std::nullopt;
    const auto waiting = core::Duration(qint64(double((place - m_anchor).count()) / m_speed));
    const core::Duration left = m_anchoredAt + waiting - m_clock.now();
    return left.count() > 0 ? std::optional(left) : std::nullopt;
}

core::Duration LogPace::place() const
{
    return m_anchor + core::Duration(qint64(double((m_clock.now() - m_anchoredAt).count()) * m_speed));
}

} // namespace logreplay
