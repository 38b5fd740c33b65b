#include "backends/logreplay/logtime.h"

#include <algorithm>

using namespace std::chrono_literals;

namespace logreplay {

namespace {

constexpr core::Duration Day = 24h;
constexpr core::Duration OutOfOrder = 1h; ///< as much as a clock goes back in autumn

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

core::Duration LogTime::at(const Stamp &stamp)
{
    core::Duration time = midnightOf(stamp.date.value_or(m_day)) + stamp.sinceMidnight;
    if (!stamp.date && m_latest) {
        const core::Duration earliest = *m_latest - OutOfOrder;
        const auto behind = (*m_latest - stamp.sinceMidnight) / Day; // whole days since 1970
        time = stamp.sinceMidnight + behind * Day;
        while (time < earliest)
            time += Day;
        while (time >= earliest + Day)
            time -= Day;
    }
    m_latest = std::max(m_latest.value_or(time), time);
    return *m_latest;
}

} // namespace logreplay
