#pragma once

#include "core/clock.h"

#include <QDate>

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

/// What a log says about when a message happened.
struct Moment
{
    /// Of the event's own AttributeTimeinSecs and AttributeTimeinuSecs, since 1970.
    std::optional<core::Duration> said = {};
    std::optional<Stamp> stamp = {}; ///< of its head, or of the line beside it
    std::optional<QDate> day = {};   ///< the latest date that the log shows before it
    std::optional<qint64> sequence = {};
};

/// How the time of a message follows that of the one before.
enum class Course : quint8 {
    On,       ///< by so much as the two tell
    NotKnown, ///< nothing says when it was: time stands
    SetBack,  ///< the clock was set back between them: how much time passed nobody can say
    Older,    ///< it may be another part of the log, older than the one before: nothing goes on into it
};

/// Moments to a time that only goes on. What events say of their time outranks stamps, and goes on evenly
/// where a wall clock does not. A stamp without a date is one of the day that puts it from an hour before the
/// latest to 23 hours after, so midnight goes by; or of the day that is nearest to what the event says. What
/// comes out of order by less than OutOfOrder does not move time.
class LogTime
{
public:
    static constexpr core::Duration OutOfOrder{2000}; ///< and that much: threads write one after the other

    /// The day of stamps without a date, until one has a date.
    void setFirstDay(QDate day) { m_day = day; }
    Course take(const Moment &moment);
    /// Of the latest message, from any beginning: for the time between two.
    core::Duration latest() const { return m_latest.value_or(core::Duration(0)); }
    /// By how much time went back, after SetBack or Older.
    core::Duration wentBack() const { return m_back; }
    /// The number of the event that is to be taken is the one that follows.
    bool follows(const Moment &moment) const
    {
        return moment.sequence && m_sequence && *moment.sequence == *m_sequence + 1;
    }
    /// To be added to any such time for what the log's clock shows then: since 1970 as it is written.
    core::Duration toWall() const { return m_zone.value_or(core::Duration(0)) - m_shift; }

private:
    Course bySaid(const Moment &moment);
    Course byStamp(const Moment &moment);
    core::Duration shownBy(const Moment &moment) const;
    Course goTo(core::Duration time, const Moment &moment);

    QDate m_day = QDate(1970, 1, 1);
    std::optional<core::Duration> m_latest;
    core::Duration m_shift{0};            ///< from what events say to the time that only goes on
    std::optional<core::Duration> m_zone; ///< from what events say to what stamps show
    bool m_hasSaid = false;               ///< some event has said its time
    std::optional<qint64> m_sequence;
    core::Duration m_back{0};
};

} // namespace logreplay
