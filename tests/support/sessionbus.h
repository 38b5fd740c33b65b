#pragma once

#include <QProcess>
#include <QStandardPaths>
#include <QTest>

namespace support {

/// A session's bus of the test's own, which this process joins: to be started before anything has asked for a
/// bus.
class SessionBus
{
public:
    /// Why it cannot be had here; empty: it can.
    static QString lack()
    {
        return QStandardPaths::findExecutable(QStringLiteral("dbus-daemon")).isEmpty()
                   ? QStringLiteral("dbus-daemon is not installed")
                   : QString();
    }
    ~SessionBus()
    {
        m_bus.kill();
        m_bus.waitForFinished();
    }

    bool start()
    {
        constexpr int Patience = 20'000;
        m_bus.start(QStringLiteral("dbus-daemon"), {QStringLiteral("--session"), QStringLiteral("--nofork"),
                                                    QStringLiteral("--print-address=1")});
        if (!QTest::qWaitFor([this] { return m_bus.canReadLine(); }, Patience))
            return false;
        m_address = QString::fromLocal8Bit(m_bus.readLine().trimmed());
        qputenv("DBUS_SESSION_BUS_ADDRESS", m_address.toLocal8Bit());
        return true;
    }
    const QString &address() const { return m_address; }

private:
    QProcess m_bus;
    QString m_address;
};

} // namespace support
