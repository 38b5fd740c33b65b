#include "widgets/parts/secondtick.h"

#include <algorithm>

namespace widgets {

constexpr core::Duration Second = std::chrono::seconds(1);

SecondTick::SecondTick(core::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_alarm(clock.alarm([this] { onAlarm(); }))
{
}

void SecondTick::setNeededBy(const QObject *who, bool needed)
{
    if (needed == m_needing.contains(who))
        return;
    if (needed) {
        m_needing.insert(who);
        connect(who, &QObject::destroyed, this, [this, who] { setNeededBy(who, false); });
    } else {
        m_needing.remove(who);
        disconnect(who, nullptr, this, nullptr);
    }
    follow();
}

void SecondTick::setSeen(bool seen)
{
    if (m_seen == seen)
        return;
    m_seen = seen;
    follow();
    if (m_seen)
        Q_EMIT ticked();
}

void SecondTick::follow()
{
    const bool wanted = m_seen && !m_needing.isEmpty();
    if (!wanted)
        m_alarm->stop();
    if (!wanted || m_alarm->isActive())
        return;
    m_next = m_clock.now() + Second;
    m_alarm->start(Second);
}

void SecondTick::onAlarm()
{
    // A fixed grid: ticks that are each a little late must not add up to a skipped second.
    const core::Instant now = m_clock.now();
    m_next += Second;
    if (m_next <= now)
        m_next = now + Second;
    m_alarm->start(m_next - now);
    Q_EMIT ticked();
}

} // namespace widgets

#include "moc_secondtick.cpp"
