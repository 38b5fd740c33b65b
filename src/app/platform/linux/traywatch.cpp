#include "app/platform/traywatch.h"

#include <QDBusConnection>
#include <QDBusServiceWatcher>
#include <QGuiApplication>

#include <xcb/xcb.h>

using namespace Qt::StringLiterals;

namespace app {

namespace {

// The StatusNotifierItem specification: who keeps the tray's icons, and says whether anybody shows them.
const QString TrayService = u"org.kde.StatusNotifierWatcher"_s;
const QString TrayPath = u"/StatusNotifierWatcher"_s;

} // namespace

/// Trays are programs on the session's bus, or windows of X11 (the system tray protocol): of those the X
/// server tells, as Qt has its icon in them.
TrayWatch::TrayWatch(QObject *parent)
    : QObject(parent)
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (bus.isConnected()) {
        auto *const service =
            new QDBusServiceWatcher(TrayService, bus, QDBusServiceWatcher::WatchForOwnerChange, this);
        connect(service, &QDBusServiceWatcher::serviceOwnerChanged, this, &TrayWatch::changed);
        for (const QString &signal : {u"StatusNotifierHostRegistered"_s, u"StatusNotifierHostUnregistered"_s})
            bus.connect(TrayService, TrayPath, TrayService, signal, this, SLOT(onHostChanged()));
    }
    if (QGuiApplication::platformName() == u"xcb"_s)
        qGuiApp->installNativeEventFilter(this);
}

/// Its window goes, or a new one says so to the root window. Qt is to hear of it first.
bool TrayWatch::nativeEventFilter(const QByteArray &, void *message, qintptr *)
{
    const auto &event = *static_cast<const xcb_generic_event_t *>(message);
    const int type = event.response_type & 0x7f; // the highest bit: another client has sent it
    if (type == XCB_DESTROY_NOTIFY ||
        (type == XCB_CLIENT_MESSAGE &&
         reinterpret_cast<const xcb_client_message_event_t &>(event).window ==
             xcb_setup_roots_iterator(
                 xcb_get_setup(qGuiApp->nativeInterface<QNativeInterface::QX11Application>()->connection()))
                 .data->root))
        QMetaObject::invokeMethod(this, &TrayWatch::changed, Qt::QueuedConnection);
    return false;
}

} // namespace app
