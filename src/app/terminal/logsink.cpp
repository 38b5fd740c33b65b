#include "app/terminal/logsink.h"

#include "app/terminal/logfolder.h"
#include "app/terminal/terminal.h"
#include "core/masking.h"

#include <QDateTime>
#include <QScopedValueRollback>

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr qsizetype LongestLine = 4096; ///< characters: what comes from outside may be 64 KB
constexpr core::Duration FlushAfter = std::chrono::seconds(1);

/// Qt hands a message to a function, not to an object.
LogSink *theSink = nullptr;

const char *levelOf(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg: return "debug";
    case QtInfoMsg: return "info";
    case QtWarningMsg: return "warning";
    case QtCriticalMsg: return "critical";
    case QtFatalMsg: return "fatal";
    }
    return "message";
}

/// One line, in which nothing moves the cursor of a terminal.
QString asLine(const QString &text)
{
    QString line = text;
    for (QChar &c : line) {
        if (c.category() == QChar::Other_Control || c.category() == QChar::Other_Format ||
            c.category() == QChar::Separator_Line || c.category() == QChar::Separator_Paragraph)
            c = u' ';
    }
    return line;
}

} // namespace

LogSink::LogSink()
{
    Q_ASSERT(!theSink);
    theSink = this;
    m_before = qInstallMessageHandler(&LogSink::handle);
}

LogSink::~LogSink()
{
    qInstallMessageHandler(m_before);
    theSink = nullptr;
    flush();
}

QString LogSink::pathOf(const QString &instance)
{
    return logFolder() + u"/tallylight/"_s + instance + u".log"_s;
}

core::Result<core::Done> LogSink::openFile(const QString &path, core::Clock &clock)
{
    auto file = std::make_unique<core::LogFile>(path);
    auto opened = file->open();
    const QMutexLocker locker(&m_mutex);
    if (!opened) {
        m_trouble = opened.error();
        return opened;
    }
    m_file = std::move(file);
    m_flushAlarm = clock.alarm([this] { flush(); });
    m_thread = QThread::currentThread();
    return opened;
}

void LogSink::hide(const QString &secret)
{
    const QMutexLocker locker(&m_mutex);
    if (!secret.isEmpty() && !m_secrets.contains(secret))
        m_secrets.append(secret);
}

void LogSink::flush()
{
    const QMutexLocker locker(&m_mutex);
    if (!m_file)
        return;
    if (const auto flushed = m_file->flush(); !flushed)
        m_trouble = flushed.error();
}

std::optional<core::Error> LogSink::trouble() const
{
    const QMutexLocker locker(&m_mutex);
    return m_trouble;
}

void LogSink::handle(QtMsgType type, const QMessageLogContext &context, const QString &text)
{
    if (theSink)
        theSink->take(type, context, text);
}

void LogSink::take(QtMsgType type, const QMessageLogContext &context, const QString &text)
{
    const QMutexLocker locker(&m_mutex);
    const QString masked = safe(text);
    const QByteArray line = qFormatLogMessage(type, context, masked).toLocal8Bit();
    if (!line.isEmpty())
        print(stderr, line);
    if (!m_file || m_isWriting)
        return; // or the file itself has something to say
    const QScopedValueRollback writing(m_isWriting, true);
    toFile(type, context, masked);
}

QString LogSink::safe(QString text) const
{
    for (const QString &secret : m_secrets)
        text.replace(secret, u"***"_s);
    text = core::maskedText(text);
    if (text.size() > LongestLine)
        text = text.left(LongestLine) + u"…"_s;
    return asLine(text);
}

void LogSink::toFile(QtMsgType type, const QMessageLogContext &context, const QString &text)
{
    const QByteArray line = QDateTime::currentDateTime().toString(Qt::ISODateWithMs).toLatin1() + ' ' +
                            levelOf(type) + ' ' + (context.category ? context.category : "default") + ": " +
                            text.toUtf8();
    const bool isUrgent = type != QtDebugMsg && type != QtInfoMsg;
    if (const auto written = m_file->write(line, isUrgent); !written) {
        m_trouble = written.error();
        warn(u"tallylight"_s, written.error().text);
    } else if (m_file->hasUnwritten() && QThread::currentThread() == m_thread && !m_flushAlarm->isActive()) {
        m_flushAlarm->start(FlushAfter);
    }
}

} // namespace app
