#pragma once

#include "core/clock.h"
#include "storage/journalfile.h"

#include <QObject>

namespace storage {

/// What became of a batch of entries on its way to the disk.
struct JournalOutcome
{
    core::Result<core::Done> written = core::Done{}; ///< all of the batch, or nothing
    std::optional<model::PreviousRun> previous = {}; ///< known with the first batch that finds the file open
    QString keptAside = {}; ///< where the file is now that could not be used; empty: there was none
};

/// The journal's file in the thread that writes it: only values come in, and only values go out. It may stand
/// for as long as the disk does.
class JournalDisk : public QObject
{
    Q_OBJECT

public:
    JournalDisk(const QString &path, int keepDays);

    /// In this object's thread, as all of the following.
    void write(const QList<model::JournalEntry> &batch);
    /// The last word: all that `waits`. Its first `handedOver` were given to write() already.
    void finish(QList<model::JournalEntry> waits, qsizetype handedOver);

Q_SIGNALS:
    void done(const storage::JournalOutcome &outcome);

private:
    JournalOutcome attempt(const QList<model::JournalEntry> &batch);
    core::Result<core::Done> open(JournalOutcome &outcome);
    core::Result<core::Done> replace(const core::Error &why, JournalOutcome &outcome);

    void prune();

    const int m_keepDays;
    core::SystemClock m_clock;
    core::Instant m_pruned{}; ///< last
    JournalFile m_file;
    bool m_hasWritten = false; ///< the batch before
    bool m_hasLooked = false;  ///< how the program had ended before
};

} // namespace storage
