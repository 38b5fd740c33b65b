#pragma once

#include "model/routing/routeorder.h"
#include "presentation/tables/waitingcallmodel.h"

#include <QWidget>

#include <memory>

class QButtonGroup;

namespace model {
class Desk;
}
namespace presentation {
class Theme;
}

namespace widgets {

namespace Ui {
class RoutePanel;
}
class SecondTick;

/// The route desk: the calls that wait on routing points, and the form that sends one on. What is typed stays
/// until the call has gone, and goes with it; a refusal is a toast.
class RoutePanel : public QWidget
{
    Q_OBJECT

public:
    RoutePanel(model::Desk &desk, const presentation::Theme &theme, SecondTick &tick,
               QWidget *parent = nullptr);
    ~RoutePanel() override;

    /// Where the focus is when none of the form's controls has it: the calls that wait.
    QWidget *home();

private:
    void layOutTable(const presentation::Theme &theme);
    void makeChoices();
    void showMore(bool more);
    void onChosen();
    const model::WaitingCall *chosen() const;
    void refresh();
    void refreshRows();
    void route();
    void clearForm();
    model::RouteOrder order() const;

    std::unique_ptr<Ui::RoutePanel> m_ui;
    model::Desk &m_desk;
    SecondTick &m_tick;
    presentation::WaitingCallModel m_model;
    QButtonGroup *m_records;
    model::CallId m_chosen;
    model::Dn m_chosenPoint;
};

} // namespace widgets
