#include "presentation/look/theme.h"
#include "support/testprogram.h"

#include <QGuiApplication>
#include <QSignalSpy>
#include <QTest>

namespace tst_theme {

using presentation::Theme;
using presentation::ThemeChoice;
using presentation::ThemeKind;
using presentation::Tone;
using presentation::ToneRole;
using presentation::Tones;

namespace {

QPalette paletteOf(const QColor &text, const QColor &window)
{
    QPalette palette(text, window);
    palette.setColor(QPalette::Window, window);
    palette.setColor(QPalette::WindowText, text);
    palette.setColor(QPalette::Button, window);
    palette.setColor(QPalette::ButtonText, text);
    return palette;
}

const QPalette LightSystem = paletteOf(0x202020, 0xF0F0F0);
const QPalette DarkSystem = paletteOf(0xE0E0E0, 0x202020);
const QPalette ContrastSystem = paletteOf(Qt::white, Qt::black);

} // namespace

class TestTheme : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everythingCanBeRead_data();
    void everythingCanBeRead();
    void followsTheSystem();
    void choiceIsStrongerThanTheSystemButNotThanANeed();
    void largerSystemFontMakesTextLarger();
    void statesDifferInEachTheme_data() { everythingCanBeRead_data(); }
    void statesDifferInEachTheme();
};

void TestTheme::everythingCanBeRead_data()
{
    QTest::addColumn<QPalette>("system");
    QTest::newRow("light") << LightSystem;
    QTest::newRow("dark") << DarkSystem;
    QTest::newRow("high contrast, dark") << ContrastSystem;
    QTest::newRow("high contrast, light") << paletteOf(Qt::black, Qt::white);
}

void TestTheme::everythingCanBeRead()
{
    QFETCH(QPalette, system);
    Theme theme;
    theme.setSystem(system, QGuiApplication::font());
    const Tones &tones = theme.tones();

    const auto isReadable = [](const QColor &text, const QColor &ground) {
        return Theme::contrast(text, ground) >= 4.5;
    };
    for (const ToneRole role : {ToneRole::On, ToneRole::Paused, ToneRole::Off, ToneRole::Uncertain}) {
        const Tone &tone = theme.tone(role);
        QVERIFY2(isReadable(tone.text, tone.ground), qPrintable(QString::number(int(role))));
        QVERIFY(Theme::contrast(tone.mark, tones.card) >= 3.0);
    }
    for (const QColor &ground : {tones.card, tones.window}) {
        QVERIFY(isReadable(tones.text, ground));
        QVERIFY(isReadable(tones.quiet, ground));
    }
    QVERIFY(isReadable(tones.accent, tones.card) || theme.kind() == ThemeKind::HighContrast);
    QVERIFY(Theme::contrast(tones.paused.text, tones.pausedFill) >= 4.5);
    QVERIFY(tones.pausedFill != tones.paused.ground);
    QVERIFY(Theme::contrast(tones.good, tones.card) >= 3.0);
    QVERIFY(Theme::contrast(tones.trouble, tones.card) >= 3.0);
    if (theme.kind() != ThemeKind::HighContrast) {
        QVERIFY(isReadable(tones.onAccent, tones.accent));
        QVERIFY(isReadable(tones.onAccent, tones.accentHover));
        QVERIFY(isReadable(tones.onAccent, tones.accentPressed));
    }
    // Disabled controls may be pale, but each says what it is.
    QVERIFY(Theme::contrast(tones.disabledText, tones.disabledGround) >= 3.0);
    QVERIFY(Theme::contrast(tones.disabledText, tones.card) >= 3.0);
}

void TestTheme::statesDifferInEachTheme()
{
    QFETCH(QPalette, system);
    Theme theme;
    theme.setSystem(system, QGuiApplication::font());
    QVERIFY(theme.tone(ToneRole::Uncertain).dashed);
    QVERIFY(!theme.tone(ToneRole::On).dashed);
    if (theme.kind() != ThemeKind::HighContrast)
        QVERIFY(theme.tone(ToneRole::On).text != theme.tone(ToneRole::Uncertain).text);
}

void TestTheme::followsTheSystem()
{
    Theme theme;
    theme.setSystem(LightSystem, QGuiApplication::font());
    QCOMPARE(theme.kind(), ThemeKind::Light);
    QSignalSpy changed(&theme, &Theme::changed);
    theme.setSystem(DarkSystem, QGuiApplication::font());
    QCOMPARE(theme.kind(), ThemeKind::Dark);
    QCOMPARE(changed.count(), 1);
    theme.setSystem(DarkSystem, QGuiApplication::font());
    QCOMPARE(changed.count(), 1);
}

void TestTheme::choiceIsStrongerThanTheSystemButNotThanANeed()
{
    Theme theme(ThemeChoice::Light);
    theme.setSystem(DarkSystem, QGuiApplication::font());
    QCOMPARE(theme.kind(), ThemeKind::Light);
    theme.setChoice(ThemeChoice::Dark);
    QCOMPARE(theme.kind(), ThemeKind::Dark);
    theme.setSystem(ContrastSystem, QGuiApplication::font());
    QCOMPARE(theme.kind(), ThemeKind::HighContrast);
    QCOMPARE(theme.palette().color(QPalette::Window), QColor(Qt::black));
}

void TestTheme::largerSystemFontMakesTextLarger()
{
    Theme theme;
    QFont font = QGuiApplication::font();
    font.setPixelSize(13);
    theme.setSystem(LightSystem, font);
    QCOMPARE(theme.pixelSize(presentation::TextRole::Text), 14);
    font.setPixelSize(28);
    theme.setSystem(LightSystem, font);
    QCOMPARE(theme.pixelSize(presentation::TextRole::Text), 28);
    QCOMPARE(theme.pixelSize(presentation::TextRole::Party), 36);
}

TALLY_GUI_TEST(TestTheme)

} // namespace tst_theme
#include "tst_theme.moc"
