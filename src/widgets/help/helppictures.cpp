#include "widgets/help/helppictures.h"

#include "model/calls/call.h"
#include "presentation/look/recordinglook.h"
#include "widgets/parts/recordingbadge.h"
#include "widgets/parts/timelinestrip.h"

#include <QPainter>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using model::Recording;
using model::RecordingState;
using presentation::RecordingLook;

namespace widgets {

namespace {

constexpr core::Instant HelpNow{10min};
constexpr int HelpLightWidth = 300;
constexpr int HelpWideLight = 400; ///< with a whole sentence in it
constexpr int HelpStripWidth = 400;

struct HelpLight
{
    QStringView name;
    RecordingState state;
    bool isCertain = true;
    bool isLegacy = false;
    bool isSeenLate = false;
    bool isPausing = false;
    bool isRow = false;
};

constexpr HelpLight HelpLights[] = {
    {.name = u"recording", .state = RecordingState::On},
    {.name = u"paused", .state = RecordingState::Paused},
    {.name = u"off", .state = RecordingState::Off},
    {.name = u"unknown", .state = RecordingState::Unknown},
    {.name = u"legacy", .state = RecordingState::Unknown, .isLegacy = true},
    {.name = u"uncertain-recording", .state = RecordingState::On, .isCertain = false},
    {.name = u"uncertain-paused", .state = RecordingState::Paused, .isCertain = false},
    {.name = u"uncertain-off", .state = RecordingState::Off, .isCertain = false},
    {.name = u"pausing", .state = RecordingState::On, .isPausing = true},
    {.name = u"at-least", .state = RecordingState::On, .isSeenLate = true},
    {.name = u"row", .state = RecordingState::On, .isRow = true},
};

constexpr QStringView HelpStrips[] = {u"strip", u"strip-late", u"strip-doubt"};

const HelpLight *lightNamed(const QString &name)
{
    const auto found = std::find_if(std::begin(HelpLights), std::end(HelpLights),
                                    [&name](const HelpLight &light) { return light.name == name; });
    return found == std::end(HelpLights) ? nullptr : found;
}

RecordingLook lookOf(const HelpLight &light)
{
    model::Call call;
    call.recording = Recording{.state = light.state,
                               .stateSaid = !light.isLegacy,
                               .sinceSeen = !light.isSeenLate,
                               .since = HelpNow - 158s};
    call.recording.sinceWall = QDateTime(QDate(2026, 11, 22), QTime(14, 26, 23));
    if (light.isLegacy)
        call.recording.fileName = "file";
    if (light.isPausing)
        call.pendingRecording =
            model::PendingAction{.action = model::CallAction::PauseRecording, .since = HelpNow};
    if (light.isRow)
        return presentation::recordingLight(call.recording, true);
    return presentation::recordingLook(call, light.isCertain, {.now = HelpNow, .heardAt = HelpNow - 12s});
}

TimelineContent stripNamed(const QString &name)
{
    const auto part = [](core::Duration from, RecordingState state, bool certain = true) {
        return model::TimelineSegment{
            .from = core::Instant(from), .state = state, .certain = certain, .beginSeen = true};
    };
    TimelineContent strip{.segments = {part(0s, RecordingState::Off), part(40s, RecordingState::On),
                                       part(180s, RecordingState::Paused), part(240s, RecordingState::On)},
                          .end = core::Instant(400s)};
    if (name == HelpStrips[1]) {
        strip.segments = {part(180s, RecordingState::Paused), part(240s, RecordingState::On)};
        strip.isLate = true;
    } else if (name == HelpStrips[2]) {
        strip.segments.append(part(330s, RecordingState::On, false));
    }
    return strip;
}

QImage emptyPicture(const QSize &size, qreal scale)
{
    QImage image(size * scale, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(scale);
    image.fill(Qt::transparent);
    return image;
}

QImage lightPicture(const HelpLight &light, const presentation::Theme &theme, qreal scale,
                    Qt::LayoutDirection direction)
{
    using namespace presentation::measure;
    const RecordingLook look = lookOf(light);
    const BadgeSize size = light.isRow ? BadgeSize::Row : BadgeSize::Card;
    const int text = QFontMetrics(theme.font(presentation::TextRole::Badge)).height() + 4 * Step;
    const int height = light.isRow ? RowBadgeHeight : std::max(BadgeHeight, text);
    const int width = light.isRow          ? badgeWidth(look, theme, size)
                      : look.age.isEmpty() ? HelpLightWidth
                                           : HelpWideLight;
    QImage image = emptyPicture({width, height}, scale);
    QPainter painter(&image);
    paintBadge(painter, {0, 0, width, height}, look, theme, direction, size);
    return image;
}

QImage stripPicture(const QString &name, const presentation::Theme &theme, qreal scale,
                    Qt::LayoutDirection direction)
{
    const QSize size(HelpStripWidth, presentation::measure::StripHeight);
    QImage image = emptyPicture(size, scale);
    QPainter painter(&image);
    paintTimeline(painter, QRect(QPoint(), size), stripNamed(name), theme, direction);
    return image;
}

} // namespace

QStringList helpPictures()
{
    QStringList names;
    for (const HelpLight &light : HelpLights)
        names += light.name.toString();
    for (const QStringView strip : HelpStrips)
        names += strip.toString();
    return names;
}

QImage helpPicture(const QString &name, const presentation::Theme &theme, qreal scale,
                   Qt::LayoutDirection direction)
{
    if (const HelpLight *const light = lightNamed(name))
        return lightPicture(*light, theme, scale, direction);
    const bool isStrip =
        std::find(std::begin(HelpStrips), std::end(HelpStrips), name) != std::end(HelpStrips);
    return isStrip ? stripPicture(name, theme, scale, direction) : QImage();
}

RecordingLook helpLight(const QString &name)
{
    const HelpLight *const light = lightNamed(name);
    return light ? lookOf(*light) : RecordingLook{};
}

} // namespace widgets
