#pragma once

#include "core/clock.h"
#include "widgets/desk/deskwindow.h"

namespace widgets {

namespace Ui {
class MainWindow;
}

/// The agent's window: places its panels, each of which follows the model by itself.
class MainWindow : public DeskWindow
{
    Q_OBJECT

public:
    MainWindow(model::Desk &desk, presentation::Theme &theme, QWidget *parent = nullptr);
    ~MainWindow() override;

private:
    void refreshSummary();
    void refreshSummarySoon();

    std::unique_ptr<Ui::MainWindow> m_ui;
    std::unique_ptr<core::Alarm> m_summaryAlarm;
};

} // namespace widgets
