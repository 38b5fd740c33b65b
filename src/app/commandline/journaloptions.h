#pragma once

#include "core/result.h"

#include <QString>

#include <optional>

class QCommandLineParser;

namespace app {

/// `tallylightctl journal …`: it looks at the file, and needs no desktop.
struct JournalRequest
{
    enum class Job { Verify, ExportCsv, ExportLines };

    Job job = Job::Verify;
    QString instance = {};
    std::optional<qint64> from = {}; ///< milliseconds since 1970-01-01 UTC, with it
    std::optional<qint64> to = {};   ///< without it
};

/// InvalidInput with one sentence when the options are wrong.
core::Result<JournalRequest> journalRequestFrom(const QCommandLineParser &parser);

} // namespace app
