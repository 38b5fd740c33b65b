#include "app/platform/linux/x11hotkeys.h"

#include "presentation/presence/commandtext.h"

#include <QGuiApplication>

#include <xcb/xcb_keysyms.h>

#include <algorithm>
#include <cstdlib>
#include <memory>

using namespace Qt::StringLiterals;
using model::Command;

namespace app {

namespace {

/// What the C library has given.
struct FreeReply
{
    void operator()(void *reply) const { std::free(reply); }
};
template <class Reply>
using XReply = std::unique_ptr<Reply, FreeReply>;

constexpr uint16_t NumLock = XCB_MOD_MASK_2; // where every keyboard of X has it
constexpr uint16_t IgnoredModifiers[] = {0, XCB_MOD_MASK_LOCK, NumLock, XCB_MOD_MASK_LOCK | NumLock};

constexpr std::pair<QStringView, uint16_t> ModifierMasks[] = {{u"Meta", XCB_MOD_MASK_4},
                                                              {u"Ctrl", XCB_MOD_MASK_CONTROL},
                                                              {u"Alt", XCB_MOD_MASK_1},
                                                              {u"Shift", XCB_MOD_MASK_SHIFT}};

/// X11's numbers (keysymdef.h) of the names that model::normalKey() knows.
constexpr std::pair<QStringView, xcb_keysym_t> KeySymbols[] = {
    {u"Backspace", 0xff08},  {u"Tab", 0xff09},   {u"Return", 0xff0d}, {u"Pause", 0xff13},
    {u"ScrollLock", 0xff14}, {u"Esc", 0xff1b},   {u"Home", 0xff50},   {u"Left", 0xff51},
    {u"Up", 0xff52},         {u"Right", 0xff53}, {u"Down", 0xff54},   {u"PgUp", 0xff55},
    {u"PgDown", 0xff56},     {u"End", 0xff57},   {u"Print", 0xff61},  {u"Ins", 0xff63},
    {u"Menu", 0xff67},       {u"Enter", 0xff8d}, {u"Del", 0xffff},    {u"Space", 0x0020}};

xcb_keysym_t symbolOf(const QString &bareKey)
{
    constexpr xcb_keysym_t F1 = 0xffbe;
    for (const auto &[name, symbol] : KeySymbols) {
        if (bareKey == name)
            return symbol;
    }
    if (bareKey.size() > 1)
        return F1 + xcb_keysym_t(bareKey.mid(1).toInt()) - 1;
    return bareKey.at(0).toLower().unicode(); // Latin-1 is its own symbol
}

uint16_t modifiersOf(const QString &key)
{
    uint16_t mask = 0;
    for (const auto &[name, bit] : ModifierMasks) {
        if (key.contains(name.toString() + u'+'))
            mask |= bit;
    }
    return mask;
}

QString bareKeyOf(const QString &key)
{
    return key.endsWith(u"++"_s) ? u"+"_s : key.section(u'+', -1);
}

xcb_connection_t *connectionToX()
{
    const auto *const x11 = qGuiApp->nativeInterface<QNativeInterface::QX11Application>();
    return x11 ? x11->connection() : nullptr;
}

xcb_window_t rootOf(xcb_connection_t *connection)
{
    return xcb_setup_roots_iterator(xcb_get_setup(connection)).data->root;
}

int firstEventOfKeyboard(xcb_connection_t *connection)
{
    constexpr QByteArrayView Name = "XKEYBOARD";
    const XReply<xcb_query_extension_reply_t> reply(xcb_query_extension_reply(
        connection, xcb_query_extension(connection, uint16_t(Name.size()), Name.data()), nullptr));
    return reply && reply->present ? reply->first_event : -1;
}

} // namespace

X11Hotkeys::X11Hotkeys()
    : m_connection(connectionToX())
    , m_root(rootOf(m_connection))
    , m_keyboardEvent(firstEventOfKeyboard(m_connection))
{
    qGuiApp->installNativeEventFilter(this);
}

X11Hotkeys::~X11Hotkeys()
{
    ungrabAll();
    xcb_flush(m_connection);
}

void X11Hotkeys::set(const model::KeyTable &keys)
{
    m_keys = keys;
    grabAll();
}

void X11Hotkeys::tryAgain()
{
    if (m_lacks)
        grabAll();
}

/// What is let go is in nobody's hands, and what was said of it stays.
void X11Hotkeys::grabAll()
{
    ungrabAll();
    if (isLetGo()) {
        xcb_flush(m_connection);
        return;
    }
    m_lacks = false;
    QHash<Command, QString> troubles;
    const std::unique_ptr<xcb_key_symbols_t, decltype(&xcb_key_symbols_free)> symbols(
        xcb_key_symbols_alloc(m_connection), &xcb_key_symbols_free);
    for (const Command command : model::CommandsEverywhere) {
        const QString &key = m_keys.of(command);
        if (key.isEmpty())
            continue;
        const XReply<xcb_keycode_t> places(
            xcb_key_symbols_get_keycode(symbols.get(), symbolOf(bareKeyOf(key))));
        if (!places || *places == XCB_NO_SYMBOL) {
            troubles.insert(command, tr("This keyboard has no key %1.").arg(presentation::keyText(key)));
            continue;
        }
        const Grab wanted{.command = command, .key = *places, .modifiers = modifiersOf(key)};
        m_grabs.append(wanted);
        if (!grab(wanted)) {
            m_lacks = true;
            troubles.insert(command, tr("Another program has the key %1.").arg(presentation::keyText(key)));
        }
    }
    setTroubles(troubles);
}

/// False where another program has it with any state of the locks.
bool X11Hotkeys::grab(const Grab &wanted) const
{
    QList<xcb_void_cookie_t> asked;
    for (const uint16_t ignored : IgnoredModifiers)
        asked.append(xcb_grab_key_checked(m_connection, 0, m_root, wanted.modifiers | ignored, wanted.key,
                                          XCB_GRAB_MODE_ASYNC, XCB_GRAB_MODE_ASYNC));
    return std::count_if(asked.begin(), asked.end(), [this](xcb_void_cookie_t cookie) {
               return XReply<xcb_generic_error_t>(xcb_request_check(m_connection, cookie)) != nullptr;
           }) == 0;
}

void X11Hotkeys::ungrabAll()
{
    for (const Grab &grabbed : std::as_const(m_grabs)) {
        for (const uint16_t ignored : IgnoredModifiers)
            xcb_ungrab_key(m_connection, grabbed.key, m_root, grabbed.modifiers | ignored);
    }
    m_grabs.clear();
}

bool X11Hotkeys::nativeEventFilter(const QByteArray &, void *message, qintptr *)
{
    const auto &event = *static_cast<const xcb_generic_event_t *>(message);
    switch (event.response_type & 0x7f) { // the highest bit: another client has sent it
    case XCB_KEY_PRESS: onPress(reinterpret_cast<const xcb_key_press_event_t &>(event)); break;
    case XCB_KEY_RELEASE: {
        const auto &released = reinterpret_cast<const xcb_key_release_event_t &>(event);
        m_released = Release{.key = released.detail, .time = released.time};
        break;
    }
    default:
        if (isKeyboardChange(event) && !m_grabs.isEmpty())
            QMetaObject::invokeMethod(this, &X11Hotkeys::grabAll, Qt::QueuedConnection);
    }
    return false;
}

bool X11Hotkeys::isKeyboardChange(const xcb_generic_event_t &event) const
{
    const int type = event.response_type & 0x7f;
    // XkbNewKeyboardNotify 0 and XkbMapNotify 1 stand in the second byte (XKB protocol, "Events").
    return type == XCB_MAPPING_NOTIFY || (type == m_keyboardEvent && event.pad0 <= 1);
}

void X11Hotkeys::onPress(const xcb_key_press_event_t &event)
{
    if (event.event != m_root)
        return;
    const bool isHeld = m_released && m_released->key == event.detail && m_released->time == event.time;
    const uint16_t modifiers =
        event.state & (XCB_MOD_MASK_SHIFT | XCB_MOD_MASK_CONTROL | XCB_MOD_MASK_1 | XCB_MOD_MASK_4);
    const auto found = std::find_if(m_grabs.begin(), m_grabs.end(), [&](const Grab &each) {
        return each.key == event.detail && each.modifiers == modifiers;
    });
    if (found != m_grabs.end() && !isHeld)
        press(found->command);
}

} // namespace app

#include "moc_x11hotkeys.cpp"
