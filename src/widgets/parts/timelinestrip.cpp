#include "widgets/parts/timelinestrip.h"

#include "presentation/look/recordinglook.h"
#include "presentation/words/calltext.h"
#include "presentation/words/duration.h"
#include "widgets/parts/spokentext.h"

#include <QHelpEvent>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>

using namespace Qt::StringLiterals;
using model::RecordingState;

namespace widgets {

namespace {

core::Instant endOf(const TimelineContent &content, qsizetype index)
{
    return index + 1 < content.segments.size() ? content.segments.at(index + 1).from : content.end;
}

/// The blank before what was seen: nobody knows how long it lasted.
int blankOf(const TimelineContent &content, const QRect &rect)
{
    constexpr int Blank = 24;
    return content.isLate ? std::min(Blank, rect.width() / 6) : 0;
}

QRect seenOf(const TimelineContent &content, const QRect &rect, Qt::LayoutDirection direction)
{
    const int blank = blankOf(content, rect);
    return direction == Qt::LeftToRight ? rect.adjusted(blank, 0, 0, 0) : rect.adjusted(0, 0, -blank, 0);
}

/// Where a segment stands; even the shortest pause leaves a trace.
QRect roomOf(const TimelineContent &content, qsizetype index, const QRect &whole,
             Qt::LayoutDirection direction)
{
    const QRect rect = seenOf(content, whole, direction);
    const core::Instant start = content.segments.first().from;
    const auto lasted = std::max<qint64>(1, (content.end - start).count());
    const auto positionOf = [&](core::Instant when) {
        const int x = int((when - start).count() * rect.width() / lasted);
        return rect.left() + (direction == Qt::LeftToRight ? x : rect.width() - x);
    };
    const int a = positionOf(content.segments.at(index).from);
    const int b = positionOf(endOf(content, index));
    return {std::min(a, b), rect.top(), std::max(2, std::abs(b - a)), rect.height()};
}

QString faceOf(const QDateTime &wall)
{
    return QLocale().toString(wall.time(), u"HH:mm:ss"_s);
}

/// "Seen recording since %1": it may have begun before; empty where that says nothing.
QString seenSince(RecordingState state)
{
    switch (state) {
    case RecordingState::On: return TimelineStrip::tr("Seen recording since %1");
    case RecordingState::Paused: return TimelineStrip::tr("Seen paused since %1");
    case RecordingState::Off: return TimelineStrip::tr("Seen not recording since %1");
    case RecordingState::Unknown: return {};
    }
    Q_UNREACHABLE();
}

QString seenFromTo(RecordingState state)
{
    switch (state) {
    case RecordingState::On: return TimelineStrip::tr("Seen recording from %1 to %2 (≥ %3)");
    case RecordingState::Paused: return TimelineStrip::tr("Seen paused from %1 to %2 (≥ %3)");
    case RecordingState::Off: return TimelineStrip::tr("Seen not recording from %1 to %2 (≥ %3)");
    case RecordingState::Unknown: return {};
    }
    Q_UNREACHABLE();
}

QString textOf(const TimelineContent &content, qsizetype index)
{
    const model::TimelineSegment &segment = content.segments.at(index);
    const QString from = faceOf(segment.wall);
    const bool isOnlySeen = segment.certain && !segment.beginSeen && segment.state != RecordingState::Unknown;
    const QString word = segment.certain ? presentation::recordingWord({.state = segment.state})
                                         : TimelineStrip::tr("Not certain");
    const bool isLast = index + 1 == content.segments.size();
    if (isLast && !content.isOver)
        return isOnlySeen ? seenSince(segment.state).arg(from)
                          : TimelineStrip::tr("%1 since %2").arg(word, from);
    const QString to = faceOf(isLast ? content.endWall : content.segments.at(index + 1).wall);
    const QString duration = presentation::clockText(endOf(content, index) - segment.from);
    return isOnlySeen ? seenFromTo(segment.state).arg(from, to, duration)
                      : TimelineStrip::tr("%1 from %2 to %3 (%4)").arg(word, from, to, duration);
}

QString blankText(const TimelineContent &content)
{
    return TimelineStrip::tr("Not seen before %1").arg(faceOf(content.segments.first().wall));
}

void paintSegment(QPainter &painter, const QRect &room, const model::TimelineSegment &segment, bool isLegacy,
                  const presentation::Theme &theme)
{
    using presentation::ToneRole;
    const bool isKnown = segment.certain && segment.state != RecordingState::Unknown;
    const ToneRole unknown = segment.certain && isLegacy ? ToneRole::Off : ToneRole::Uncertain;
    const QColor mark = theme.tone(isKnown ? presentation::toneOf(segment.state) : unknown).mark;
    if (!isKnown) {
        painter.fillRect(room, QBrush(mark, Qt::SolidPattern));
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.tones().card);
        for (int x = room.left() + 4; x < room.right(); x += 6)
            painter.drawRect(x, room.top(), 2, room.height());
        return;
    }
    const int inset = segment.state == RecordingState::Off      ? 3
                      : segment.state == RecordingState::Paused ? 2
                                                                : 0;
    painter.fillRect(room.adjusted(0, inset, 0, -inset), mark);
}

} // namespace

