#include "widgets/lists/messagewindow.h"

#include "ui_messagewindow.h"

#include "model/desk.h"
#include "presentation/words/toasttext.h"
#include "widgets/dialogs/notice.h"
#include "widgets/parts/spokentext.h"
#include "widgets/parts/windowsize.h"
#include "widgets/tables/rowdelegate.h"
#include "widgets/tables/sortheader.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QShortcut>

#include <algorithm>

using namespace Qt::StringLiterals;
using presentation::MessageModel;

namespace widgets {

MessageWindow::MessageWindow(model::Desk &desk, presentation::Theme &theme, QWidget *parent)
    : QWidget(parent, Qt::Window)
    , m_ui(std::make_unique<Ui::MessageWindow>())
    , m_desk(desk)
    , m_theme(theme)
    , m_model(desk.history, desk.clock)
{
    setAttribute(Qt::WA_DeleteOnClose);
    m_ui->setupUi(this);
    boundToScreen(*this);
    m_ui->note->showText(tr("Kept until Tallylight ends."));
    layOutTable();
    makeShortcuts();
    connect(m_ui->find, &QLineEdit::textChanged, &m_model, &MessageModel::setFilter);
    connect(m_ui->copy, &QPushButton::clicked, this, &MessageWindow::copyChosen);
    connect(m_ui->details, &QPushButton::clicked, this, &MessageWindow::showDetails);
    connect(m_ui->messages, &RowView::copyRequested, this, &MessageWindow::copyChosen);
    connect(m_ui->messages, &RowView::activated, this, &MessageWindow::showDetails);
    connect(m_ui->messages->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &MessageWindow::refreshCounts);
    connect(&m_model, &MessageModel::totalChanged, this, &MessageWindow::refreshCounts);
    refreshCounts();
    m_ui->messages->setFocus();
    nameClearButton(*m_ui->find);
}

MessageWindow::~MessageWindow() = default;

void MessageWindow::layOutTable()
{
    RowView &messages = *m_ui->messages;
    auto *header = new SortHeader(m_theme, &messages);
    header->setFocusPolicy(Qt::NoFocus); // the newest stands first
    header->setSortIndicatorShown(false);
    header->setSectionsClickable(false);
    messages.setHorizontalHeader(header);
    header->show();
    messages.setSelectionMode(QAbstractItemView::ExtendedSelection);
    messages.setItemDelegate(new RowDelegate(m_theme, {.times = {MessageModel::Time}}, this));
    messages.setModel(&m_model);
    constexpr int Widths[MessageModel::Columns] = {104, 320, 320};
    for (int column = 0; column < MessageModel::Columns; ++column)
        messages.setColumnWidth(column, std::max(Widths[column], header->widthOfTitle(column)));
    header->setStretchLastSection(true);
    connect(&m_theme, &presentation::Theme::changed, messages.viewport(), qOverload<>(&QWidget::update));
}

void MessageWindow::makeShortcuts()
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

void MessageWindow::copyChosen()
{
    QModelIndexList chosen = m_ui->messages->selectionModel()->selectedRows();
    std::sort(chosen.begin(), chosen.end());
    QStringList lines;
    for (const QModelIndex &index : std::as_const(chosen))
        lines += m_model.lineAt(index.row());
    if (!lines.isEmpty())
        QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

void MessageWindow::showDetails()
{
    const QModelIndexList chosen = m_ui->messages->selectionModel()->selectedRows();
    const model::Toast *const toast = chosen.isEmpty() ? nullptr : m_model.toastAt(chosen.first().row());
    if (!toast)
        return;
    const model::Call *const call = m_desk.calls.find(toast->call);
    (new Notice(presentation::toastTitle(*toast),
                presentation::toastAccount(*toast, call, call && m_desk.calls.isCertain(*call)), this))
        ->show();
}

void MessageWindow::refreshCounts()
{
    QString counts = tr("%Ln message(s)", nullptr, m_model.total());
    if (m_model.rowCount() != m_model.total())
        counts += u" · "_s + tr("%Ln shown", nullptr, m_model.rowCount());
    m_ui->counts->setText(counts);
    const bool isChosen = m_ui->messages->selectionModel()->hasSelection();
    m_ui->copy->setEnabled(isChosen);
    m_ui->details->setEnabled(isChosen);
}

} // namespace widgets

#include "moc_messagewindow.cpp"
