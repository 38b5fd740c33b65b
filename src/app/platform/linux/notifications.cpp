#include "app/platform/notifications.h"

#include <QCoreApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

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
    auto *const watcher = new QDBusPendingCallWatcher(
        QDBusConnection::sessionBus().asyncCall(notificationCall(u"GetCapabilities"_s)), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, notification] {
        watcher->deleteLater();
        const QDBusPendingReply<QStringList> reply = *watcher;
        if (reply.isError()) {
            Q_EMIT notShown(notification);
            return;
        }
        if (!m_listens)
            listen();
        m_takesMarkup = reply.value().contains(u"body-markup"_s);
        send(notification);
    });
}

void Notifications::send(const Notification &notification)
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
                                 m_shown.value(notification.key, 0U),
                                 u"io.github.tallylight.Tallylight"_s,
                                 notification.title,
                                 text,
                                 buttons,
                                 hints,
                                 notification.isUrgent ? UntilClosed : AsTheServiceLikes};
    auto *const watcher = new QDBusPendingCallWatcher(
        QDBusConnection::sessionBus().asyncCall(notificationCall(u"Notify"_s, arguments)), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, notification] {
        watcher->deleteLater();
        const QDBusPendingReply<uint> reply = *watcher;
        if (reply.isError())
            Q_EMIT notShown(notification);
        else
            m_shown.insert(notification.key, reply.value());
    });
}

void Notifications::withdraw(const QString &key)
{
    if (const auto shown = m_shown.constFind(key); shown != m_shown.constEnd())
        QDBusConnection::sessionBus().send(notificationCall(u"CloseNotification"_s, {*shown}));
}

void Notifications::onActionInvoked(uint id, const QString &button)
{
    if (const QString key = m_shown.key(id); !key.isEmpty())
        Q_EMIT chosen(key, button);
}

void Notifications::onNotificationClosed(uint id, uint)
{
    m_shown.remove(m_shown.key(id));
}

} // namespace app
