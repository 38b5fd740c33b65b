#pragma once

#include "core/steppedclock.h"

namespace support {

/// The clock of tests: it stands until the test moves it, and begins at a time that tests may rely on.
class ManualClock final : public core::SteppedClock
{
public:
    ManualClock()
        : core::SteppedClock(QDateTime(QDate(2026, 11, 22), QTime(14, 26, 23), Qt::UTC))
    {
    }
    /// As real clocks do: read one after the other they are a millisecond apart now and then, here by turns.
    void slip() { m_slips = true; }
    QDateTime wallTime() const override
    {
        const QDateTime wall = core::SteppedClock::wallTime();
        m_isApart = m_slips && !m_isApart;
        return m_isApart ? wall.addMSecs(-1) : wall;
    }

private:
    bool m_slips = false;
    mutable bool m_isApart = false;
};

} // namespace support
