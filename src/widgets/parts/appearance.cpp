#include "widgets/parts/appearance.h"

#include "widgets/parts/spokentext.h"

#include <QApplication>
#include <QEvent>
#include <QFile>
#include <QKeyEvent>
#include <QPainter>
#include <QProxyStyle>
#include <QScopedValueRollback>
#include <QStyleFactory>
#include <QStyleOption>
#include <QWidget>

using namespace Qt::StringLiterals;
using presentation::TextRole;

namespace widgets {

namespace {

/// Names between at signs are filled in from the theme.
QString templateText()
{
    QFile file(u":/themes/tallylight.qss"_s);
    const bool isThere = file.open(QIODevice::ReadOnly);
    Q_ASSERT(isThere);
    return isThere ? QString::fromUtf8(file.readAll()) : QString();
}

/// Fusion on every platform, with the mnemonics underlined only while Alt is held, as they are in the way of
/// reading.
class Style final : public QProxyStyle
{
public:
    explicit Style(std::shared_ptr<const bool> isAltHeld)
        : QProxyStyle(QStyleFactory::create(u"Fusion"_s)) // notr: the name of a style
        , m_isAltHeld(std::move(isAltHeld))
    {
    }
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *data) const override
    {
        return hint == SH_UnderlineShortcut ? int(*m_isAltHeld)
                                            : QProxyStyle::styleHint(hint, option, widget, data);
    }
    /// Fusion's box of a check box is too faint in a dark theme.
    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override
    {
        if (element == PE_IndicatorCheckBox)
            drawCheckBox(*option, *painter);
        else
            QProxyStyle::drawPrimitive(element, option, painter, widget);
    }

private:
    static void drawCheckBox(const QStyleOption &option, QPainter &painter)
    {
        const QPalette &palette = option.palette;
        const bool isChecked = option.state.testFlag(State_On);
        const bool isEnabled = option.state.testFlag(State_Enabled);
        const QColor line = palette.color(isEnabled ? QPalette::Text : QPalette::PlaceholderText);
        const QColor fill = palette.color(isEnabled ? QPalette::Highlight : QPalette::Base);
        const QColor tick = isEnabled ? palette.color(QPalette::HighlightedText) : line;
        const QRectF box = QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5);
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(isChecked && isEnabled ? fill : line);
        painter.setBrush(isChecked ? fill : palette.color(QPalette::Base));
        painter.drawRoundedRect(box, 3, 3);
        if (isChecked) {
            const auto at = [&box](double x, double y) {
                return QPointF(box.left() + x * box.width(), box.top() + y * box.height());
            };
            painter.setPen(QPen(tick, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
            painter.drawPolyline(QPolygonF{at(0.24, 0.52), at(0.43, 0.72), at(0.78, 0.30)});
        }
        painter.restore();
    }

    const std::shared_ptr<const bool>
        m_isAltHeld; ///< the application may keep this style longer than we live
};

} // namespace

Appearance::Appearance(presentation::Theme &theme, QObject *parent)
    : QObject(parent)
    , m_theme(theme)
{
    connect(&m_theme, &presentation::Theme::changed, this, &Appearance::apply);
    QApplication::setStyle(new Style(m_isAltHeld));
    qApp->installEventFilter(this);
    apply();
    installSpokenTexts();
}

QString Appearance::styleSheet(const presentation::Theme &theme)
{
    const presentation::Tones &tones = theme.tones();
    const bool isHighContrast = theme.kind() == presentation::ThemeKind::HighContrast;
    QString text = templateText();
    const auto fill = [&text](const QString &name, const QString &value) {
        text.replace(u'@' + name + u'@', value);
    };
    const std::pair<QString, QColor> colours[] = {
        {u"window"_s, tones.window},
        {u"card"_s, tones.card},
        {u"line"_s, tones.line},
        {u"text"_s, tones.text},
        {u"quiet"_s, tones.quiet},
        {u"accent"_s, tones.accent},
        {u"onAccent"_s, tones.onAccent},
        {u"accentHover"_s, tones.accentHover},
        {u"accentPressed"_s, tones.accentPressed},
        {u"hover"_s, tones.hover},
        {u"pressed"_s, tones.pressed},
        {u"disabledText"_s, tones.disabledText},
        {u"disabledGround"_s, tones.disabledGround},
        {u"disabledBorder"_s, isHighContrast ? tones.disabledText : tones.disabledGround},
        {u"selected"_s, tones.selected},
        {u"good"_s, tones.good},
        {u"trouble"_s, tones.trouble},
        {u"uncertain"_s, tones.uncertain.text},
        {u"warning"_s, tones.paused.mark},
        {u"thumb"_s, tones.off.mark},
        {u"control"_s, tones.quiet},
    };
    for (const auto &[name, colour] : colours)
        fill(name, colour.name());
    fill(u"partySize"_s, QString::number(theme.pixelSize(TextRole::Party)));
    fill(u"badgeSize"_s, QString::number(theme.pixelSize(TextRole::Badge)));
    fill(u"quietSize"_s, QString::number(theme.pixelSize(TextRole::Quiet)));
    fill(u"buttonSize"_s, QString::number(theme.pixelSize(TextRole::Text) - 1));
    fill(u"linkSize"_s, QString::number(theme.pixelSize(TextRole::Text) - 1));
    return text;
}

void Appearance::apply()
{
    const QScopedValueRollback guard(m_isApplying, true);
    QApplication::setPalette(m_theme.palette());
    QApplication::setFont(m_theme.font(TextRole::Text));
    qApp->setStyleSheet(styleSheet(m_theme));
}

bool Appearance::eventFilter(QObject *watched, QEvent *event)
{
    // The system's look has changed: take ours away for a moment to see it.
    if (event->type() == QEvent::ThemeChange && !m_isApplying) {
        const QScopedValueRollback guard(m_isApplying, true);
        QApplication::setPalette(QPalette());
        QApplication::setFont(QFont());
        m_theme.setSystem(QApplication::palette(), QApplication::font());
        apply();
    }
    if (event->type() == QEvent::KeyPress || event->type() == QEvent::KeyRelease) {
        if (static_cast<QKeyEvent *>(event)->key() == Qt::Key_Alt)
            setAltHeld(event->type() == QEvent::KeyPress);
    } else if (event->type() == QEvent::WindowDeactivate) {
        setAltHeld(false);
    }
    return QObject::eventFilter(watched, event);
}

void Appearance::setAltHeld(bool held)
{
    if (*m_isAltHeld == held)
        return;
    *m_isAltHeld = held;
    for (QWidget *widget : QApplication::allWidgets())
        widget->update();
}

} // namespace widgets

#include "moc_appearance.cpp"
