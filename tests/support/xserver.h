#pragma once

#include "support/program.h"

#include <QStandardPaths>

namespace support {

/// A screen of the test's own, with nobody before it: a virtual X server under a number that it chooses
/// itself.
class XServer
{
public:
    /// What is missing to have one; empty when nothing is.
    static QString lack()
    {
        for (const QString &program : {QStringLiteral("Xvfb"), QStringLiteral("xdotool")}) {
            if (QStandardPaths::findExecutable(program).isEmpty())
                return program + QStringLiteral(" is not installed");
        }
        return {};
    }

    bool start()
    {
        m_server.start(QStringLiteral("Xvfb"),
                       {QStringLiteral("-displayfd"), QStringLiteral("1"), QStringLiteral("-screen"),
                        QStringLiteral("0"), QStringLiteral("1366x768x24"), QStringLiteral("-nolisten"),
                        QStringLiteral("tcp"),
                        QStringLiteral("-noreset")}); // which it would do whenever its last program goes
        return QTest::qWaitFor([this] { return m_server.canReadLine(); }, Program::Patience);
    }
    ~XServer()
    {
        m_server.terminate();
        m_server.waitForFinished(Program::Patience);
    }

    /// Programs of this home are seen here.
    void giveTo(Home &home)
    {
        m_display = QStringLiteral(":") + QString::fromLatin1(m_server.readLine().trimmed());
        home.environment.insert(QStringLiteral("DISPLAY"), m_display);
        home.environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("xcb"));
        home.environment.remove(QStringLiteral("WAYLAND_DISPLAY"));
    }

    /// What xdotool prints when it has done this.
    QByteArray tool(const QStringList &arguments) const
    {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("DISPLAY"), m_display);
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral("xdotool"), arguments);
        process.waitForFinished(Program::Patience);
        return process.readAllStandardOutput().trimmed();
    }

private:
    QProcess m_server;
    QString m_display;
};

} // namespace support
