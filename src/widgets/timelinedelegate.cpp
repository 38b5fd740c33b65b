#include "widgets/timelinedelegate.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QToolTip>

namespace widgets {

TimelineDelegate::TimelineDelegate(const presentation::Theme &theme, ContentOf contentOf, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
    , m_contentOf(std::move(contentOf))
{
}

void TimelineDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                             const QModelIndex &index) const
{
    constexpr int Margin = 2 * presentation::measure::Step;
    QStyledItemDelegate::paint(painter, option, index); // the ground, and whether it is selected
    QRect rect(0, 0, option.rect.width() - 2 * Margin, presentation::measure::StripHeight);
    rect.moveCenter(option.rect.center());
    paintTimeline(*painter, rect, m_contentOf(index.row()), m_theme, option.direction);
}

bool TimelineDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view,
                                 const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip)
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    QToolTip::showText(event->globalPos(), timelineTexts(m_contentOf(index.row())).join(u'\n'), view);
    return true;
}

} // namespace widgets

#include "moc_timelinedelegate.cpp"
