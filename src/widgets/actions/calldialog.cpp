#include "widgets/actions/calldialog.h"

#include "ui_calldialog.h"

#include "model/desk.h"
#include "presentation/words/actiontext.h"
#include "presentation/words/calls/dialtext.h"
#include "presentation/words/plaintext.h"

#include <QLineEdit>

namespace widgets {

constexpr int CallDialogWidth = 360;

CallDialog::CallDialog(model::Desk &desk, QWidget *parent)
    : Dialog(CallDialogWidth, parent)
    , m_ui(std::make_unique<Ui::CallDialog>())
    , m_desk(desk)
{
    m_ui->setupUi(this);
    m_ui->from->setText(
        tr("From your DN %1.").arg(presentation::plainText(desk.registry.ownDn().toString(), 40)));
    for (const model::Dn &number : desk.dialling.recent())
        m_ui->number->addItem(number.toString());
    m_ui->number->setCurrentText({});
    m_ui->number->lineEdit()->setMaxLength(128);
    m_ui->number->setCompleter(nullptr); // Enter is to call what was typed, not what it begins like
    connect(m_ui->number, &QComboBox::currentTextChanged, this, &CallDialog::refresh);
    connect(m_ui->cancel, &QPushButton::clicked, this, &CallDialog::reject);
    connect(m_ui->call, &QPushButton::clicked, this, &CallDialog::send);
    connect(&desk.dialling, &model::Dialling::changed, this, &CallDialog::refresh);
    connect(&desk.connection, &model::ServerConnection::stateChanged, this, &CallDialog::refresh);
    m_ui->number->setFocus();
    refresh();
}

CallDialog::~CallDialog() = default;

void CallDialog::refresh()
{
    const model::Dn destination = model::destinationFrom(m_ui->number->currentText());
    const auto why = m_desk.dialling.whyNot(destination);
    QString text;
    if (why) {
        text = std::holds_alternative<model::Obstacle>(*why)
                   ? presentation::dialObstacleText(std::get<model::Obstacle>(*why),
                                                    m_desk.connection.isOverdue())
                   : presentation::destinationFlawText(std::get<model::DestinationFlaw>(*why));
    }
    m_ui->call->setEnabled(!why);
    m_ui->call->setToolTip(text);
    // Nothing is wrong with a field that nothing has been typed into.
    m_ui->why->setText(m_ui->number->currentText().isEmpty() &&
                               m_desk.dialling.obstacle() == model::Obstacle::None
                           ? QString()
                           : text);
}

void CallDialog::send()
{
    if (m_desk.dialling.make(model::destinationFrom(m_ui->number->currentText())))
        accept();
    else
        refresh(); // it says why
}

} // namespace widgets

#include "moc_calldialog.cpp"
