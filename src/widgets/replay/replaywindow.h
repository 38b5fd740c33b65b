#pragma once

#include "core/clock.h"
#include "model/calls/callhistory.h"
#include "presentation/look/theme.h"
#include "presentation/tables/callrecordmodel.h"
#include "widgets/parts/timelinestrip.h"

#include <QMainWindow>

#include <memory>

namespace widgets {

namespace Ui {
class ReplayWindow;
}

/// How far the reading of a log has come.
struct ReplayProgress
{
    QString file = {}; ///< its path
    qint64 bytes = 0;
    qint64 size = 0;
    qint64 messages = 0;
    qint64 skipped = 0;       ///< damaged places
    QStringList remarks = {}; ///< the first of them: line and reason
    QString speed = {};       ///< "4 ×"; empty: as fast as it goes
    bool isOver = false;
};

/// A log that is read again: its calls and how their recordings went. It has no controls, as there is nobody
/// to ask.
class ReplayWindow : public QMainWindow
{
    Q_OBJECT

public:
    ReplayWindow(const model::CallHistory &history, core::Clock &clock, presentation::Theme &theme,
                 QWidget *parent = nullptr);
    ~ReplayWindow() override;

    void setProgress(const ReplayProgress &progress);

private:
    void layOutTable();
    void followModel();
    void copyFiles();
    void refreshCounts();
    void showSelected();
    TimelineContent timelineOf(const model::CallRecord &record) const;

    std::unique_ptr<Ui::ReplayWindow> m_ui;
    core::Clock &m_clock;
    presentation::Theme &m_theme;
    presentation::CallRecordModel m_model;
    ReplayProgress m_progress;
    bool m_isAtEnd = true;
};

} // namespace widgets
