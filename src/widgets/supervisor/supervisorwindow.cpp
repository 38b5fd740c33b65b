#include "widgets/supervisor/supervisorwindow.h"

#include "ui_supervisorwindow.h"

#include "model/desk.h"
#include "presentation/words/plaintext.h"
#include "widgets/desk/connectionstatus.h"
#include "widgets/desk/emptystate.h"
#include "widgets/desk/programbutton.h"
#include "widgets/desk/toastarea.h"
#include "widgets/parts/secondtick.h"
#include "widgets/parts/spokentext.h"
#include "widgets/parts/windowsize.h"
#include "widgets/supervisor/routepanel.h"
#include "widgets/supervisor/statecounter.h"

#include <QActionGroup>
#include <QMenu>
#include <QShortcut>
#include <QTabBar>

using namespace Qt::StringLiterals;
using model::SupervisorBoard;
using presentation::BoardFilter;

namespace widgets {

namespace {

int countOf(BoardFilter filter, const model::BoardCounts &counts)
{
    switch (filter) {
    case BoardFilter::Recording: return counts.on;
    case BoardFilter::Paused: return counts.paused;
    case BoardFilter::NotRecording: return counts.off;
    case BoardFilter::NotCertain: return counts.unknown;
    case BoardFilter::Recorded: return counts.legacy;
    case BoardFilter::All:
    case BoardFilter::NoCall: return 0;
    }
    Q_UNREACHABLE();
}

} // namespace

SupervisorWindow::SupervisorWindow(model::Desk &desk, presentation::Theme &theme, QWidget *parent)
    : DeskWindow(desk, theme, parent)
    , m_theme(theme)
    , m_model(desk)
    , m_ui(std::make_unique<Ui::SupervisorWindow>())
    , m_counting(desk.clock, [this] { refreshCounts(); })
    , m_starter(desk, theme, this)
{
    m_ui->setupUi(this);
    boundToScreen(*this);
    m_messages = new ToastArea(desk, theme);
    m_ui->column->insertWidget(m_ui->column->indexOf(m_ui->footer), m_messages); // it moves no row
    connect(m_messages, &ToastArea::listRequested, this, &SupervisorWindow::showMessages);
    m_ui->column->setStretchFactor(m_ui->pages, 1);
    m_ui->footerRow->addWidget(new ConnectionStatus(desk, theme, tick()));
    m_ui->footerRow->addWidget(programButton());
    m_empty = new EmptyState(desk, theme, &presentation::emptyBoardLook);
    m_ui->content->addWidget(m_empty);
    m_routes = new RoutePanel(desk, theme, tick(), this);
    m_routes->hide();
    m_ui->pages->tabBar()->setDrawBase(false);
    m_ui->board->setBoard(m_model, theme);
    m_ui->controls->setUp(desk, theme, m_starter);
    connect(m_ui->controls, &RecordingControls::menuDone, this,
            [this] { homeOf({})->setFocus(Qt::OtherFocusReason); });
    makeCounters();
    makeFilterMenu();
    makeShortcuts();
    nameClearButton(*m_ui->find);
    followDesk();
    refreshFilter();
    refreshCounts();
    refreshRows();
    refreshDetail();
    refreshRouteDesk();
    refreshFace();
    centralWidget()->setFocus(); // nobody wants the first tab when the window opens
}

SupervisorWindow::~SupervisorWindow() = default;

/// In a low window the rows keep the room.
void SupervisorWindow::resizeEvent(QResizeEvent *event)
{
    constexpr int LowWindow = 560;
    DeskWindow::resizeEvent(event);
    m_messages->setCompact(height() < LowWindow);
}

/// The chosen row stays what it is: the row of the call, or what the person has chosen meanwhile.
QWidget *SupervisorWindow::homeOf(model::CallId)
{
    return m_ui->pages->currentWidget() == m_routes ? m_routes->home() : m_ui->content->currentWidget();
}

void SupervisorWindow::makeCounters()
{
    // What is rare stands first: when it comes, the others stay where they are.
    for (const BoardFilter filter : {BoardFilter::Recorded, BoardFilter::Recording, BoardFilter::Paused,
                                     BoardFilter::NotRecording, BoardFilter::NotCertain}) {
        auto *counter = new StateCounter(filter, m_theme);
        connect(counter, &StateCounter::clicked, this,
                [this, filter](bool checked) { setFilter(checked ? filter : BoardFilter::All); });
        m_ui->counters->addWidget(counter);
        m_counters += counter;
    }
}

void SupervisorWindow::makeFilterMenu()
{
    auto *menu = new QMenu(this);
    auto *group = new QActionGroup(menu);
    int widest = 0;
    for (const BoardFilter filter : presentation::AllBoardFilters) {
        QAction *action = menu->addAction(presentation::boardFilterText(filter), this,
                                          [this, filter] { setFilter(filter); });
        action->setCheckable(true);
        group->addAction(action);
        m_filters += action;
        m_ui->filter->setText(action->text());
        widest = std::max(widest, m_ui->filter->sizeHint().width());
    }
    m_ui->filter->setMenu(menu);
    m_ui->filter->setMinimumWidth(widest); // it does not jump with its word
}

void SupervisorWindow::makeShortcuts()
{
    connect(new QShortcut(QKeySequence::Find, this), &QShortcut::activated, this, [this] {
        m_ui->pages->setCurrentWidget(m_ui->boardPage);
        m_ui->find->setFocus(Qt::ShortcutFocusReason);
        m_ui->find->selectAll();
    });
    auto *clear = new QShortcut(Qt::Key_Escape, m_ui->find);
    clear->setContext(Qt::WidgetShortcut);
    connect(clear, &QShortcut::activated, m_ui->find, &QLineEdit::clear);
    auto *down = new QShortcut(Qt::Key_Down, m_ui->find);
    down->setContext(Qt::WidgetShortcut);
    const auto toTable = [this] {
        if (!m_ui->board->currentIndex().isValid() && m_model.rowCount() > 0)
            m_ui->board->choose(m_model.dnAt(0));
        m_ui->board->setFocus(Qt::ShortcutFocusReason);
    };
    connect(down, &QShortcut::activated, this, toTable);
    connect(m_ui->find, &QLineEdit::returnPressed, this, toTable);
}

void SupervisorWindow::followDesk()
{
    const SupervisorBoard &board = desk().board;
    const auto countSoon = [this] { m_counting.flushAtEnd(); };
    connect(m_ui->find, &QLineEdit::textChanged, this,
            [this](const QString &text) { m_ui->board->refilter([&] { m_model.setText(text); }); });
    connect(m_ui->board, &BoardView::chosenChanged, this, &SupervisorWindow::refreshDetail);
    connect(m_ui->board, &BoardView::actionsRequested, this, &SupervisorWindow::openActions);
    connect(&board, &SupervisorBoard::rowChanged, this, &SupervisorWindow::refreshIfChosen);
    connect(&board, &SupervisorBoard::recordingChanged, this, &SupervisorWindow::refreshIfChosen);
    connect(&board, &SupervisorBoard::allChanged, this, &SupervisorWindow::refreshDetail);
    connect(&board, &SupervisorBoard::reset, this, &SupervisorWindow::refreshDetail);
    connect(&board, &SupervisorBoard::countsChanged, this, countSoon);
    connect(&m_model, &presentation::BoardModel::monitoredChanged, this, countSoon);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &SupervisorWindow::refreshRows);
    connect(&m_model, &QAbstractItemModel::rowsInserted, this, &SupervisorWindow::refreshRows);
    connect(&m_model, &QAbstractItemModel::rowsRemoved, this, &SupervisorWindow::refreshRows);
    connect(&desk().connection, &model::ServerConnection::stateChanged, this,
            &SupervisorWindow::refreshDetail);
    connect(&desk().registry, &model::DnRegistry::entriesChanged, this, &SupervisorWindow::refreshFace);
    connect(&desk().registry, &model::DnRegistry::entriesChanged, this, &SupervisorWindow::refreshRouteDesk);
    connect(&desk().waiting, &model::WaitingCalls::inserted, this, countSoon);
    connect(&desk().waiting, &model::WaitingCalls::removed, this, countSoon);
    connect(&tick(), &SecondTick::ticked, this, &SupervisorWindow::refreshTimes);
}

