#pragma once

#include "presentation/look/recordinglook.h"

#include <QHash>
#include <QPixmap>
#include <QStyledItemDelegate>

namespace widgets {

/// The ground of a cell: the line below, the tone and the bar of the chosen row, and the keyboard's ring
/// round the whole row.
void paintRowGround(QPainter &painter, const QStyleOptionViewItem &option, const presentation::Theme &theme,
                    const QModelIndex &index);

/// Paints a cell of a table of rows: plain text, times in tabular figures, and the light. Equal lights are
/// painted once and kept.
class RowDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    static constexpr int Padding = 16; ///< of a cell

    struct Columns
    {
        int light = -1;        ///< with presentation::LightRole
        QList<int> times = {}; ///< in tabular figures
        int file = -1;         ///< both ends tell files apart: it is elided in the middle
    };

    RowDelegate(const presentation::Theme &theme, const Columns &columns, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintText(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintLight(QPainter &painter, const QStyleOptionViewItem &option,
                    const presentation::RecordingLook &look) const;
    const QPixmap &pixmapOf(const presentation::RecordingLook &look, const QSize &size, double scale,
                            Qt::LayoutDirection direction) const;

    const presentation::Theme &m_theme;
    const Columns m_columns;
    mutable QHash<QString, QPixmap> m_lights;
};

} // namespace widgets
