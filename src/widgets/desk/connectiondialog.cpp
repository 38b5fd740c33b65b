#include "widgets/desk/connectiondialog.h"

#include "ui_connectiondialog.h"

#include "model/desk.h"
#include "presentation/link/connectionfacts.h"
#include "widgets/parts/secondtick.h"

#include <QClipboard>
#include <QGuiApplication>

namespace widgets {

ConnectionDialog::ConnectionDialog(model::Desk &desk, SecondTick &tick,
                                   const std::function<QDateTime()> &since, QWidget *parent)
    : Dialog(QSize(460, 300), parent)
    , m_ui(std::make_unique<Ui::ConnectionDialog>())
    , m_desk(desk)
    , m_since(since)
{
    setWindowModality(Qt::NonModal); // it is read beside the calls
    m_ui->setupUi(this);
    connect(m_ui->close, &QPushButton::clicked, this, &ConnectionDialog::reject);
    connect(m_ui->copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_ui->text->toPlainText()); });
    connect(m_ui->tryNow, &QPushButton::clicked, &desk.connection, &model::ServerConnection::retry);
    connect(&desk.connection, &model::ServerConnection::stateChanged, this, &ConnectionDialog::refresh);
    connect(&tick, &SecondTick::ticked, this, &ConnectionDialog::refresh);
    refresh();
    m_ui->close->setFocus();
}

ConnectionDialog::~ConnectionDialog() = default;

void ConnectionDialog::refresh()
{
    const QString facts =
        presentation::connectionFacts(m_desk, m_desk.clock.now(), m_since()).join(QLatin1Char('\n'));
    if (facts != m_ui->text->toPlainText()) // else a selection would go
        m_ui->text->setPlainText(facts);
    const model::ServerConnection &connection = m_desk.connection;
    const bool waits = connection.state() == model::ConnectionState::Lost || connection.hasGivenUp() ||
                       connection.state() == model::ConnectionState::Waiting;
    m_ui->tryNow->setEnabled(waits && !connection.servers().isEmpty());
    m_ui->tryNow->setToolTip(m_ui->tryNow->isEnabled() ? tr("Connect without waiting any longer.")
                             : connection.servers().isEmpty()
                                 ? tr("No server is given.")
                                 : tr("The connection stands, or is being made."));
}

} // namespace widgets

#include "moc_connectiondialog.cpp"
