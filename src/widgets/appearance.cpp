#include "widgets/appearance.h"

#include <QApplication>
#include <QEvent>
#include <QKeyEvent>
#include <QProxyStyle>
#include <QScopedValueRollback>
#include <QStyleFactory>
#include <QWidget>

using namespace Qt::StringLiterals;
using presentation::TextRole;

namespace widgets {

namespace {

/// Names in @…@ are filled in from the theme. A control's kind is a property that its form sets.
QString templateText()
{
    return uR"(
QToolTip { color: @text@; background: @card@; border: 1px solid @line@; padding: 4px 6px; font-size: @quietSize@px; }
QWidget#header, QWidget#footer { background: @card@; }
QWidget#header { border: 0; border-bottom: 1px solid @line@; }
QWidget#footer { border: 0; border-top: 1px solid @line@; }
QMainWindow, QScrollArea, QWidget#canvas { background: @window@; border: 0; }
QFrame[kind="card"] { background: @card@; border: 1px solid @line@; border-radius: 8px; }
QFrame[kind="toast"] { background: @card@; border: 1px solid @line@; border-left: 4px solid @trouble@; border-radius: 4px; }

QLabel { background: transparent; color: @text@; }
QLabel[kind="party"] { font-size: @partySize@px; font-weight: 600; }
QLabel[kind="strong"] { font-weight: 600; }
QLabel[kind="quiet"] { color: @quiet@; font-size: @quietSize@px; }
QLabel[kind="title"] { font-size: @badgeSize@px; font-weight: 600; }

QPushButton { min-height: 34px; padding: 0 12px; border: 1px solid @line@; border-radius: 6px; background: @card@; color: @text@;
              font-weight: 600; font-size: @buttonSize@px; }
QPushButton:hover { background: @hover@; }
QPushButton:pressed { background: @pressed@; }
QPushButton::menu-indicator { subcontrol-origin: padding; subcontrol-position: center right; right: 8px; width: 10px; height: 10px; }
QPushButton[kind="menu"] { padding-right: 26px; }
QPushButton[kind="menu"]:focus { padding-right: 25px; }
QPushButton:focus { border: 2px solid @text@; padding: 0 11px; min-height: 32px; }
QPushButton:disabled { color: @disabledText@; background: @card@; }
QPushButton[kind="primary"] { background: @accent@; color: @onAccent@; border-color: @accent@; }
QPushButton[kind="primary"]:hover { background: @accentHover@; border-color: @accentHover@; }
QPushButton[kind="primary"]:pressed { background: @accentPressed@; border-color: @accentPressed@; }
QPushButton[kind="primary"]:focus { border-color: @text@; }
QPushButton[kind="primary"]:disabled { background: @disabledGround@; color: @disabledText@; border-color: @disabledBorder@; }
QPushButton[kind="link"] { min-height: 20px; padding: 0; border: 2px solid transparent; border-radius: 4px; background: transparent;
                           color: @accent@; font-size: @linkSize@px; }
QPushButton[kind="link"]:hover { background: @hover@; }
QPushButton[kind="link"]:focus { border: 2px solid @text@; padding: 0; min-height: 20px; }
QPushButton[kind="link"]:disabled { color: @disabledText@; background: transparent; }
QPushButton[kind="bare"] { min-width: 34px; padding: 0; border-color: transparent; background: transparent; }
QPushButton[kind="bare"]:hover { background: @hover@; }
QPushButton[kind="bare"]:focus { border: 2px solid @text@; min-width: 32px; }
QPushButton[kind="bare"]::menu-indicator { image: none; width: 0; }
QPushButton[kind="close"] { min-width: 22px; min-height: 22px; max-width: 22px; max-height: 22px; padding: 0; border-color: transparent;
                            background: transparent; border-radius: 4px; }
QPushButton[kind="close"]:hover { background: @hover@; }
QPushButton[kind="close"]:focus { border: 2px solid @text@; min-width: 20px; min-height: 20px; max-width: 20px; max-height: 20px; }

QMenu { background: @card@; color: @text@; border: 1px solid @line@; padding: 4px; }
QMenu::item { padding: 7px 28px 7px 12px; border-radius: 4px; }
QMenu::item:selected { background: @accent@; color: @onAccent@; }
QMenu::item:disabled { color: @disabledText@; }
QMenu::item:disabled:selected { background: @hover@; color: @disabledText@; }
QMenu::separator { height: 1px; background: @line@; margin: 4px 8px; }

QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar::handle:vertical { background: @thumb@; border-radius: 3px; min-height: 32px; margin: 2px; }
QScrollBar::add-line, QScrollBar::sub-line { height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QMessageBox, QDialog { background: @card@; }
)"_s;
}

/// Fusion on every platform, with the mnemonics underlined only while Alt is held, as they are in the way of
/// reading.
class Style final : public QProxyStyle
{
public:
    explicit Style(std::shared_ptr<const bool> isAltHeld)
        : QProxyStyle(QStyleFactory::create(u"Fusion"_s))
        , m_isAltHeld(std::move(isAltHeld))
    {
    }
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *data) const override
    {
        return hint == SH_UnderlineShortcut ? int(*m_isAltHeld)
                                            : QProxyStyle::styleHint(hint, option, widget, data);
    }

private:
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
        {u"trouble"_s, tones.trouble},
        {u"thumb"_s, tones.off.mark},
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
