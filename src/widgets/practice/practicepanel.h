#pragma once

#include "core/clock.h"
#include "widgets/parts/secondtick.h"
#include "widgets/practice/practice.h"

#include <QHash>
#include <QPointer>
#include <QWidget>

#include <memory>

class QPushButton;

namespace widgets {

namespace Ui {
class PracticePanel;
}

/// Says what happens in the practice and what to look at, and lets a person choose what happens. A window of
/// its own beside the desk's; closing puts it away.
class PracticePanel : public QWidget
{
    Q_OBJECT

public:
    PracticePanel(Practice &practice, core::Clock &clock, QWidget *parent = nullptr);
    ~PracticePanel() override;

    /// Shows itself beside this window without taking the focus, and keeps there while that is being placed.
    void showBeside(QWidget &window);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void makeChoices();
    void makeRefusals(QPushButton &button);
    void makeSpeeds();
    void choose(Practice::Choice choice, int code = 0);
    void refresh();
    void refreshPress(const PracticeScene &scene);
    void followVisibility();
    void place();

    std::unique_ptr<Ui::PracticePanel> m_ui;
    Practice &m_practice;
    core::Clock &m_clock;
    SecondTick m_tick;
    QHash<Practice::Choice, QPushButton *> m_choices;
    QHash<QPushButton *, double> m_speeds;
    QPointer<QWidget> m_beside;
    core::Instant m_shownAt = {};
    QString m_told; ///< of a press ahead, so that it is announced once
};

} // namespace widgets
