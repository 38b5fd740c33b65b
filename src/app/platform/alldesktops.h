#pragma once

class QWindow;

namespace app {

/// Keeps a window that exists, shown or not, on all virtual desktops, where the system has such and lets
/// programs do it.
void keepOnAllDesktops(QWindow &window);

} // namespace app
