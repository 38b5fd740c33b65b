#pragma once

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <memory>
#include <unistd.h>

namespace support {

/// A home of its own for the programs of one test: nothing of the user's is read or written, and tests that
/// run side by side do not meet.
class Home
{
public:
    Home()
        : environment(QProcessEnvironment::systemEnvironment())
    {
        for (const char *folder : {"config", "cache", "data", "state", "run"})
            QDir(m_folder.path()).mkdir(QString::fromLatin1(folder));
        QFile::setPermissions(path(QStringLiteral("run")),
                              QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
        environment.insert(QStringLiteral("HOME"), m_folder.path());
        environment.insert(QStringLiteral("XDG_CONFIG_HOME"), path(QStringLiteral("config")));
        environment.insert(QStringLiteral("XDG_CACHE_HOME"), path(QStringLiteral("cache")));
        environment.insert(QStringLiteral("XDG_DATA_HOME"), path(QStringLiteral("data")));
        environment.insert(QStringLiteral("XDG_STATE_HOME"), path(QStringLiteral("state")));
        environment.insert(QStringLiteral("XDG_RUNTIME_DIR"), path(QStringLiteral("run")));
        environment.remove(QStringLiteral("TALLYLIGHT_INSTANCE"));
    }

    QString path(const QString &name) const { return m_folder.filePath(name); }
    QString write(const QString &name, const QByteArray &content) const
    {
        const QFileInfo info(path(name));
        QDir().mkpath(info.path());
        QFile file(info.filePath());
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("the test cannot write %s", qPrintable(file.fileName()));
        return file.fileName();
    }

    QProcessEnvironment environment;

private:
    QTemporaryDir m_folder;
};

/// One of our programs as a process. Waiting keeps the event loop running, and is bounded.
class Program
{
public:
    static constexpr int Patience = 20'000; ///< ms; nothing here takes long unless it has failed

    /// Where its output goes: to us, to a full disk, or into a pipe that nobody reads any more.
    enum class Output { Read, Full, Closed };

    Program(const Home &home, const QString &name, const QStringList &arguments, Output output = Output::Read)
    {
        if (output == Output::Full)
            m_process.setStandardOutputFile(QStringLiteral("/dev/full"));
        if (output == Output::Closed) {
            m_process.setChildProcessModifier([] {
                int ends[2];
                if (::pipe(ends) == 0 && ::dup2(ends[1], STDOUT_FILENO) >= 0 && ::close(ends[0]) == 0)
                    ::close(ends[1]);
            });
        }
        m_process.setProcessEnvironment(home.environment);
        m_process.start(qEnvironmentVariable("TALLYLIGHT_BIN") + QLatin1Char('/') + name, arguments);
    }
    ~Program()
    {
        if (m_process.state() == QProcess::NotRunning)
            return;
        m_process.kill();
        m_process.waitForFinished(Patience);
    }

    bool isRunning() const { return m_process.state() != QProcess::NotRunning; }
    bool waitForEnd()
    {
        return QTest::qWaitFor([this] { return !isRunning(); }, Patience);
    }
    /// -1 when it has not ended by itself.
    int exitCode() const
    {
        return isRunning() || m_process.exitStatus() != QProcess::NormalExit ? -1 : m_process.exitCode();
    }
    qint64 processId() const { return m_process.processId(); }
    void kill() { m_process.kill(); }
    /// As Ctrl+C does.
    void interrupt() { ::kill(pid_t(processId()), SIGINT); }

    /// It has been written all that it is to read.
    void endInput() { m_process.closeWriteChannel(); }
    void write(const QByteArray &line) { m_process.write(line + '\n'); }
    /// The next line of its output; null when it ends without, or has none in time.
    QByteArray line()
    {
        const bool came = QTest::qWaitFor(
            [this] {
                collect();
                return m_output.contains('\n') || !isRunning();
            },
            Patience);
        collect();
        const qsizetype end = came ? m_output.indexOf('\n') : -1;
        if (end < 0)
            return {};
        const QByteArray line = m_output.first(end);
        m_output.remove(0, end + 1);
        return line;
    }
    bool hasLine()
    {
        collect();
        return m_output.contains('\n');
    }
    QByteArray output()
    {
        collect();
        return m_output;
    }
    QByteArray errors()
    {
        m_errors += m_process.readAllStandardError();
        return m_errors;
    }

private:
    void collect() { m_output += m_process.readAllStandardOutput(); }

    QProcess m_process;
    QByteArray m_output;
    QByteArray m_errors;
};

} // namespace support
