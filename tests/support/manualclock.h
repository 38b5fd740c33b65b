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
};

} // namespace support
