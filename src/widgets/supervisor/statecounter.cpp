#include "widgets/supervisor/statecounter.h"

#include "widgets/parts/recordingbadge.h"
#include "widgets/parts/spokentext.h"
#include "widgets/parts/tabulartext.h"

#include <QLocale>
#include <QPainter>

namespace measure = presentation::measure;

namespace widgets {

StateCounter::StateCounter(presentation::BoardFilter filter, const presentation::Theme &theme,
                           QWidget *parent)
    : QAbstractButton(parent)
    , m_filter(filter)
    , m_theme(theme)
{
    setCheckable(true);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&theme, &presentation::Theme::changed, this, [this] {
        m_width = 0;
        updateGeometry();
        update();
    });
    setCount(0);
}

void StateCounter::setCount(int count)
{
    if (count == m_count)
        return;
    m_count = count;
    const QString words = presentation::counterText(m_filter, count);
    setSpokenName(*this, words);
    setToolTip(tr("%1. Press to show only these.").arg(words));
    setSpokenDescription(*this, tr("Press to show only these."));
    if (sizeHint().width() > width())
        updateGeometry();
    update();
}

QString StateCounter::spokenText() const
{
    return QLocale().toString(std::max(0, m_count));
}

QSize StateCounter::sizeHint() const
{
    const QFontMetrics metrics(m_theme.font(presentation::TextRole::Strong));
    // Room for three figures from the start.
    m_width = std::max({m_width, tabularWidth(metrics, spokenText()), tabularWidth(metrics, u"000")});
    return {10 + 12 + 10 + m_width + 10, std::max(28, metrics.height() + 8)};
}

void StateCounter::paintEvent(QPaintEvent *)
{
    presentation::RecordingLook look = presentation::lightOf(m_filter);
    look.word = spokenText();
    if (m_count == 0) { // a tone says that there is something: red, that a call is being recorded
        look.tone = presentation::ToneRole::Off;
        look.dashed = false;
    }
    QPainter painter(this);
    paintBadge(painter, rect(), look, m_theme, layoutDirection(), BadgeSize::Row);
    if (!hasFocus() && !isChecked())
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(hasFocus() ? m_theme.tones().text : m_theme.tones().accent, 2));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), measure::ControlRadius - 1,
                            measure::ControlRadius - 1);
}

} // namespace widgets

#include "moc_statecounter.cpp"
