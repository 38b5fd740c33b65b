#pragma once

#include "model/journal/journal.h"
#include "storage/journalfile.h"
#include "storage/journalwriter.h"

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

    /// `program` with its version runs from here on.
    void begin(const QString &program) { m_journal.begin(program); }

private:
    void showTrouble();

    model::Desk &m_desk;
    model::Journal m_journal;
    const QString m_path;
    storage::JournalWriter m_writer;
};

} // namespace app
