#include "widgets/actions/destinationdialog.h"

#include "ui_destinationdialog.h"

#include "model/actions/destination.h"
#include "model/desk.h"
#include "presentation/words/actiontext.h"
#include "presentation/words/calltext.h"
#include "widgets/parts/clickguard.h"
#include "widgets/parts/styleproperty.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using model::CallAction;

namespace widgets {

namespace {

constexpr int DestinationDialogWidth = 400;

} // namespace

DestinationDialog::DestinationDialog(model::Desk &desk, const model::Call &call, CallAction likely,
                                     QWidget *parent)
    : Dialog(DestinationDialogWidth, parent)
    , m_ui(std::make_unique<Ui::DestinationDialog>())
    , m_desk(desk)
    , m_id(call.id)
{
    m_ui->setupUi(this);
    QPushButton *const button = likely == CallAction::Consult ? m_ui->consult : m_ui->transfer;
    button->setDefault(true);
    setStyleProperty(*button, "kind", QByteArray("primary"));
    connect(m_ui->number, &QLineEdit::textChanged, this, &DestinationDialog::follow);
    connect(m_ui->cancel, &QPushButton::clicked, this, &DestinationDialog::reject);
    connect(m_ui->consult, &QPushButton::clicked, this, [this] { send(CallAction::Consult); });
    connect(m_ui->transfer, &QPushButton::clicked, this, [this] { send(CallAction::Transfer); });
    connect(&desk.calls, &model::CallList::changed, this, &DestinationDialog::follow);
    connect(&desk.calls, &model::CallList::certaintyChanged, this, &DestinationDialog::follow);
    connect(&desk.calls, &model::CallList::removed, this, [this](model::CallId removed) {
        if (removed == m_id)
            ClickGuard::closeByItself(*this);
    });
    m_ui->number->setFocus();
    refresh(call);
}

DestinationDialog::~DestinationDialog() = default;

void DestinationDialog::follow()
{
    if (const model::Call *const call = m_desk.calls.find(m_id))
        refresh(*call);
    else
        ClickGuard::closeByItself(*this);
}

void DestinationDialog::refresh(const model::Call &call)
{
    const QString title =
        tr("Transfer the call with %1").arg(presentation::partiesText(m_desk.views.view(call), call.type));
    setWindowTitle(title);
    m_ui->title->setText(title);
    m_ui->outlook->setText(presentation::transferOutlookText(m_desk.control.transferOutlook(call)));
    setAccessibleDescription(m_ui->outlook->text());
    const QString flaw = flawOf(model::destinationFrom(m_ui->number->text()), call);
    showChoice(*m_ui->consult, CallAction::Consult, call, flaw);
    showChoice(*m_ui->transfer, CallAction::Transfer, call, flaw);
    // One line for both: where only one of them is impossible its tool tip says why.
    const bool isEither = m_ui->consult->isEnabled() || m_ui->transfer->isEnabled();
    m_ui->why->setText(isEither ? QString() : m_ui->transfer->toolTip());
}

void DestinationDialog::showChoice(QPushButton &button, CallAction action, const model::Call &call,
                                   const QString &flaw)
{
    const QString obstacle = presentation::obstacleText(m_desk.rules.obstacle(action, call), action, call,
                                                        m_desk.calls.isCertain());
    const QString why = obstacle.isEmpty() ? flaw : obstacle;
    button.setEnabled(why.isEmpty());
    button.setToolTip(why.isEmpty() ? presentation::actionPurpose(action) : why);
    button.setAccessibleDescription(button.toolTip());
}

QString DestinationDialog::flawOf(const model::Dn &destination, const model::Call &call) const
{
    if (!destination.isEmpty() && m_desk.views.view(call).parties.contains(destination))
        return tr("This number is in the call already.");
    return presentation::destinationFlawText(model::flawIn(destination, m_desk.views.actingDn(call)));
}

void DestinationDialog::send(CallAction action)
{
    const model::Dn destination = model::destinationFrom(m_ui->number->text());
    if (m_desk.control.perform(m_id, action, {.destination = destination}))
        accept();
    else
        follow(); // it says why
}

} // namespace widgets

#include "moc_destinationdialog.cpp"