void SupervisorWindow::setFilter(BoardFilter filter)
{
    m_ui->board->refilter([&] { m_model.setFilter(filter); });
    refreshFilter();
}

void SupervisorWindow::refreshFilter()
{
    const BoardFilter filter = m_model.filter();
    const QString words = presentation::boardFilterText(filter);
    m_ui->filter->setText(words);
    setSpokenName(*m_ui->filter, tr("Shown states: %1").arg(words));
    for (StateCounter *counter : std::as_const(m_counters))
        counter->setChecked(counter->filter() == filter);
    m_filters.at(int(filter))->setChecked(true);
}

void SupervisorWindow::refreshCounts()
{
    const model::BoardCounts &counts = desk().board.counts();
    for (StateCounter *counter : std::as_const(m_counters)) {
        const int count = countOf(counter->filter(), counts);
        counter->setCount(count);
        if (counter->filter() == BoardFilter::Recorded)
            counter->setVisible(count > 0 || counter->isChecked());
    }
    m_ui->summary->setText(presentation::boardSummary(desk(), m_model.monitored()));
    countWaiting();
    tick().setNeededBy(&m_model, counts.calls > 0);
}

void SupervisorWindow::refreshRows()
{
    const bool isEmpty = m_model.rowCount() == 0;
    if (isEmpty)
        m_empty->refresh();
    m_ui->content->setCurrentWidget(isEmpty ? static_cast<QWidget *>(m_empty) : m_ui->board);
    if (!isEmpty && (!focusWidget() || focusWidget() == centralWidget()))
        m_ui->board->setFocus(); // it came too late to have it from the beginning
    refreshDetail();
    m_counting.flushAtEnd();
}

