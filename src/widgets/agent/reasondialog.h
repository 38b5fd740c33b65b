#pragma once

#include "widgets/dialogs/dialog.h"

#include <memory>

namespace widgets {

namespace Ui {
class ReasonDialog;
}

/// Asks why the agent is not ready, where none of the usual reasons is it.
class ReasonDialog : public Dialog
{
    Q_OBJECT

public:
    explicit ReasonDialog(QWidget *parent);
    ~ReasonDialog() override;

Q_SIGNALS:
    void given(const QString &reason);

private:
    void give();

    std::unique_ptr<Ui::ReasonDialog> m_ui;
};

} // namespace widgets
