#pragma once

#include "support/xserver.h"

#include <QImage>

namespace support {

/// A desktop's session as people have one: a screen with a window manager, a bus, a tray and notifications,
/// each the real thing. Programs of the home are part of it.
class Session
{
public:
    static QString lack()
    {
        for (const char *program : {"Xvfb", "xdotool", "openbox", "dbus-daemon", "trayer", "dunst",
                                    "dunstctl", "import", "xmessage"}) {
            if (QStandardPaths::findExecutable(QString::fromLatin1(program)).isEmpty())
                return QString::fromLatin1(program) +
                       QStringLiteral(" is not installed (Debian: xvfb, xdotool, openbox, dbus, trayer, "
                                      "dunst, imagemagick, x11-utils)");
        }
        return {};
    }

    explicit Session(Home &home)
        : m_home(home)
    {
    }

    bool start()
    {
        if (!m_screen.start())
            return false;
        m_screen.giveTo(m_home);
        auto bus =
            run(QStringLiteral("dbus-daemon"), {QStringLiteral("--session"), QStringLiteral("--nofork"),
                                                QStringLiteral("--print-address=1")});
        if (!QTest::qWaitFor([&bus] { return bus->canReadLine(); }, Program::Patience))
            return false;
        m_home.environment.insert(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"),
                                  QString::fromLocal8Bit(bus->readLine().trimmed()));
        m_programs.push_back(std::move(bus));
        m_programs.push_back(run(QStringLiteral("openbox"), {}));
        startTray(QStringLiteral("right"));
        m_programs.push_back(run(QStringLiteral("dunst"), {}));
        return QTest::qWaitFor(
            [this] { return !tool(QStringLiteral("dunstctl"), {QStringLiteral("count")}).isEmpty(); },
            Program::Patience);
    }

    /// At the right or left end of the screen's bottom.
    void startTray(const QString &end)
    {
        m_tray = run(QStringLiteral("trayer"),
                     {QStringLiteral("--edge"), QStringLiteral("bottom"), QStringLiteral("--align"), end,
                      QStringLiteral("--widthtype"), QStringLiteral("request"), QStringLiteral("--height"),
                      QStringLiteral("28")});
    }
    void endTray() { m_tray.reset(); }

    /// What a tool of the session has printed.
    QByteArray tool(const QString &name, const QStringList &arguments) const
    {
        QProcess process;
        process.setProcessEnvironment(m_home.environment);
        process.start(name, arguments);
        process.waitForFinished(Program::Patience);
        return process.readAllStandardOutput().trimmed();
    }
    QByteArray xdotool(const QStringList &arguments) const
    {
        return tool(QStringLiteral("xdotool"), arguments);
    }
    void press(const QString &key) const { xdotool({QStringLiteral("key"), key}); }
    /// Of a window with this title that is seen; empty: there is none.
    QString window(const QString &title) const
    {
        return QString::fromLatin1(xdotool({QStringLiteral("search"), QStringLiteral("--onlyvisible"),
                                            QStringLiteral("--name"), title})
                                       .split('\n')
                                       .first());
    }
    bool hasWindow(const QString &title, bool isWanted = true) const
    {
        return QTest::qWaitFor([&] { return window(title).isEmpty() != isWanted; }, Program::Patience);
    }
    /// Another program, which takes the focus.
    bool openOtherProgram()
    {
        m_programs.push_back(
            run(QStringLiteral("xmessage"),
                {QStringLiteral("-title"), QStringLiteral("customers"), QStringLiteral("-buttons"), QString(),
                 QStringLiteral("A customer's file")}));
        const auto isFocused = [this] {
            return xdotool({QStringLiteral("getactivewindow"), QStringLiteral("getwindowname")}) ==
                   "customers";
        };
        return hasWindow(QStringLiteral("customers")) &&
               QTest::qWaitFor(
                   [&] {
                       xdotool({QStringLiteral("windowactivate"), window(QStringLiteral("customers"))});
                       return isFocused();
                   },
                   Program::Patience);
    }
    /// The titles and texts of the notifications that have been there, JSON of dunstctl(1).
    QByteArray notifications() const
    {
        tool(QStringLiteral("dunstctl"), {QStringLiteral("close-all")});
        return tool(QStringLiteral("dunstctl"), {QStringLiteral("history")});
    }
    QImage screenshot() const
    {
        return QImage::fromData(
            tool(QStringLiteral("import"),
                 {QStringLiteral("-window"), QStringLiteral("root"), QStringLiteral("png:-")}),
            "PNG");
    }

private:
    /// Ends with the session.
    struct Ended
    {
        void operator()(QProcess *process) const
        {
            process->kill();
            process->waitForFinished(Program::Patience);
            delete process;
        }
    };
    using Running = std::unique_ptr<QProcess, Ended>;

    Running run(const QString &name, const QStringList &arguments) const
    {
        Running process(new QProcess);
        process->setProcessEnvironment(m_home.environment);
        process->start(name, arguments);
        process->waitForStarted(Program::Patience);
        return process;
    }

    Home &m_home;
    XServer m_screen;
    std::vector<Running> m_programs;
    Running m_tray;
};

} // namespace support
