#include "widgets/settings/privacypage.h"

#include "ui_privacypage.h"

#include "presentation/words/plaintext.h"
#include "widgets/setup/fieldgrid.h"

#include <QDesktopServices>
#include <QFileInfo>
#include <QStandardPaths>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace widgets {

namespace {

/// Where the journal is; the folders of log and settings stand beside it in the system's way.
QString journalFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/tallylight"_s;
}

} // namespace

PrivacyPage::PrivacyPage(QWidget *parent)
    : SettingsPage(parent)
    , m_ui(std::make_unique<Ui::PrivacyPage>())
{
    m_ui->setupUi(&content());
    new FieldGrid(*m_ui->fields, content());
    addText(u"journal/keepDays"_s, *m_ui->keepDays, *m_ui->keepDaysNote);
    m_ui->folder->setText(presentation::plainText(journalFolder()));
    m_ui->openFolder->setEnabled(QFileInfo(journalFolder()).isDir());
    connect(m_ui->openFolder, &QPushButton::clicked, this,
            [] { QDesktopServices::openUrl(QUrl::fromLocalFile(journalFolder())); });
}

PrivacyPage::~PrivacyPage() = default;

void PrivacyPage::show(const model::Profile &, const model::Preferences &) {}

} // namespace widgets

#include "moc_privacypage.cpp"
