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
    /// What is shown is withdrawn: nobody would be there to answer for it.
    ~Notifications() override;

    /// Why this session shows none, in a sentence; empty: as far as is known it does.
    QString obstacle() const;
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
    struct Shown
    {
        uint id = 0;        ///< the service's
        quint32 number = 0; ///< as in m_wanted
    };

    void listen();
    void send(const Notification &notification, quint32 number);
    void noteShown(const QString &key, const Shown &shown);
    bool isWanted(const QString &key, quint32 number) const { return m_wanted.value(key) == number; }
    QString keyOf(uint id) const;
    static void close(uint id);

    QHash<QString, quint32> m_wanted; ///< counted: the latest of each key, until it is withdrawn or closed
    QHash<QString, Shown> m_shown;
    quint32 m_last = 0;
    bool m_isMissing = false; ///< nobody has answered, the last time
    bool m_listens = false;
    bool m_takesMarkup = true; ///< until the service has said what it takes: escaped is never wrong
};

} // namespace app
