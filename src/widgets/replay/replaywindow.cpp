#include "widgets/replay/replaywindow.h"

#include "ui_replaywindow.h"

#include "presentation/words/plaintext.h"
#include "widgets/parts/appearance.h"
#include "widgets/parts/windowsize.h"
#include "widgets/replay/callexport.h"
#include "widgets/replay/damagedialog.h"

#include <QClipboard>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMimeData>
#include <QShortcut>

using namespace Qt::StringLiterals;
using presentation::CallRecordModel;
using Phase = widgets::ReplayProgress::Phase;

namespace widgets {

namespace {

/// What is dropped and lies on this machine.
QStringList localFiles(const QMimeData &data)
{
    QStringList paths;
    for (const QUrl &url : data.urls()) {
        if (url.isLocalFile())
            paths.append(url.toLocalFile());
    }
    return paths;
}

} // namespace

ReplayWindow::ReplayWindow(core::Clock &pace, presentation::Theme &theme, QWidget *parent)
    : QMainWindow(parent)
    , m_ui(std::make_unique<Ui::ReplayWindow>())
    , m_model(pace)
{
    new Appearance(theme, this);
    m_ui->setupUi(this);
    m_ui->file->setElideMode(Qt::ElideMiddle);
    m_ui->files->setElideMode(Qt::ElideMiddle);
    m_ui->strip->setTheme(theme);
    QSizePolicy room = m_ui->progress->sizePolicy();
    room.setRetainSizeWhenHidden(true);
    m_ui->progress->setSizePolicy(room);
    m_ui->calls->setCalls(m_model, theme);
    using Model = presentation::CallRecordModel;
    m_ui->calls->showColumns({Model::Began, Model::Parties, Model::State, Model::Recorded, Model::Paused,
                              Model::InDoubt, Model::Timeline, Model::Files, Model::Call});
    setAcceptDrops(true);
    connectParts();
    setProgress({});
    boundToScreen(*this);
    m_ui->canvas->setFocus(); // nobody wants the first button when the window opens
}

ReplayWindow::~ReplayWindow() = default;

void ReplayWindow::connectParts()
{
    connect(m_ui->open, &OpenButton::chosen, this, &ReplayWindow::openRequested);
    connect(m_ui->playBar, &PlayBar::pauseRequested, this, &ReplayWindow::pauseRequested);
    connect(m_ui->playBar, &PlayBar::speedRequested, this, &ReplayWindow::speedRequested);
    connect(m_ui->playBar, &PlayBar::positionRequested, this, &ReplayWindow::positionRequested);
    connect(m_ui->save, &QPushButton::clicked, this, &ReplayWindow::exportTable);
    connect(m_ui->find, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_model.setText(text);
        showCounts();
        showEmpty();
    });
    connect(m_ui->calls, &RowView::copyRequested, this, &ReplayWindow::copyFiles);
    connect(m_ui->calls, &CallTable::chosenChanged, this, &ReplayWindow::showSelected);
    connect(m_ui->copy, &QPushButton::clicked, this, &ReplayWindow::copyFiles);
    connect(m_ui->details, &QPushButton::clicked, this, [this] {
        (new DamageDialog(m_progress.damaged, QStringList(m_progress.account) + m_progress.remarks, this))
            ->open();
    });
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&m_model, signal, this, &ReplayWindow::showCounts);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &ReplayWindow::showCounts);
    connect(new QShortcut(QKeySequence::Find, this), &QShortcut::activated, this, [this] {
        m_ui->find->setFocus();
        m_ui->find->selectAll();
    });
    connect(new QShortcut(Qt::Key_Escape, m_ui->find, nullptr, nullptr, Qt::WidgetShortcut),
            &QShortcut::activated, m_ui->find, &QLineEdit::clear);
}

void ReplayWindow::showLog(const model::CallHistory &history, core::Clock &time, bool isSame)
{
    if (!isSame)
        m_ui->calls->forgetChoice();
    m_model.show(history, time);
    showSelected();
}

void ReplayWindow::setProgress(const ReplayProgress &progress)
{
    m_progress = progress;
    m_ui->playBar->setProgress(progress);
    m_ui->calls->setFollowsEnd(progress.phase == Phase::Playing || progress.phase == Phase::Waiting);
    showTitle();
    showPhase();
    showEmpty();
    m_model.refreshTimes();
    showCounts();
    showSelected();
}

