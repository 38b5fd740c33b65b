#include "widgets/dialogs/dialogplace.h"

#include "widgets/parts/recordingbadge.h"

#include <QRegion>
#include <QWindow>

#include <algorithm>

namespace widgets {

namespace {

constexpr int Gap = 8;

QRect keptWithin(QRect place, const QRect &room)
{
    place.moveLeft(std::max(room.left(), std::min(place.left(), room.right() - place.width() + 1)));
    place.moveTop(std::max(room.top(), std::min(place.top(), room.bottom() - place.height() + 1)));
    return place;
}

qint64 areaOf(const QRegion &region)
{
    qint64 area = 0;
    for (const QRect &rect : region)
        area += qint64(rect.width()) * rect.height();
    return area;
}

/// The lights of whole cards and of rows that show in a window; the first is the one to be kept.
QList<QRect> lightsIn(const QWidget &window)
{
    QList<QRect> lights;
    for (const RecordingBadge *badge : window.findChildren<RecordingBadge *>()) {
        const QRect shown = badge->visibleRegion().boundingRect();
        if (badge->isVisible() && !shown.isEmpty())
            lights.append({badge->mapToGlobal(shown.topLeft()), shown.size()});
    }
    std::sort(lights.begin(), lights.end(),
              [](const QRect &one, const QRect &other) { return one.top() < other.top(); });
    return lights;
}

} // namespace

QRect dialogPlace(const QSize &size, const QWidget *window, const QRect &room)
{
    const bool isThere = window && window->windowHandle() && window->windowHandle()->isExposed();
    QRect middle(QPoint(), size);
    middle.moveCenter(isThere ? window->frameGeometry().center() : room.center());
    middle = keptWithin(middle, room);
    const QList<QRect> lights = isThere ? lightsIn(*window) : QList<QRect>();
    if (lights.isEmpty())
        return middle;

    const QRect &first = lights.first();
    QRegion all;
    for (const QRect &light : lights)
        all += light;
    const QRect frame = window->frameGeometry();
    const QRect beneath = all.boundingRect();
    QList<QRect> places{middle};
    for (const QPoint &corner :
         {QPoint(middle.left(), beneath.bottom() + Gap), QPoint(middle.left(), first.bottom() + Gap),
          QPoint(frame.right() + Gap, middle.top()), QPoint(frame.left() - Gap - size.width(), middle.top()),
          QPoint(middle.left(), first.top() - Gap - size.height())})
        places.append(keptWithin({corner, size}, room));
    const auto covers = [&](const QRect &place) {
        return std::pair(areaOf(QRegion(first) & place), areaOf(all & place));
    };
    return *std::min_element(places.begin(), places.end(), [&](const QRect &one, const QRect &other) {
        return covers(one) < covers(other);
    });
}

} // namespace widgets
