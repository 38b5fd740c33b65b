#pragma once

#include <QMainWindow>
#include <QPointer>

#include <memory>

namespace model {
class Desk;
}
namespace presentation {
class Theme;
}

namespace widgets {

namespace Ui {
class MainWindow;
}
class Appearance;
class Question;
class SecondTick;

/// The agent's window: places its panels, each of which follows the model by itself.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    MainWindow(model::Desk &desk, presentation::Theme &theme, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// Closes without the question that closing asks while a call is recorded or paused.
    void closeWithoutAsking();

protected:
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    bool isRecordingUnderWay() const;
    void askToClose();
    void refreshSummary();
    void followVisibility();

    model::Desk &m_desk;
    std::unique_ptr<Ui::MainWindow> m_ui;
    std::unique_ptr<SecondTick> m_tick;
    QPointer<Question> m_question;
    bool m_mayClose = false;
};

} // namespace widgets
