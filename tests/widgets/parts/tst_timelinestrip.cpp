#include "support/testprogram.h"
#include "widgets/parts/timelinestrip.h"

#include <QPainter>
#include <QTest>

namespace tst_timelinestrip {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using model::RecordingState;
using presentation::Theme;
using presentation::ThemeChoice;
using presentation::ToneRole;
using widgets::TimelineContent;

namespace {

TimelineContent content(QList<model::TimelineSegment> segments, bool isLate)
{
    const QDateTime wall(QDate(2026, 11, 22), QTime(23, 45));
    for (model::TimelineSegment &segment : segments)
        segment.wall = wall.addMSecs(segment.from.time_since_epoch().count());
    return {.segments = segments, .end = core::Instant(100s), .isLate = isLate};
}

QImage paint(const TimelineContent &shown, const Theme &theme,
             Qt::LayoutDirection direction = Qt::LeftToRight)
{
    QImage image(240, 10, QImage::Format_RGB32);
    image.fill(theme.tones().card);
    QPainter painter(&image);
    widgets::paintTimeline(painter, image.rect(), shown, theme, direction);
    return image;
}

} // namespace

class TestTimelineStrip : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWasSeenFromItsBeginningSaysSo();
    void whatWasOnlySeenSaysSo();
    void stripIsBlankBeforeWhatWasSeen();
    void doubtIsDashed();
};

void TestTimelineStrip::whatWasSeenFromItsBeginningSaysSo()
{
    const QList<model::TimelineSegment> segments{
        {.from = core::Instant(0s), .state = RecordingState::Off, .certain = true, .beginSeen = true},
        {.from = core::Instant(45s), .state = RecordingState::On, .certain = true, .beginSeen = true},
        {.from = core::Instant(66s)},
    };
    QCOMPARE(
        widgets::timelineTexts(content(segments, false)),
        (QStringList{u"Not recording from 23:45:00 to 23:45:45 (00:45)"_s,
                     u"Recording from 23:45:45 to 23:46:06 (00:21)"_s, u"Not certain since 23:46:06"_s}));
}

void TestTimelineStrip::whatWasOnlySeenSaysSo()
{
    const QList<model::TimelineSegment> segments{
        {.from = core::Instant(55s), .state = RecordingState::On, .certain = true},
        {.from = core::Instant(76s)},
        {.from = core::Instant(78s), .state = RecordingState::Paused, .certain = true},
    };
    QCOMPARE(
        widgets::timelineTexts(content(segments, true)),
        (QStringList{u"Not seen before 23:45:55"_s, u"Seen recording from 23:45:55 to 23:46:16 (≥ 00:21)"_s,
                     u"Not certain from 23:46:16 to 23:46:18 (00:02)"_s, u"Seen paused since 23:46:18"_s}));
    QCOMPARE(widgets::timelineTexts(content(segments.first(1), true)).last(),
             u"Seen recording since 23:45:55"_s);
}

void TestTimelineStrip::stripIsBlankBeforeWhatWasSeen()
{
    const Theme theme(ThemeChoice::Light);
    const QList<model::TimelineSegment> segments{
        {.from = core::Instant(0s), .state = RecordingState::On, .certain = true}};
    const QColor on = theme.tone(ToneRole::On).mark;
    const QColor card = theme.tones().card;
    const QImage whole = paint(content(segments, false), theme);
    QCOMPARE(whole.pixelColor(6, 5), on);
    const QImage late = paint(content(segments, true), theme);
    QCOMPARE(late.pixelColor(6, 5), card);
    QCOMPARE(late.pixelColor(20, 5), card);
    QCOMPARE(late.pixelColor(30, 5), on);
    QCOMPARE(late.pixelColor(235, 5), on);
    const QImage mirrored = paint(content(segments, true), theme, Qt::RightToLeft);
    QCOMPARE(mirrored.pixelColor(235, 5), card);
    QCOMPARE(mirrored.pixelColor(6, 5), on);
}

void TestTimelineStrip::doubtIsDashed()
{
    const Theme theme(ThemeChoice::Light);
    const QImage image = paint(content({{.from = core::Instant(0s)}}, false), theme);
    int changes = 0;
    for (int x = 4; x < 236; ++x)
        changes += image.pixelColor(x, 5) != image.pixelColor(x - 1, 5) ? 1 : 0;
    QVERIFY(changes > 40);
}

TALLY_GUI_TEST(TestTimelineStrip)

} // namespace tst_timelinestrip
#include "tst_timelinestrip.moc"
