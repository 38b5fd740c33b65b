#include "widgets/settings/connectionpage.h"

#include "ui_connectionpage.h"

#include "model/settings/profile.h"
#include "presentation/words/settingstext.h"
#include "widgets/parts/styleproperty.h"

#include <QApplication>
#include <QFileDialog>

#include <algorithm>

using model::ConnectionDraft;
using model::ConnectionField;
using model::ConnectionFlaw;

namespace widgets {

ConnectionPage::ConnectionPage(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::ConnectionPage>())
{
    m_ui->setupUi(this);
    Ui::ConnectionPage &ui = *m_ui;
    m_rows = {
        {ConnectionField::Primary, {ui.primaryHost, ui.primaryPort, ui.primarySecure}, ui.primaryNote},
        {ConnectionField::Backup, {ui.backupHost, ui.backupPort, ui.backupSecure}, ui.backupNote},
        {ConnectionField::CaFile, {ui.caFile, ui.caFileBrowse}, ui.caFileNote},
        {ConnectionField::ClientCertificate,
         {ui.clientCertificate, ui.clientCertificateBrowse},
         ui.clientCertificateNote},
        {ConnectionField::ClientKey, {ui.clientKey, ui.clientKeyBrowse}, ui.clientKeyNote},
        {ConnectionField::Pins, {ui.pins}, ui.pinsNote},
        {ConnectionField::AddpTimeout, {ui.addpTimeout}, ui.addpTimeoutNote},
        {ConnectionField::AddpRemoteTimeout, {ui.addpRemoteTimeout}, ui.addpRemoteTimeoutNote},
        {ConnectionField::RequestTimeout, {ui.requestTimeout}, ui.requestTimeoutNote},
    };
    setFocusProxy(ui.primaryHost);
    for (const Row &row : std::as_const(m_rows))
        connectRow(row);
    connect(qApp, &QApplication::focusChanged, this, &ConnectionPage::leave);
    connect(ui.caFileBrowse, &QPushButton::clicked, this, [this] { chooseFile(*m_ui->caFile); });
    connect(ui.clientCertificateBrowse, &QPushButton::clicked, this,
            [this] { chooseFile(*m_ui->clientCertificate); });
    connect(ui.clientKeyBrowse, &QPushButton::clicked, this, [this] { chooseFile(*m_ui->clientKey); });
}

ConnectionPage::~ConnectionPage() = default;

void ConnectionPage::connectRow(const Row &row)
{
    for (QWidget *widget : row.fields) {
        if (auto *edit = qobject_cast<QLineEdit *>(widget)) {
            connect(edit, &QLineEdit::textChanged, this, &ConnectionPage::refresh);
        } else if (auto *box = qobject_cast<QCheckBox *>(widget)) {
            connect(box, &QCheckBox::toggled, this, &ConnectionPage::refresh);
        }
    }
}

/// From the host to its port is no leaving, and neither is to another window.
void ConnectionPage::leave(QWidget *from, const QWidget *to)
{
    for (const Row &row : std::as_const(m_rows)) {
        const bool isLeft = to && row.fields.contains(from) && !row.fields.contains(to);
        if (!isLeft || m_left.contains(row.field))
            continue;
        m_left.insert(row.field);
        refresh();
    }
}

void ConnectionPage::fitNumber(QLineEdit &edit) const
{
    constexpr int Frame = 28; // of the field: border and padding
    if (edit.maxLength() <= 5)
        edit.setFixedWidth(fontMetrics().horizontalAdvance(QString(5, u'0')) + Frame);
}

void ConnectionPage::showProfile(const model::Profile &profile)
{
    m_profile = &profile;
    m_shown = ConnectionDraft::from(profile.chosen());
    m_ui->primaryHost->setText(m_shown.primary.host);
    m_ui->primaryPort->setText(m_shown.primary.port);
    m_ui->primarySecure->setChecked(m_shown.primary.isSecure);
    m_ui->backupHost->setText(m_shown.backup.host);
    m_ui->backupPort->setText(m_shown.backup.port);
    m_ui->backupSecure->setChecked(m_shown.backup.isSecure);
    m_ui->caFile->setText(m_shown.caFile);
    m_ui->clientCertificate->setText(m_shown.clientCertificate);
    m_ui->clientKey->setText(m_shown.clientKey);
    m_ui->pins->setText(m_shown.pins);
    m_ui->requestTimeout->setText(m_shown.requestTimeout);
    m_ui->addpTimeout->setText(m_shown.addpTimeout);
    m_ui->addpRemoteTimeout->setText(m_shown.addpRemoteTimeout);
    for (const Row &row : std::as_const(m_rows)) {
        for (QWidget *widget : row.fields) {
            widget->setEnabled(!profile.isFixed(model::keyOf(row.field)));
            if (auto *edit = qobject_cast<QLineEdit *>(widget))
                fitNumber(*edit);
        }
    }
    refresh();
}

ConnectionDraft ConnectionPage::draft() const
{
    const auto server = [](const QLineEdit *host, const QLineEdit *port, const QCheckBox *secure,
                           const model::ServerDraft &before) {
        return model::ServerDraft{.host = host->text(),
                                  .port = port->text(),
                                  .isSecure = secure->isChecked(),
                                  .caFile = before.caFile};
    };
    return {.primary = server(m_ui->primaryHost, m_ui->primaryPort, m_ui->primarySecure, m_shown.primary),
            .backup = server(m_ui->backupHost, m_ui->backupPort, m_ui->backupSecure, m_shown.backup),
            .caFile = m_ui->caFile->text(),
            .clientCertificate = m_ui->clientCertificate->text(),
            .clientKey = m_ui->clientKey->text(),
            .pins = m_ui->pins->text(),
            .requestTimeout = m_ui->requestTimeout->text(),
            .addpTimeout = m_ui->addpTimeout->text(),
            .addpRemoteTimeout = m_ui->addpRemoteTimeout->text()};
}

bool ConnectionPage::check()
{
    QWidget *first = nullptr;
    for (const Row &row : std::as_const(m_rows)) {
        m_left.insert(row.field);
        const ConnectionFlaw flaw = flawOf(row);
        if (flaw != ConnectionFlaw::None && !first)
            first = flaw == ConnectionFlaw::BadPort ? row.fields.value(1) : row.fields.first();
    }
    refresh();
    if (first)
        first->setFocus(Qt::OtherFocusReason);
    return !first;
}

/// What cannot be changed here is nobody's mistake here.
ConnectionFlaw ConnectionPage::flawOf(const Row &row) const
{
    return m_profile && !m_profile->isFixed(model::keyOf(row.field)) ? model::flawIn(draft(), row.field)
                                                                     : ConnectionFlaw::None;
}

void ConnectionPage::refresh()
{
    if (!m_profile)
        return;
    for (const Row &row : std::as_const(m_rows))
        refreshRow(row);
    Q_EMIT changed();
}

void ConnectionPage::refreshRow(const Row &row)
{
    const ConnectionFlaw flaw = m_left.contains(row.field) ? flawOf(row) : ConnectionFlaw::None;
    const bool isFlawed = flaw != ConnectionFlaw::None;
    const QString text = isFlawed
                             ? presentation::connectionFlawText(flaw, row.field)
                             : presentation::settingSourceText(m_profile->sourceOf(model::keyOf(row.field)));
    row.note->setText(text);
    setStyleProperty(*row.note, "kind", QByteArray(isFlawed ? "flaw" : "quiet"));
    for (QWidget *widget : row.fields) {
        widget->setAccessibleDescription(text);
        const bool isPort = widget == row.fields.value(1);
        const bool isHere = isFlawed && (flaw == ConnectionFlaw::BadPort) == isPort;
        if (qobject_cast<QLineEdit *>(widget))
            setStyleProperty(*widget, "flawed", isHere);
    }
}

void ConnectionPage::chooseFile(QLineEdit &field)
{
    auto *dialog = new QFileDialog(this, field.accessibleName(), QFileInfo(field.text()).absolutePath(),
                                   tr("PEM files (*.pem *.crt *.cer *.key);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, &field, &QLineEdit::setText);
    dialog->open();
}

} // namespace widgets

#include "moc_connectionpage.cpp"
