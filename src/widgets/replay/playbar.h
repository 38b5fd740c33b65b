#pragma once

#include "widgets/replay/replayprogress.h"

#include <QWidget>

#include <memory>

namespace widgets {

namespace Ui {
class PlayBar;
}

/// Pause, speed and position of a log that is played.
class PlayBar : public QWidget
{
    Q_OBJECT

public:
    explicit PlayBar(QWidget *parent = nullptr);
    ~PlayBar() override;

    void setProgress(const ReplayProgress &progress);

Q_SIGNALS:
    void pauseRequested(bool isPaused);
    void speedRequested(double speed);
    void positionRequested(core::Duration position);

private:
    void fillSpeeds();
    void showPause();
    void showTime();
    void jumpTo(int second);

    std::unique_ptr<Ui::PlayBar> m_ui;
    ReplayProgress m_progress;
    bool m_isPaused = false;
    bool m_isShowing = false; ///< what changes then was not a person
};

} // namespace widgets
