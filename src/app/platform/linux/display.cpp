#include "app/desktop/display.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonArray>
#include <QJsonObject>
#include <QLibrary>
#include <QLibraryInfo>
#include <QPluginLoader>

using namespace Qt::StringLiterals;

namespace app {

namespace {

/// The names of the platforms that Qt has plug-ins for, read without loading any.
QStringList installedPlatforms()
{
    QStringList folders{qEnvironmentVariable("QT_QPA_PLATFORM_PLUGIN_PATH")};
    folders << QLibraryInfo::path(QLibraryInfo::PluginsPath) + u"/platforms"_s;
    const QStringList paths = QCoreApplication::libraryPaths();
    for (const QString &path : paths)
        folders << path + u"/platforms"_s;
    QStringList names;
    for (const QString &folder : std::as_const(folders)) {
        if (folder.isEmpty())
            continue;
        const QFileInfoList files = QDir(folder).entryInfoList(QDir::Files);
        for (const QFileInfo &file : files) {
            const QJsonObject data = QPluginLoader(file.filePath()).metaData();
            const QJsonArray keys = data["MetaData"_L1]["Keys"_L1].toArray();
            for (const QJsonValue &key : keys)
                names << key.toString();
        }
    }
    return names;
}

/// Whether an X server takes us: asked with the library that Qt's plug-in uses, so authorisation counts too.
bool canOpenX()
{
    QLibrary xcb(u"xcb"_s, 1);
    using Connect = void *(*)(const char *, int *);
    using HasError = int (*)(void *);
    using Disconnect = void (*)(void *);
    const auto connect = reinterpret_cast<Connect>(xcb.resolve("xcb_connect"));
    const auto hasError = reinterpret_cast<HasError>(xcb.resolve("xcb_connection_has_error"));
    const auto disconnect = reinterpret_cast<Disconnect>(xcb.resolve("xcb_disconnect"));
    if (!connect || !hasError || !disconnect)
        return false; // then Qt's plug-in cannot load either
    void *const connection = connect(nullptr, nullptr);
    const bool isOpen = hasError(connection) == 0;
    disconnect(connection);
    return isOpen;
}

bool canOpenWayland()
{
    using Connect = void *(*)(const char *);
    using Disconnect = void (*)(void *);
    QLibrary wayland(u"wayland-client"_s, 0);
    const auto connect = reinterpret_cast<Connect>(wayland.resolve("wl_display_connect"));
    const auto disconnect = reinterpret_cast<Disconnect>(wayland.resolve("wl_display_disconnect"));
    void *const display = connect && disconnect ? connect(nullptr) : nullptr;
    if (display)
        disconnect(display);
    return display != nullptr;
}

bool canUse(const QString &platform)
{
    if (platform == u"xcb")
        return canOpenX();
    if (platform.startsWith(u"wayland"))
        return canOpenWayland();
    return true; // offscreen, vnc and the like need nothing
}

} // namespace

std::optional<QString> displayTrouble()
{
    const QStringList installed = installedPlatforms();
    const QString wished = qEnvironmentVariable("QT_QPA_PLATFORM");
    const QStringList candidates =
        wished.isEmpty() ? QStringList{u"xcb"_s, u"wayland"_s} : wished.split(u';');
    for (const QString &candidate : candidates) {
        const QString platform = candidate.section(u':', 0, 0);
        if (installed.contains(platform, Qt::CaseInsensitive) && canUse(platform))
            return std::nullopt;
    }
    if (!wished.isEmpty())
        return u"no window can be opened: QT_QPA_PLATFORM is \"%1\", which does not work here (there are %2)"_s
            .arg(wished, installed.join(u", "_s));
    const QString display = qEnvironmentVariable("DISPLAY");
    const QString wayland = qEnvironmentVariable("WAYLAND_DISPLAY");
    if (display.isEmpty() && wayland.isEmpty())
        return u"there is no display: DISPLAY and WAYLAND_DISPLAY are not set"_s;
    return u"the display %1 cannot be opened"_s.arg(display.isEmpty() ? wayland : display);
}

} // namespace app
