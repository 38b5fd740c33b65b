#pragma once

#include "support/program.h"

#include <QStandardPaths>

namespace support {

/// A session with a bus of its own and a real keychain on it, gnome-keyring. This process joins it: it has to
/// be made before anything has asked for a bus.
class Keyring
{
public:
    explicit Keyring(Home &home)
        : m_home(home)
    {
    }
    ~Keyring()
    {
        m_keyring.reset();
        m_bus.reset();
    }

    /// Why it cannot be had here; empty: it can.
    static QString lack()
    {
        for (const char *program : {"dbus-daemon", "dbus-send", "gnome-keyring-daemon"}) {
            if (QStandardPaths::findExecutable(QString::fromLatin1(program)).isEmpty())
                return QString::fromLatin1(program) +
                       QStringLiteral(" is not installed (Debian: dbus, gnome-keyring, libsecret-1-0)");
        }
        return {};
    }
    bool start(bool isLocked)
    {
        m_home.environment.remove(QStringLiteral("DISPLAY")); // nobody can be asked to unlock anything
        m_bus = std::make_unique<Helper>(m_home, QStringLiteral("dbus-daemon"),
                                         QStringList{QStringLiteral("--session"), QStringLiteral("--nofork"),
                                                     QStringLiteral("--print-address=1")});
        const QByteArray address = m_bus->firstLine();
        m_home.environment.insert(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"),
                                  QString::fromLocal8Bit(address));
        qputenv("DBUS_SESSION_BUS_ADDRESS", address);
        if (address.isEmpty() || !startKeyring(QStringLiteral("--unlock"))) // makes the collection
            return false;
        if (!isLocked)
            return true;
        m_keyring.reset();
        return QTest::qWaitFor([this] { return !isThere(); }, Program::Patience) &&
               startKeyring(QStringLiteral("--start")); // finds it locked
    }

private:
    class Helper
    {
    public:
        Helper(const Home &home, const QString &program, const QStringList &arguments)
        {
            m_process.setProcessEnvironment(home.environment);
            m_process.start(program, arguments);
            m_process.write("opens the keyring\n");
            m_process.closeWriteChannel();
        }
        ~Helper()
        {
            m_process.kill();
            m_process.waitForFinished();
        }
        QByteArray firstLine()
        {
            const bool came = QTest::qWaitFor([this] { return m_process.canReadLine(); }, Program::Patience);
            return came ? m_process.readLine().trimmed() : QByteArray();
        }
        bool hasSucceeded()
        {
            return m_process.waitForFinished(Program::Patience) && m_process.exitCode() == 0;
        }

    private:
        QProcess m_process;
    };

    bool isThere() const
    {
        return Helper(m_home, QStringLiteral("dbus-send"),
                      {QStringLiteral("--session"), QStringLiteral("--print-reply"),
                       QStringLiteral("--dest=org.freedesktop.DBus"), QStringLiteral("/"),
                       QStringLiteral("org.freedesktop.DBus.GetNameOwner"),
                       QStringLiteral("string:org.freedesktop.secrets")})
            .hasSucceeded();
    }
    bool startKeyring(const QString &how)
    {
        m_keyring = std::make_unique<Helper>(
            m_home, QStringLiteral("gnome-keyring-daemon"),
            QStringList{QStringLiteral("--foreground"), QStringLiteral("--components=secrets"), how});
        return QTest::qWaitFor([this] { return isThere(); }, Program::Patience);
    }

    Home &m_home;
    std::unique_ptr<Helper> m_bus;
    std::unique_ptr<Helper> m_keyring;
};

} // namespace support
