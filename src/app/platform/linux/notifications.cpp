#include "app/platform/notifications.h"

#include <QCoreApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace app {

namespace {

// The Desktop Notifications Specification, version 1.2.
const QString NotificationService = u"org.freedesktop.Notifications"_s;
const QString NotificationPath = u"/org/freedesktop/Notifications"_s;
constexpr uchar NormalUrgency = 1;
constexpr uchar CriticalUrgency = 2;
constexpr int AsTheServiceLikes = -1;
constexpr int UntilClosed = 0;

QDBusMessage notificationCall(const QString &method, const QVariantList &arguments = {})
{
    QDBusMessage call =
        QDBusMessage::createMethodCall(NotificationService, NotificationPath, NotificationService, method);
    call.setArguments(arguments);
    return call;
}

} // namespace

/// The last thing that is said is waited for, shortly: what is only sent might not leave the program any
/// more.
Notifications::~Notifications()
{
    constexpr int Patience = 300; // ms; a service that stands holds up nobody
    for (const Shown &shown : std::as_const(m_shown))
        close(shown.id);
    if (!m_shown.isEmpty())
        QDBusConnection::sessionBus().call(notificationCall(u"GetServerInformation"_s), QDBus::Block,
                                           Patience);
}

QString Notifications::obstacle() const
{
    if (!QDBusConnection::sessionBus().isConnected())
        return tr("This session shows no notifications: it has no session bus.");
    return m_isMissing ? tr("This session shows no notifications: no service answers for them.") : QString();
}

/// What the service says of a notification. Not asked for before the service has answered: its name may have
/// no owner until then that signals could be known by.
void Notifications::listen()
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    bus.connect(NotificationService, NotificationPath, NotificationService, u"ActionInvoked"_s, this,
                SLOT(onActionInvoked(uint, QString)));
    bus.connect(NotificationService, NotificationPath, NotificationService, u"NotificationClosed"_s, this,
                SLOT(onNotificationClosed(uint, uint)));
    m_listens = true;
}

/// Whether text is markup for the service is asked each time, as another may have taken its place.
void Notifications::show(const Notification &notification)
{
    const quint32 number = ++m_last;
    m_wanted.insert(notification.key, number);
    auto *const watcher = new QDBusPendingCallWatcher(
        QDBusConnection::sessionBus().asyncCall(notificationCall(u"GetCapabilities"_s)), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, notification, number] {
        watcher->deleteLater();
        if (!isWanted(notification.key, number))
            return; // it is not true any more
        const QDBusPendingReply<QStringList> reply = *watcher;
        m_isMissing = reply.isError();
        if (m_isMissing) {
            Q_EMIT notShown(notification);
            return;
        }
        if (!m_listens)
            listen();
        m_takesMarkup = reply.value().contains(u"body-markup"_s);
        send(notification, number);
    });
}

void Notifications::send(const Notification &notification, quint32 number)
{
    QStringList buttons{Itself, QCoreApplication::applicationName()};
    for (const auto &[name, label] : notification.buttons)
        buttons << name << label;
    const QVariantMap hints{
        {u"urgency"_s, QVariant::fromValue(notification.isUrgent ? CriticalUrgency : NormalUrgency)},
        {u"desktop-entry"_s, u"io.github.tallylight.Tallylight"_s},
        {u"category"_s, u"im"_s}};
    const QString text = m_takesMarkup ? notification.text.toHtmlEscaped() : notification.text;
    const QVariantList arguments{u"Tallylight"_s, // notr
                                 m_shown.value(notification.key).id,
                                 u"io.github.tallylight.Tallylight"_s,
                                 notification.title,
                                 text,
                                 buttons,
                                 hints,
                                 notification.isUrgent ? UntilClosed : AsTheServiceLikes};
    auto *const watcher = new QDBusPendingCallWatcher(
        QDBusConnection::sessionBus().asyncCall(notificationCall(u"Notify"_s, arguments)), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, notification, number] {
        watcher->deleteLater();
        const QDBusPendingReply<uint> reply = *watcher;
        if (reply.isError())
            Q_EMIT notShown(notification);
        else
            noteShown(notification.key, {.id = reply.value(), .number = number});
    });
}

/// What was withdrawn, or said anew, while the service had not answered is not left standing.
void Notifications::noteShown(const QString &key, const Shown &shown)
{
    if (isWanted(key, shown.number))
        m_shown.insert(key, shown);
    else if (m_shown.value(key).id != shown.id)
        close(shown.id);
}

void Notifications::close(uint id)
{
    QDBusConnection::sessionBus().send(notificationCall(u"CloseNotification"_s, {id}));
}

void Notifications::withdraw(const QString &key)
{
    m_wanted.remove(key);
    if (m_shown.contains(key))
        close(m_shown.take(key).id);
}

QString Notifications::keyOf(uint id) const
{
    const auto found =
        std::find_if(m_shown.begin(), m_shown.end(), [id](const Shown &shown) { return shown.id == id; });
    return found == m_shown.end() ? QString() : found.key();
}

void Notifications::onActionInvoked(uint id, const QString &button)
{
    if (const QString key = keyOf(id); !key.isEmpty())
        Q_EMIT chosen(key, button);
}

void Notifications::onNotificationClosed(uint id, uint)
{
    const QString key = keyOf(id);
    const Shown closed = m_shown.take(key);
    if (isWanted(key, closed.number))
        m_wanted.remove(key);
}

} // namespace app
