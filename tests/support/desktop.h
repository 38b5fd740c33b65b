#pragma once

#include "support/program.h"

namespace support {

/// What a run of tallylightctl gave.
struct CtlOutcome
{
    int code = -1;
    QByteArray output = {};
    QByteArray errors = {};
};

/// A running desktop without a screen, looked at and driven from outside with tallylightctl alone.
class Desktop
{
public:
    explicit Desktop(Home &home, const QString &instance = QStringLiteral("default"),
                     const QString &program = QStringLiteral("tallylight"))
        : m_home(home)
        , m_instance(instance)
        , m_programName(program)
    {
    }

    /// Says whether it runs and is being watched.
    bool start(const QStringList &arguments)
    {
        m_states.clear();
        m_watch.reset();
        m_program = std::make_unique<Program>(
            m_home, m_programName, QStringList{QStringLiteral("--instance"), m_instance} + arguments);
        return QTest::qWaitFor([this] { return !m_program->isRunning() || watch(); }, Program::Patience) &&
               m_program->isRunning();
    }
    Program &program() { return *m_program; }

    CtlOutcome ctl(const QStringList &arguments)
    {
        Program run(m_home, QStringLiteral("tallylightctl"),
                    QStringList{QStringLiteral("--instance"), m_instance} + arguments);
        run.waitForEnd();
        return {.code = run.exitCode(), .output = run.output(), .errors = run.errors()};
    }
    /// 0 when the verb was done.
    int ctl(const char *verb) { return ctl(QStringList{QString::fromLatin1(verb)}).code; }

    /// What the desktop shows, by its latest word.
    QJsonObject state()
    {
        takeStates();
        return m_states.isEmpty() ? QJsonObject() : m_states.last();
    }
    /// Everything that it has shown since it was started.
    QList<QJsonObject> states()
    {
        takeStates();
        return m_states;
    }
    QString link() { return state()[QLatin1String("link")][QLatin1String("state")].toString(); }
    int callCount() { return int(state()[QLatin1String("calls")].toArray().size()); }
    QJsonObject call(int number = 0)
    {
        return state()[QLatin1String("calls")].toArray().at(number).toObject();
    }
    QString callState() { return call()[QLatin1String("state")].toString(); }
    /// "on", or "on?" when it is not certain, with " pause" while that is pending.
    QString recording(int number = 0) { return wordOf(call(number)); }
    QJsonObject toast(int number = 0)
    {
        return state()[QLatin1String("toasts")].toArray().at(number).toObject();
    }
    int toastCount() { return int(state()[QLatin1String("toasts")].toArray().size()); }
    /// Whether its first call's recording has been shown so at any time.
    bool hasShown(const QString &recording)
    {
        const QList<QJsonObject> all = states();
        return std::any_of(all.begin(), all.end(), [&recording](const QJsonObject &state) {
            return wordOf(state[QLatin1String("calls")].toArray().at(0).toObject()) == recording;
        });
    }
    Program &watcher() { return *m_watch; }

private:
    static QString wordOf(const QJsonObject &call)
    {
        const QJsonObject recording = call[QLatin1String("recording")].toObject();
        QString word = recording[QLatin1String("state")].toString();
        if (!word.isEmpty() && !recording[QLatin1String("certain")].toBool())
            word += QLatin1Char('?');
        if (const QString pending = recording[QLatin1String("pending")].toString(); !pending.isEmpty())
            word += QLatin1Char(' ') + pending;
        return word;
    }
    bool watch()
    {
        if (m_watch && m_watch->isRunning() && m_watch->hasLine())
            return true;
        if (!m_watch || !m_watch->isRunning()) // it comes too early until the desktop listens
            m_watch = std::make_unique<Program>(
                m_home, QStringLiteral("tallylightctl"),
                QStringList{QStringLiteral("--instance"), m_instance, QStringLiteral("watch")});
        return false;
    }
    void takeStates()
    {
        while (m_watch && m_watch->hasLine())
            m_states.append(QJsonDocument::fromJson(m_watch->line()).object());
    }

    Home &m_home;
    const QString m_instance;
    const QString m_programName;
    std::unique_ptr<Program> m_program;
    std::unique_ptr<Program> m_watch;
    QList<QJsonObject> m_states;
};

} // namespace support
