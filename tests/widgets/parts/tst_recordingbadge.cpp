#include "support/testprogram.h"
#include "widgets/parts/recordingbadge.h"

#include <QAccessible>
#include <QPainter>
#include <QTest>

namespace tst_recordingbadge {

using namespace Qt::StringLiterals;
using presentation::RecordingLook;
using presentation::Shape;
using presentation::Theme;
using presentation::ThemeChoice;
using presentation::ToneRole;
using widgets::RecordingBadge;

namespace {

const RecordingLook Recording{.shape = Shape::Dot,
                              .tone = ToneRole::On,
                              .word = u"Recording"_s,
                              .detail = u"02:38"_s,
                              .isTime = true,
                              .description = u"Recording, since 14:26:23."_s};

QImage paint(const RecordingLook &look, const Theme &theme, int width = 360,
             Qt::LayoutDirection direction = Qt::LeftToRight)
{
    QImage image(width, 36, QImage::Format_RGB32);
    image.fill(theme.tones().card);
    QPainter painter(&image);
    widgets::paintBadge(painter, image.rect(), look, theme, direction);
    return image;
}

/// The columns in which something of this colour is painted.
QList<int> columnsOf(const QImage &image, const QColor &color)
{
    QList<int> columns;
    for (int x = 0; x < image.width(); ++x) {
        for (int y = 0; y < image.height(); ++y) {
            if (image.pixelColor(x, y) == color) {
                columns += x;
                break;
            }
        }
    }
    return columns;
}

} // namespace

class TestRecordingBadge : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void paintsGroundAndInkOfTheTheme();
    void uncertainHasADashedOutline();
    void narrowBadgeKeepsTheWord();
    void ageIsNeverCut();
    void theGroundFillsUpToTheLimit();
    void mirrorsWithTheLayout();
    void pendingStandsBesideTheWord();
    void shapesDifferWithoutColour();
    void saysItsStateToScreenReaders();
    void changesWordsOnlyWithTheState();
};

void TestRecordingBadge::paintsGroundAndInkOfTheTheme()
{
    for (const ThemeChoice choice : {ThemeChoice::Light, ThemeChoice::Dark}) {
        const Theme theme(choice);
        const QImage image = paint(Recording, theme);
        QCOMPARE(image.pixelColor(180, 4), theme.tone(ToneRole::On).ground);
        QCOMPARE(image.pixelColor(12 + 8, 18), theme.tone(ToneRole::On).text); // the middle of the shape
    }
}

void TestRecordingBadge::uncertainHasADashedOutline()
{
    const Theme theme(ThemeChoice::Light);
    RecordingLook look = Recording;
    look.tone = ToneRole::Uncertain;
    look.dashed = true;
    const QImage image = paint(look, theme);
    int gaps = 0;
    for (int x = 20; x < 340; ++x)
        gaps += image.pixelColor(x, 0) != image.pixelColor(x - 1, 0) ? 1 : 0;
    QVERIFY(gaps > 40);
}

void TestRecordingBadge::narrowBadgeKeepsTheWord()
{
    const Theme theme(ThemeChoice::Light);
    RecordingLook bare = Recording;
    bare.detail.clear();
    const int wordWidth =
        QFontMetrics(theme.font(presentation::TextRole::Badge)).horizontalAdvance(bare.word);
    const int width = 12 + 16 + 10 + wordWidth + 12 + 4; // no room for the time
    QCOMPARE(paint(Recording, theme, width), paint(bare, theme, width));
    // Narrower still, something of the word remains.
    QVERIFY(
        !columnsOf(paint(Recording, theme, 90).copy(40, 0, 50, 36), theme.tone(ToneRole::On).text).isEmpty());
}

/// The end of the badge, where the age stands, is the same however little room there is before it; where that
/// is too little for one line, it stands in the lower of two.
void TestRecordingBadge::ageIsNeverCut()
{
    const Theme theme(ThemeChoice::Light);
    const QString age = u"heard 12 s ago"_s;
    QFont font = theme.font(presentation::TextRole::Quiet);
    font.setWeight(QFont::Medium);
    const int room = QFontMetrics(font).horizontalAdvance(age) + 12;
    const int line = QFontMetrics(font).height();
    const QRect whole(0, 18 - line / 2, room - 4,
                      line - 2); // a little less than the line, which is no even part
    const auto shows = [&](const QImage &image, const QImage &wanted) {
        for (const int lower : {0, line / 2 - 1, line / 2, line / 2 + 1}) {
            if (image.copy(whole.translated(image.width() - room, lower)) == wanted)
                return true;
        }
        return false;
    };
    for (const bool isPending : {false, true}) {
        for (const QString &word : {u"Not certain"_s, u"Not certain whether it is paused"_s}) {
            RecordingLook look{.tone = ToneRole::Uncertain, .word = word, .age = age};
            const QImage bare = paint(look, theme, 800);
            look.detail = u"last known: Not recording"_s;
            look.pending = isPending ? u"Pausing… 3 s"_s : QString();
            for (const int width : {800, 500, 420, 360, 300, 252, 200}) {
                const QImage image = paint(look, theme, width);
                QVERIFY2(shows(image, bare.copy(whole.translated(800 - room, 0))),
                         qPrintable(QString::number(width)));
            }
        }
    }
}

