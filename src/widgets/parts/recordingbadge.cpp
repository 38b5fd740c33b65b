#include "widgets/parts/recordingbadge.h"

#include "presentation/words/plaintext.h"
#include "widgets/parts/shapes.h"
#include "widgets/parts/spokentext.h"
#include "widgets/parts/tabulartext.h"

#include <QAccessible>
#include <QPainter>
#include <QPainterPath>

using namespace Qt::StringLiterals;
using presentation::RecordingLook;
using presentation::TextRole;

namespace widgets {

namespace {

constexpr int LeastDetail = 40; ///< narrower than this, the words before an age say nothing, and are left out

struct Measures
{
    int padding = 0;
    int shape = 0;
    int gap = 0;
    QFont font = {};
};

Measures measuresOf(BadgeSize size, const presentation::Theme &theme)
{
    if (size == BadgeSize::Card)
        return {.padding = 12, .shape = 16, .gap = 10, .font = theme.font(TextRole::Badge)};
    QFont font = theme.font(TextRole::Strong);
    font.setPixelSize(font.pixelSize() - 1);
    return {.padding = 10, .shape = 12, .gap = 10, .font = font};
}

/// How much of a pause's limit is used up.
void paintFill(QPainter &painter, const QRectF &inside, const RecordingLook &look,
               const presentation::Theme &theme, Qt::LayoutDirection direction)
{
    QPainterPath shape;
    shape.addRoundedRect(inside, presentation::measure::ControlRadius, presentation::measure::ControlRadius);
    QRectF used = inside;
    used.setWidth(inside.width() * look.fraction);
    if (direction == Qt::RightToLeft)
        used.moveRight(inside.right());
    painter.save();
    painter.setClipRect(used);
    painter.fillPath(shape, theme.tones().pausedFill);
    painter.restore();
}

void paintGround(QPainter &painter, const QRect &rect, const RecordingLook &look,
                 const presentation::Theme &theme, Qt::LayoutDirection direction)
{
    const presentation::Tone &tone = theme.tone(look.tone);
    const bool outlined = look.dashed || theme.kind() == presentation::ThemeKind::HighContrast;
    QPen pen(tone.text, 1);
    if (look.dashed)
        pen.setDashPattern({3, 2});
    painter.setPen(outlined ? pen : QPen(Qt::NoPen));
    painter.setBrush(tone.ground);
    const QRectF inside = outlined ? QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5) : QRectF(rect);
    painter.drawRoundedRect(inside, presentation::measure::ControlRadius,
                            presentation::measure::ControlRadius);
    if (look.fraction > 0)
        paintFill(painter, inside, look, theme, direction);
}

/// Text at the leading or trailing end, mirrored with the layout.
void drawEnd(QPainter &painter, const QRect &room, const QString &text, bool leading,
             Qt::LayoutDirection direction)
{
    const bool left = leading == (direction == Qt::LeftToRight);
    painter.drawText(room,
                     int((left ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter | Qt::AlignAbsolute) |
                         Qt::TextSingleLine,
                     text);
}

QString joined(const QString &words, const QString &age)
{
    return words.isEmpty() || age.isEmpty() ? words + age : words + u" · "_s + age;
}

/// The running time, whole or not at all: half of it could say something else. Without its limit where there
/// is no room for both.
void paintTime(QPainter &painter, const QRect &room, const RecordingLook &look, Qt::LayoutDirection direction)
{
    QFont font = painter.font();
    font.setWeight(QFont::Medium);
    painter.setFont(font);
    const bool isWhole = tabularWidth(painter.fontMetrics(), look.detail) <= room.width();
    const QString &time = isWhole ? look.detail : look.shortDetail;
    const int width = tabularWidth(painter.fontMetrics(), time);
    if (time.isEmpty() || width > room.width())
        return;
    const int x = direction == Qt::LeftToRight ? room.right() + 1 - width : room.left();
    drawTabular(painter, QRect(x, room.top(), width, room.height()), time);
}

/// What was last known above its age, where both have no room in one line.
void paintTwoLines(QPainter &painter, const QRect &room, const RecordingLook &look,
                   Qt::LayoutDirection direction)
{
    const QFontMetrics metrics = painter.fontMetrics();
    QRect line(room.left(), room.center().y() + 1 - metrics.height(), room.width(), metrics.height());
    drawEnd(painter, line, metrics.elidedText(look.detail, Qt::ElideRight, room.width()), false, direction);
    line.translate(0, metrics.height());
    drawEnd(painter, line, look.age, false, direction);
}

/// The request under way, or what was last known, with its age. The age is always whole; the request is
/// elided rather than left out, in smaller letters before that; what was last known is elided only before an
/// age.
void paintDetail(QPainter &painter, const QRect &room, const RecordingLook &look,
                 const presentation::Theme &theme, Qt::LayoutDirection direction)
{
    const bool isPending = !look.pending.isEmpty();
    const QString words = isPending ? look.pending : look.detail;
    QFont font = isPending && look.age.isEmpty() ? painter.font() : theme.font(TextRole::Quiet);
    font.setWeight(QFont::Medium);
    if (isPending && QFontMetrics(font).horizontalAdvance(words) > room.width())
        font = theme.font(TextRole::Quiet);
    painter.setFont(font);
    const QFontMetrics metrics = painter.fontMetrics();
    QString text = joined(words, look.age);
    const bool hasTwo = !isPending && !look.detail.isEmpty() && !look.age.isEmpty();
    const bool isWide = metrics.horizontalAdvance(text) > room.width();
    if (hasTwo && isWide && 2 * metrics.height() <= room.height() && room.width() >= LeastDetail)
        return paintTwoLines(painter, room, look, direction);
    if (isWide) {
        const int rest = room.width() - metrics.horizontalAdvance(joined(u" "_s, look.age));
        const bool isElided = (isPending || !look.age.isEmpty()) && rest >= LeastDetail;
        text = joined(isElided ? metrics.elidedText(words, Qt::ElideRight, rest) : QString(), look.age);
    }
    drawEnd(painter, room, text, false, direction);
}

/// Room for the short word of any state, so that what stands beside the badges of rows stands in line.
QSize rowSize(const presentation::Theme &theme)
{
    using model::RecordingState;
    const Measures measures = measuresOf(BadgeSize::Row, theme);
    const QFontMetrics metrics(measures.font);
    int word = 0;
    for (const RecordingState state :
         {RecordingState::Unknown, RecordingState::Off, RecordingState::On, RecordingState::Paused}) {
        for (const bool certain : {true, false}) {
            const RecordingLook look =
                presentation::recordingLight({.state = state, .stateSaid = true}, certain);
            word = std::max(word, metrics.horizontalAdvance(look.brief));
        }
    }
    const int height = std::max(presentation::measure::RowBadgeHeight, metrics.height() + 8);
    return {2 * measures.padding + measures.shape + measures.gap + word + 1, height};
}

/// Of a running time, as short as it gets.
int roomOfTime(const RecordingLook &look, const Measures &measures)
{
    if (!look.isTime || !look.pending.isEmpty())
        return 0;
    QFont font = measures.font;
    font.setWeight(QFont::Medium);
    return measures.gap +
           tabularWidth(QFontMetrics(font), look.shortDetail.isEmpty() ? look.detail : look.shortDetail);
}

/// What has to have its room beside the word, however little there is.
int roomOfAge(const RecordingLook &look, const Measures &measures, const presentation::Theme &theme)
{
    if (look.age.isEmpty())
        return 0;
    QFont font = theme.font(TextRole::Quiet);
    font.setWeight(QFont::Medium);
    return measures.gap + QFontMetrics(font).horizontalAdvance(look.age) + 1;
}

} // namespace

void paintBadge(QPainter &painter, const QRect &rect, const RecordingLook &look,
                const presentation::Theme &theme, Qt::LayoutDirection direction, BadgeSize size)
{
    const bool leftToRight = direction == Qt::LeftToRight;
    const Measures measures = measuresOf(size, theme);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    paintGround(painter, rect, look, theme, direction);
    painter.setPen(theme.tone(look.tone).text);

    const int shapeLeft =
        leftToRight ? rect.left() + measures.padding : rect.right() + 1 - measures.padding - measures.shape;
    const QRect square(shapeLeft, rect.top() + (rect.height() - measures.shape) / 2, measures.shape,
                       measures.shape);
    paintShape(painter, square, look.shape, painter.pen().color(), look.dashed);

    QRect room = rect.adjusted(measures.padding, 0, -measures.padding, 0);
    (leftToRight ? room.setLeft(square.right() + 1 + measures.gap)
                 : room.setRight(square.left() - 1 - measures.gap));
    painter.setFont(measures.font);
    const QFontMetrics metrics = painter.fontMetrics();
    const int most = room.width() - roomOfAge(look, measures, theme);
    const int beforeTime = most - roomOfTime(look, measures); // the shorter word, before no time
    const bool isNarrow = !look.brief.isEmpty() && metrics.horizontalAdvance(look.word) > beforeTime;
    const QString word = metrics.elidedText(isNarrow ? look.brief : look.word, Qt::ElideRight, most);
    drawEnd(painter, room, word, true, direction);

    const int taken = metrics.horizontalAdvance(word) + measures.gap;
    (leftToRight ? room.setLeft(room.left() + taken) : room.setRight(room.right() - taken));
    if (room.width() > 0 && look.isTime && look.pending.isEmpty())
        paintTime(painter, room, look, direction);
    else if (room.width() > 0)
        paintDetail(painter, room, look, theme, direction);
    painter.restore();
}

int badgeWidth(const RecordingLook &look, const presentation::Theme &theme, BadgeSize size)
{
    const Measures measures = measuresOf(size, theme);
    const int word = QFontMetrics(measures.font).horizontalAdvance(look.word);
    const int pending = QFontMetrics(theme.font(TextRole::Quiet)).horizontalAdvance(look.pending);
    return measures.padding + measures.shape + measures.gap + word +
           (pending > 0 ? measures.gap + pending : 0) + measures.padding + 2; // rounding of both
}

RecordingBadge::RecordingBadge(QWidget *parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void RecordingBadge::setTheme(const presentation::Theme &theme)
{
    m_theme = &theme;
    connect(m_theme, &presentation::Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
    update();
}

void RecordingBadge::setBadgeSize(BadgeSize size)
{
    m_size = size;
    setFocusPolicy(size == BadgeSize::Card ? Qt::TabFocus : Qt::NoFocus); // a row is reached as a whole
    updateGeometry();
}

void RecordingBadge::setLook(const RecordingLook &look)
{
    if (look == m_look)
        return;
    const bool isNews = look.description != m_look.description;
    const bool isFirst = m_look.description.isEmpty();
    m_look = look;
    if (!isNews) {
        update(); // only time has passed
        return;
    }
    repaint(); // the light does not wait for the next turn of the event loop
    setSpokenName(*this, tr("Recording state: %1").arg(look.word));
    setSpokenDescription(*this, look.description);
    setToolTip(presentation::plainToolTip(look.description));
    if (!isFirst) {
        QAccessibleEvent alert(this, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
    }
}

QString RecordingBadge::spokenText() const
{
    QStringList parts{m_look.word, m_look.pending.isEmpty() ? m_look.detail : m_look.pending, m_look.age};
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

QSize RecordingBadge::sizeHint() const
{
    if (m_size == BadgeSize::Row && m_theme)
        return rowSize(*m_theme);
    return {240, minimumSizeHint().height()};
}

QSize RecordingBadge::minimumSizeHint() const
{
    using presentation::measure::BadgeHeight;
    if (m_size == BadgeSize::Row)
        return m_theme ? QSize(64, rowSize(*m_theme).height())
                       : QSize(64, presentation::measure::RowBadgeHeight);
    const int text = m_theme ? QFontMetrics(m_theme->font(TextRole::Badge)).height() + 16 : BadgeHeight;
    return {120, std::max(BadgeHeight, text)};
}

void RecordingBadge::paintEvent(QPaintEvent *)
{
    if (!m_theme)
        return;
    QPainter painter(this);
    paintBadge(painter, rect(), m_look, *m_theme, layoutDirection(), m_size);
    if (hasFocus()) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(m_theme->tones().text, 2));
        painter.drawRoundedRect(QRectF(rect()).adjusted(3, 3, -3, -3),
                                presentation::measure::ControlRadius - 2,
                                presentation::measure::ControlRadius - 2);
    }
}

} // namespace widgets

#include "moc_recordingbadge.cpp"
