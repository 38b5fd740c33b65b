#include "widgets/replay/replaywindow.h"

#include "ui_replaywindow.h"

#include "presentation/words/boardtext.h"
#include "presentation/words/plaintext.h"
#include "widgets/parts/appearance.h"
#include "widgets/parts/recordingbadge.h"
#include "widgets/parts/sortheader.h"
#include "widgets/replay/damagedialog.h"
#include "widgets/replay/timelinedelegate.h"

#include <QClipboard>
#include <QFileInfo>
#include <QGuiApplication>
#include <QScrollBar>

using namespace Qt::StringLiterals;
using presentation::BoardFilter;
using presentation::CallRecordModel;

namespace widgets {

namespace {

/// The word of a light is never left out.
int widthOfReplayedLights(const presentation::Theme &theme)
{
    int width = 0;
    for (const BoardFilter filter : {BoardFilter::Recording, BoardFilter::Paused, BoardFilter::NotRecording,
                                     BoardFilter::NotCertain, BoardFilter::Recorded})
        width = std::max(width, badgeWidth(presentation::lightOf(filter), theme, BadgeSize::Row));
    return width + 2 * RowDelegate::Padding;
}

} // namespace

ReplayWindow::ReplayWindow(const model::CallHistory &history, core::Clock &clock, presentation::Theme &theme,
                           QWidget *parent)
    : QMainWindow(parent)
    , m_ui(std::make_unique<Ui::ReplayWindow>())
    , m_clock(clock)
    , m_theme(theme)
    , m_model(history, clock)
{
    new Appearance(theme, this);
    m_ui->setupUi(this);
    m_ui->file->setElideMode(Qt::ElideMiddle);
    m_ui->files->setElideMode(Qt::ElideMiddle);
    m_ui->strip->setTheme(theme);
    layOutTable();
    followModel();
    connect(m_ui->calls, &RowView::copyRequested, this, &ReplayWindow::copyFiles);
    connect(m_ui->copy, &QPushButton::clicked, this, &ReplayWindow::copyFiles);
    connect(m_ui->details, &QPushButton::clicked, this,
            [this] { (new DamageDialog(m_progress.skipped, m_progress.remarks, this))->open(); });
    setProgress({});
}

ReplayWindow::~ReplayWindow() = default;

void ReplayWindow::layOutTable()
{
    RowView &calls = *m_ui->calls;
    auto *header = new SortHeader(m_theme, &calls);
    header->setFocusPolicy(Qt::NoFocus); // they stand in the order in which they began
    header->setSortIndicatorShown(false);
    header->setSectionsClickable(false);
    calls.setHorizontalHeader(header);
    header->show();
    calls.setItemDelegate(new TimelineDelegate(
        m_theme,
        {.light = CallRecordModel::State,
         .times = {CallRecordModel::Began, CallRecordModel::Recorded, CallRecordModel::Paused},
         .file = CallRecordModel::Files},
        CallRecordModel::Timeline,
        [this](int row) {
            const auto *record = m_model.recordAt(row);
            return record ? timelineOf(*record) : TimelineContent();
        },
        this));
    calls.setModel(&m_model);
    constexpr int Widths[CallRecordModel::Columns] = {96, 180, 176, 116, 80, 168, 128, 164};
    for (int column = 0; column < CallRecordModel::Columns; ++column)
        calls.setColumnWidth(column, std::max(Widths[column], header->widthOfTitle(column)));
    calls.setColumnWidth(CallRecordModel::State, widthOfReplayedLights(m_theme));
    header->setStretchLastSection(true);
    connect(&m_theme, &presentation::Theme::changed, calls.viewport(), qOverload<>(&QWidget::update));
}

void ReplayWindow::followModel()
{
    connect(m_ui->calls->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &ReplayWindow::showSelected);
    connect(&m_model, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex &first, const QModelIndex &last) {
                const int row = m_ui->calls->currentIndex().row();
                if (row >= first.row() && row <= last.row())
                    showSelected();
            });
    connect(&m_model, &QAbstractItemModel::rowsInserted, this, &ReplayWindow::refreshCounts);
    connect(&m_model, &QAbstractItemModel::rowsRemoved, this, &ReplayWindow::refreshCounts);
    // Who looks at the latest calls while the log is played goes on seeing the latest.
    QScrollBar *const bar = m_ui->calls->verticalScrollBar();
    connect(bar, &QScrollBar::valueChanged, this,
            [this, bar](int value) { m_isAtEnd = value == bar->maximum(); });
    connect(bar, &QScrollBar::rangeChanged, this, [this, bar](int, int end) {
        if (m_isAtEnd && !m_progress.speed.isEmpty())
            bar->setValue(end);
    });
}

