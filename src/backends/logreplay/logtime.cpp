#include "backends/logreplay/logtime.h"

#include <algorithm>
#include <utility>

using namespace std::chrono_literals;

namespace logreplay {

namespace {

constexpr core::Duration Day = 24h;
constexpr core::Duration AnHour = 1h;     ///< as much as a clock goes back in autumn
constexpr core::Duration Quarter = 15min; ///< zones are whole ones from Greenwich

constexpr bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// Takes `count` digits from the front; -1, and nothing is taken, when they are not there.
int takeDigits(std::string_view &text, std::size_t count)
{
    if (text.size() < count || !std::all_of(text.begin(), text.begin() + count, isDigit))
        return -1;
    int number = 0;
    for (const char c : text.substr(0, count))
        number = number * 10 + (c - '0');
    text.remove_prefix(count);
    return number;
}

bool take(std::string_view &text, char what)
{
    if (text.empty() || text.front() != what)
        return false;
    text.remove_prefix(1);
    return true;
}

/// Milliseconds of a fraction of any length.
int takeFraction(std::string_view &text)
{
    int milliseconds = 0;
    int weight = 100;
    for (; !text.empty() && isDigit(text.front()); text.remove_prefix(1)) {
        milliseconds += (text.front() - '0') * weight;
        weight /= 10;
    }
    return milliseconds;
}

std::optional<core::Duration> takeTimeOfDay(std::string_view &text)
{
    const int hour = takeDigits(text, 2);
    const int minute = take(text, ':') ? takeDigits(text, 2) : -1;
    const int second = take(text, ':') ? takeDigits(text, 2) : -1;
    if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 60)
        return std::nullopt;
    const int fraction = take(text, '.') || take(text, ',') ? takeFraction(text) : 0;
    return std::chrono::hours(hour) + std::chrono::minutes(minute) + std::chrono::seconds(second) +
           core::Duration(fraction);
}

std::optional<QDate> takeDate(std::string_view &text)
{
    const int year = takeDigits(text, 4);
    const int month = year >= 0 && take(text, '-') ? takeDigits(text, 2) : -1;
    const int day = month >= 0 && take(text, '-') ? takeDigits(text, 2) : -1;
    if (day < 0 || !QDate::isValid(year, month, day) || !(take(text, 'T') || take(text, ' ')))
        return std::nullopt;
    return QDate(year, month, day);
}

core::Duration midnightOf(QDate day)
{
    return core::Duration((day.toJulianDay() - QDate(1970, 1, 1).toJulianDay()) * Day.count());
}

/// The time of day on the day that brings it nearest.
core::Duration nearest(core::Duration sinceMidnight, core::Duration to)
{
    const core::Duration day = to / Day * Day;
    core::Duration best = day + sinceMidnight;
    for (const core::Duration other : {best - Day, best + Day}) {
        if (std::chrono::abs(other - to) < std::chrono::abs(best - to))
            best = other;
    }
    return best;
}

core::Duration roundedToQuarters(core::Duration zone)
{
    const auto half = Quarter / 2;
    return (zone + (zone.count() < 0 ? -half : half)) / Quarter * Quarter;
}

} // namespace

std::optional<Stamp> stampAt(std::string_view line)
{
    take(line, '@');
    std::string_view dated = line;
    const auto date = takeDate(dated);
    if (date)
        line = dated;
    const auto time = takeTimeOfDay(line);
    if (!time)
        return std::nullopt;
    return Stamp{.date = date, .sinceMidnight = *time};
}

Course LogTime::take(const Moment &moment)
{
    Course course = Course::NotKnown;
    if (moment.said)
        course = bySaid(moment);
    else if (moment.stamp && (m_zone || !m_hasSaid))
        course = byStamp(moment);
    if (moment.sequence)
        m_sequence = moment.sequence;
    return course;
}

Course LogTime::bySaid(const Moment &moment)
{
    const core::Duration said = *moment.said;
    const bool isFirst = !std::exchange(m_hasSaid, true) && m_latest; // so far it went by stamps alone
    if (moment.stamp) {
        const core::Duration zone = roundedToQuarters(shownBy(moment) - said);
        m_shift += isFirst ? zone : core::Duration(0);
        m_zone = zone;
    } else if (isFirst) {
        m_zone = *m_latest - said + toWall();
        m_shift = *m_latest - said;
        return Course::NotKnown;
    }
    return goTo(said + m_shift, moment);
}

Course LogTime::byStamp(const Moment &moment)
{
    return goTo(shownBy(moment) - toWall(), moment);
}

core::Duration LogTime::shownBy(const Moment &moment) const
{
    const Stamp &stamp = *moment.stamp;
    if (stamp.date)
        return midnightOf(*stamp.date) + stamp.sinceMidnight;
    if (moment.said)
        return nearest(stamp.sinceMidnight, *moment.said);
    if (!m_latest)
        return midnightOf(moment.day.value_or(m_day)) + stamp.sinceMidnight;
    const core::Duration earliest = *m_latest + toWall() - AnHour;
    core::Duration time = stamp.sinceMidnight + earliest / Day * Day;
    while (time < earliest)
        time += Day;
    while (time >= earliest + Day)
        time -= Day;
    return time;
}

Course LogTime::goTo(core::Duration time, const Moment &moment)
{
    if (!m_latest || time >= *m_latest) {
        m_latest = time;
        return Course::On;
    }
    m_back = *m_latest - time;
    if (m_back <= OutOfOrder)
        return Course::On;
    m_shift += m_back; // from here on it goes on from where it was
    const bool isNumberedOn = moment.sequence && m_sequence && *moment.sequence > *m_sequence;
    return isNumberedOn ? Course::SetBack : Course::Older;
}

} // namespace logreplay
