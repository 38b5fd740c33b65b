#include "widgets/deskwindow.h"

#include "model/desk.h"
#include "widgets/appearance.h"
#include "widgets/programbutton.h"
#include "widgets/question.h"
#include "widgets/secondtick.h"
#include "widgets/tracewindow.h"

#include <QCloseEvent>

namespace widgets {

DeskWindow::DeskWindow(model::Desk &desk, presentation::Theme &theme, QWidget *parent)
    : QMainWindow(parent)
    , m_desk(desk)
    , m_theme(theme)
    , m_tick(std::make_unique<SecondTick>(desk.clock))
{
    new Appearance(theme, this);
    m_programButton = new ProgramButton(theme, this);
}

DeskWindow::~DeskWindow() = default;

void DeskWindow::closeWithoutAsking()
{
    m_mayClose = true;
    close();
}

void DeskWindow::offerDiagnostics(model::MessageTrace &trace)
{
    m_programButton->addEntry(tr("Message &trace"), [this, &trace] { showTrace(trace); });
    m_programButton->addEntry(tr("Save &diagnostic bundle…"), [this] { Q_EMIT diagnosticsRequested(); });
}

void DeskWindow::showTrace(model::MessageTrace &trace)
{
    if (!m_trace)
        m_trace = new TraceWindow(trace, m_desk.clock, m_theme, this);
    m_trace->show();
    m_trace->raise();
    m_trace->activateWindow();
}

void DeskWindow::closeEvent(QCloseEvent *event)
{
    if (m_mayClose || m_desk.control.openRecordings().isEmpty())
        return QMainWindow::closeEvent(event);
    event->ignore();
    askToClose();
}

void DeskWindow::askToClose()
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
    connect(m_question, &Question::confirmed, this, &DeskWindow::closeWithoutAsking, Qt::QueuedConnection);
    m_question->open();
}

void DeskWindow::followVisibility()
{
    m_tick->setSeen(isVisible() && !isMinimized());
}

void DeskWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::WindowStateChange)
        followVisibility();
}

void DeskWindow::showEvent(QShowEvent *event)
{
    QMainWindow::showEvent(event);
    followVisibility();
}

void DeskWindow::hideEvent(QHideEvent *event)
{
    QMainWindow::hideEvent(event);
    followVisibility();
}

} // namespace widgets

#include "moc_deskwindow.cpp"
