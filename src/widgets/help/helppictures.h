#pragma once

#include <QImage>
#include <QStringList>

namespace presentation {
class Theme;
struct RecordingLook;
} // namespace presentation

namespace widgets {

/// The pictures on the help's pages. They are painted by the routines that paint the calls, when a page is
/// shown: they cannot differ from what a person sees.
QStringList helpPictures();
/// Null where there is none of this name. `scale`: of the screen.
QImage helpPicture(const QString &name, const presentation::Theme &theme, qreal scale,
                   Qt::LayoutDirection direction);
/// The look of the light in this picture; nothing said where it is none.
presentation::RecordingLook helpLight(const QString &name);

} // namespace widgets