void paintTimeline(QPainter &painter, const QRect &rect, const TimelineContent &content,
                   const presentation::Theme &theme, Qt::LayoutDirection direction)
{
    painter.save();
    QPainterPath rounded;
    rounded.addRoundedRect(rect, 2, 2);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipPath(rounded, Qt::IntersectClip);
    painter.setRenderHint(QPainter::Antialiasing, false);
    if (content.segments.isEmpty() || content.segments.first().from == content.end)
        painter.fillRect(seenOf(content, rect, direction).adjusted(0, 3, 0, -3), theme.tones().line);
    else
        for (qsizetype i = 0; i < content.segments.size(); ++i)
            paintSegment(painter, roomOf(content, i, rect, direction), content.segments.at(i),
                         content.isLegacy, theme);
    painter.restore();
}

QStringList timelineTexts(const TimelineContent &content)
{
    QStringList lines;
    if (content.isLate && !content.segments.isEmpty())
        lines += blankText(content);
    for (qsizetype i = 0; i < content.segments.size(); ++i)
        lines += textOf(content, i);
    return lines;
}

TimelineStrip::TimelineStrip(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFixedHeight(presentation::measure::StripHeight);
    setSpokenName(*this, tr("How the recording went"));
}

void TimelineStrip::setTheme(const presentation::Theme &theme)
{
    m_theme = &theme;
    connect(m_theme, &presentation::Theme::changed, this, qOverload<>(&QWidget::update));
}

void TimelineStrip::setContent(const TimelineContent &content)
{
    const bool isNews = content.segments != m_content.segments || content.isOver != m_content.isOver ||
                        content.isLate != m_content.isLate;
    m_content = content;
    update();
    if (isNews)
        setSpokenDescription(*this, timelineTexts(m_content).join(u"; "_s));
}

void TimelineStrip::paintEvent(QPaintEvent *)
{
    if (!m_theme)
        return;
    QPainter painter(this);
    paintTimeline(painter, rect(), m_content, *m_theme, layoutDirection());
}

bool TimelineStrip::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip || m_content.segments.isEmpty())
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    if (!seenOf(m_content, rect(), layoutDirection()).contains(help->pos())) {
        QToolTip::showText(help->globalPos(), blankText(m_content), this);
        return true;
    }
    for (qsizetype i = 0; i < m_content.segments.size(); ++i) {
        const QRect room = roomOf(m_content, i, rect(), layoutDirection());
        if (help->pos().x() >= room.left() && help->pos().x() <= room.right() + 1) {
            QToolTip::showText(help->globalPos(), textOf(m_content, i), this, room);
            return true;
        }
    }
    return true;
}

} // namespace widgets

#include "moc_timelinestrip.cpp"
