#include "widgets/tables/timelinedelegate.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QToolTip>

namespace widgets {

TimelineDelegate::TimelineDelegate(const presentation::Theme &theme, const Columns &columns, int timeline,
                                   ContentOf contentOf, QObject *parent)
    : RowDelegate(theme, columns, parent)
    , m_theme(theme)
    , m_column(timeline)
    , m_contentOf(std::move(contentOf))
{
}

void TimelineDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                             const QModelIndex &index) const
{
    if (index.column() != m_column)
        return RowDelegate::paint(painter, option, index);
    constexpr int Margin = 4 * presentation::measure::Step;
    paintRowGround(*painter, option, m_theme, index);
    QRect rect(0, 0, option.rect.width() - 2 * Margin, presentation::measure::StripHeight);
    rect.moveCenter(option.rect.center());
    paintTimeline(*painter, rect, m_contentOf(index.row()), m_theme, option.direction);
}

bool TimelineDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view,
                                 const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip || index.column() != m_column)
        return RowDelegate::helpEvent(event, view, option, index);
    QToolTip::showText(event->globalPos(), timelineTexts(m_contentOf(index.row())).join(u'\n'), view);
    return true;
}

} // namespace widgets

#include "moc_timelinedelegate.cpp"
