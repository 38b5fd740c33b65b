#pragma once

#include "core/clock.h"

#include <QObject>

#include <functional>
#include <memory>

class QSocketNotifier;

namespace app {

/// How long this machine has slept since it was started, as far as the system says; it only ever grows.
/// Linux: CLOCK_BOOTTIME, which goes on in sleep, less CLOCK_MONOTONIC, which does not (clock_gettime(2)).
core::Duration timeAsleep();

/// Says that the machine has slept: what was known before may be wrong, and the monotonic clock, on which all
/// time-outs run, has stood still meanwhile. Nothing is polled, so there is no wake-up of its own.
/// Linux: a timer on the wall clock that never expires is cancelled whenever that clock is set, and a resume
/// sets it (timerfd_create(2), TFD_TIMER_CANCEL_ON_SET); whether it was a sleep or a person who set the
/// clock, the two clocks' difference tells.
class SleepWatch : public QObject
{
    Q_OBJECT

public:
    /// Less than this is the time between two readings, or no sleep that anybody has missed anything in.
    static constexpr core::Duration Noticeable = std::chrono::milliseconds(200);

    explicit SleepWatch(std::function<core::Duration()> asleep = &timeAsleep, QObject *parent = nullptr);
    ~SleepWatch() override;

    /// Whether the system wakes this; false where nobody has built that.
    bool isWatching() const { return m_notifier != nullptr; }
    /// Compares; for whoever hears from elsewhere that there may have been a sleep.
    void check();

Q_SIGNALS:
    void slept(core::Duration howLong);

private:
    void arm();
    void onWallClockSet();

    std::function<core::Duration()> m_asleep;
    core::Duration m_before;
    std::unique_ptr<QSocketNotifier> m_notifier;
    int m_timer = -1;
};

} // namespace app
