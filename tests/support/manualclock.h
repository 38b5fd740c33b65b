#pragma once

#include "core/clock.h"

#include <map>

namespace support {

/// A clock that stands until a test moves it; alarms ring inside advance(), in order of their time.
class ManualClock final : public core::Clock
{
public:
    core::Instant now() const override { return m_now; }
    QDateTime wallTime() const override { return m_wall.addMSecs(m_now.time_since_epoch().count()); }
    std::unique_ptr<core::Alarm> alarm(std::function<void()> ring) override
    {
        return std::make_unique<ManualAlarm>(*this, std::move(ring));
    }

    void advance(core::Duration by)
    {
        const core::Instant end = m_now + by;
        while (!m_due.empty() && m_due.begin()->first <= end) {
            const auto [when, alarm] = *m_due.begin();
            m_now = when;
            alarm->ring();
        }
        m_now = end;
    }
    /// The wall clock alone: what a person or NTP does to it.
    void setWallTime(const QDateTime &wall) { m_wall = wall.addMSecs(-m_now.time_since_epoch().count()); }
    bool hasAlarms() const { return !m_due.empty(); }

private:
    class ManualAlarm final : public core::Alarm
    {
    public:
        ManualAlarm(ManualClock &clock, std::function<void()> ring)
            : m_clock(clock)
            , m_ring(std::move(ring))
        {
        }
        ~ManualAlarm() override { stop(); }
        void start(core::Duration after) override
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
            m_ring();
        }

    private:
        ManualClock &m_clock;
        std::function<void()> m_ring;
    };

    core::Instant m_now{core::Duration(0)};
    QDateTime m_wall = QDateTime(QDate(2026, 11, 22), QTime(14, 26, 23), Qt::UTC);
    std::multimap<core::Instant, ManualAlarm *> m_due;
};

} // namespace support
