#pragma once

#include "presentation/look/theme.h"
#include "presentation/tables/callrecordmodel.h"
#include "widgets/replay/replayprogress.h"

#include <QMainWindow>

#include <memory>

namespace widgets {

namespace Ui {
class ReplayWindow;
}

/// A log that is read again: its calls and how their recordings went. It has no controls for calls, as there
/// is nobody to ask. What it asks for comes back as a progress, or as another log.
class ReplayWindow : public QMainWindow
{
    Q_OBJECT

public:
    /// `pace` is the clock of the person who looks.
    ReplayWindow(core::Clock &pace, presentation::Theme &theme, QWidget *parent = nullptr);
    ~ReplayWindow() override;

    /// Another log, or the same at another position: then the call that is chosen stays so.
    void showLog(const model::CallHistory &history, core::Clock &time, bool isSame);
    void setProgress(const ReplayProgress &progress);

Q_SIGNALS:
    void openRequested(const QStringList &paths);
    void pauseRequested(bool isPaused);
    void speedRequested(double speed);
    void positionRequested(core::Duration position);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void connectParts();
    void copyFiles();
    void exportTable();
    void showTitle();
    void showPhase();
    void showEmpty();
    void showCounts();
    void showSelected();

    std::unique_ptr<Ui::ReplayWindow> m_ui;
    presentation::CallRecordModel m_model;
    ReplayProgress m_progress;
};

} // namespace widgets
