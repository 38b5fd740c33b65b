#include "widgets/lists/messagewindow.h"

#include "ui_messagewindow.h"

#include "model/desk.h"
#include "presentation/words/toasttext.h"
#include "widgets/dialogs/notice.h"
#include "widgets/lists/linelist.h"
#include "widgets/parts/spokentext.h"
#include "widgets/parts/windowsize.h"

using namespace Qt::StringLiterals;
using presentation::MessageModel;

namespace widgets {

MessageWindow::MessageWindow(model::Desk &desk, presentation::Theme &theme, QWidget *parent)
    : QWidget(parent, Qt::Window)
    , m_ui(std::make_unique<Ui::MessageWindow>())
    , m_desk(desk)
    , m_model(desk.history, desk.clock)
{
    setAttribute(Qt::WA_DeleteOnClose);
    m_ui->setupUi(this);
    boundToScreen(*this);
    m_ui->note->showText(tr("Kept until Tallylight ends."));
    layOutLines(*m_ui->messages, m_model, theme, {.times = {MessageModel::Time}}, {104, 320, 320});
    giveListKeys(*this, *m_ui->find);
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

void MessageWindow::copyChosen()
{
    copyLines(*m_ui->messages, [this](int row) { return m_model.lineAt(row); });
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
