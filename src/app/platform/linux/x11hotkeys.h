#pragma once

#include "app/platform/globalhotkeys.h"

#include <QAbstractNativeEventFilter>

#include <xcb/xcb.h>

#include <optional>

namespace app {

/// By grabbing keys of the X server's root window (xcb_grab_key): with each state of CapsLock and NumLock,
/// and anew when the keyboard's layout changes, as what is grabbed is a key's place.
class X11Hotkeys : public GlobalHotkeys, public QAbstractNativeEventFilter
{
    Q_OBJECT

public:
    X11Hotkeys();
    ~X11Hotkeys() override;

    void set(const model::KeyTable &keys) override;
    void tryAgain() override;
    bool nativeEventFilter(const QByteArray &type, void *message, qintptr *result) override;

protected:
    void followLetGo() override { grabAll(); }

private:
    struct Grab
    {
        model::Command command = {};
        xcb_keycode_t key = 0;
        uint16_t modifiers = 0;
    };
    struct Release
    {
        xcb_keycode_t key = 0;
        xcb_timestamp_t time = 0;
    };

    void grabAll();
    void ungrabAll();
    bool grab(const Grab &wanted) const;
    void onPress(const xcb_key_press_event_t &event);
    bool isKeyboardChange(const xcb_generic_event_t &event) const;

    xcb_connection_t *const m_connection;
    const xcb_window_t m_root;
    const int m_keyboardEvent; ///< the number of XKB's event
    model::KeyTable m_keys;
    QList<Grab> m_grabs;
    bool m_lacks = false;              ///< a key that another program has
    std::optional<Release> m_released; ///< the latest: a press at the same time is a key that is held
};

} // namespace app
