#pragma once

#include "presentation/tables/boardmodel.h"
#include "widgets/actions/actionstarter.h"
#include "widgets/desk/deskwindow.h"

class QAction;

namespace widgets {

namespace Ui {
class SupervisorWindow;
}
class EmptyState;
class RoutePanel;
class StateCounter;
class ToastArea;

/// The supervisor's window: everybody's lights in a table, and below it what can be done to the recording of
/// the chosen row's call. The route desk is its second page, where there are routing points.
class SupervisorWindow : public DeskWindow
{
    Q_OBJECT

public:
    SupervisorWindow(model::Desk &desk, presentation::Theme &theme, QWidget *parent = nullptr);
    ~SupervisorWindow() override;

protected:
    QWidget *homeOf(model::CallId call) override;
    void refreshFace() override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void makeCounters();
    void makeFilterMenu();
    void makeShortcuts();
    void followDesk();
    void setFilter(presentation::BoardFilter filter);
    void refreshFilter();
    void refreshCounts();
    void refreshRows();
    void refreshDetail();
    void refreshIfChosen(int index);
    void refreshTimes();
    void refreshRouteDesk();
    void countWaiting();
    void openActions(const QPoint &globalPosition);

    const presentation::Theme &m_theme;
    presentation::BoardModel m_model;
    std::unique_ptr<Ui::SupervisorWindow> m_ui;
    EmptyState *m_empty = nullptr;
    RoutePanel *m_routes = nullptr;
    ToastArea *m_messages = nullptr;
    QList<StateCounter *> m_counters;
    QList<QAction *> m_filters;
    core::Frame m_counting; ///< a thousand events do not lay the footer out a thousand times
    ActionStarter m_starter;
    model::CallId m_followed;
};

} // namespace widgets
