#include "widgets/settings/advancedpage.h"

#include "ui_advancedpage.h"

#include "presentation/settings/settingstext.h"
#include "widgets/dialogs/filedialog.h"
#include "widgets/setup/fieldgrid.h"
#include "widgets/setup/fieldrows.h"

using namespace Qt::StringLiterals;
using model::ConnectionDraft;
using model::ConnectionField;

namespace widgets {

AdvancedPage::AdvancedPage(QWidget *parent)
    : SettingsPage(parent)
    , m_ui(std::make_unique<Ui::AdvancedPage>())
{
    m_ui->setupUi(&content());
    new FieldGrid(*m_ui->fields, content());
    Ui::AdvancedPage &ui = *m_ui;
    setFocusProxy(ui.clientCertificate);
    addConnectionRow(ConnectionField::ClientCertificate, {ui.clientCertificate, ui.clientCertificateBrowse},
                     *ui.clientCertificateNote);
    addConnectionRow(ConnectionField::ClientKey, {ui.clientKey, ui.clientKeyBrowse}, *ui.clientKeyNote);
    addConnectionRow(ConnectionField::Pins, {ui.pins}, *ui.pinsNote);
    addText(u"connection/addpTimeout"_s, *ui.addpTimeout, *ui.addpTimeoutNote);
    addText(u"connection/addpRemoteTimeout"_s, *ui.addpRemoteTimeout, *ui.addpRemoteTimeoutNote);
    const auto browse = [this](QPushButton &button, QLineEdit &field) {
        connect(&button, &QPushButton::clicked, this, [this, &field] {
            openFile(*this, field.accessibleName(), field.text(),
                     tr("PEM files (*.pem *.crt *.cer *.key);;All files (*)"),
                     [&field](const QString &path) { field.setText(path); });
        });
    };
    browse(*ui.clientCertificateBrowse, *ui.clientCertificate);
    browse(*ui.clientKeyBrowse, *ui.clientKey);
}

AdvancedPage::~AdvancedPage() = default;

void AdvancedPage::addConnectionRow(ConnectionField field, const QList<QWidget *> &fields, QLabel &note)
{
    rows().add({.key = model::keyOf(field), .fields = fields, .note = &note, .flaw = [this, field] {
                    return presentation::connectionFlawText(model::flawIn(draft(m_before), field), field);
                }});
}

void AdvancedPage::show(const model::Profile &, const model::Preferences &shown)
{
    m_before = shown;
    const ConnectionDraft draft = ConnectionDraft::from(shown);
    m_ui->clientCertificate->setText(draft.clientCertificate);
    m_ui->clientKey->setText(draft.clientKey);
    m_ui->pins->setText(draft.pins);
}

ConnectionDraft AdvancedPage::draft(const model::Preferences &preferences) const
{
    ConnectionDraft draft = ConnectionDraft::from(preferences);
    draft.clientCertificate = m_ui->clientCertificate->text();
    draft.clientKey = m_ui->clientKey->text();
    draft.pins = m_ui->pins->text();
    return draft;
}

core::Result<model::Preferences> AdvancedPage::applied(const model::Preferences &preferences) const
{
    const auto own = SettingsPage::applied(preferences);
    return own ? model::applied(draft(*own), *own) : own;
}

} // namespace widgets

#include "moc_advancedpage.cpp"
