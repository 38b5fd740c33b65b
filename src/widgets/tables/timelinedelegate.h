#pragma once

#include "widgets/parts/timelinestrip.h"
#include "widgets/tables/rowdelegate.h"

#include <functional>

namespace widgets {

/// Rows with how the recording went in one of the cells.
class TimelineDelegate : public RowDelegate
{
    Q_OBJECT

public:
    using ContentOf = std::function<TimelineContent(int row)>;

    TimelineDelegate(const presentation::Theme &theme, const Columns &columns, int timeline,
                     ContentOf contentOf, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

private:
    const presentation::Theme &m_theme;
    const int m_column;
    const ContentOf m_contentOf;
};

} // namespace widgets
