#pragma once

#include <QLabel>
#include <QStringView>

class QPainter;

namespace widgets {

/// Text whose digits all take the same room, whatever the font: running times do not tremble. (Qt 6.4 cannot
/// switch a font's tabular figures on.)
int tabularWidth(const QFontMetrics &metrics, QStringView text);
/// At the left end of `rect`, centred in height, in the painter's font and pen.
void drawTabular(QPainter &painter, const QRect &rect, QStringView text);

/// A label for a running time, at the trailing end of its room.
class TimeLabel : public QLabel
{
    Q_OBJECT

public:
    explicit TimeLabel(QWidget *parent = nullptr);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace widgets
