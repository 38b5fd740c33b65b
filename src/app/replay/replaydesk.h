#pragma once

#include "backends/logreplay/loglink.h"
#include "core/steppedclock.h"
#include "model/calls/callhistory.h"
#include "model/desk.h"

namespace app {

/// A desk on a log: everybody in it is watched, and nothing can be asked for.
struct ReplayDesk
{
    /// `kept`: so many calls that have ended stay in the history.
    ReplayDesk(const logreplay::LogSource &source, core::Clock &pace, double speed,
               const model::RecordingKeys &keys, int kept);

    void begin();
    /// What the log has said of recordings that means nothing; the first ones.
    const QStringList &unknownWords() const { return m_unknownWords; }

    core::SteppedClock time;
    logreplay::LogLink link;
    model::Desk desk;
    model::CallHistory history;

private:
    void noteWord(const QString &word);

    const QString m_name;
    QStringList m_unknownWords;
};

} // namespace app
