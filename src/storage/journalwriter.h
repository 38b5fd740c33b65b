#pragma once

#include "core/clock.h"
#include "core/result.h"
#include "model/journal/previousrun.h"

#include <QObject>
#include <QThread>

#include <memory>
#include <optional>

namespace storage {

class JournalDisk;
struct JournalOutcome;

/// Brings entries to the disk by a thread of its own: whoever adds them never waits for the disk, however
/// long that stands. What comes in one pass of the event loop goes in one transaction, and the next when that
/// one is on the disk. Where the disk does not take them they wait in memory, as many as Limits allows, and
/// are written as soon as it does.
class JournalWriter : public QObject
{
    Q_OBJECT

public:
    struct Limits
    {
        qsizetype capacity = 20'000; ///< entries that wait; some 200 bytes each
        core::Duration retry = std::chrono::seconds(5);
        core::Duration standing = std::chrono::seconds(5);  ///< so long without an answer is a trouble
        int keepDays = 400;                                 ///< what is older is taken out
        core::Duration lastWord = std::chrono::seconds(10); ///< how long the end waits for the disk
    };

    JournalWriter(const QString &path, core::Clock &clock, const Limits &limits, QObject *parent = nullptr);
    /// Writes what is left, as far as the disk takes it within Limits::lastWord.
    ~JournalWriter() override;

    void add(const model::JournalEntry &entry);
    /// Entries of which the disk has not said that it has them.
    qsizetype waiting() const { return m_waiting.size(); }
    /// Why nothing is written now.
    const std::optional<core::Error> &trouble() const { return m_trouble; }

Q_SIGNALS:
    void troubleChanged();
    /// So many entries more are on the disk.
    void written(qsizetype count);
    /// How the program that wrote the file before has ended; once, where it is known.
    void previousRunKnown(const model::PreviousRun &run);
    /// The file could not be used: it is `path` now, and a new one has been begun.
    void keptAside(const QString &path);

private:
    void handOver();
    void take(const JournalOutcome &outcome);
    void sayStanding();
    void setTrouble(const std::optional<core::Error> &trouble);
    bool isForGood() const; ///< nothing will be written to this file
    void noteGap();

    const QString m_path;
    core::Clock &m_clock;
    const Limits m_limits;
    std::unique_ptr<core::Alarm> m_next;     ///< the next batch
    std::unique_ptr<core::Alarm> m_standing; ///< the disk's answer is overdue
    QList<model::JournalEntry> m_waiting;
    qsizetype m_handedOver = 0; ///< of these the first: the disk has them in hand
    qsizetype m_dropped = 0;
    std::optional<core::Error> m_trouble;
    std::unique_ptr<QThread> m_thread;
    JournalDisk *m_disk; ///< lives in m_thread, which deletes it
};

} // namespace storage
