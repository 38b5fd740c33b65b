#pragma once

#include "core/frame.h"
#include "widgets/desk/deskwindow.h"

namespace widgets {

namespace Ui {
class MainWindow;
}
class CallPanel;
class ToastArea;
class WindowFace;

/// The agent's window: places its panels, each of which follows the model by itself.
class MainWindow : public DeskWindow
{
    Q_OBJECT

public:
    MainWindow(model::Desk &desk, presentation::Theme &theme, QWidget *parent = nullptr);
    ~MainWindow() override;

    void showCaseData(const presentation::CaseKeys &keys) override;

protected:
    QWidget *homeOf(model::CallId call) override;
    void refreshFace() override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fitHeight();
    void refreshSummary();
    void refreshSummarySoon();

    std::unique_ptr<Ui::MainWindow> m_ui;
    CallPanel *m_calls;
    ToastArea *m_messages;
    WindowFace *m_face;
    core::Frame m_counting;
};

} // namespace widgets
