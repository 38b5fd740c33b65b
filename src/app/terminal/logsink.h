#pragma once

#include "core/clock.h"
#include "core/logfile.h"

#include <QMutex>
#include <QThread>

#include <memory>
#include <optional>

namespace app {

/// Takes whatever any code of this process logs, masks it, and writes it to stderr and to the log file: a
/// mistake elsewhere cannot leak what core::maskedText hides. While it lives it is Qt's message handler, of
/// which there is one in a process; hence one LogSink, in main().
class LogSink
{
public:
    LogSink();
    ~LogSink();
    LogSink(const LogSink &) = delete;
    LogSink &operator=(const LogSink &) = delete;

    /// tallylight/<instance>.log in logFolder().
    static QString pathOf(const QString &instance);

    /// Writes to this file, too, from now on. Needs an event loop to come. Io with one sentence when it
    /// cannot; then stderr alone has the log.
    core::Result<core::Done> openFile(const QString &path, core::Clock &clock);
    /// A text that is never to be written, whatever it looks like: a password.
    void hide(const QString &secret);
    /// Brings what is gathered to the file.
    void flush();
    /// Why nothing is written to the file any more, since it was opened; once it was said on stderr.
    std::optional<core::Error> trouble() const;

private:
    static void handle(QtMsgType type, const QMessageLogContext &context, const QString &text);
    void take(QtMsgType type, const QMessageLogContext &context, const QString &text);
    QString safe(QString text) const;
    void toFile(QtMsgType type, const QMessageLogContext &context, const QString &text);

    mutable QRecursiveMutex m_mutex; ///< Qt's own threads log, too
    bool m_isWriting = false;
    QStringList m_secrets;
    std::unique_ptr<core::LogFile> m_file;
    std::optional<core::Error> m_trouble;
    std::unique_ptr<core::Alarm> m_flushAlarm; ///< rings in the thread that opened the file
    QThread *m_thread = nullptr;
    QtMessageHandler m_before = nullptr;
};

} // namespace app
