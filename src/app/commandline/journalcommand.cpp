#include "app/commandline/journalcommand.h"

#include "storage/journalfile.h"
#include "storage/journalreader.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <csignal>

using namespace Qt::StringLiterals;

namespace app {

namespace {

core::Result<core::Done> verifyTo(QIODevice &output, storage::JournalReader &reader)
{
    const auto extent = reader.verify();
    if (!extent)
        return extent.error();
    const QJsonObject said{{u"entries"_s, extent->entries()},
                           {u"first"_s, extent->first},
                           {u"last"_s, extent->last},
                           {u"lastHash"_s, QString::fromLatin1(extent->lastHash)}};
    output.write(QJsonDocument(said).toJson(QJsonDocument::Compact) + '\n');
    return core::Done{};
}

/// A changed entry is exported like any other, so it is said that there is one.
core::Result<core::Done> exportTo(QIODevice &output, storage::JournalReader &reader,
                                  storage::ExportFormat format, const storage::JournalRange &range)
{
    if (const auto exported = reader.exportTo(output, format, range); !exported)
        return exported;
    const auto extent = reader.verify();
    if (extent)
        return core::Done{};
    return core::Error{.kind = extent.error().kind,
                       .text = u"everything was exported, but the journal is not as it was written: "_s +
                               extent.error().text};
}

core::Result<core::Done> answerTo(QIODevice &output, storage::JournalReader &reader,
                                  const JournalRequest &request)
{
    storage::JournalRange range;
    range.from = request.from.value_or(range.from);
    range.to = request.to.value_or(range.to);
    switch (request.job) {
    case JournalRequest::Job::Verify: return verifyTo(output, reader);
    case JournalRequest::Job::ExportCsv: return exportTo(output, reader, storage::ExportFormat::Csv, range);
    case JournalRequest::Job::ExportLines:
        return exportTo(output, reader, storage::ExportFormat::JsonLines, range);
    }
    Q_UNREACHABLE();
}

} // namespace

ExitCode runJournal(const JournalRequest &request, const QString &program)
{
#ifdef SIGPIPE
    std::signal(SIGPIPE, SIG_IGN); // whoever reads no more is said like a full disk
#endif
    storage::JournalReader reader(storage::JournalFile::pathOf(request.instance));
    if (const auto opened = reader.open(); !opened)
        return fail(ExitCode::Refused, program, opened.error().text);
    QFile output;
    if (!output.open(stdout, QIODevice::WriteOnly))
        return fail(ExitCode::Refused, program,
                    u"the output cannot be written: %1"_s.arg(output.errorString()));
    if (const auto answered = answerTo(output, reader, request); !answered)
        return fail(ExitCode::Refused, program, answered.error().text);
    if (!output.flush())
        return fail(ExitCode::Refused, program,
                    u"the output cannot be written: %1"_s.arg(output.errorString()));
    return ExitCode::Done;
}

} // namespace app
