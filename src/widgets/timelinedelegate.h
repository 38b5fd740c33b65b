#pragma once

#include "widgets/timelinestrip.h"

#include <QStyledItemDelegate>

#include <functional>

namespace widgets {

/// A timeline strip in a table's cell.
class TimelineDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using ContentOf = std::function<TimelineContent(int row)>;

    TimelineDelegate(const presentation::Theme &theme, ContentOf contentOf, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

private:
    const presentation::Theme &m_theme;
    const ContentOf m_contentOf;
};

} // namespace widgets
