#include "presentation/words/duration.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace presentation {

namespace {

class DurationWords
{
    Q_DECLARE_TR_FUNCTIONS(presentation::Duration)
};

} // namespace

QString clockText(core::Duration duration)
{
    const qint64 seconds = std::max<qint64>(0, duration.count() / 1000);
    const qint64 hours = seconds / 3600;
    const QString rest =
        u"%1:%2"_s.arg(seconds / 60 % 60, 2, 10, QLatin1Char('0')).arg(seconds % 60, 2, 10, QLatin1Char('0'));
    return hours > 0 ? u"%1:%2"_s.arg(hours).arg(rest) : rest;
}

QString clockText(core::Duration duration, bool isWhole)
{
    return isWhole ? clockText(duration) : u"≥ "_s + clockText(duration);
}

QString spokenSpan(core::Duration duration)
{
    const int seconds = int(std::max<qint64>(0, duration.count() / 1000));
    const auto both = [](const QString &larger, const QString &smaller) {
        return DurationWords::tr("%1 and %2", "hours and minutes, or minutes and seconds")
            .arg(larger, smaller);
    };
    const QString minutes = DurationWords::tr("%n minute(s)", nullptr, seconds / 60 % 60);
    if (seconds >= 3600)
        return both(DurationWords::tr("%n hour(s)", nullptr, seconds / 3600), minutes);
    const QString rest = DurationWords::tr("%n second(s)", nullptr, seconds % 60);
    return seconds < 60 ? rest : both(minutes, rest);
}

QString heardText(core::Duration ago)
{
    const int seconds = int(std::max<qint64>(0, ago.count() / 1000));
    if (seconds < 60)
        return DurationWords::tr("heard %1 s ago").arg(seconds);
    if (seconds < 3600)
        return DurationWords::tr("heard %1 min ago").arg(seconds / 60);
    return DurationWords::tr("heard %1 h ago").arg(seconds / 3600);
}

int secondsUntil(core::Instant then, core::Instant now)
{
    return int(std::max<qint64>(0, ((then - now).count() + 999) / 1000));
}

} // namespace presentation
