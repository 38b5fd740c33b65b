#pragma once

#include "app/replay/logsurvey.h"
#include "app/replay/replaydesk.h"
#include "core/frame.h"
#include "presentation/look/theme.h"
#include "widgets/replay/replaywindow.h"

namespace app {

/// Logs, one after the other, played in a window. What is opened, and a position before this one, is read by
/// a desk of its own, which takes the place of the one that is shown once it is there.
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

    void open(const QStringList &paths);
    void setPaused(bool isPaused);
    void setSpeed(double speed);
    /// At the highest speed, and in a log that grows, it stands still there.
    void jumpTo(core::Duration position);

private:
    void begin(const logreplay::LogSource &source, std::optional<core::Duration> position);
    void take(const ReplayDesk *desk);
    void onClosed(const ReplayDesk *desk, const core::Error &why);
    void survey();
    bool isAtItsOwnSpeed() const;
    void showProgress();
    widgets::ReplayProgress::Phase phase() const;

    const Plan m_plan;
    core::SystemClock m_clock;
    presentation::Theme m_theme;
    widgets::ReplayWindow m_window;
    core::Frame m_frame;
    std::unique_ptr<ReplayDesk> m_shown;
    std::unique_ptr<ReplayDesk> m_next;       ///< is being read
    std::optional<core::Duration> m_position; ///< where m_next will be shown; nullopt: it is another log
    std::unique_ptr<LogSurvey> m_survey;
    core::Duration m_length{0}; ///< of the log that is shown, as far as it is known
    qint64 m_bytes = 0; ///< that have been read of the one that is being read, else of the one that is shown
    qint64 m_size = 0;
    double m_speed;
    bool m_isPaused = false;
    bool m_isBroken = false;
};

} // namespace app