void SupervisorWindow::refreshIfChosen(int index)
{
    if (!m_ui->board->chosen().isEmpty() && index == desk().board.indexOf(m_ui->board->chosen()))
        refreshDetail();
}

void SupervisorWindow::refreshDetail()
{
    const model::Dn &dn = m_ui->board->chosen();
    const int index = dn.isEmpty() ? -1 : desk().board.indexOf(dn);
    const model::Call *call = index < 0 ? nullptr : desk().board.callOf(index);
    m_ui->subject->showText(presentation::boardSubject(desk(), index));
    const bool isOthers = call && !desk().registry.isOwn(dn);
    m_ui->onBehalf->setText(isOthers ? presentation::onBehalfText(desk()) : QString());
    const model::CallId id = call ? call->id : model::CallId();
    if (id != m_followed || id.isNull()) {
        m_followed = id;
        m_ui->controls->follow(id);
    } else {
        m_ui->controls->refresh();
    }
}

void SupervisorWindow::refreshTimes()
{
    m_ui->board->refreshTimes();
    if (m_empty->isVisible())
        m_empty->refresh(); // it may count down to the next attempt
}

void SupervisorWindow::refreshRouteDesk()
{
    const QList<model::DnEntry> &entries = desk().registry.entries();
    const bool isWanted = std::any_of(entries.begin(), entries.end(), [](const model::DnEntry &entry) {
        return entry.use == model::DnUse::RoutingPoint;
    });
    int page = m_ui->pages->indexOf(m_routes);
    if (isWanted && page < 0)
        page = m_ui->pages->addTab(m_routes, QString());
    else if (!isWanted && page >= 0)
        m_ui->pages->removeTab(page);
    countWaiting();
}

void SupervisorWindow::countWaiting()
{
    const int page = m_ui->pages->indexOf(m_routes);
    if (page < 0)
        return;
    const auto waiting = int(desk().waiting.rows().size());
    m_ui->pages->setTabText(page,
                            waiting > 0 ? tr("Route des&k (%Ln)", nullptr, waiting) : tr("Route des&k"));
}

void SupervisorWindow::refreshFace()
{
    const model::Dn own = desk().registry.ownDn();
    if (isPractice())
        return setWindowTitle(tr("Practice – no real calls"));
    setWindowTitle(own.isEmpty() ? tr("Supervisor")
                                 : tr("Supervisor %1").arg(presentation::plainText(own.toString(), 40)));
}

void SupervisorWindow::openActions(const QPoint &globalPosition)
{
    m_ui->controls->openMenu(globalPosition);
}

} // namespace widgets

#include "moc_supervisorwindow.cpp"
