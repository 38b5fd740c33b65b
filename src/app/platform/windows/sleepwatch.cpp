#include "app/platform/sleepwatch.h"

#include <QSocketNotifier>

namespace app {

core::Duration timeAsleep()
{
    return {};
}

SleepWatch::SleepWatch(std::function<core::Duration()> asleep, QObject *parent)
    : QObject(parent)
    , m_asleep(std::move(asleep))
    , m_before(m_asleep())
{
}

SleepWatch::~SleepWatch() = default;

void SleepWatch::arm() {}

void SleepWatch::onWallClockSet() {}

} // namespace app
