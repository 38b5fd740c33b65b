#pragma once

#include "model/actions/actiondetails.h"
#include "model/calls/call.h"

#include <QCoreApplication>
#include <QDialog>
#include <QPointer>

namespace model {
class Desk;
}
namespace presentation {
class Theme;
}

namespace widgets {

/// Does to a call what a person asks for: at once, or when the question or dialog that belongs to it has been
/// answered. One of these is open at a time.
class ActionStarter
{
    Q_DECLARE_TR_FUNCTIONS(ActionStarter)

public:
    /// Questions stand before the window of `place`.
    ActionStarter(model::Desk &desk, const presentation::Theme &theme, QWidget *place);

    /// What goes with a consultation or a transfer is asked for.
    void start(model::CallId id, model::CallAction action, const model::ActionDetails &details = {});
    /// Of a recording action.
    void startWithOptions(model::CallId id, model::CallAction action);
    /// Why it cannot be started now; empty when it can.
    QString whyNot(const model::Call &call, model::CallAction action) const;

private:
    void askToRelease(model::CallId id);
    void show(QDialog *dialog);
    bool isAsking();

    model::Desk &m_desk;
    const presentation::Theme &m_theme;
    QWidget *m_place;
    QPointer<QDialog> m_dialog;
};

} // namespace widgets
