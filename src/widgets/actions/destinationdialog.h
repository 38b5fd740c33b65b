#pragma once

#include "model/calls/call.h"
#include "widgets/dialogs/dialog.h"

#include <memory>

class QPushButton;

namespace model {
class Desk;
}

namespace widgets {

namespace Ui {
class DestinationDialog;
}

/// Asks where an own call is to go, and whether that somebody is asked first; says what becomes of its
/// recording. It deletes itself, and goes away when the call does.
class DestinationDialog : public Dialog
{
    Q_OBJECT

public:
    /// `likely` is what Enter means: to consult or to transfer.
    DestinationDialog(model::Desk &desk, const model::Call &call, model::CallAction likely, QWidget *parent);
    ~DestinationDialog() override;

private:
    void follow();
    void refresh(const model::Call &call);
    void showChoice(QPushButton &button, model::CallAction action, const model::Call &call,
                    const QString &flaw);
    /// What is wrong with the number; empty: nothing.
    QString flawOf(const model::Dn &destination, const model::Call &call) const;
    void send(model::CallAction action);

    std::unique_ptr<Ui::DestinationDialog> m_ui;
    model::Desk &m_desk;
    const model::CallId m_id;
};

} // namespace widgets
