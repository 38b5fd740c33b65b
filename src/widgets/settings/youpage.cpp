#include "widgets/settings/youpage.h"

#include "ui_youpage.h"

#include "widgets/dialogs/filedialog.h"
#include "widgets/setup/fieldgrid.h"
#include "widgets/setup/fieldrows.h"

using namespace Qt::StringLiterals;

namespace widgets {

YouPage::YouPage(QWidget *parent)
    : SettingsPage(parent)
    , m_ui(std::make_unique<Ui::YouPage>())
{
    m_ui->setupUi(&content());
    new FieldGrid(*m_ui->supervisorFields, *m_ui->supervisorPart);
    setFocusProxy(m_ui->person);
    addPart(m_ui->person->rows());
    addText(u"supervisor/dns"_s, *m_ui->watchedDns, *m_ui->watchedDnsNote);
    addText(u"supervisor/dnFile"_s, *m_ui->dnFile, *m_ui->dnFileNote, {m_ui->dnFileBrowse});
    addText(u"supervisor/routingPoints"_s, *m_ui->routingPoints, *m_ui->routingPointsNote);
    connect(&m_ui->person->rows(), &FieldRows::changed, this, &YouPage::followRole);
    connect(m_ui->dnFileBrowse, &QPushButton::clicked, this, [this] {
        openFile(*this, m_ui->dnFile->accessibleName(), m_ui->dnFile->text(),
                 tr("Lists (*.csv *.txt);;All files (*)"),
                 [this](const QString &path) { m_ui->dnFile->setText(path); });
    });
    followRole();
}

YouPage::~YouPage() = default;

/// An agent sees no floor; what stands there stays.
void YouPage::followRole()
{
    m_ui->supervisorPart->setVisible(m_ui->person->role() == model::Role::Supervisor);
}

void YouPage::show(const model::Profile &profile, const model::Preferences &shown)
{
    m_ui->person->showPreferences(profile, shown);
}

core::Result<model::Preferences> YouPage::applied(const model::Preferences &preferences) const
{
    const auto own = SettingsPage::applied(preferences);
    return own ? m_ui->person->applied(*own) : own;
}

} // namespace widgets

#include "moc_youpage.cpp"
