#include "core/steppedclock.h"

#include <algorithm>

namespace core {

class SteppedClock::SteppedAlarm final : public Alarm
{
public:
    SteppedAlarm(SteppedClock &clock, std::function<void()> ring)
        : m_clock(clock)
        , m_ring(std::move(ring))
    {
    }
    ~SteppedAlarm() override { stop(); }
    void start(Duration after) override
    {
        stop();
        m_clock.m_due.emplace(m_clock.m_now + after, this);
    }
    void stop() override
    {
        std::erase_if(m_clock.m_due, [this](const auto &entry) { return entry.second == this; });
    }
    bool isActive() const override
    {
        return std::any_of(m_clock.m_due.begin(), m_clock.m_due.end(),
                           [this](const auto &entry) { return entry.second == this; });
    }
    void ring()
    {
        stop();
        const std::function<void()> ring = m_ring; // which may end this alarm
        ring();
    }

private:
    SteppedClock &m_clock;
    std::function<void()> m_ring;
};

SteppedClock::SteppedClock(const QDateTime &wall)
    : m_wallAtZero(wall)
{
}

QDateTime SteppedClock::wallTime() const
{
    return m_wallAtZero.addMSecs(m_now.time_since_epoch().count());
}

std::unique_ptr<Alarm> SteppedClock::alarm(std::function<void()> ring)
{
    return std::make_unique<SteppedAlarm>(*this, std::move(ring));
}

void SteppedClock::advance(Duration by)
{
    const Instant end = m_now + by;
    while (!m_due.empty() && m_due.begin()->first <= end) {
        const auto [when, alarm] = *m_due.begin();
        m_now = when;
        alarm->ring();
    }
    m_now = end;
}

void SteppedClock::setWallTime(const QDateTime &wall)
{
    m_wallAtZero = wall.addMSecs(-m_now.time_since_epoch().count());
}

} // namespace core
