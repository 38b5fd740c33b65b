#pragma once

#include "core/clock.h"
#include "core/result.h"
#include "model/journal/journalentry.h"

#include <QObject>

#include <memory>
#include <optional>

namespace storage {

class JournalFile;

/// Brings entries to the disk: what comes in one pass of the event loop goes in one transaction. Where the
/// disk does not take them they wait in memory, as many as Limits allows, and are written as soon as it does.
class JournalWriter : public QObject
{
    Q_OBJECT

public:
    struct Limits
    {
        qsizetype capacity = 20'000; ///< entries that wait; some 200 bytes each
        core::Duration retry = std::chrono::seconds(5);
        /// After a transaction nothing is written for so many times its duration, so that a slow disk costs
        /// the event loop a tenth of its time; but nothing waits for the disk longer than longestRest.
        int restFactor = 9;
        core::Duration longestRest = std::chrono::milliseconds(500);
    };

    JournalWriter(JournalFile &file, core::Clock &clock, const Limits &limits, QObject *parent = nullptr);
    /// Writes what is left, as far as the disk takes it.
    ~JournalWriter() override;

    void add(const model::JournalEntry &entry);
    qsizetype waiting() const { return m_waiting.size(); }
    /// Why nothing is written now.
    const std::optional<core::Error> &trouble() const { return m_trouble; }

Q_SIGNALS:
    void troubleChanged();
    /// The file could not be used: it is `path` now, and a new one has been begun.
    void keptAside(const QString &path);

private:
    void write();
    core::Result<core::Done> writeWaiting();
    core::Result<core::Done> writeNext();
    core::Result<core::Done> open();
    core::Result<core::Done> replace(const core::Error &why);
    bool isForGood() const; ///< nothing will be written to this file
    void take(const core::Result<core::Done> &outcome);
    void noteGap();

    JournalFile &m_file;
    core::Clock &m_clock;
    const Limits m_limits;
    std::unique_ptr<core::Alarm> m_alarm;
    QList<model::JournalEntry> m_waiting;
    qsizetype m_dropped = 0;
    std::optional<core::Error> m_trouble;
    core::Instant m_restUntil{};
};

} // namespace storage
