#pragma once

#include "support/desktop.h"
#include "support/simulator.h"

#include <QFile>

#include <csignal>

namespace support {

/// A desktop that is looked at only when the test asks: no program follows its every change.
class QuietDesktop
{
public:
    QuietDesktop(Home &home, const QStringList &arguments)
        : m_home(home)
        , program(home, QStringLiteral("tallylight"), arguments)
    {
    }

    CtlOutcome ctl(const QStringList &arguments)
    {
        Program run(m_home, QStringLiteral("tallylightctl"), arguments);
        run.waitForEnd();
        return {.code = run.exitCode(), .output = run.output(), .errors = run.errors()};
    }
    /// Empty while it does not answer.
    QJsonObject state() { return QJsonDocument::fromJson(ctl({QStringLiteral("state")}).output).object(); }
    void signal(int number) { ::kill(pid_t(program.processId()), number); }

    /// Kilobytes in memory now, and at the most since forgetPeak().
    qint64 resident() const { return memory("VmRSS:"); }
    qint64 peak() const { return memory("VmHWM:"); }
    void forgetPeak()
    {
        QFile file(QStringLiteral("/proc/%1/clear_refs").arg(program.processId()));
        if (!file.open(QIODevice::WriteOnly) || file.write("5") != 1)
            qWarning("the peak of the memory cannot be set back");
    }

private:
    qint64 memory(const QByteArray &key) const
    {
        QFile file(QStringLiteral("/proc/%1/status").arg(program.processId()));
        if (!file.open(QIODevice::ReadOnly))
            return -1;
        const QList<QByteArray> lines = file.readAll().split('\n');
        for (const QByteArray &line : lines) {
            if (line.startsWith(key))
                return line.sliced(key.size()).trimmed().split(' ').first().toLongLong();
        }
        return -1;
    }

    Home &m_home;

public:
    Program program;
};

/// What a desktop's report says of its calls' recordings, and what the simulator's does, for those calls that
/// have a party among the DNs. "on" or "on?", where it is not certain.
inline QMap<QString, QString> recordingsShown(const QJsonObject &state)
{
    QMap<QString, QString> shown;
    const QJsonArray calls = state[QLatin1String("calls")].toArray();
    for (const QJsonValue &call : calls) {
        const QJsonObject recording = call[QLatin1String("recording")].toObject();
        shown.insert(call[QLatin1String("connId")].toString(),
                     recording[QLatin1String("state")].toString() +
                         QLatin1String(recording[QLatin1String("certain")].toBool() ? "" : "?"));
    }
    return shown;
}
inline QMap<QString, QString> recordingsTrue(const QJsonObject &state, const QStringList &dns)
{
    QMap<QString, QString> truth;
    const QJsonArray calls = state[QLatin1String("calls")].toArray();
    for (const QJsonValue &call : calls) {
        const QStringList parties = call[QLatin1String("parties")].toObject().keys();
        if (std::any_of(parties.begin(), parties.end(),
                        [&dns](const QString &dn) { return dns.contains(dn); }))
            truth.insert(call[QLatin1String("connId")].toString(),
                         call[QLatin1String("recording")].toString());
    }
    return truth;
}
/// Everything is there, certain and true; "unknown" claims nothing, where nothing was ever said.
inline bool isWhole(const QMap<QString, QString> &shown, const QMap<QString, QString> &truth)
{
    if (shown.keys() != truth.keys())
        return false;
    return std::all_of(truth.keyBegin(), truth.keyEnd(), [&](const QString &call) {
        return shown[call] == truth[call] ||
               (shown[call] == QLatin1String("unknown") && truth[call] == QLatin1String("off"));
    });
}

} // namespace support
