#pragma once

#include <qnamespace.h>

namespace presentation {

/// What every table of rows says of a cell beside Qt's own roles; widgets::RowDelegate paints it.
enum RowRole {
    LightRole = Qt::UserRole, ///< RecordingLook of the row's call; nothing where there is no light to show
    QuietRole,                ///< the text says that there is nothing, or little
};

} // namespace presentation