void ReplayWindow::showTitle()
{
    const QString name = presentation::plainText(QFileInfo(m_progress.file).fileName());
    const QString all = m_progress.moreFiles > 0
                            ? tr("%1 and %Ln more file(s)", nullptr, m_progress.moreFiles).arg(name)
                            : name;
    setWindowTitle(name.isEmpty() ? tr("Replay") : tr("Replay of %1").arg(all));
    m_ui->file->showText(name.isEmpty() ? tr("No log is open") : all);
    m_ui->file->setToolTip(presentation::plainToolTip(presentation::plainText(m_progress.file)));
    if (!m_progress.file.isEmpty())
        m_ui->open->startBeside(m_progress.file);
}

void ReplayWindow::showPhase()
{
    const int read = m_progress.size > 0 ? int(m_progress.bytes * 100 / m_progress.size) : 0;
    QString text;
    switch (m_progress.phase) {
    case Phase::Nothing: break;
    case Phase::Reading: text = tr("Reading: %1 %").arg(read); break;
    case Phase::Playing: text = tr("Playing"); break;
    case Phase::Paused: text = tr("Paused"); break;
    case Phase::Waiting: text = tr("Waiting for more"); break;
    case Phase::Over: text = tr("End of the log"); break;
    case Phase::Broken: text = tr("Cannot be read on"); break;
    }
    m_ui->phase->setText(text);
    m_ui->progress->setValue(read);
    m_ui->progress->setVisible(m_progress.phase == Phase::Reading);
}

void ReplayWindow::showEmpty()
{
    if (!m_ui->find->text().trimmed().isEmpty() && m_progress.calls > 0) {
        m_ui->emptyTitle->setText(tr("No call found"));
        m_ui->emptyText->setText(tr("No party, ConnID or file of a call is like that."));
    } else if (m_progress.phase == Phase::Nothing) {
        m_ui->emptyTitle->setText(tr("No log is open"));
        m_ui->emptyText->setText(tr("Open one, or drop it here."));
    } else if (m_progress.phase == Phase::Over) {
        m_ui->emptyTitle->setText(tr("No call in this log"));
        m_ui->emptyText->setText(tr("The log has events, but none of a call."));
    } else {
        m_ui->emptyTitle->setText(tr("No call yet"));
        m_ui->emptyText->setText(tr("The calls of the log appear here as they begin."));
    }
}

void ReplayWindow::showCounts()
{
    const int rows = m_model.rowCount();
    m_ui->pages->setCurrentWidget(rows > 0 ? static_cast<QWidget *>(m_ui->calls) : m_ui->emptyPage);
    m_ui->save->setEnabled(rows > 0);
    QStringList counts{tr("%Ln call(s)", nullptr, int(m_progress.calls))};
    if (!m_ui->find->text().trimmed().isEmpty() || m_progress.gone > 0)
        counts.append(tr("%Ln shown", nullptr, rows));
    counts.append(tr("%Ln message(s)", nullptr, int(m_progress.messages)));
    if (m_progress.damaged > 0)
        counts.append(tr("%Ln damaged place(s)", nullptr, int(m_progress.damaged)));
    else if (!m_progress.remarks.isEmpty())
        counts.append(tr("%Ln remark(s)", nullptr, int(m_progress.remarks.size())));
    m_ui->counts->showText(counts.join(u" · "_s));
    m_ui->details->setVisible(!m_progress.account.isEmpty());
}

void ReplayWindow::showSelected()
{
    const auto *record = m_ui->calls->chosen();
    m_ui->copy->setEnabled(record && !record->files.isEmpty());
    m_ui->strip->setContent(m_ui->calls->timelineOfChosen());
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
    const auto *record = m_ui->calls->chosen();
    if (record && !record->files.isEmpty())
        QGuiApplication::clipboard()->setText(record->files.join(u'\n'));
}

void ReplayWindow::exportTable()
{
    exportCalls(m_model, QFileInfo(m_progress.file).completeBaseName(), *this, [this](const QString &path) {
        m_ui->exported->showText(
            tr("Exported to %1").arg(presentation::plainText(QFileInfo(path).fileName())));
    });
}

/// In a low window the rows need the room more.
void ReplayWindow::resizeEvent(QResizeEvent *event)
{
    constexpr int Low = 420;
    QMainWindow::resizeEvent(event);
    m_ui->detail->setVisible(height() >= Low);
}

void ReplayWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (!localFiles(*event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void ReplayWindow::dropEvent(QDropEvent *event)
{
    const QStringList paths = localFiles(*event->mimeData());
    if (paths.isEmpty())
        return;
    event->acceptProposedAction();
    Q_EMIT openRequested(paths);
}

} // namespace widgets

#include "moc_replaywindow.cpp"
