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

class Question;
class SecondTick;

/// What the windows on a desk have in common: the look, the second tick while they are seen, and the question
/// before they close while a call of an own DN may be recorded. Others' calls are not asked about: their
/// light burns on their own desks.
class DeskWindow : public QMainWindow
{
    Q_OBJECT

public:
    DeskWindow(model::Desk &desk, presentation::Theme &theme, QWidget *parent = nullptr);
    ~DeskWindow() override;

    /// Closes without the question that closing asks while an own call is recorded or paused.
    void closeWithoutAsking();

protected:
    model::Desk &desk() const { return m_desk; }
    SecondTick &tick() const { return *m_tick; }

    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void askToClose();
    void followVisibility();

    model::Desk &m_desk;
    std::unique_ptr<SecondTick> m_tick;
    QPointer<Question> m_question;
    bool m_mayClose = false;
};

} // namespace widgets
