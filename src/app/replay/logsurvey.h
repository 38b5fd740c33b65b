#pragma once

#include "backends/logreplay/loglink.h"
#include "core/steppedclock.h"

namespace app {

/// Reads a log as fast as it goes, for how long it is and nothing else, while another reader plays it.
class LogSurvey : public QObject
{
    Q_OBJECT

public:
    LogSurvey(const logreplay::LogSource &source, core::Clock &pace);

    /// From its first event to its last, as far as it has been read.
    core::Duration length() const { return m_link.position(); }

Q_SIGNALS:
    void grown();

private:
    core::SteppedClock m_time;
    logreplay::LogLink m_link;
};

} // namespace app
