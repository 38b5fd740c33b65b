#pragma once

#include "model/settings/choices.h"

#include <QColor>
#include <QFont>
#include <QObject>
#include <QPalette>

namespace presentation {

using model::ThemeChoice;
enum class ThemeKind { Light, Dark, HighContrast };

/// What a coloured thing says. Uncertain stands for "not certain" and "not known".
enum class ToneRole : quint8 { On, Paused, Off, Uncertain };

struct Tone
{
    QColor text = {};   ///< words and shapes
    QColor ground = {}; ///< behind them
    QColor mark = {};   ///< on a card without the ground: the timeline
    bool dashed = false;
};

/// Every colour of the program.
struct Tones
{
    QColor window = {};
    QColor card = {};
    QColor line = {};
    QColor text = {};
    QColor quiet = {};
    QColor accent = {};
    QColor onAccent = {};
    QColor accentHover = {};
    QColor accentPressed = {};
    QColor hover = {};        ///< a quiet control under the mouse
    QColor pressed = {};      ///< and held down
    QColor disabledText = {}; ///< still readable: a disabled control says why it is
    QColor disabledGround = {};
    QColor selected = {}; ///< ground of a chosen row
    QColor good = {};     ///< the dot of a connection that stands
    QColor trouble = {};  ///< the stripe of an error's toast
    Tone on = {};
    Tone paused = {};
    QColor pausedFill = {}; ///< of a pause's ground, as far as its limit is used up
    Tone off = {};
    Tone uncertain = {};

    const Tone &of(ToneRole role) const;
};

enum class TextRole { Text, Strong, Quiet, Badge, Party };

/// Steps of the 4 px grid and the measures that every view shares, in device-independent pixels.
namespace measure {
inline constexpr int Step = 4;
inline constexpr int ControlRadius = 6;
inline constexpr int BadgeHeight = 36;
inline constexpr int RowHeight = 40;
inline constexpr int RowBadgeHeight = 26;
inline constexpr int StripHeight = 8;
} // namespace measure

/// The one place for tones, fonts and measures. Follows the system's palette and font unless told otherwise.
/// Painting with it is everybody's; giving it to the application is widgets::Appearance's.
class Theme : public QObject
{
    Q_OBJECT

public:
    explicit Theme(ThemeChoice choice = ThemeChoice::System, QObject *parent = nullptr);

    ThemeChoice choice() const { return m_choice; }
    void setChoice(ThemeChoice choice);
    /// What the system looks like; the theme derives from it. Emits changed() where that changes something.
    void setSystem(const QPalette &palette, const QFont &font);

    ThemeKind kind() const { return m_kind; }
    const Tones &tones() const { return m_tones; }
    const Tone &tone(ToneRole role) const { return m_tones.of(role); }
    QPalette palette() const;
    QFont font(TextRole role) const;
    int pixelSize(TextRole role) const;

    /// WCAG 2: from 1 (the same) to 21 (black on white).
    static double contrast(const QColor &one, const QColor &other);

Q_SIGNALS:
    void changed();

private:
    void derive();

    ThemeChoice m_choice;
    ThemeKind m_kind = ThemeKind::Light;
    QPalette m_system;
    QFont m_systemFont;
    Tones m_tones;
};

} // namespace presentation
