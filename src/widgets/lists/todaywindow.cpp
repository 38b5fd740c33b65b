#include "widgets/lists/todaywindow.h"

#include "ui_todaywindow.h"

#include "model/desk.h"
#include "presentation/tables/callcells.h"
#include "presentation/words/duration.h"
#include "presentation/words/plaintext.h"
#include "widgets/lists/linelist.h"
#include "widgets/parts/secondtick.h"
#include "widgets/parts/spokentext.h"
#include "widgets/parts/windowsize.h"

#include <QClipboard>
#include <QGuiApplication>

using namespace Qt::StringLiterals;
using presentation::CallRecordModel;

namespace widgets {

namespace {

const QList<CallRecordModel::Column> TodaysColumns{
    CallRecordModel::Began,    CallRecordModel::Parties,  CallRecordModel::State,
    CallRecordModel::Timeline, CallRecordModel::Recorded, CallRecordModel::Paused,
    CallRecordModel::Pauses,   CallRecordModel::MovedBy,  CallRecordModel::Files};

} // namespace

TodayWindow::TodayWindow(model::Desk &desk, presentation::Theme &theme, QWidget *parent)
    : QWidget(parent, Qt::Window)
    , m_ui(std::make_unique<Ui::TodayWindow>())
    , m_desk(desk)
    , m_calls(desk.clock)
    , m_tick(std::make_unique<SecondTick>(desk.clock))
{
    setAttribute(Qt::WA_DeleteOnClose);
    m_ui->setupUi(this);
    boundToScreen(*this);
    m_calls.show(desk.today, desk.clock);
    m_ui->calls->setCalls(m_calls, theme);
    m_ui->calls->showColumns(TodaysColumns);
    m_ui->calls->setFollowsEnd(true);
    giveListKeys(*this, *m_ui->find);
    connect(m_ui->find, &QLineEdit::textChanged, &m_calls, &CallRecordModel::setText);
    connect(m_ui->copy, &QPushButton::clicked, this, &TodayWindow::copyChosen);
    connect(m_ui->calls, &RowView::copyRequested, this, &TodayWindow::copyChosen);
    connect(m_ui->calls, &CallTable::chosenChanged, this, &TodayWindow::refresh);
    connect(&m_calls, &QAbstractItemModel::modelReset, this, &TodayWindow::refresh);
    connect(&m_calls, &QAbstractItemModel::rowsInserted, this, &TodayWindow::refresh);
    connect(&m_calls, &QAbstractItemModel::rowsRemoved, this, &TodayWindow::refresh);
    connect(&desk.today, &model::CallHistory::ended, this, &TodayWindow::refresh);
    connect(m_tick.get(), &SecondTick::ticked, &m_calls, &CallRecordModel::refreshTimes);
    connect(m_tick.get(), &SecondTick::ticked, this, &TodayWindow::refreshSums);
    m_ui->calls->setFocus();
    nameClearButton(*m_ui->find);
    refresh();
}

TodayWindow::~TodayWindow() = default;

/// The cells that are shown, in their order.
void TodayWindow::copyChosen()
{
    const model::CallRecord *const record = m_ui->calls->chosen();
    if (!record)
        return;
    const presentation::CallCells cells(*record, m_calls.now());
    QStringList parts;
    for (const CallRecordModel::Column column : TodaysColumns)
        parts += presentation::plainCell(cells.spokenText(column));
    QGuiApplication::clipboard()->setText(parts.join(u'\t'));
}

void TodayWindow::refresh()
{
    m_ui->copy->setEnabled(m_ui->calls->chosen() != nullptr);
    refreshSums();
}

/// Of all calls of the shift, whatever is looked for.
void TodayWindow::refreshSums()
{
    const QList<model::CallNumber> numbers = m_desk.today.numbers();
    core::Duration recorded{0};
    core::Duration paused{0};
    int pauses = 0;
    int past = 0;
    bool isGoingOn = false;
    for (const model::CallNumber number : numbers) {
        const model::CallRecord &record = *m_desk.today.find(number);
        recorded += record.timeIn(model::RecordingState::On, m_calls.now());
        const model::Pauses of = record.pauses(m_calls.now());
        paused += of.total;
        pauses += of.count;
        past += record.isFromJournal ? 1 : 0;
        isGoingOn = isGoingOn || !record.ended;
    }
    m_tick->setNeededBy(this, isGoingOn);
    m_ui->counts->setText(tr("%1 · %2 recorded · %3, %4 in all", "calls, time, pauses, time")
                              .arg(tr("%Ln call(s)", nullptr, int(numbers.size())),
                                   presentation::clockText(recorded), tr("%Ln pause(s)", nullptr, pauses),
                                   presentation::clockText(paused)));
    m_ui->note->showText(
        past == 0
            ? QString()
            : tr("%Ln call(s) of before this start stand without party and file: the journal keeps none.",
                 nullptr, past));
}

void TodayWindow::showEvent(QShowEvent *event)
{
    m_tick->setSeen(true);
    QWidget::showEvent(event);
}

void TodayWindow::hideEvent(QHideEvent *event)
{
    m_tick->setSeen(false);
    QWidget::hideEvent(event);
}

} // namespace widgets

#include "moc_todaywindow.cpp"
