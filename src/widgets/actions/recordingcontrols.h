#pragma once

#include "model/actions/callaction.h"
#include "model/calls/call.h"
#include "presentation/look/theme.h"

#include <QPointer>
#include <QWidget>

#include <memory>

class QAction;
class QMenu;
class QPushButton;

namespace model {
class Desk;
}

namespace widgets {

namespace Ui {
class RecordingControls;
}
class ActionStarter;

/// The row that moves a recording: one filled button for the most probable next step, Stop… which asks, and a
/// menu with everything. A control that is not possible now says why.
class RecordingControls : public QWidget
{
    Q_OBJECT

public:
    explicit RecordingControls(QWidget *parent = nullptr);
    ~RecordingControls() override;

    /// May be called again, for another call; a null id follows none: all is disabled. `refuge` takes the
    /// focus while the button that had it is not possible: else it would wander to Stop….
    void follow(model::Desk &desk, const presentation::Theme &theme, model::CallId id, QWidget *refuge);
    /// Shows the call as it is: whoever shows the call calls this when it or its certainty has changed.
    void refresh();
    /// Everything that can be done, where the mouse or the keyboard asked for it.
    void openMenu(const QPoint &globalPosition);
    /// As if it were chosen in the menu.
    void start(model::CallAction action);
    /// Why it cannot be started now; empty when it can.
    QString whyNot(const model::Call &call, model::CallAction action) const;

private:
    void fillMenu();
    QAction *addEntry(QMenu &menu, model::CallAction action, const model::Call &call, bool hasOptions);
    void refreshPrimary(const model::Call &call);
    void showNothing();
    void takeTones();
    void setPossible(QPushButton &button, const QString &why);

    std::unique_ptr<Ui::RecordingControls> m_ui;
    model::Desk *m_desk = nullptr;
    const presentation::Theme *m_theme = nullptr;
    model::CallId m_id;
    QPointer<QWidget> m_refuge;
    QPointer<QPushButton> m_exile; ///< the button whose focus the refuge keeps
    std::unique_ptr<ActionStarter> m_starter;
};

} // namespace widgets
