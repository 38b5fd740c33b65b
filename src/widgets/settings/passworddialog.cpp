#include "widgets/settings/passworddialog.h"

#include "ui_passworddialog.h"

#include "model/link/serverpasswords.h"
#include "presentation/settings/settingstext.h"

using model::ServerPasswords;

namespace widgets {

namespace {

constexpr int PasswordDialogWidth = 400;

}

PasswordDialog::PasswordDialog(ServerPasswords &passwords, QWidget *parent)
    : Dialog(PasswordDialogWidth, parent)
    , m_ui(std::make_unique<Ui::PasswordDialog>())
    , m_passwords(passwords)
{
    m_ui->setupUi(this);
    connect(&passwords, &ServerPasswords::questionChanged, this, &PasswordDialog::refresh);
    connect(m_ui->password, &QLineEdit::textChanged, this,
            [this](const QString &text) { m_ui->connectNow->setEnabled(!text.isEmpty()); });
    connect(m_ui->connectNow, &QPushButton::clicked, this, &PasswordDialog::answer);
    connect(m_ui->later, &QPushButton::clicked, this, &PasswordDialog::reject);
    connect(this, &PasswordDialog::rejected, this, &PasswordDialog::postpone);
    m_ui->connectNow->setEnabled(false);
    m_ui->password->setFocus();
    refresh();
}

PasswordDialog::~PasswordDialog()
{
    m_ui->password->clear();
}

void PasswordDialog::refresh()
{
    const auto &question = m_passwords.question();
    if (!question)
        return done(Accepted); // answered, or not asked any more
    setWindowTitle(presentation::passwordTitle(*question));
    m_ui->title->setText(windowTitle());
    m_ui->reason->setText(presentation::passwordReason(*question));
    const bool isUsable = question->keychain == ServerPasswords::Keychain::Usable;
    m_ui->keep->setVisible(isUsable);
    m_ui->keychain->setVisible(!isUsable);
    m_ui->keychain->setText(presentation::keychainText(question->keychain));
    setAccessibleDescription(m_ui->reason->text());
    m_ui->password->setAccessibleDescription(m_ui->keychain->text());
}

void PasswordDialog::answer()
{
    QString password = m_ui->password->text();
    m_ui->password->clear();
    m_passwords.answer(password, m_ui->keep->isVisible() && m_ui->keep->isChecked());
    model::wipe(password);
}

void PasswordDialog::postpone()
{
    m_passwords.postpone();
}

} // namespace widgets

#include "moc_passworddialog.cpp"
