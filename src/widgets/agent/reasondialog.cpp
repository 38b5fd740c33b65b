#include "widgets/agent/reasondialog.h"

#include "ui_reasondialog.h"

namespace widgets {

ReasonDialog::ReasonDialog(QWidget *parent)
    : Dialog(360, parent)
    , m_ui(std::make_unique<Ui::ReasonDialog>())
{
    m_ui->setupUi(this);
    connect(m_ui->cancel, &QPushButton::clicked, this, &ReasonDialog::reject);
    connect(m_ui->notReady, &QPushButton::clicked, this, &ReasonDialog::give);
    m_ui->reason->setFocus();
}

ReasonDialog::~ReasonDialog() = default;

void ReasonDialog::give()
{
    Q_EMIT given(m_ui->reason->text().trimmed());
    accept();
}

} // namespace widgets

#include "moc_reasondialog.cpp"
