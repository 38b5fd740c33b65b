#pragma once

#include "backends/logreplay/files/logtext.h"
#include "backends/logreplay/logfilter.h"

#include "core/clock.h"

#include <QDate>

namespace logreplay {

/// What a person has asked to read.
struct LogSource
{
    LogSource(const QString &path) // NOLINT(google-explicit-constructor): a file is the usual one
        : paths({path})
    {
    }
    explicit LogSource(const QStringList &paths)
        : paths(paths)
    {
    }

    QStringList paths;        ///< files and folders, in any order
    QString shownAs = {};     ///< in place of the only path, as LogPlace has it
    bool takesSeries = false; ///< also what the server wrote before and after, by the files' names
    bool follows = false;     ///< the last file grows
    QByteArray recordingKey = "GSIP_RECORD"; ///< of the pair in UserData that must not be missed
};

/// The files of a log in the order of their times, each looked into.
struct LogSeries
{
    struct Part
    {
        LogPlace place = {};
        QDate day = {};           ///< of stamps without a date at its beginning
        core::Duration begins{0}; ///< since 1970, for the order
        bool isTimed = false;     ///< else `begins` is that of its latest change
        bool hasMessages =
            true; ///< false: it was read to its end, and is no log, or a part in which nothing happened
    };

    QList<Part> parts = {};      ///< at least one
    QStringList passedOver = {}; ///< a sentence for each file of a folder that is no log
    LogFilter filter;            ///< what the first file shows of one
    qint64 size = 0;             ///< of all files

    QString name() const; ///< for people: that of the first, and how many more
};

/// Looks for them and into the beginning of each. The first sentence of LogText::open() for a file that was
/// named and cannot be read, or for a folder that holds no log; a file that is there twice, also packed
/// or cut short, counts once.
core::Result<LogSeries> seriesFrom(const LogSource &source);

/// For a log that has been read to its end, or so far, without an event in it.
core::Error holdsNoEvent(const QString &name);

/// For one that has been read to its end, whose events have no attributes.
core::Error holdsNoAttribute(const QString &name);

} // namespace logreplay
