#pragma once

#include "app/replay/replaydesk.h"
#include "presentation/look/theme.h"
#include "widgets/replay/replaywindow.h"

namespace app {

/// A log, played in a window of its own.
class Replay : public QObject
{
    Q_OBJECT

public:
    struct Plan
    {
        logreplay::LogSource source;
        double speed = 1; ///< how many of the log's seconds pass in one of ours; LogLink::AtOnce: all at once
        model::RecordingKeys keys = {};
        presentation::ThemeChoice theme = {};
    };

    explicit Replay(const Plan &plan);

    /// Io or InvalidInput with one sentence when the file cannot be a log.
    core::Result<core::Done> start();

private:
    void showProgress();
    void showTrouble(const core::Error &why);

    const Plan m_plan;
    core::SystemClock m_clock;
    ReplayDesk m_replay;
    presentation::Theme m_theme;
    widgets::ReplayWindow m_window;
    qint64 m_bytes = 0;
    qint64 m_size = 0;
    QString m_name;
};

} // namespace app
