#include "app/platform/sleepwatch.h"

#include "core/logging.h"

#include <QSocketNotifier>

#include <sys/timerfd.h>
#include <unistd.h>

namespace app {

namespace {

std::chrono::nanoseconds timeOn(clockid_t clock)
{
    timespec now{};
    if (clock_gettime(clock, &now) != 0)
        return {};
    return std::chrono::seconds(now.tv_sec) + std::chrono::nanoseconds(now.tv_nsec);
}

} // namespace

core::Duration timeAsleep()
{
    const auto awake = timeOn(CLOCK_MONOTONIC); // first: being interrupted here must not look like less
    return std::chrono::duration_cast<core::Duration>(timeOn(CLOCK_BOOTTIME) - awake);
}

SleepWatch::SleepWatch(std::function<core::Duration()> asleep, QObject *parent)
    : QObject(parent)
    , m_asleep(std::move(asleep))
    , m_before(m_asleep())
    , m_timer(timerfd_create(CLOCK_REALTIME, TFD_NONBLOCK | TFD_CLOEXEC))
{
    if (m_timer < 0) {
        qCWarning(core::appLog) << "a sleep of this machine will not be noticed at once: no timerfd";
        return;
    }
    arm();
    m_notifier = std::make_unique<QSocketNotifier>(m_timer, QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &SleepWatch::onWallClockSet);
}

SleepWatch::~SleepWatch()
{
    m_notifier.reset(); // before the descriptor that it watches
    if (m_timer >= 0)
        ::close(m_timer);
}

void SleepWatch::arm()
{
    // As far ahead as the kernel counts: it is there to be cancelled, not to expire.
    const itimerspec never{.it_interval = {},
                           .it_value = {.tv_sec = std::numeric_limits<time_t>::max(), .tv_nsec = 0}};
    // ECANCELED: the clock was set meanwhile, and the timer runs again all the same.
    if (timerfd_settime(m_timer, TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET, &never, nullptr) != 0 &&
        errno != ECANCELED)
        qCWarning(core::appLog)
            << "a sleep of this machine will not be noticed at once: the timer is refused";
}

void SleepWatch::onWallClockSet()
{
    quint64 expirations = 0;
    (void)::read(m_timer, &expirations, sizeof expirations); // ECANCELED: that is what it is there for
    arm();
    check();
}

} // namespace app
