#pragma once

#include "model/actions/callaction.h"
#include "model/calls/call.h"
#include "presentation/look/theme.h"

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

    /// Once, before anything else. `starter` does what is chosen here.
    void setUp(model::Desk &desk, const presentation::Theme &theme, ActionStarter &starter);
    /// Of two that are shown only one may have mnemonics.
    void setMnemonics(bool has);
    /// This call from now on; a null id follows none: all is disabled.
    void follow(model::CallId id);
    /// Shows the call as it is: whoever shows the call calls this when it or its certainty has changed.
    void refresh();
    /// Everything that can be done, where the mouse or the keyboard asked for it.
    void openMenu(const QPoint &globalPosition);

Q_SIGNALS:
    /// Something has been chosen in the menu, whose button has the focus.
    void menuDone();

private:
    void start(model::CallAction action);
    void fillMenu();
    void addParties(QMenu &menu, const model::Call &call);
    QAction *addEntry(QMenu &menu, model::CallAction action, const model::Call &call, bool hasOptions);
    void refreshPrimary(const model::Call &call);
    void showNothing();
    void takeTones();
    void setPossible(QPushButton &button, const QString &why);

    std::unique_ptr<Ui::RecordingControls> m_ui;
    model::Desk *m_desk = nullptr;
    const presentation::Theme *m_theme = nullptr;
    ActionStarter *m_starter = nullptr;
    model::CallId m_id;
};

} // namespace widgets
