#include "widgets/supervisor/boardview.h"

#include "presentation/words/actiontext.h"
#include "presentation/words/duration.h"
#include "presentation/words/floor/boardtext.h"
#include "widgets/parts/recordingbadge.h"
#include "widgets/parts/tabulartext.h"
#include "widgets/tables/rowdelegate.h"
#include "widgets/tables/rowplaces.h"
#include "widgets/tables/sortheader.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QScopedValueRollback>

#include <algorithm>
#include <numeric>
#include <utility>

using model::CallAction;
using presentation::BoardFilter;
using presentation::BoardModel;

namespace widgets {

namespace {

/// Room for every light with its longest word, and for the request that can be under way on it.
int widthOfBoardLights(const presentation::Theme &theme)
{
    constexpr std::pair<BoardFilter, CallAction> Requests[] = {
        {BoardFilter::Recording, CallAction::PauseRecording},
        {BoardFilter::Recording, CallAction::StopRecording},
        {BoardFilter::Paused, CallAction::ResumeRecording},
        {BoardFilter::Paused, CallAction::StopRecording},
        {BoardFilter::NotRecording, CallAction::StartRecording},
    };
    int width = 0;
    for (const auto &[filter, action] : Requests) {
        presentation::RecordingLook look = presentation::lightOf(filter);
        look.pending = presentation::actionProgress(action);
        width = std::max(width, badgeWidth(look, theme, BadgeSize::Row));
    }
    return width + 2 * RowDelegate::Padding;
}

/// Room for the longest age.
int widthOfAges(const presentation::Theme &theme)
{
    const QFontMetrics metrics(theme.font(presentation::TextRole::Text));
    const int widest = std::max(tabularWidth(metrics, presentation::heardText(std::chrono::seconds(48))),
                                tabularWidth(metrics, presentation::heardText(std::chrono::minutes(48))));
    return widest + 2 * RowDelegate::Padding;
}

} // namespace

BoardView::BoardView(QWidget *parent)
    : RowView(parent)
{
}

void BoardView::setBoard(BoardModel &model, const presentation::Theme &theme)
{
    m_board = &model;
    m_theme = &theme;
    auto *header = new SortHeader(theme, this);
    header->setSortIndicator(BoardModel::AgentColumn, Qt::AscendingOrder);
    setHorizontalHeader(header);
    setItemDelegate(new RowDelegate(theme,
                                    {.light = BoardModel::RecordingColumn,
                                     .times = {BoardModel::SinceColumn},
                                     .file = BoardModel::FileColumn},
                                    this));
    setModel(&model);
    m_lightWidth = widthOfBoardLights(theme);
    m_ageWidth = widthOfAges(theme);
    fitColumns();
    header->setStretchLastSection(true);
    setSortingEnabled(true);
    connect(selectionModel(), &QItemSelectionModel::currentRowChanged, this, &BoardView::onCurrentChanged);
    connect(&model, &QAbstractItemModel::modelReset, this, [this] {
        fitDns();
        choose(m_chosen);
    });
    connect(&theme, &presentation::Theme::changed, viewport(), qOverload<>(&QWidget::update));
    new RowPlaces(*this);
}

/// In a narrow window the light is still in sight. What people have set lasts until the next change of kind.
void BoardView::fitColumns()
{
    constexpr int Roomy[BoardModel::Columns] = {180, 72, 152, 160, 216, 88, 64};
    constexpr int Tight[BoardModel::Columns] = {128, 64, 112, 128, 176, 72, 64};
    constexpr int Rest = 16; // the bar to scroll by, and the frame
    const int roomyLight =
        std::max(Roomy[BoardModel::RecordingColumn], m_lightWidth); // whatever the language
    const int roomySince = std::max(Roomy[BoardModel::SinceColumn], m_ageWidth);
    const int roomy = std::accumulate(std::begin(Roomy), std::end(Roomy), Rest) + roomyLight + roomySince -
                      Roomy[BoardModel::RecordingColumn] - Roomy[BoardModel::SinceColumn];
    const bool isTight = width() < roomy;
    if (!m_board || m_isTight == isTight)
        return;
    m_isTight = isTight;
    for (int column = 0; column < BoardModel::Columns; ++column)
        setColumnWidth(column, isTight ? Tight[column] : Roomy[column]);
    setColumnWidth(BoardModel::RecordingColumn,
                   std::max(columnWidth(BoardModel::RecordingColumn), m_lightWidth));
    setColumnWidth(BoardModel::SinceColumn, std::max(columnWidth(BoardModel::SinceColumn), m_ageWidth));
    fitDns();
}

/// A row is told from another by its DN: it has room for the longest, as far as the light stays in sight.
void BoardView::fitDns()
{
    constexpr int Most = 112;
    model::Dn longest;
    for (int row = 0; row < m_board->rowCount(); ++row) {
        if (const model::Dn dn = m_board->dnAt(row); dn.bytes().size() > longest.bytes().size())
            longest = dn;
    }
    const QFontMetrics metrics(m_theme->font(presentation::TextRole::Text));
    const int room = metrics.horizontalAdvance(longest.toString()) + 2 * RowDelegate::Padding;
    setColumnWidth(BoardModel::DnColumn, std::max(columnWidth(BoardModel::DnColumn), std::min(room, Most)));
}

void BoardView::resizeEvent(QResizeEvent *event)
{
    RowView::resizeEvent(event);
    fitColumns();
}

void BoardView::choose(const model::Dn &dn)
{
    const int row = dn.isEmpty() ? -1 : m_board->rowOf(dn);
    if (row >= 0)
        return setCurrentIndex(m_board->index(row, std::max(0, currentIndex().column())));
    selectionModel()->clear();
    setChosen({});
}

void BoardView::refilter(const std::function<void()> &change)
{
    const model::Dn chosen = m_chosen;
    {
        const QScopedValueRollback guard(m_isFiltering, true);
        change();
    }
    choose(chosen);
}

void BoardView::onCurrentChanged(const QModelIndex &current)
{
    // While rows go, Qt hands the choice to a neighbour: nobody has chosen that one.
    const int index = m_board->boardIndexAt(current.row());
    if (!m_isFiltering && index >= 0)
        setChosen(m_board->dnAt(current.row()));
}

void BoardView::setChosen(const model::Dn &dn)
{
    m_board->keep(dn);
    if (dn == m_chosen)
        return;
    m_chosen = dn;
    Q_EMIT chosenChanged();
}

void BoardView::refreshTimes()
{
    const int left = columnViewportPosition(BoardModel::SinceColumn);
    viewport()->update(QRect(left, 0, columnWidth(BoardModel::SinceColumn), viewport()->height()));
}

void BoardView::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (!isEnter || !currentIndex().isValid())
        return RowView::keyPressEvent(event);
    const QRect cell = visualRect(currentIndex());
    Q_EMIT actionsRequested(viewport()->mapToGlobal(QPoint(cell.left() + 16, cell.bottom())));
}

void BoardView::contextMenuEvent(QContextMenuEvent *event)
{
    const bool isMouse = event->reason() == QContextMenuEvent::Mouse;
    // The press has chosen the row; where it has not, the menu would be about another one.
    if (isMouse && (!indexAt(event->pos()).isValid() || indexAt(event->pos()).row() != currentIndex().row()))
        return;
    if (currentIndex().isValid()) {
        const QRect cell = visualRect(currentIndex());
        Q_EMIT actionsRequested(isMouse ? event->globalPos()
                                        : viewport()->mapToGlobal(QPoint(cell.left() + 16, cell.bottom())));
    }
}

} // namespace widgets

#include "moc_boardview.cpp"
