#include "widgets/setup/serverfields.h"

#include "ui_serverfields.h"

#include "model/settings/profile.h"
#include "presentation/settings/settingstext.h"
#include "widgets/dialogs/filedialog.h"
#include "widgets/setup/fieldgrid.h"
#include "widgets/setup/fieldrows.h"

using namespace Qt::StringLiterals;
using model::ConnectionDraft;
using model::ConnectionField;
using model::ConnectionFlaw;

namespace widgets {

namespace {

/// In the order of the form's box.
enum class Encryption { SystemAuthorities, OwnAuthorities, None };

Encryption encryptionOf(const ConnectionDraft &draft, bool isFresh)
{
    if (!draft.primary.isSecure && !isFresh)
        return Encryption::None;
    return draft.caFile.isEmpty() ? Encryption::SystemAuthorities : Encryption::OwnAuthorities;
}

} // namespace

ServerFields::ServerFields(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::ServerFields>())
    , m_rows(new FieldRows(*this))
{
    m_ui->setupUi(this);
    new FieldGrid(*m_ui->fields, *this);
    Ui::ServerFields &ui = *m_ui;
    setFocusProxy(ui.primaryHost);
    addServer(ConnectionField::Primary, {ui.primaryHost, ui.primaryPort}, ui.primaryNote);
    addServer(ConnectionField::Backup, {ui.backupHost, ui.backupPort}, ui.backupNote);
    m_rows->add({.key = model::keyOf(ConnectionField::Primary),
                 .fields = {ui.encryption},
                 .note = ui.encryptionNote});
    m_rows->add({.key = model::keyOf(ConnectionField::CaFile),
                 .fields = {ui.caFile, ui.caFileBrowse},
                 .note = ui.caFileNote,
                 .flaw = [this] { return flaw(ConnectionField::CaFile); }});
    connect(ui.caFileBrowse, &QPushButton::clicked, this, &ServerFields::chooseFile);
    connect(ui.encryption, &QComboBox::currentIndexChanged, this, &ServerFields::showCaFile);
    showCaFile();
}

ServerFields::~ServerFields() = default;

void ServerFields::addServer(ConnectionField field, const QList<QWidget *> &fields, QLabel *note)
{
    auto *const host = qobject_cast<QLineEdit *>(fields.first());
    auto *const port = qobject_cast<QLineEdit *>(fields.last());
    connect(host, &QLineEdit::editingFinished, this, [host, port] {
        const model::ServerDraft parts = model::parted({.host = host->text(), .port = port->text()});
        port->setText(parts.port);
        host->setText(parts.host);
    });
    m_rows->add({.key = model::keyOf(field),
                 .fields = fields,
                 .note = note,
                 .flaw = [this, field] { return flaw(field); },
                 .culprit =
                     [this, field, fields] {
                         return model::flawIn(draft(), field) == ConnectionFlaw::BadPort ? fields.last()
                                                                                         : fields.first();
                     }});
    constexpr int Frame = 28; // of the field: border and padding
    fields.last()->setFixedWidth(fontMetrics().horizontalAdvance(u"00000 "_s) + Frame);
}

QString ServerFields::flaw(ConnectionField field) const
{
    const bool isOwn = m_ui->encryption->currentIndex() == int(Encryption::OwnAuthorities);
    if (field == ConnectionField::CaFile && isOwn && m_ui->caFile->text().trimmed().isEmpty())
        return tr("Give the file, or choose the authorities of this computer.");
    if (field == ConnectionField::Primary && m_isRequired && m_ui->primaryHost->text().trimmed().isEmpty() &&
        m_ui->primaryPort->text().trimmed().isEmpty())
        return tr("Give the name or address of SIP Server, and its port.");
    return presentation::connectionFlawText(model::flawIn(draft(), field), field);
}

/// A server that is named here for the first time is spoken to encrypted, unless somebody says otherwise.
void ServerFields::showPreferences(const model::Profile &profile, const model::Preferences &shown)
{
    m_shown = ConnectionDraft::from(shown);
    m_ui->primaryHost->setText(m_shown.primary.host);
    m_ui->primaryPort->setText(m_shown.primary.port);
    m_ui->backupHost->setText(m_shown.backup.host);
    m_ui->backupPort->setText(m_shown.backup.port);
    m_ui->caFile->setText(m_shown.caFile);
    m_ui->encryption->setCurrentIndex(int(encryptionOf(m_shown, shown.servers.isEmpty())));
    m_rows->follow(profile);
    showCaFile();
}

void ServerFields::showCaFile()
{
    const bool isOwn = m_ui->encryption->currentIndex() == int(Encryption::OwnAuthorities);
    for (QWidget *widget :
         std::initializer_list<QWidget *>{m_ui->caFileLabel, m_ui->caFile, m_ui->caFileBrowse})
        widget->setVisible(isOwn);
    m_ui->caFileNote->setVisible(isOwn && !m_ui->caFileNote->text().isEmpty());
    const bool isNone = m_ui->encryption->currentIndex() == int(Encryption::None);
    m_ui->encryptionNote->setText(
        isNone ? tr("Others on the network can read the calls' data, and no server can prove who it is.")
               : QString());
    m_ui->encryptionNote->setVisible(isNone);
}

ConnectionDraft ServerFields::draft() const
{
    const auto choice = Encryption(m_ui->encryption->currentIndex());
    const bool isSecure = choice != Encryption::None;
    ConnectionDraft draft = m_shown;
    draft.primary.host = m_ui->primaryHost->text();
    draft.primary.port = m_ui->primaryPort->text();
    draft.backup.host = m_ui->backupHost->text();
    draft.backup.port = m_ui->backupPort->text();
    draft.primary = model::parted(draft.primary); // Enter and Alt+S leave no field
    draft.backup = model::parted(draft.backup);
    draft.primary.isSecure = draft.backup.isSecure = isSecure;
    if (choice == Encryption::OwnAuthorities)
        draft.caFile = m_ui->caFile->text();
    else if (choice == Encryption::SystemAuthorities)
        draft.caFile.clear();
    return draft;
}

core::Result<model::Preferences> ServerFields::applied(const model::Preferences &preferences) const
{
    ConnectionDraft whole = ConnectionDraft::from(preferences); // parts of it have no field here
    const ConnectionDraft own = draft();
    whole.primary = own.primary;
    whole.backup = own.backup;
    whole.caFile = own.caFile;
    return model::applied(whole, preferences);
}

void ServerFields::chooseFile()
{
    openFile(*this, m_ui->caFile->accessibleName(), m_ui->caFile->text(),
             tr("PEM files (*.pem *.crt *.cer);;All files (*)"),
             [this](const QString &path) { m_ui->caFile->setText(path); });
}

} // namespace widgets

#include "moc_serverfields.cpp"
