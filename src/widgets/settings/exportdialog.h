#pragma once

#include "widgets/dialogs/dialog.h"

#include <memory>

namespace model {
class Profile;
}

namespace widgets {

namespace Ui {
class ExportDialog;
}

/// Writes the settings into a file for other seats, the person's own ones only if that is ticked. It deletes
/// itself.
class ExportDialog : public Dialog
{
    Q_OBJECT

public:
    ExportDialog(const model::Profile &profile, QWidget *parent);
    ~ExportDialog() override;

Q_SIGNALS:
    void failed(const QString &why);

private:
    void chooseFile();
    void write(const QString &path);

    std::unique_ptr<Ui::ExportDialog> m_ui;
    const model::Profile &m_profile;
};

} // namespace widgets
