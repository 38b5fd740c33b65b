#pragma once

#include "presentation/look/theme.h"
#include "presentation/tables/callrecordmodel.h"

#include <QWidget>

#include <memory>

namespace model {
class Desk;
}

namespace widgets {

namespace Ui {
class TodayWindow;
}
class SecondTick;

/// The own calls of this shift, those that go on and those that have ended: with whom, when, how their
/// recordings went and who has changed them; to be searched and copied. It deletes itself when it is closed.
class TodayWindow : public QWidget
{
    Q_OBJECT

public:
    TodayWindow(model::Desk &desk, presentation::Theme &theme, QWidget *parent = nullptr);
    ~TodayWindow() override;

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void copyChosen();
    void refresh();
    void refreshSums();

    std::unique_ptr<Ui::TodayWindow> m_ui;
    model::Desk &m_desk;
    presentation::CallRecordModel m_calls;
    std::unique_ptr<SecondTick> m_tick;
};

} // namespace widgets
