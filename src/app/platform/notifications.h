#pragma once

#include <QHash>
#include <QObject>

namespace app {

/// One thing that the system is to show beside all programs.
struct Notification
{
    QString key = {};   ///< of what it is about: a newer one with the same key takes its place
    QString title = {}; ///< plain text, as `text`
    QString text = {};
    bool isUrgent = false;                        ///< it stays until somebody has seen it
    QList<std::pair<QString, QString>> buttons{}; ///< what each is called here, and by people
};

/// The system's notifications. Nothing is waited for: a service that stands holds up nobody.
class Notifications : public QObject
{
    Q_OBJECT

public:
    static inline const QString Itself = QStringLiteral("default"); ///< the notification, as a button

    using QObject::QObject;

    void show(const Notification &notification);
    /// It is not true any more.
    void withdraw(const QString &key);

Q_SIGNALS:
    /// A button of it was pressed, or it itself.
    void chosen(const QString &key, const QString &button);
    /// There is no service that shows it.
    void notShown(const app::Notification &notification);

private Q_SLOTS:
    void onActionInvoked(uint id, const QString &button);
    void onNotificationClosed(uint id, uint reason);

private:
    void listen();
    void send(const Notification &notification);

    QHash<QString, uint> m_shown;
    bool m_listens = false;
    bool m_takesMarkup = true; ///< until the service has said what it takes: escaped is never wrong
};

} // namespace app
