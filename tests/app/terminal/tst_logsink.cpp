#include "app/terminal/logsink.h"
#include "core/logging.h"
#include "support/testprogram.h"

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

namespace tst_logsink {

using namespace Qt::StringLiterals;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// What is logged here goes to this sink and not to the test's own handler.
class TestLogSink : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(u"state/tallylight/default.log"_s);
    }
    void cleanup() { QLoggingCategory::setFilterRules({}); }

    void whateverCodeLogsIsMasked();
    void whatIsCutIsMaskedBefore();
    void secretsAreNeverWritten();
    void aLineStaysALine();
    void aWarningIsWrittenAtOnceTheRestSoon();
    void levelsAreSwitchedByRules();
    void otherThreadsLogToo();
    void aFolderThatCannotBeWrittenIsSaidAndTheLogGoesOn();
    void thePathIsTheInstancesOwn();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    core::SystemClock m_clock;
};

void TestLogSink::whateverCodeLogsIsMasked()
{
    {
        app::LogSink sink;
        QVERIFY(sink.openFile(m_path, m_clock));
        qCWarning(core::modelLog) << "a card" << 4111111111111111 << "of" << u"+493055501"_s;
        qWarning("in another way: %s", "4111 1111 1111 1111");
    }
    const QByteArray log = contentOf(m_path);
    QVERIFY2(log.contains("warning tallylight.model: a card ****************"), log.constData());
    QVERIFY(log.contains("warning default: in another way: **** **** **** ****"));
    QVERIFY(!log.contains("1111"));
    QVERIFY(!log.contains("49305"));
}

void TestLogSink::whatIsCutIsMaskedBefore()
{
    {
        app::LogSink sink;
        QVERIFY(sink.openFile(m_path, m_clock));
        for (int length = 4080; length < 4096; ++length)
            qCWarning(core::wireLog).noquote() << QString(length, u'x') + u"4111111111111111"_s;
    }
    const QByteArray log = contentOf(m_path);
    QCOMPARE(log.count('\n'), 16);
    QVERIFY(!log.contains("x4111"));
}

void TestLogSink::secretsAreNeverWritten()
{
    {
        app::LogSink sink;
        QVERIFY(sink.openFile(m_path, m_clock));
        sink.hide(u"correct horse"_s);
        sink.hide(QString());
        qCWarning(core::wireLog) << "the password is correct horse.";
    }
    QVERIFY(contentOf(m_path).contains("the password is ***."));
}

void TestLogSink::aLineStaysALine()
{
    {
        app::LogSink sink;
        QVERIFY(sink.openFile(m_path, m_clock));
        qCWarning(core::wireLog).noquote() << u"one\ntwo\u001b[2Jthree\u202efour"_s << QString(70'000, u'x');
    }
    const QByteArray log = contentOf(m_path);
    QCOMPARE(log.count('\n'), 1);
    QVERIFY(log.contains("one two [2Jthree four"));
    QVERIFY(log.size() < 5000);
}

void TestLogSink::aWarningIsWrittenAtOnceTheRestSoon()
{
    app::LogSink sink;
    QVERIFY(sink.openFile(m_path, m_clock));
    qCInfo(core::appLog) << "calm";
    QCOMPARE(contentOf(m_path), QByteArray());
    QTRY_VERIFY(contentOf(m_path).contains("info tallylight.app: calm"));
    qCWarning(core::appLog) << "loud";
    QVERIFY(contentOf(m_path).contains("loud"));
    const QRegularExpression form(u"^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3} info "_s);
    QVERIFY(form.match(QString::fromUtf8(contentOf(m_path))).hasMatch());
}

void TestLogSink::levelsAreSwitchedByRules()
{
    {
        app::LogSink sink;
        QVERIFY(sink.openFile(m_path, m_clock));
        qCDebug(core::modelLog) << "before";
        QLoggingCategory::setFilterRules(u"tallylight.model.debug=true"_s);
        qCDebug(core::modelLog) << "after";
    }
    QVERIFY(!contentOf(m_path).contains("before"));
    QVERIFY(contentOf(m_path).contains("debug tallylight.model: after"));
}

void TestLogSink::otherThreadsLogToo()
{
    {
        app::LogSink sink;
        QVERIFY(sink.openFile(m_path, m_clock));
        const std::unique_ptr<QThread> thread(
            QThread::create([] { qCInfo(core::wireLog) << "from elsewhere"; }));
        thread->start();
        QVERIFY(thread->wait());
    }
    QVERIFY(contentOf(m_path).contains("from elsewhere"));
}

void TestLogSink::aFolderThatCannotBeWrittenIsSaidAndTheLogGoesOn()
{
    QFile inTheWay(m_folder->filePath(u"state"_s));
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    app::LogSink sink;
    const auto opened = sink.openFile(m_path, m_clock);
    QVERIFY(!opened);
    QVERIFY(sink.trouble());
    qCWarning(core::appLog) << "still heard on stderr";
}

void TestLogSink::thePathIsTheInstancesOwn()
{
    qputenv("XDG_STATE_HOME", "/somewhere");
    QCOMPARE(app::LogSink::pathOf(u"night"_s), u"/somewhere/tallylight/night.log"_s);
    qputenv("XDG_STATE_HOME", "relative");
    QVERIFY(app::LogSink::pathOf(u"night"_s).endsWith(u"/.local/state/tallylight/night.log"_s));
    qunsetenv("XDG_STATE_HOME");
}

TALLY_TEST(TestLogSink)

} // namespace tst_logsink

#include "tst_logsink.moc"
