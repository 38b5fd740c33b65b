#include "widgets/tables/calltable.h"

#include "presentation/words/floor/boardtext.h"
#include "widgets/parts/recordingbadge.h"
#include "widgets/tables/sortheader.h"
#include "widgets/tables/timelinedelegate.h"

#include <QScrollBar>

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

CallTable::CallTable(QWidget *parent)
    : RowView(parent)
{
}

void CallTable::setCalls(CallRecordModel &calls, presentation::Theme &theme)
{
    m_calls = &calls;
    auto *const header = new SortHeader(theme, this);
    header->setSortIndicator(CallRecordModel::Began, Qt::AscendingOrder);
    setHorizontalHeader(header);
    header->show();
    setItemDelegate(new TimelineDelegate(
        theme,
        {.light = CallRecordModel::State,
         .times = {CallRecordModel::Began, CallRecordModel::Recorded, CallRecordModel::Paused,
                   CallRecordModel::InDoubt},
         .file = CallRecordModel::Files},
        CallRecordModel::Timeline, [this](int row) { return timelineAt(row); }, this));
    connect(&calls, &QAbstractItemModel::modelAboutToBeReset, this, [this] { m_isResetting = true; });
    setModel(&calls);
    setSortingEnabled(true);
    setWidths(theme);
    connect(&theme, &presentation::Theme::changed, viewport(), qOverload<>(&QWidget::update));
    connect(&calls, &QAbstractItemModel::modelReset, this, &CallTable::chooseAgain);
    connect(&calls, &QAbstractItemModel::dataChanged, this, &CallTable::chosenChanged);
    connect(selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &now) {
        const auto *const record = m_calls->recordAt(now.row());
        if (!m_isResetting)
            m_chosen = record ? std::optional(record->number) : std::nullopt;
        Q_EMIT chosenChanged();
    });
    followEnd();
}

void CallTable::showColumns(const QList<CallRecordModel::Column> &columns)
{
    for (int column = 0; column < CallRecordModel::Columns; ++column)
        setColumnHidden(column, !columns.contains(CallRecordModel::Column(column)));
    for (int place = 0; place < columns.size(); ++place)
        horizontalHeader()->moveSection(horizontalHeader()->visualIndex(columns.at(place)), place);
}

void CallTable::setWidths(const presentation::Theme &theme)
{
    auto *const header = static_cast<SortHeader *>(horizontalHeader());
    constexpr int Widths[CallRecordModel::Columns] = {104, 172, 0, 104, 88, 96, 144, 124, 164, 72, 96, 144};
    for (int column = 0; column < CallRecordModel::Columns; ++column)
        setColumnWidth(column, std::max(Widths[column], header->widthOfTitle(column)));
    setColumnWidth(CallRecordModel::State, widthOfReplayedLights(theme));
    header->setStretchLastSection(true);
}

void CallTable::followEnd()
{
    QScrollBar *const bar = verticalScrollBar();
    connect(bar, &QScrollBar::valueChanged, this,
            [this, bar](int value) { m_isAtEnd = value == bar->maximum(); });
    connect(bar, &QScrollBar::rangeChanged, this, [this, bar](int, int end) {
        if (m_isAtEnd && m_followsEnd)
            bar->setValue(end);
    });
}

void CallTable::chooseAgain()
{
    m_isResetting = false;
    const int row = m_chosen ? m_calls->rowOf(*m_chosen) : -1;
    if (row >= 0)
        setCurrentIndex(m_calls->index(row, 0));
    Q_EMIT chosenChanged();
}

void CallTable::forgetChoice()
{
    m_chosen.reset();
    setCurrentIndex({});
}

const model::CallRecord *CallTable::chosen() const
{
    return m_calls->recordAt(currentIndex().row());
}

TimelineContent CallTable::timelineAt(int row) const
{
    const auto *const record = m_calls->recordAt(row);
    if (!record || !record->areTimesKnown)
        return {}; // a strip would tell lengths
    return {.segments = record->segments,
            .end = record->ended.value_or(m_calls->now()),
            .endWall = record->endedWall,
            .isOver = record->ended.has_value(),
            .isLate = !record->beginSeen,
            .isLegacy = record->recording.isLegacy()};
}

} // namespace widgets

#include "moc_calltable.cpp"
