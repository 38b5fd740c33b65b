#include "widgets/recordingbadge.h"

#include "presentation/plaintext.h"
#include "widgets/shapes.h"
#include "widgets/tabulartext.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QPainter>

using namespace Qt::StringLiterals;
using presentation::RecordingLook;
using presentation::TextRole;

namespace widgets {

namespace {

constexpr int Padding = 12;
constexpr int ShapeSize = 16;
constexpr int Gap = 10;
constexpr int LeastDetail =
    40; ///< narrower than this, the detail says nothing and gives its room to the word

/// A badge to those who do not see it: an indicator whose name is the state.
class BadgeInterface final : public QAccessibleWidget
{
public:
    explicit BadgeInterface(QWidget *widget)
        : QAccessibleWidget(widget, QAccessible::Indicator)
    {
    }
    QString text(QAccessible::Text kind) const override
    {
        if (kind == QAccessible::Value)
            return static_cast<RecordingBadge *>(widget())->look().word;
        return QAccessibleWidget::text(kind);
    }
};

QAccessibleInterface *makeInterface(const QString &, QObject *object)
{
    auto *badge = qobject_cast<RecordingBadge *>(object);
    return badge ? new BadgeInterface(badge) : nullptr;
}

void paintGround(QPainter &painter, const QRect &rect, const RecordingLook &look,
                 const presentation::Theme &theme)
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

} // namespace

void paintBadge(QPainter &painter, const QRect &rect, const RecordingLook &look,
                const presentation::Theme &theme, Qt::LayoutDirection direction)
{
    const bool leftToRight = direction == Qt::LeftToRight;
    const QColor ink = theme.tone(look.tone).text;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    paintGround(painter, rect, look, theme);

    const int shapeLeft = leftToRight ? rect.left() + Padding : rect.right() + 1 - Padding - ShapeSize;
    const QRect square(shapeLeft, rect.top() + (rect.height() - ShapeSize) / 2, ShapeSize, ShapeSize);
    paintShape(painter, square, look.shape, ink, look.dashed);

    QRect room = rect.adjusted(Padding, 0, -Padding, 0);
    (leftToRight ? room.setLeft(square.right() + 1 + Gap) : room.setRight(square.left() - 1 - Gap));

    const QFont wordFont = theme.font(TextRole::Badge);
    const QFontMetrics wordMetrics(wordFont);
    const int wordWidth = wordMetrics.horizontalAdvance(look.word);
    const int left = room.width() - wordWidth - Gap;
    const bool isPending = !look.pending.isEmpty();
    const bool isTabular = look.isTime && !isPending;
    QFont detailFont = theme.font(isPending || look.isTime ? TextRole::Badge : TextRole::Quiet);
    detailFont.setWeight(QFont::Medium);
    const QFontMetrics detailMetrics(detailFont);
    const auto widthOf = [&](const QString &text) {
        return isTabular ? tabularWidth(detailMetrics, text) : detailMetrics.horizontalAdvance(text);
    };
    QString detail = isPending ? look.pending : look.detail;
    if (widthOf(detail) > left && !isPending && !look.shortDetail.isEmpty())
        detail = look.shortDetail;
    const int detailWidth = widthOf(detail);

    painter.setPen(ink);
    painter.setFont(wordFont);
    drawEnd(painter, room, wordMetrics.elidedText(look.word, Qt::ElideRight, room.width()), true, direction);
    if (!detail.isEmpty() && left >= std::min(detailWidth, LeastDetail)) {
        painter.setFont(detailFont);
        if (isTabular && detailWidth <= left) {
            const int x = leftToRight ? room.right() + 1 - detailWidth : room.left();
            drawTabular(painter, QRect(x, room.top(), detailWidth, room.height()), detail);
        } else {
            drawEnd(painter, room, detailMetrics.elidedText(detail, Qt::ElideRight, left), false, direction);
        }
    }
    painter.restore();
}

RecordingBadge::RecordingBadge(QWidget *parent)
    : QWidget(parent)
{
    QAccessible::installFactory(makeInterface); // harmless when repeated
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

void RecordingBadge::setLook(const RecordingLook &look)
{
    if (look == m_look)
        return;
    const bool isNews = look.description != m_look.description;
    const bool isFirst = m_look.description.isEmpty();
    m_look = look;
    update();
    if (!isNews)
        return; // only time has passed
    setAccessibleName(tr("Recording state: %1").arg(look.word));
    setAccessibleDescription(look.description);
    setToolTip(presentation::plainToolTip(look.description));
    if (!isFirst) {
        QAccessibleEvent alert(this, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
    }
}

QSize RecordingBadge::sizeHint() const
{
    return {240, minimumSizeHint().height()};
}

QSize RecordingBadge::minimumSizeHint() const
{
    using presentation::measure::BadgeHeight;
    const int text = m_theme ? QFontMetrics(m_theme->font(TextRole::Badge)).height() + 16 : BadgeHeight;
    return {120, std::max(BadgeHeight, text)};
}

void RecordingBadge::paintEvent(QPaintEvent *)
{
    if (!m_theme)
        return;
    QPainter painter(this);
    paintBadge(painter, rect(), m_look, *m_theme, layoutDirection());
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