void TestRecordingBadge::theGroundFillsUpToTheLimit()
{
    const Theme theme(ThemeChoice::Light);
    RecordingLook look = Recording;
    look.tone = ToneRole::Paused;
    look.shape = Shape::Bars;
    look.word = u"Paused"_s;
    look.detail = u"01:30 of 02:00"_s;
    look.shortDetail = u"01:30"_s;
    look.fraction = 0.75;
    const QColor fill = theme.tones().pausedFill;
    const QList<int> columns = columnsOf(paint(look, theme), fill);
    QCOMPARE(columns.first(), 0);
    QVERIFY2(std::abs(columns.last() - 270) <= 2, qPrintable(QString::number(columns.last())));
    const QList<int> mirrored = columnsOf(paint(look, theme, 360, Qt::RightToLeft), fill);
    QCOMPARE(mirrored.last(), 359);
    QVERIFY(std::abs(mirrored.first() - 90) <= 2);
    // Where there is no room for the limit the time is there all the same.
    QVERIFY(paint(look, theme, 170) != [&] {
        RecordingLook without = look;
        without.shortDetail.clear();
        return paint(without, theme, 170);
    }());
    look.fraction = 0;
    QVERIFY(columnsOf(paint(look, theme), fill).isEmpty());
}

void TestRecordingBadge::mirrorsWithTheLayout()
{
    const Theme theme(ThemeChoice::Light);
    const QColor ink = theme.tone(ToneRole::On).text;
    QCOMPARE(paint(Recording, theme).pixelColor(20, 18), ink);
    QCOMPARE(paint(Recording, theme, 360, Qt::RightToLeft).pixelColor(340, 18), ink);
}

void TestRecordingBadge::pendingStandsBesideTheWord()
{
    const Theme theme(ThemeChoice::Light);
    RecordingLook pending = Recording;
    pending.pending = u"Pausing… 1 s"_s;
    const QImage one = paint(Recording, theme);
    const QImage other = paint(pending, theme);
    QCOMPARE(other.copy(0, 0, 130, 36), one.copy(0, 0, 130, 36)); // shape and word stay the server's
    QVERIFY(other != one);
}

void TestRecordingBadge::shapesDifferWithoutColour()
{
    const Theme theme(ThemeChoice::Light);
    QList<QImage> seen;
    for (const Shape shape : {Shape::Dot, Shape::Bars, Shape::Ring, Shape::Question, Shape::Tick}) {
        for (const bool dashed : {false, true}) {
            if (shape == Shape::Question && !dashed)
                continue; // it is always dashed
            RecordingLook look{.shape = shape, .tone = ToneRole::Off, .dashed = dashed, .word = u"x"_s};
            const QImage image = paint(look, theme).copy(12, 10, 16, 16);
            QVERIFY(!seen.contains(image));
            seen += image;
        }
    }
}

void TestRecordingBadge::saysItsStateToScreenReaders()
{
    const Theme theme(ThemeChoice::Light);
    RecordingBadge badge;
    badge.setTheme(theme);
    badge.setLook(Recording);
    QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(&badge);
    QVERIFY(interface);
    QCOMPARE(interface->role(), QAccessible::StaticText);
    QCOMPARE(interface->text(QAccessible::Name), u"Recording state: Recording"_s);
    QCOMPARE(interface->text(QAccessible::Value), u"Recording, 02:38"_s);
    QVERIFY(interface->textInterface());
    QCOMPARE(interface->textInterface()->text(0, interface->textInterface()->characterCount()),
             u"Recording, 02:38"_s);
    QCOMPARE(interface->text(QAccessible::Description), Recording.description);
}

void TestRecordingBadge::changesWordsOnlyWithTheState()
{
    const Theme theme(ThemeChoice::Light);
    RecordingBadge badge;
    badge.setTheme(theme);
    badge.setLook(Recording);
    RecordingLook later = Recording;
    later.detail = u"02:39"_s;
    badge.setLook(later);
    QCOMPARE(badge.accessibleDescription(), Recording.description);
    QCOMPARE(badge.toolTip(), Recording.description);
    later.word = u"Paused"_s;
    later.description = u"Paused, since 14:29:02."_s;
    badge.setLook(later);
    QCOMPARE(badge.accessibleName(), u"Recording state: Paused"_s);
    QCOMPARE(badge.accessibleDescription(), later.description);
}

TALLY_GUI_TEST(TestRecordingBadge)

} // namespace tst_recordingbadge
#include "tst_recordingbadge.moc"
