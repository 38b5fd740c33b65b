#include "app/platform/globalhotkeys.h"

#include "app/platform/linux/portalhotkeys.h"
#include "app/platform/linux/x11hotkeys.h"

#include <QGuiApplication>

using namespace Qt::StringLiterals;

namespace app {

std::unique_ptr<GlobalHotkeys> GlobalHotkeys::ofThisSession()
{
    const QString platform = QGuiApplication::platformName();
    if (platform == u"xcb")
        return std::make_unique<X11Hotkeys>();
    if (platform.startsWith(u"wayland"_s))
        return std::make_unique<PortalHotkeys>();
    return std::make_unique<NoHotkeys>(tr("Without a desktop there are no keys for all programs."));
}

} // namespace app
