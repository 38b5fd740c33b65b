#include "widgets/settings/exportdialog.h"

#include "ui_exportdialog.h"

#include "model/settings/edit/settingstransfer.h"
#include "model/settings/profile.h"
#include "widgets/dialogs/filedialog.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace widgets {

ExportDialog::ExportDialog(const model::Profile &profile, QWidget *parent)
    : Dialog(400, parent)
    , m_ui(std::make_unique<Ui::ExportDialog>())
    , m_profile(profile)
{
    m_ui->setupUi(this);
    setAccessibleDescription(m_ui->text->text());
    connect(m_ui->cancel, &QPushButton::clicked, this, &ExportDialog::reject);
    connect(m_ui->exportNow, &QPushButton::clicked, this, &ExportDialog::chooseFile);
}

ExportDialog::~ExportDialog() = default;

void ExportDialog::chooseFile()
{
    saveFile(*this, windowTitle(), QDir::home().filePath(u"tallylight-settings.ini"_s),
             tr("Settings (*.ini);;All files (*)"), u"ini"_s,
             [this](const QString &path, const QString &) { write(path); });
}

void ExportDialog::write(const QString &path)
{
    const auto written = model::exportTo(path, m_profile.chosen(), m_ui->withPerson->isChecked());
    accept();
    if (!written)
        Q_EMIT failed(written.error().text);
}

} // namespace widgets

#include "moc_exportdialog.cpp"