void ReplayWindow::setProgress(const ReplayProgress &progress)
{
    m_progress = progress;
    const QString name = presentation::plainText(QFileInfo(progress.file).fileName());
    setWindowTitle(name.isEmpty() ? tr("Replay") : tr("Replay of %1").arg(name));
    m_ui->file->showText(name);
    m_ui->file->setToolTip(presentation::plainToolTip(presentation::plainText(progress.file)));
    m_ui->progress->setValue(
        progress.size > 0 ? int(progress.bytes * m_ui->progress->maximum() / progress.size) : 0);
    const QString time = QLocale().toString(m_clock.wallTime().time(), u"HH:mm:ss"_s);
    m_ui->position->setText(progress.isOver            ? tr("End of the log · %1").arg(time)
                            : progress.speed.isEmpty() ? time
                                                       : tr("%1 · %2").arg(time, progress.speed));
    m_ui->emptyTitle->setText(progress.isOver ? tr("No call in this log") : tr("No call yet"));
    m_ui->emptyText->setText(progress.isOver ? tr("The log has events, but none of a call.")
                                             : tr("The calls of the log appear here as they begin."));
    m_model.refreshTimes();
    refreshCounts();
    showSelected();
}

void ReplayWindow::refreshCounts()
{
    const int calls = m_model.rowCount();
    m_ui->pages->setCurrentWidget(calls > 0 ? static_cast<QWidget *>(m_ui->calls) : m_ui->emptyPage);
    if (calls > 0 && !focusWidget())
        m_ui->calls->setFocus();
    QString counts = tr("%Ln call(s)", nullptr, calls) + u" · "_s +
                     tr("%Ln message(s)", nullptr, int(m_progress.messages));
    if (m_progress.skipped > 0)
        counts += u" · "_s + tr("%Ln damaged place(s)", nullptr, int(m_progress.skipped));
    m_ui->counts->showText(counts);
    m_ui->details->setVisible(m_progress.skipped > 0);
}

void ReplayWindow::showSelected()
{
    const auto *record = m_model.recordAt(m_ui->calls->currentIndex().row());
    m_ui->copy->setEnabled(record && !record->files.isEmpty());
    m_ui->strip->setContent(record ? timelineOf(*record) : TimelineContent());
    if (!record) {
        m_ui->selected->showText(tr("Choose a call to see its files and how its recording went."));
        m_ui->files->showText({});
        return;
    }
    m_ui->selected->showText(CallRecordModel::partiesOf(*record) + u" · "_s + record->id.toString());
    m_ui->files->showText(record->files.isEmpty() ? tr("No file") : CallRecordModel::filesOf(*record));
}

void ReplayWindow::copyFiles()
{
    const auto *record = m_model.recordAt(m_ui->calls->currentIndex().row());
    if (record && !record->files.isEmpty())
        QGuiApplication::clipboard()->setText(record->files.join(u'\n'));
}

TimelineContent ReplayWindow::timelineOf(const model::CallRecord &record) const
{
    return {.segments = record.segments,
            .end = record.ended.value_or(m_clock.now()),
            .endWall = record.endedWall,
            .isOver = record.ended.has_value(),
            .isLate = !record.beginSeen,
            .isLegacy = record.recording.isLegacy()};
}

} // namespace widgets

#include "moc_replaywindow.cpp"
