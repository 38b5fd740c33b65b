#include "widgets/lists/tracewindow.h"

#include "ui_tracewindow.h"

#include "widgets/lists/linelist.h"
#include "widgets/parts/spokentext.h"
#include "widgets/parts/windowsize.h"

#include <QScrollBar>

using namespace Qt::StringLiterals;
using presentation::TraceModel;

namespace widgets {

TraceWindow::TraceWindow(model::MessageTrace &trace, core::Clock &clock, presentation::Theme &theme,
                         QWidget *parent)
    : QWidget(parent, Qt::Window)
    , m_ui(std::make_unique<Ui::TraceWindow>())
    , m_model(trace, clock)
{
    setAttribute(Qt::WA_DeleteOnClose);
    m_ui->setupUi(this);
    boundToScreen(*this);
    m_ui->note->showText(tr("Values of user data are never kept, and only the last digits of numbers."));
    layOutLines(*m_ui->messages, m_model, theme, {.times = {TraceModel::Time, TraceModel::Call}},
                {128, 104, 208, 176, 168, 360});
    giveListKeys(*this, *m_ui->find);
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
    copyLines(*m_ui->messages, [this](int row) { return m_model.lineAt(row); });
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
