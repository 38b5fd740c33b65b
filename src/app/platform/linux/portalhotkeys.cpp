#include "app/platform/linux/portalhotkeys.h"

#include "presentation/presence/commandtext.h"

#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

using namespace Qt::StringLiterals;
using model::Command;

namespace app {

/// One of the array that BindShortcuts takes: a(sa{sv}).
struct PortalShortcut
{
    QString id = {};
    QVariantMap properties = {};
};

QDBusArgument &operator<<(QDBusArgument &argument, const PortalShortcut &shortcut)
{
    argument.beginStructure();
    argument << shortcut.id << shortcut.properties;
    argument.endStructure();
    return argument;
}

const QDBusArgument &operator>>(const QDBusArgument &argument, PortalShortcut &shortcut)
{
    argument.beginStructure();
    argument >> shortcut.id >> shortcut.properties;
    argument.endStructure();
    return argument;
}

namespace {

const QString PortalService = u"org.freedesktop.portal.Desktop"_s;
const QString PortalPath = u"/org/freedesktop/portal/desktop"_s;
const QString ShortcutsInterface = u"org.freedesktop.portal.GlobalShortcuts"_s;
const QString RequestInterface = u"org.freedesktop.portal.Request"_s;
const QString SessionInterface = u"org.freedesktop.portal.Session"_s;
constexpr uint Granted = 0; // 1: the person said no; 2: it ended otherwise

/// As the portal's specification of shortcuts writes keys: "CTRL+ALT+p".
QString triggerOf(const QString &key)
{
    QStringList parts = key.split(u'+');
    static const QHash<QString, QString> names{{u"Meta"_s, u"LOGO"_s},
                                               {u"Ctrl"_s, u"CTRL"_s},
                                               {u"Alt"_s, u"ALT"_s},
                                               {u"Shift"_s, u"SHIFT"_s},
                                               {u"ScrollLock"_s, u"Scroll_Lock"_s},
                                               {u"Ins"_s, u"Insert"_s},
                                               {u"Del"_s, u"Delete"_s},
                                               {u"PgUp"_s, u"Page_Up"_s},
                                               {u"PgDown"_s, u"Page_Down"_s},
                                               {u"Esc"_s, u"Escape"_s},
                                               {u"Enter"_s, u"KP_Enter"_s},
                                               {u"Space"_s, u"space"_s}};
    for (QString &part : parts)
        part = names.value(part, part.size() == 1 ? part.toLower() : part);
    return parts.join(u'+');
}

std::optional<Command> commandOf(const QString &id)
{
    for (const Command command : model::CommandsEverywhere) {
        if (model::nameOf(command) == id)
            return command;
    }
    return std::nullopt;
}

} // namespace

PortalHotkeys::PortalHotkeys()
{
    qDBusRegisterMetaType<PortalShortcut>();
    qDBusRegisterMetaType<QList<PortalShortcut>>();
}

PortalHotkeys::~PortalHotkeys()
{
    closeSession();
}

void PortalHotkeys::set(const model::KeyTable &keys)
{
    if (m_keys == keys)
        return;
    m_keys = keys;
    stopListening();
    closeSession();
    setTroubles({});
    if (m_keys != model::KeyTable())
        createSession();
}

void PortalHotkeys::createSession()
{
    ask(u"CreateSession"_s, {QVariantMap{{u"session_handle_token"_s, u"tallylight%1"_s.arg(m_requests + 1)}}},
        SLOT(onSession(uint, QVariantMap)));
}

/// The answer comes as a signal of an object whose path is known beforehand: who listens first misses
/// nothing.
void PortalHotkeys::ask(const QString &method, QVariantList arguments, const char *slot)
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    const QString token = u"tallylight%1"_s.arg(++m_requests);
    QVariantMap options = arguments.takeLast().toMap();
    options.insert(u"handle_token"_s, token);
    arguments.append(options);
    m_request = u"%1/request/%2/%3"_s.arg(PortalPath, bus.baseService().mid(1).replace(u'.', u'_'), token);
    m_slot = slot;
    bus.connect(PortalService, m_request, RequestInterface, u"Response"_s, this, slot);
    QDBusMessage message =
        QDBusMessage::createMethodCall(PortalService, PortalPath, ShortcutsInterface, method);
    message.setArguments(arguments);
    auto *const watcher = new QDBusPendingCallWatcher(bus.asyncCall(message), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        watcher->deleteLater();
        if (!watcher->isError())
            return;
        stopListening();
        setObstacle(
            tr("This desktop gives no program keys that work in all programs: it has no portal for them."));
    });
}

void PortalHotkeys::stopListening()
{
    if (!m_request.isEmpty())
        QDBusConnection::sessionBus().disconnect(PortalService, m_request, RequestInterface, u"Response"_s,
                                                 this, m_slot);
    m_request.clear();
}

void PortalHotkeys::onSession(uint code, const QVariantMap &results)
{
    stopListening();
    if (code != Granted)
        return setObstacle(tr("The desktop has refused keys that work in all programs."));
    setObstacle({});
    m_session = results.value(u"session_handle"_s).toString();
    // Not earlier: before the portal has answered its name may have no owner that signals could be known by.
    QDBusConnection::sessionBus().connect(
        PortalService, PortalPath, ShortcutsInterface, u"Activated"_s, this,
        SLOT(onActivated(QDBusObjectPath, QString, qulonglong, QVariantMap)));
    bindKeys();
}

void PortalHotkeys::bindKeys()
{
    QList<PortalShortcut> shortcuts;
    for (const Command command : model::CommandsEverywhere) {
        if (const QString &key = m_keys.of(command); !key.isEmpty())
            shortcuts.append({.id = model::nameOf(command),
                              .properties = {{u"description"_s, presentation::commandText(command)},
                                             {u"preferred_trigger"_s, triggerOf(key)}}});
    }
    ask(u"BindShortcuts"_s,
        {QVariant::fromValue(QDBusObjectPath(m_session)), QVariant::fromValue(shortcuts), QString(),
         QVariantMap()},
        SLOT(onBound(uint, QVariantMap)));
}

void PortalHotkeys::onBound(uint code, const QVariantMap &)
{
    stopListening();
    QHash<Command, QString> troubles;
    for (const Command command : model::CommandsEverywhere) {
        if (code != Granted && !m_keys.of(command).isEmpty())
            troubles.insert(command, tr("The desktop has not given this key."));
    }
    setTroubles(troubles);
}

void PortalHotkeys::onActivated(const QDBusObjectPath &session, const QString &id, qulonglong,
                                const QVariantMap &)
{
    const auto command = commandOf(id);
    if (command && !m_session.isEmpty() && session.path() == m_session)
        press(*command);
}

void PortalHotkeys::closeSession()
{
    if (m_session.isEmpty())
        return;
    QDBusConnection::sessionBus().send(
        QDBusMessage::createMethodCall(PortalService, m_session, SessionInterface, u"Close"_s));
    m_session.clear();
}

} // namespace app

#include "moc_portalhotkeys.cpp"
