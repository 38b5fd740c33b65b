#include "widgets/supervisor/routepanel.h"

#include "ui_routepanel.h"

#include "model/desk.h"
#include "presentation/words/floor/routetext.h"
#include "widgets/parts/secondtick.h"
#include "widgets/parts/spokentext.h"
#include "widgets/tables/rowdelegate.h"
#include "widgets/tables/rowplaces.h"
#include "widgets/tables/rowview.h"
#include "widgets/tables/sortheader.h"

#include <QButtonGroup>
#include <QRadioButton>

using namespace Qt::StringLiterals;
using presentation::WaitingCallModel;

namespace widgets {

RoutePanel::RoutePanel(model::Desk &desk, const presentation::Theme &theme, SecondTick &tick, QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::RoutePanel>())
    , m_desk(desk)
    , m_tick(tick)
    , m_model(desk.waiting, desk.clock)
    , m_records(new QButtonGroup(this))
{
    m_ui->setupUi(this);
    makeChoices();
    layOutTable(theme);
    showMore(false);
    connect(m_ui->moreOfOrder, &QPushButton::clicked, this,
            [this] { showMore(m_ui->moreFields->isHidden()); });
    connect(m_ui->route, &QPushButton::clicked, this, &RoutePanel::route);
    for (QLineEdit *field : {m_ui->destination, m_ui->recordingId, m_ui->dest, m_ui->dest2}) {
        connect(field, &QLineEdit::textChanged, this, &RoutePanel::refresh);
        connect(field, &QLineEdit::returnPressed, this, &RoutePanel::route);
    }
    connect(&m_model, &QAbstractItemModel::rowsInserted, this, &RoutePanel::refreshRows);
    connect(&m_model, &QAbstractItemModel::rowsRemoved, this, &RoutePanel::refreshRows);
    connect(&m_model, &QAbstractItemModel::dataChanged, this, [this] {
        if (m_chosen.isNull())
            return;
        if (!chosen())
            clearForm(); // it waits under another ConnID
        refresh();
    });
    connect(&tick, &SecondTick::ticked, m_ui->waiting->viewport(), qOverload<>(&QWidget::update));
    refreshRows();
    refresh();
}

RoutePanel::~RoutePanel() = default;

QWidget *RoutePanel::home()
{
    return m_ui->waiting->isVisibleTo(this) ? static_cast<QWidget *>(m_ui->waiting) : this;
}

void RoutePanel::layOutTable(const presentation::Theme &theme)
{
    RowView &table = *m_ui->waiting;
    auto *header = new SortHeader(theme, &table);
    header->setFocusPolicy(Qt::NoFocus); // they stand in the order in which they came
    header->setSortIndicatorShown(false);
    header->setSectionsClickable(false);
    table.setHorizontalHeader(header);
    header->show();
    table.setItemDelegate(new RowDelegate(
        theme, {.light = WaitingCallModel::NoteColumn, .times = {WaitingCallModel::WaitingColumn}}, this));
    // Before the table hears of it: it would hand the choice to a neighbour that nobody has chosen.
    connect(&m_model, &QAbstractItemModel::rowsAboutToBeRemoved, this,
            [this](const QModelIndex &, int first, int last) {
                for (int row = first; row <= last; ++row) {
                    if (m_model.callAt(row) == chosen())
                        clearForm();
                }
            });
    table.setModel(&m_model);
    new RowPlaces(table);
    constexpr int Widths[WaitingCallModel::Columns] = {200, 140, 96, 160};
    for (int column = 0; column < WaitingCallModel::Columns; ++column)
        table.setColumnWidth(column, Widths[column]);
    header->setStretchLastSection(true);
    connect(table.selectionModel(), &QItemSelectionModel::currentRowChanged, this, &RoutePanel::onChosen);
    connect(&theme, &presentation::Theme::changed, table.viewport(), qOverload<>(&QWidget::update));
}

void RoutePanel::makeChoices()
{
    for (const auto record : presentation::AllRouteRecords) {
        auto *choice = new QRadioButton(presentation::routeRecordText(record));
        choice->setToolTip(presentation::routeRecordPurpose(record));
        setSpokenDescription(*choice, choice->toolTip());
        m_records->addButton(choice, int(record));
        m_ui->choices->addWidget(choice);
    }
    m_records->button(int(model::RouteOrder::Record::AsConfigured))->setChecked(true);
}

void RoutePanel::showMore(bool more)
{
    m_ui->moreFields->setVisible(more);
    m_ui->moreOfOrder->setText(more ? tr("&Less") : tr("&More"));
    setSpokenDescription(*m_ui->moreOfOrder, more ? tr("Hides the recording's ID and recorders.")
                                                  : tr("Shows fields for the recording's ID and recorders."));
}

void RoutePanel::onChosen()
{
    const model::WaitingCall *const call = m_model.callAt(m_ui->waiting->currentIndex().row());
    m_chosen = call ? call->id : model::CallId();
    m_chosenPoint = call ? call->routingPoint : model::Dn();
    refresh();
}

/// nullptr: none, or it waits there no more.
const model::WaitingCall *RoutePanel::chosen() const
{
    return m_desk.waiting.find(m_chosen, m_chosenPoint);
}

void RoutePanel::refreshRows()
{
    const bool isEmpty = m_model.rowCount() == 0;
    m_ui->pages->setCurrentWidget(isEmpty ? m_ui->emptyPage : m_ui->tablePage);
    m_tick.setNeededBy(this, !isEmpty);
}

model::RouteOrder RoutePanel::order() const
{
    const bool hasMore = !m_ui->moreFields->isHidden();
    const auto textOf = [hasMore](const QLineEdit *field) {
        return hasMore ? field->text().trimmed() : QString();
    };
    return {.destination = model::Dn(m_ui->destination->text().trimmed()),
            .record = model::RouteOrder::Record(m_records->checkedId()),
            .id = textOf(m_ui->recordingId),
            .dest = textOf(m_ui->dest),
            .dest2 = textOf(m_ui->dest2)};
}

void RoutePanel::refresh()
{
    const model::WaitingCall *call = chosen();
    m_ui->subject->showText(presentation::routeSubject(call));
    const QString why = presentation::routeObstacleText(call, order());
    m_ui->route->setEnabled(why.isEmpty());
    m_ui->route->setToolTip(why.isEmpty() ? tr("Send the call there.") : why);
    setSpokenDescription(*m_ui->route, m_ui->route->toolTip());
    m_ui->why->setText(call ? why : QString());
}

void RoutePanel::route()
{
    if (m_ui->route->isEnabled())
        // A refusal is a toast, success is that the call has gone.
        m_desk.routes.route(m_chosen, m_chosenPoint, order());
}

/// What was meant for one call must not be sent with the next.
void RoutePanel::clearForm()
{
    for (QLineEdit *field : {m_ui->destination, m_ui->recordingId, m_ui->dest, m_ui->dest2})
        field->clear();
    m_records->button(int(model::RouteOrder::Record::AsConfigured))->setChecked(true);
    m_ui->waiting->selectionModel()->clear();
    m_chosen = {};
    m_chosenPoint = {};
    refresh();
}

} // namespace widgets

#include "moc_routepanel.cpp"
