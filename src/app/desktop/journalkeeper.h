#pragma once

#include "model/calls/callhistory.h"
#include "model/journal/journal.h"
#include "storage/journalfile.h"
#include "storage/journalwriter.h"

#include <QFuture>

namespace model {
class Desk;
}

namespace app {

/// The desk's journal on its way to the disk; what goes wrong there becomes a toast. The light never waits
/// for it.
class JournalKeeper : public QObject
{
    Q_OBJECT

public:
    JournalKeeper(model::Desk &desk, const QString &path, const storage::JournalWriter::Limits &limits = {});

    const QString &path() const { return m_path; }
    /// Why nothing is written now.
    const std::optional<core::Error> &trouble() const { return m_writer.trouble(); }

    ~JournalKeeper() override;

    /// `program` with its version runs from here on; the shift's calls of before come to the desk once they
    /// are read.
    void begin(const QString &program);
    /// The last word; `how` the system has asked for it.
    void end(model::PreviousRun::End end, const QString &how = {}) { m_journal.end(end, how); }
    /// It did not end after all.
    void goOn() { m_journal.goOn(); }

private:
    void readShift();
    void showTrouble();
    void sayPrevious(const model::PreviousRun &run);

    model::Desk &m_desk;
    model::Journal m_journal;
    const QString m_path;
    storage::JournalWriter m_writer;
    QFuture<QList<model::CallRecord>> m_reading;
};

} // namespace app
