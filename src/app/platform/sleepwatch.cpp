#include "app/platform/sleepwatch.h"

#include "core/logging.h"

#include <QSocketNotifier>

namespace app {

void SleepWatch::check()
{
    const core::Duration now = m_asleep();
    const core::Duration slept = now - std::exchange(m_before, now);
    if (slept < Noticeable)
        return;
    qCInfo(core::appLog) << "this machine has slept for" << slept.count() << "ms";
    Q_EMIT this->slept(slept);
}

} // namespace app

#include "moc_sleepwatch.cpp"
