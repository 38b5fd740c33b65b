#include "presentation/look/theme.h"

#include <QFontInfo>
#include <QGuiApplication>

#include <cmath>

namespace presentation {

namespace {

constexpr int TextPixels = 14; // of a person who has not asked for larger text

double luminance(const QColor &color)
{
    const auto linear = [](double c) {
        return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

QColor mix(const QColor &one, const QColor &other, double share)
{
    const auto part = [share](int a, int b) { return int(std::lround(a + (b - a) * share)); };
    return {part(one.red(), other.red()), part(one.green(), other.green()), part(one.blue(), other.blue())};
}

Tones lightTones()
{
    return {
        .window = 0xF4F6F8,
        .card = 0xFFFFFF,
        .line = 0xDCE1E7,
        .text = 0x1A1F26,
        .quiet = 0x56606C,
        .accent = 0x0B5CAD,
        .onAccent = 0xFFFFFF,
        .accentHover = 0x094E94,
        .accentPressed = 0x073F78,
        .hover = 0xEEF1F4,
        .pressed = 0xE2E7EC,
        .disabledText = 0x77818D,
        .disabledGround = 0xE6EAEE,
        .selected = 0xE4EEFA,
        .good = 0x2E7D32,
        .trouble = 0xB3261E,
        .on = {.text = 0xB3261E, .ground = 0xFDECEA, .mark = 0xB3261E},
        .paused = {.text = 0x7A4B00, .ground = 0xFFF3D1, .mark = 0xB87503},
        .pausedFill = 0xFFDF85,
        .off = {.text = 0x56606C, .ground = 0xECEFF3, .mark = 0x8A94A0},
        .uncertain = {.text = 0x5B3AA8, .ground = 0xF1ECFB, .mark = 0x7C5CC4, .dashed = true},
    };
}

Tones darkTones()
{
    return {
        .window = 0x14171B,
        .card = 0x1D2126,
        .line = 0x343B44,
        .text = 0xE8ECF1,
        .quiet = 0xA3AEBA,
        .accent = 0x6CB2FF,
        .onAccent = 0x0E1116,
        .accentHover = 0x8CC3FF,
        .accentPressed = 0xA8D1FF,
        .hover = 0x272C33,
        .pressed = 0x30363F,
        .disabledText = 0x7F8A96,
        .disabledGround = 0x2A3037,
        .selected = 0x23354A,
        .good = 0x6CC070,
        .trouble = 0xFF8A80,
        .on = {.text = 0xFF8A80, .ground = 0x3B1D1D, .mark = 0xFF8A80},
        .paused = {.text = 0xFFC861, .ground = 0x382B12, .mark = 0xFFC861},
        .pausedFill = 0x5C451A,
        .off = {.text = 0xA3AEBA, .ground = 0x2A3037, .mark = 0x76818D},
        .uncertain = {.text = 0xC3A9FF, .ground = 0x2B2340, .mark = 0xC3A9FF, .dashed = true},
    };
}

/// The system's own colours throughout: only shapes, outlines and words tell states apart.
Tones systemTones(const QPalette &system)
{
    const QColor window = system.color(QPalette::Window);
    const QColor text = system.color(QPalette::WindowText);
    const QColor accent = system.color(QPalette::Highlight);
    const QColor onAccent = system.color(QPalette::HighlightedText);
    const Tone plain{.text = text, .ground = window, .mark = text};
    const Tone dashed{.text = text, .ground = window, .mark = text, .dashed = true};
    return {
        .window = window,
        .card = window,
        .line = text,
        .text = text,
        .quiet = text,
        .accent = accent,
        .onAccent = onAccent,
        .accentHover = accent,
        .accentPressed = accent,
        .hover = mix(window, text, 0.2),
        .pressed = mix(window, text, 0.3),
        .disabledText = mix(window, text, 0.6),
        .disabledGround = window,
        .selected = mix(window, accent, 0.2),
        .good = text,
        .trouble = text,
        .on = plain,
        .paused = plain,
        .pausedFill = mix(window, text, 0.2),
        .off = plain,
        .uncertain = dashed,
    };
}

/// Qt 6.4 does not tell that the system runs in high contrast; only such schemes go to the ends of the scale.
bool isHighContrast(const QPalette &system)
{
    return Theme::contrast(system.color(QPalette::Window), system.color(QPalette::WindowText)) > 20 &&
           Theme::contrast(system.color(QPalette::Button), system.color(QPalette::ButtonText)) > 20;
}

bool isDark(const QPalette &system)
{
    return luminance(system.color(QPalette::Window)) < luminance(system.color(QPalette::WindowText));
}

} // namespace

const Tone &Tones::of(ToneRole role) const
{
    switch (role) {
    case ToneRole::On: return on;
    case ToneRole::Paused: return paused;
    case ToneRole::Off: return off;
    case ToneRole::Uncertain: return uncertain;
    }
    Q_UNREACHABLE();
}

Theme::Theme(ThemeChoice choice, QObject *parent)
    : QObject(parent)
    , m_choice(choice)
    , m_system(QGuiApplication::palette())
    , m_systemFont(QGuiApplication::font())
{
    derive();
}

void Theme::setChoice(ThemeChoice choice)
{
    if (m_choice == choice)
        return;
    m_choice = choice;
    derive();
    Q_EMIT changed();
}

void Theme::setSystem(const QPalette &palette, const QFont &font)
{
    if (m_system == palette && m_systemFont == font)
        return;
    m_system = palette;
    m_systemFont = font;
    derive();
    Q_EMIT changed();
}

void Theme::derive()
{
    if (isHighContrast(m_system))
        m_kind = ThemeKind::HighContrast; // a need, and so stronger than a choice of taste
    else if (m_choice == ThemeChoice::System)
        m_kind = isDark(m_system) ? ThemeKind::Dark : ThemeKind::Light;
    else
        m_kind = m_choice == ThemeChoice::Dark ? ThemeKind::Dark : ThemeKind::Light;
    switch (m_kind) {
    case ThemeKind::Light: m_tones = lightTones(); return;
    case ThemeKind::Dark: m_tones = darkTones(); return;
    case ThemeKind::HighContrast: m_tones = systemTones(m_system); return;
    }
}

QPalette Theme::palette() const
{
    if (m_kind == ThemeKind::HighContrast)
        return m_system;
    QPalette palette(m_tones.text, m_tones.card, m_tones.line, m_tones.line, m_tones.quiet, m_tones.text,
                     m_tones.text, m_tones.card, m_tones.window);
    palette.setColor(QPalette::AlternateBase, m_tones.window);
    palette.setColor(QPalette::Highlight, m_tones.accent);
    palette.setColor(QPalette::HighlightedText, m_tones.onAccent);
    palette.setColor(QPalette::Link, m_tones.accent);
    palette.setColor(QPalette::LinkVisited, m_tones.accent);
    palette.setColor(QPalette::ToolTipBase, m_tones.card);
    palette.setColor(QPalette::ToolTipText, m_tones.text);
    palette.setColor(QPalette::PlaceholderText, m_tones.quiet);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, m_tones.disabledText);
    return palette;
}

int Theme::pixelSize(TextRole role) const
{
    // Desktops say "larger text" by a larger font; what is usual (12 to 16 px) is taken as 14.
    const int system = QFontInfo(m_systemFont).pixelSize();
    const double scale = system > 16 ? double(system) / TextPixels : 1.0;
    const auto scaled = [scale](int pixels) { return int(std::lround(pixels * scale)); };
    switch (role) {
    case TextRole::Text:
    case TextRole::Strong: return scaled(TextPixels);
    case TextRole::Quiet: return scaled(12);
    case TextRole::Badge: return scaled(15);
    case TextRole::Party: return scaled(18);
    }
    Q_UNREACHABLE();
}

QFont Theme::font(TextRole role) const
{
    QFont font(m_systemFont);
    font.setPixelSize(pixelSize(role));
    const bool strong = role == TextRole::Strong || role == TextRole::Badge || role == TextRole::Party;
    font.setWeight(strong ? QFont::DemiBold : QFont::Normal);
    return font;
}

double Theme::contrast(const QColor &one, const QColor &other)
{
    const double a = luminance(one) + 0.05;
    const double b = luminance(other) + 0.05;
    return a > b ? a / b : b / a;
}

} // namespace presentation

#include "moc_theme.cpp"
