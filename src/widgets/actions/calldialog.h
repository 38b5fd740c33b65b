#pragma once

#include "widgets/dialogs/dialog.h"

#include <memory>

namespace model {
class Desk;
}

namespace widgets {

namespace Ui {
class CallDialog;
}

/// Asks whom to call from the own DN, with the numbers used last. It deletes itself.
class CallDialog : public Dialog
{
    Q_OBJECT

public:
    CallDialog(model::Desk &desk, QWidget *parent);
    ~CallDialog() override;

private:
    void refresh();
    void send();

    std::unique_ptr<Ui::CallDialog> m_ui;
    model::Desk &m_desk;
};

} // namespace widgets
