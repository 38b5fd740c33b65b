#include "widgets/mainwindow.h"

#include "ui_mainwindow.h"

#include "model/desk.h"
#include "presentation/connectiontext.h"
#include "widgets/agentbutton.h"
#include "widgets/appearance.h"
#include "widgets/callpanel.h"
#include "widgets/connectionstatus.h"
#include "widgets/question.h"
#include "widgets/secondtick.h"
#include "widgets/toastarea.h"

#include <QCloseEvent>

#include <algorithm>

namespace widgets {

MainWindow::MainWindow(model::Desk &desk, presentation::Theme &theme, QWidget *parent)
    : QMainWindow(parent)
    , m_desk(desk)
    , m_ui(std::make_unique<Ui::MainWindow>())
    , m_tick(std::make_unique<SecondTick>(desk.clock))
{
    new Appearance(theme, this);
    m_ui->setupUi(this);
    m_ui->headerRow->addWidget(new ConnectionStatus(desk, theme, *m_tick), 1);
    m_ui->headerRow->addWidget(new AgentButton(desk), 0, Qt::AlignVCenter);
    m_ui->column->insertWidget(1, new ToastArea(desk, theme));
    m_ui->column->insertWidget(2, new CallPanel(desk, theme, *m_tick), 1);

    const auto refresh = [this] { refreshSummary(); };
    connect(&desk.calls, &model::CallList::inserted, this, refresh);
    connect(&desk.calls, &model::CallList::changed, this, refresh);
    connect(&desk.calls, &model::CallList::certaintyChanged, this, refresh);
    // While a call is being removed it is still counted.
    connect(&desk.calls, &model::CallList::removed, this, refresh, Qt::QueuedConnection);
    m_ui->canvas->setFocus(); // nobody wants the first button in the header when the window opens
    refreshSummary();
}

MainWindow::~MainWindow() = default;

void MainWindow::refreshSummary()
{
    m_ui->callsInShort->setText(presentation::callsSummary(m_desk.calls));
}

bool MainWindow::isRecordingUnderWay() const
{
    return !m_desk.calls.openRecordings().isEmpty();
}

void MainWindow::closeWithoutAsking()
{
    m_mayClose = true;
    close();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (m_mayClose || !isRecordingUnderWay())
        return QMainWindow::closeEvent(event);
    event->ignore();
    askToClose();
}

void MainWindow::askToClose()
{
    if (m_question)
        return;
    m_question = new Question(
        {.title = tr("Close Tallylight?"),
         .text =
             tr("A call is being recorded, or its recording is paused. Closing does not end the recording: "
                "it goes on, but without its light."),
         .yes = tr("Close"),
         .no = tr("Keep open")},
        this);
    connect(m_question, &Question::confirmed, this, &MainWindow::closeWithoutAsking, Qt::QueuedConnection);
    m_question->open();
}

void MainWindow::followVisibility()
{
    m_tick->setSeen(isVisible() && !isMinimized());
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::WindowStateChange)
        followVisibility();
}

void MainWindow::showEvent(QShowEvent *event)
{
    QMainWindow::showEvent(event);
    followVisibility();
}

void MainWindow::hideEvent(QHideEvent *event)
{
    QMainWindow::hideEvent(event);
    followVisibility();
}

} // namespace widgets

#include "moc_mainwindow.cpp"
