#pragma once

#include "core/clock.h"

#include <optional>
#include <string_view>

namespace logreplay {

/// The time at the beginning of a log line: `@HH:MM:SS.ffff`, `HH:MM:SS.mmm`, or ISO 8601 with its date. As
/// it is written: a zone behind it is passed over.
struct Stamp
{
    std::optional<QDate> date = {};
    core::Duration sinceMidnight{0};

    bool operator==(const Stamp &) const = default;
};

std::optional<Stamp> stampAt(std::string_view line);

/// Stamps to a time that only goes on. A stamp without a date is one of the day that puts it from an hour
/// before the latest to 23 hours after: so midnight goes by, and a line that comes out of order does not move
/// time.
class LogTime
{
public:
    /// The day of stamps without a date, until one has a date.
    void setFirstDay(QDate day) { m_day = day; }
    /// Since 1970 as the log's own clock shows it.
    core::Duration at(const Stamp &stamp);
    std::optional<core::Duration> latest() const { return m_latest; }

private:
    QDate m_day = QDate(1970, 1, 1);
    std::optional<core::Duration> m_latest;
};

} // namespace logreplay
