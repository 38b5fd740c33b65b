#include "core/clock.h"

#include <QTimer>

namespace core {

namespace {

class TimerAlarm final : public Alarm
{
public:
    explicit TimerAlarm(std::function<void()> ring)
    {
        m_timer.setSingleShot(true);
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, std::move(ring));
    }
    void start(Duration after) override
    {
        // A coarse timer may be 5 % late or early; short time-outs are promises.
        m_timer.setTimerType(after < std::chrono::seconds(20) ? Qt::PreciseTimer : Qt::CoarseTimer);
        m_timer.start(after);
    }
    void stop() override { m_timer.stop(); }
    bool isActive() const override { return m_timer.isActive(); }

private:
    QTimer m_timer;
};

} // namespace

Instant SystemClock::now() const
{
    const auto sinceBoot = std::chrono::steady_clock::now().time_since_epoch();
    return Instant(std::chrono::duration_cast<Duration>(sinceBoot));
}

QDateTime SystemClock::wallTime() const
{
    return QDateTime::currentDateTime();
}

std::unique_ptr<Alarm> SystemClock::alarm(std::function<void()> ring)
{
    return std::make_unique<TimerAlarm>(std::move(ring));
}

} // namespace core
