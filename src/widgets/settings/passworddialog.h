#pragma once

#include "widgets/dialogs/dialog.h"

#include <memory>

namespace model {
class ServerPasswords;
}

namespace widgets {

namespace Ui {
class PasswordDialog;
}

/// Asks for the password that a server wants. It goes when the question does, and deletes itself.
class PasswordDialog : public Dialog
{
    Q_OBJECT

public:
    PasswordDialog(model::ServerPasswords &passwords, QWidget *parent);
    ~PasswordDialog() override;

private:
    void refresh();
    void answer();
    void postpone();

    std::unique_ptr<Ui::PasswordDialog> m_ui;
    model::ServerPasswords &m_passwords;
};

} // namespace widgets
