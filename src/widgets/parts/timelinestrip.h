#pragma once

#include "model/calls/recordingtimeline.h"
#include "presentation/look/theme.h"
#include "widgets/parts/spokentext.h"

#include <QWidget>

namespace widgets {

/// What a strip shows: from the first segment's beginning until `end`.
struct TimelineContent
{
    QList<model::TimelineSegment> segments = {};
    core::Instant end = {};
    QDateTime endWall = {}; ///< what the wall clock said at `end`, where the call is over
    bool isOver = false;    ///< the last segment ended with the call
    bool isLate = false;    ///< the call was there before the first segment
    bool isLegacy = false;  ///< what is not known is known not to be reported
};

/// The one routine that paints how a recording went: On tall, Paused lower, Off a thin line, not certain
/// dashed, so that it reads without colour too; blank before what was seen.
void paintTimeline(QPainter &painter, const QRect &rect, const TimelineContent &content,
                   const presentation::Theme &theme, Qt::LayoutDirection direction = Qt::LeftToRight);
/// "Recording from 14:26:23 to 14:30:01 (03:38)", "Seen recording since 14:31:12", a line for each stretch.
QStringList timelineTexts(const TimelineContent &content);

/// How the recording of a call went, from its start until now. Times on hover.
class TimelineStrip : public QWidget, public SpokenText
{
    Q_OBJECT

public:
    explicit TimelineStrip(QWidget *parent = nullptr);

    void setTheme(const presentation::Theme &theme);
    void setContent(const TimelineContent &content);

    Kind spokenKind() const override { return Kind::Picture; }
    QString spokenText() const override { return timelineTexts(m_content).join(u'\n'); }
    QSize sizeHint() const override { return {240, presentation::measure::StripHeight}; }

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    const presentation::Theme *m_theme = nullptr;
    TimelineContent m_content;
};

} // namespace widgets
