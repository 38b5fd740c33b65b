#include "widgets/timelinestrip.h"

#include "presentation/duration.h"
#include "presentation/recordinglook.h"
#include "presentation/statetext.h"

#include <QHelpEvent>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>

using namespace Qt::StringLiterals;
using model::RecordingState;

namespace widgets {

TimelineStrip::TimelineStrip(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFixedHeight(presentation::measure::StripHeight);
    setAccessibleName(tr("How the recording went"));
}

void TimelineStrip::setTheme(const presentation::Theme &theme)
{
    m_theme = &theme;
    connect(m_theme, &presentation::Theme::changed, this, qOverload<>(&QWidget::update));
}

void TimelineStrip::setContent(const Content &content)
{
    const bool isNews = content.segments != m_content.segments;
    m_content = content;
    update();
    if (!isNews)
        return;
    QStringList lines;
    for (qsizetype i = 0; i < m_content.segments.size(); ++i)
        lines += textOf(i);
    setAccessibleDescription(lines.join(u"; "_s));
}

core::Instant TimelineStrip::endOf(qsizetype index) const
{
    return index + 1 < m_content.segments.size() ? m_content.segments.at(index + 1).from : m_content.now;
}

int TimelineStrip::positionOf(core::Instant when) const
{
    const auto whole = std::max<qint64>(1, (m_content.now - m_content.segments.first().from).count());
    const int x = int((when - m_content.segments.first().from).count() * width() / whole);
    return layoutDirection() == Qt::LeftToRight ? x : width() - x;
}

QString TimelineStrip::textOf(qsizetype index) const
{
    const model::TimelineSegment &segment = m_content.segments.at(index);
    // On the clock face alone: a time zone's look-up for every segment would cost more than all the rest.
    const auto wallTime = [this, now = m_content.wall.time()](core::Instant when) {
        return QLocale().toString(now.addMSecs(int((when - m_content.now).count())), u"HH:mm:ss"_s);
    };
    const QString word =
        segment.certain ? presentation::recordingWord({.state = segment.state}) : tr("Not certain");
    if (index + 1 == m_content.segments.size())
        return tr("%1 since %2").arg(word, wallTime(segment.from));
    return tr("%1 from %2 to %3 (%4)")
        .arg(word, wallTime(segment.from), wallTime(endOf(index)),
             presentation::clockText(endOf(index) - segment.from));
}

void TimelineStrip::paintSegment(QPainter &painter, const QRect &room,
                                 const model::TimelineSegment &segment) const
{
    using presentation::ToneRole;
    const bool isKnown = segment.certain && segment.state != RecordingState::Unknown;
    const ToneRole unknown = segment.certain && m_content.isLegacy ? ToneRole::Off : ToneRole::Uncertain;
    const QColor mark = m_theme->tone(isKnown ? presentation::toneOf(segment.state) : unknown).mark;
    if (!isKnown) {
        painter.fillRect(room, QBrush(mark, Qt::SolidPattern));
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme->tones().card);
        for (int x = room.left() + 4; x < room.right(); x += 6)
            painter.drawRect(x, room.top(), 2, room.height());
        return;
    }
    const int inset = segment.state == RecordingState::Off      ? 3
                      : segment.state == RecordingState::Paused ? 2
                                                                : 0;
    painter.fillRect(room.adjusted(0, inset, 0, -inset), mark);
}

void TimelineStrip::paintEvent(QPaintEvent *)
{
    if (!m_theme)
        return;
    QPainter painter(this);
    QPainterPath rounded;
    rounded.addRoundedRect(rect(), 2, 2);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipPath(rounded);
    painter.setRenderHint(QPainter::Antialiasing, false);
    if (m_content.segments.isEmpty() || m_content.segments.first().from == m_content.now) {
        painter.fillRect(rect().adjusted(0, 3, 0, -3), m_theme->tones().line);
        return;
    }
    for (qsizetype i = 0; i < m_content.segments.size(); ++i) {
        const int a = positionOf(m_content.segments.at(i).from);
        const int b = positionOf(endOf(i));
        // Even the shortest pause leaves a trace.
        const QRect room(std::min(a, b), 0, std::max(2, std::abs(b - a)), height());
        paintSegment(painter, room, m_content.segments.at(i));
    }
}

bool TimelineStrip::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip || m_content.segments.isEmpty())
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    for (qsizetype i = 0; i < m_content.segments.size(); ++i) {
        const int a = positionOf(m_content.segments.at(i).from);
        const int b = positionOf(endOf(i));
        if (help->pos().x() >= std::min(a, b) && help->pos().x() <= std::max(a, b)) {
            QToolTip::showText(help->globalPos(), textOf(i), this,
                               QRect(std::min(a, b), 0, std::abs(b - a), height()));
            return true;
        }
    }
    return true;
}

} // namespace widgets

#include "moc_timelinestrip.cpp"
