#pragma once

#include <QDateTime>

#include <chrono>
#include <functional>
#include <memory>

namespace core {

using Duration = std::chrono::milliseconds;

/// A point on the monotonic clock of this process; it never jumps when the wall clock is set.
struct MonotonicTime
{
    using rep = Duration::rep;
    using period = Duration::period;
    using duration = Duration;
    using time_point = std::chrono::time_point<MonotonicTime>;
    static constexpr bool is_steady = true;
};
using Instant = MonotonicTime::time_point;

/// Rings once, some time after start(). Deleting or stopping it silences it.
class Alarm
{
public:
    virtual ~Alarm() = default;
    virtual void start(Duration after) = 0; ///< starts, or starts over
    virtual void stop() = 0;
    virtual bool isActive() const = 0;
};

/// The one source of time and of time-outs: all logic takes a Clock, so that tests set the time instead of
/// waiting.
class Clock
{
public:
    virtual ~Clock() = default;

    virtual Instant now() const = 0;
    /// For people and journals only, never for logic. It is kept when something begins: worked out afresh
    /// each time that something is shown it differs by a millisecond now and then, as two clocks are read one
    /// after the other, and it is another one once somebody has set the clock.
    virtual QDateTime wallTime() const = 0;
    /// What the wall clock said at an instant of late, to be kept likewise.
    QDateTime wallTimeAt(Instant when) const { return wallTime().addMSecs((when - now()).count()); }
    virtual std::unique_ptr<Alarm> alarm(std::function<void()> ring) = 0; ///< `ring` runs from the event loop
};

/// The machine's clock; alarms are QTimers of the calling thread.
class SystemClock final : public Clock
{
public:
    Instant now() const override;
    QDateTime wallTime() const override;
    std::unique_ptr<Alarm> alarm(std::function<void()> ring) override;
};

} // namespace core
