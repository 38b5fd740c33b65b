#pragma once

#include "model/recordingtimeline.h"
#include "presentation/theme.h"

#include <QWidget>

namespace widgets {

/// How the recording of a call went, from its start until now: On tall, Paused lower, Off a thin line, not
/// certain dashed, so that it reads without colour too. Times on hover.
class TimelineStrip : public QWidget
{
    Q_OBJECT

public:
    explicit TimelineStrip(QWidget *parent = nullptr);

    void setTheme(const presentation::Theme &theme);
    struct Content
    {
        QList<model::TimelineSegment> segments = {};
        core::Instant now = {};
        QDateTime wall = {};   ///< `now` for people
        bool isLegacy = false; ///< what is not known is known not to be reported
    };
    void setContent(const Content &content);

    QSize sizeHint() const override { return {240, presentation::measure::StripHeight}; }

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    int positionOf(core::Instant when) const;
    core::Instant endOf(qsizetype index) const;
    QString textOf(qsizetype index) const;
    void paintSegment(QPainter &painter, const QRect &room, const model::TimelineSegment &segment) const;

    const presentation::Theme *m_theme = nullptr;
    Content m_content;
};

} // namespace widgets
