#include "widgets/agent/mainwindow.h"

#include "ui_mainwindow.h"

#include "model/desk.h"
#include "presentation/look/recordinglook.h"
#include "presentation/presence/titletext.h"
#include "presentation/words/calls/callssummary.h"
#include "widgets/agent/agentbutton.h"
#include "widgets/agent/agentheader.h"
#include "widgets/agent/callpanel.h"
#include "widgets/desk/programbutton.h"
#include "widgets/desk/toastarea.h"
#include "widgets/desk/windowface.h"
#include "widgets/parts/windowsize.h"

#include <QPushButton>

#include <algorithm>

namespace widgets {

MainWindow::MainWindow(model::Desk &desk, presentation::Theme &theme, QWidget *parent)
    : DeskWindow(desk, theme, parent)
    , m_ui(std::make_unique<Ui::MainWindow>())
    , m_calls(new CallPanel(desk, theme, tick()))
    , m_messages(new ToastArea(desk, theme))
    , m_face(new WindowFace(*this, desk, theme))
    , m_counting(desk.clock, [this] { refreshSummary(); })
{
    m_ui->setupUi(this);
    m_ui->callsInShort->setMostLines(2);
    boundToScreen(*this);
    auto *const header = new AgentHeader(desk, theme, tick());
    connect(header, &AgentHeader::connectionWanted, this, &MainWindow::showConnection);
    m_ui->headerRow->addWidget(header, 1);
    m_ui->headerRow->addWidget(new AgentButton(desk), 0, Qt::AlignVCenter);
    m_ui->footerRow->addWidget(programButton(), 0, Qt::AlignRight);
    m_ui->column->insertWidget(1, m_calls, 1);
    m_ui->column->insertWidget(2, m_messages);

    connect(m_ui->today, &QPushButton::clicked, this, [this] { perform(model::Command::Today); });
    connect(m_messages, &ToastArea::listRequested, this, &MainWindow::showMessages);
    connect(m_calls, &CallPanel::contentChanged, this, [this, least = minimumWidth()] {
        setMinimumWidth(std::max(least, m_calls->minimumSizeHint().width()));
    });
    const auto refresh = [this] {
        refreshSummarySoon();
        refreshFace();
    };
    connect(&desk.inHand, &model::CallsInHand::changed, this, &MainWindow::refreshFace);
    connect(&desk.registry, &model::DnRegistry::entriesChanged, this, &MainWindow::refreshFace);
    connect(&desk.calls, &model::CallList::inserted, this, refresh);
    connect(&desk.calls, &model::CallList::changed, this, refresh);
    connect(&desk.calls, &model::CallList::certaintyChanged, this, refresh);
    connect(&desk.calls, &model::CallList::removed, this, refresh);
    m_ui->canvas->setFocus(); // nobody wants the first button in the header when the window opens
    refreshSummary();
    refreshFace();
}

MainWindow::~MainWindow() = default;

/// What the messages take, and what of the calls gives way, depends on the window's size alone: when they
/// come and go, no call moves.
void MainWindow::fitHeight()
{
    const int line = QFontMetrics(font()).height();
    const int wholeCard = 16 * line;
    const int row = 4 * line;
    const int room =
        m_ui->canvas->height() - m_ui->header->sizeHint().height() - m_ui->footer->sizeHint().height();
    m_messages->setCompact(room < wholeCard + row + m_messages->mostHeight(width(), false));
    m_calls->setRoom(room - m_messages->mostHeight(width(), m_messages->isCompact()));
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    DeskWindow::resizeEvent(event);
    fitHeight();
}

/// Of the call in hand; while it rings there is no light of a recording yet.
void MainWindow::refreshFace()
{
    const model::Call *const call = desk().calls.find(desk().inHand.first());
    std::optional<presentation::RecordingLook> light;
    if (call && call->phase() != model::CallPhase::Ringing)
        light = presentation::recordingLight(call->recording, desk().calls.isCertain(*call));
    m_face->show(presentation::windowTitle(desk(), isPractice()), light);
}

void MainWindow::showCaseData(const presentation::CaseKeys &keys)
{
    m_calls->setCaseKeys(keys);
}

QWidget *MainWindow::homeOf(model::CallId call)
{
    return m_calls->home(call);
}

/// It counts the calls: a server with ten thousand of them is not to make it count ten thousand times.
void MainWindow::refreshSummarySoon()
{
    constexpr qsizetype QuicklyCounted = 100;
    if (desk().calls.ids().size() <= QuicklyCounted)
        refreshSummary();
    else
        m_counting.flushAtEnd();
}

void MainWindow::refreshSummary()
{
    m_ui->callsInShort->showText(presentation::callsSummary(desk().calls));
}

} // namespace widgets

#include "moc_mainwindow.cpp"
