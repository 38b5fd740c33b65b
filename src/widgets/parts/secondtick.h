#pragma once

#include "core/clock.h"

#include <QObject>
#include <QSet>

namespace widgets {

/// Once a second while somebody shows a running time and the window is seen; otherwise nothing wakes up.
class SecondTick : public QObject
{
    Q_OBJECT

public:
    explicit SecondTick(core::Clock &clock, QObject *parent = nullptr);

    void setNeededBy(const QObject *who, bool needed);
    /// Ticks at once when it becomes true: what was not shown has grown old.
    void setSeen(bool seen);

Q_SIGNALS:
    void ticked();

private:
    void follow();
    void onAlarm();

    core::Clock &m_clock;
    std::unique_ptr<core::Alarm> m_alarm;
    core::Instant m_next;
    QSet<const QObject *> m_needing;
    bool m_seen = false;
};

} // namespace widgets
