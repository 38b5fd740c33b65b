#pragma once

#include "core/clock.h"

#include <map>

namespace core {

/// A clock that stands until somebody moves it: the time of a log that is played, and of a test.
/// Alarms ring inside advance(), in order of their time.
class SteppedClock : public Clock
{
public:
    /// `wall` is what the clock on the wall says at the beginning.
    explicit SteppedClock(const QDateTime &wall);

    Instant now() const override { return m_now; }
    QDateTime wallTime() const override;
    std::unique_ptr<Alarm> alarm(std::function<void()> ring) override;

    /// Both clocks go on together.
    void advance(Duration by);
    /// The wall clock alone: what a person or NTP does to it, and where a log begins.
    void setWallTime(const QDateTime &wall);
    bool hasAlarms() const { return !m_due.empty(); }

private:
    class SteppedAlarm;

    Instant m_now{Duration(0)};
    QDateTime m_wallAtZero;
    std::multimap<Instant, SteppedAlarm *> m_due;
};

} // namespace core
