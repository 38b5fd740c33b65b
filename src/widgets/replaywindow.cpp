#include "widgets/replaywindow.h"

#include "ui_replaywindow.h"

#include "presentation/plaintext.h"
#include "widgets/appearance.h"
#include "widgets/timelinedelegate.h"

#include <QClipboard>
#include <QFileInfo>
#include <QGuiApplication>

using namespace Qt::StringLiterals;
using presentation::CallRecordModel;

namespace widgets {

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
    m_ui->strip->setTheme(theme);
    layOutTable();
    connect(m_ui->calls->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &ReplayWindow::showSelected);
    connect(&m_model, &QAbstractItemModel::dataChanged, this, &ReplayWindow::showSelected);
    connect(&m_model, &QAbstractItemModel::rowsInserted, this, &ReplayWindow::refreshCounts);
    connect(&m_model, &QAbstractItemModel::rowsRemoved, this, &ReplayWindow::refreshCounts);
    connect(m_ui->copy, &QPushButton::clicked, this, [this] {
        if (const auto *record = m_model.recordAt(m_ui->calls->currentIndex().row()))
            QGuiApplication::clipboard()->setText(record->files.join(u'\n'));
    });
    setProgress({});
    showSelected();
}

ReplayWindow::~ReplayWindow() = default;

void ReplayWindow::layOutTable()
{
    constexpr int RowHeight = 40;
    QTableView &calls = *m_ui->calls;
    calls.setModel(&m_model);
    calls.setItemDelegateForColumn(CallRecordModel::Timeline,
                                   new TimelineDelegate(
                                       m_theme,
                                       [this](int row) {
                                           const auto *record = m_model.recordAt(row);
                                           return record ? timelineOf(*record) : TimelineContent();
                                       },
                                       this));
    calls.verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    calls.verticalHeader()->setDefaultSectionSize(RowHeight);
    calls.horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    const int digit = fontMetrics().horizontalAdvance(u'0');
    const int digits[] = {11, 20, 26, 15, 12, 31};
    for (int column = 0; column < int(std::size(digits)); ++column)
        calls.setColumnWidth(column, digits[column] * digit);
}

void ReplayWindow::setProgress(const ReplayProgress &progress)
{
    m_progress = progress;
    const QString name = presentation::plainText(QFileInfo(progress.file).fileName());
    setWindowTitle(name.isEmpty() ? tr("Replay") : tr("Replay of %1").arg(name));
    m_ui->file->showText(presentation::plainText(progress.file));
    m_ui->progress->setValue(
        progress.size > 0 ? int(progress.bytes * m_ui->progress->maximum() / progress.size) : 0);
    const QString time = QLocale().toString(m_clock.wallTime().time(), u"HH:mm:ss"_s);
    m_ui->position->setText(progress.isOver            ? tr("Read to the end")
                            : progress.speed.isEmpty() ? time
                                                       : tr("%1 · %2").arg(time, progress.speed));
    m_ui->empty->setText(progress.isOver ? tr("There is no call in this log.") : tr("There is no call yet."));
    m_model.refreshTimes();
    refreshCounts();
    showSelected();
}

void ReplayWindow::refreshCounts()
{
    const int calls = m_model.rowCount();
    m_ui->pages->setCurrentWidget(calls > 0 ? static_cast<QWidget *>(m_ui->calls) : m_ui->emptyPage);
    QString counts =
        tr("%n call(s)", nullptr, calls) + u" · "_s + tr("%n message(s)", nullptr, int(m_progress.messages));
    if (m_progress.skipped > 0)
        counts += u" · "_s + tr("%n not understood and skipped", nullptr, int(m_progress.skipped));
    m_ui->counts->showText(counts);
    if (!m_progress.remarks.isEmpty())
        m_ui->counts->setToolTip(presentation::plainToolTip(m_progress.remarks.join(u'\n')));
    m_ui->counts->setAccessibleDescription(m_progress.remarks.join(u"; "_s));
}

void ReplayWindow::showSelected()
{
    const auto *record = m_model.recordAt(m_ui->calls->currentIndex().row());
    m_ui->copy->setEnabled(record && !record->files.isEmpty());
    m_ui->strip->setContent(record ? timelineOf(*record) : TimelineContent());
    if (!record)
        return m_ui->selected->showText(tr("Select a call to see its files and how its recording went."));
    const QString files =
        record->files.isEmpty() ? tr("no file") : presentation::plainText(record->files.join(u", "_s));
    m_ui->selected->showText(record->id.toString() + u" · "_s + files);
}

TimelineContent ReplayWindow::timelineOf(const model::CallRecord &record) const
{
    const core::Instant now = m_clock.now();
    const core::Instant end = record.ended.value_or(now);
    return {.segments = record.segments,
            .end = end,
            .wall = m_clock.wallTime().addMSecs((end - now).count()),
            .isOver = record.ended.has_value()};
}

} // namespace widgets

#include "moc_replaywindow.cpp"
