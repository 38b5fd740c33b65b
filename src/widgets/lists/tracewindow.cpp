#include "widgets/lists/tracewindow.h"

#include "ui_tracewindow.h"

#include "widgets/parts/spokentext.h"
#include "widgets/parts/windowsize.h"
#include "widgets/tables/rowdelegate.h"
#include "widgets/tables/sortheader.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QScrollBar>
#include <QShortcut>

#include <algorithm>

using namespace Qt::StringLiterals;
using presentation::TraceModel;

namespace widgets {

TraceWindow::TraceWindow(model::MessageTrace &trace, core::Clock &clock, presentation::Theme &theme,
                         QWidget *parent)
    : QWidget(parent, Qt::Window)
    , m_ui(std::make_unique<Ui::TraceWindow>())
    , m_theme(theme)
    , m_model(trace, clock)
{
    setAttribute(Qt::WA_DeleteOnClose);
    m_ui->setupUi(this);
    boundToScreen(*this);
    m_ui->note->showText(tr("Values of user data are never kept, and only the last digits of numbers."));
    layOutTable();
    makeShortcuts();
    connect(m_ui->find, &QLineEdit::textChanged, &m_model, &TraceModel::setFilter);
    connect(m_ui->pause, &QPushButton::toggled, &m_model, &TraceModel::setPaused);
    connect(m_ui->pause, &QPushButton::toggled, this, &TraceWindow::refreshCounts);
    connect(m_ui->clear, &QPushButton::clicked, &m_model, &TraceModel::clear);
    connect(m_ui->copy, &QPushButton::clicked, this, &TraceWindow::copyChosen);
    connect(m_ui->messages, &RowView::copyRequested, this, &TraceWindow::copyChosen);
    connect(m_ui->messages->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &TraceWindow::refreshCounts);
    connect(&m_model, &TraceModel::totalChanged, this, &TraceWindow::refreshCounts);
    followEnd();
    refreshCounts();
    m_ui->messages->scrollToBottom();
    m_ui->find->setFocus();
    nameClearButton(*m_ui->find);
}

TraceWindow::~TraceWindow() = default;

void TraceWindow::layOutTable()
{
    RowView &messages = *m_ui->messages;
    auto *header = new SortHeader(m_theme, &messages);
    header->setFocusPolicy(Qt::NoFocus); // they stand in the order in which they came
    header->setSortIndicatorShown(false);
    header->setSectionsClickable(false);
    messages.setHorizontalHeader(header);
    header->show();
    messages.setSelectionMode(QAbstractItemView::ExtendedSelection);
    messages.setItemDelegate(new RowDelegate(m_theme, {.times = {TraceModel::Time, TraceModel::Call}}, this));
    messages.setModel(&m_model);
    constexpr int Widths[TraceModel::Columns] = {128, 104, 208, 176, 168, 360};
    for (int column = 0; column < TraceModel::Columns; ++column)
        messages.setColumnWidth(column, std::max(Widths[column], header->widthOfTitle(column)));
    header->setStretchLastSection(true);
    connect(&m_theme, &presentation::Theme::changed, messages.viewport(), qOverload<>(&QWidget::update));
}

void TraceWindow::makeShortcuts()
{
    connect(new QShortcut(QKeySequence::Find, this), &QShortcut::activated, m_ui->find, [this] {
        m_ui->find->setFocus(Qt::ShortcutFocusReason);
        m_ui->find->selectAll();
    });
    connect(new QShortcut(QKeySequence::Close, this), &QShortcut::activated, this, &QWidget::close);
    auto *clear = new QShortcut(Qt::Key_Escape, m_ui->find);
    clear->setContext(Qt::WidgetShortcut);
    connect(clear, &QShortcut::activated, m_ui->find, &QLineEdit::clear);
}

void TraceWindow::followEnd()
{
    QScrollBar *const bar = m_ui->messages->verticalScrollBar();
    connect(bar, &QScrollBar::valueChanged, this,
            [this, bar](int value) { m_isAtEnd = value == bar->maximum(); });
    connect(bar, &QScrollBar::rangeChanged, this, [this, bar](int, int end) {
        if (m_isAtEnd)
            bar->setValue(end);
    });
}

void TraceWindow::copyChosen()
{
    QModelIndexList chosen = m_ui->messages->selectionModel()->selectedRows();
    std::sort(chosen.begin(), chosen.end());
    QStringList lines;
    for (const QModelIndex &index : std::as_const(chosen))
        lines += m_model.lineAt(index.row());
    if (!lines.isEmpty())
        QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

void TraceWindow::refreshCounts()
{
    QString counts = tr("%Ln message(s)", nullptr, m_model.total());
    if (m_model.rowCount() != m_model.total())
        counts += u" · "_s + tr("%Ln shown", nullptr, m_model.rowCount());
    if (m_model.isPaused())
        counts += u" · "_s + tr("paused");
    m_ui->counts->setText(counts);
    m_ui->copy->setEnabled(m_ui->messages->selectionModel()->hasSelection());
}

} // namespace widgets

#include "moc_tracewindow.cpp"
