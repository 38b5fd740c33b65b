#include "app/commandline/journaloptions.h"

#include "app/commandline/instance.h"

#include <QCommandLineParser>
#include <QDateTime>

using namespace Qt::StringLiterals;

namespace app {

namespace {

core::Error wrongJournalOption(const QString &sentence)
{
    return {.kind = core::ErrorKind::InvalidInput, .text = sentence};
}

/// A day, or a time of a day; local where it does not say otherwise. A day as an end includes that day.
core::Result<std::optional<qint64>> timeFrom(const QCommandLineParser &parser, const QString &option,
                                             bool isEnd)
{
    using Outcome = std::optional<qint64>;
    if (!parser.isSet(option))
        return Outcome();
    const QString text = parser.value(option);
    if (const QDate day = QDate::fromString(text, Qt::ISODate); day.isValid() && text.size() == 10)
        return Outcome(day.addDays(isEnd ? 1 : 0).startOfDay().toMSecsSinceEpoch());
    if (const QDateTime time = QDateTime::fromString(text, Qt::ISODate); time.isValid() && text.size() > 10)
        return Outcome(time.toMSecsSinceEpoch());
    return wrongJournalOption(
        u"--%1 \"%2\" is neither a day like 2026-11-30 nor a time like 2026-11-30T08:15"_s.arg(option, text));
}

core::Result<JournalRequest::Job> jobFrom(const QCommandLineParser &parser)
{
    const bool isVerify = parser.isSet(u"verify"_s);
    if (isVerify == parser.isSet(u"export"_s))
        return wrongJournalOption(u"journal needs either --verify or --export csv|jsonl"_s);
    if (isVerify)
        return JournalRequest::Job::Verify;
    const QString format = parser.value(u"export"_s);
    if (format == u"csv")
        return JournalRequest::Job::ExportCsv;
    if (format == u"jsonl")
        return JournalRequest::Job::ExportLines;
    return wrongJournalOption(u"--export \"%1\" is none of csv, jsonl"_s.arg(format));
}

} // namespace

core::Result<JournalRequest> journalRequestFrom(const QCommandLineParser &parser)
{
    const QStringList given = parser.optionNames();
    for (const QString &option : given) {
        if (!QStringList{u"instance"_s, u"verify"_s, u"export"_s, u"from"_s, u"to"_s}.contains(option))
            return wrongJournalOption(u"journal knows no --%1"_s.arg(option));
    }
    const auto job = jobFrom(parser);
    if (!job)
        return job.error();
    if (*job == JournalRequest::Job::Verify && (parser.isSet(u"from"_s) || parser.isSet(u"to"_s)))
        return wrongJournalOption(u"--verify looks at the whole journal: --from and --to go with --export"_s);
    const auto instance = instanceFrom(parser, u"default"_s);
    if (!instance)
        return instance.error();
    const auto from = timeFrom(parser, u"from"_s, false);
    if (!from)
        return from.error();
    const auto to = timeFrom(parser, u"to"_s, true);
    if (!to)
        return to.error();
    if (*from && *to && **from >= **to)
        return wrongJournalOption(u"--from lies behind --to"_s);
    return JournalRequest{.job = *job, .instance = *instance, .from = *from, .to = *to};
}

} // namespace app
