#include "app/platform/alldesktops.h"

#include <QGuiApplication>
#include <QWindow>

#include <xcb/xcb.h>

#include <cstdlib>
#include <memory>

namespace app {

namespace {

xcb_atom_t atomNamed(xcb_connection_t *connection, QByteArrayView name)
{
    const std::unique_ptr<xcb_intern_atom_reply_t, decltype(&std::free)> reply(
        xcb_intern_atom_reply(connection, xcb_intern_atom(connection, 0, uint16_t(name.size()), name.data()),
                              nullptr),
        &std::free);
    return reply ? reply->atom : xcb_atom_t(XCB_ATOM_NONE);
}

} // namespace

/// Extended Window Manager Hints, _NET_WM_DESKTOP: a window that is not shown yet says it in a property; of
/// one that is, the window manager is asked. Wayland leaves it to the compositor.
void keepOnAllDesktops(QWindow &window)
{
    const auto *const x11 = qGuiApp->nativeInterface<QNativeInterface::QX11Application>();
    if (!x11)
        return;
    constexpr uint32_t AllDesktops = 0xffffffff;
    xcb_connection_t *const connection = x11->connection();
    const xcb_atom_t desktop = atomNamed(connection, "_NET_WM_DESKTOP");
    const auto id = xcb_window_t(window.winId());
    xcb_change_property(connection, XCB_PROP_MODE_REPLACE, id, desktop, XCB_ATOM_CARDINAL, 32, 1,
                        &AllDesktops);
    xcb_client_message_event_t asked{};
    asked.response_type = XCB_CLIENT_MESSAGE;
    asked.format = 32;
    asked.window = id;
    asked.type = desktop;
    asked.data.data32[0] = AllDesktops;
    asked.data.data32[1] = 1; // a program asks
    const xcb_window_t root = xcb_setup_roots_iterator(xcb_get_setup(connection)).data->root;
    xcb_send_event(connection, 0, root,
                   XCB_EVENT_MASK_SUBSTRUCTURE_NOTIFY | XCB_EVENT_MASK_SUBSTRUCTURE_REDIRECT,
                   reinterpret_cast<const char *>(&asked));
    xcb_flush(connection);
}

} // namespace app
