#include "core/logfile.h"
#include "support/testprogram.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#ifdef Q_OS_UNIX
#include <csignal>
#include <sys/resource.h>
#endif

namespace tst_logfile {

using core::LogFile;
using namespace Qt::StringLiterals;

#ifdef Q_OS_UNIX
/// While it lives, no file of this process grows beyond `size` bytes: a write fails as on a full disk.
class FullDisk
{
public:
    explicit FullDisk(rlim_t size)
        : m_handler(std::signal(SIGXFSZ, SIG_IGN))
    {
        getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit limit{.rlim_cur = size, .rlim_max = m_before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FullDisk()
    {
        setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_handler);
    }

private:
    void (*m_handler)(int);
    rlimit m_before = {};
};
#endif

class TestLogFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void linesAreGatheredUntilTheyAreUrgent();
    void theEndWritesTheRest();
    void onlyTheOwnerReadsIt();
    void itIsContinued();
    void oldFilesMakeRoom();
    void filesThatCannotBeRenamedDoNotEndTheLog();
    void aFolderThatCannotBeMadeIsSaid();
    void aFullDiskIsSaidOnceAndTheRestGoesOn();

private:
    QString path() const { return m_folder->filePath(u"state/tallylight/default.log"_s); }
    static QByteArray contentOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestLogFile::linesAreGatheredUntilTheyAreUrgent()
{
    LogFile log(path());
    QVERIFY(log.open());
    QVERIFY(log.write("one"));
    QVERIFY(log.hasUnwritten());
    QCOMPARE(contentOf(path()), QByteArray());
    QVERIFY(log.write("two", true));
    QCOMPARE(contentOf(path()), QByteArray("one\ntwo\n"));
    QVERIFY(!log.hasUnwritten());
}

void TestLogFile::theEndWritesTheRest()
{
    {
        LogFile log(path());
        QVERIFY(log.open());
        QVERIFY(log.write("one"));
    }
    QCOMPARE(contentOf(path()), QByteArray("one\n"));
}

void TestLogFile::onlyTheOwnerReadsIt()
{
    LogFile log(path());
    QVERIFY(log.open());
    const auto others =
        QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther | QFileDevice::WriteOther;
    QVERIFY(!(QFile::permissions(path()) & others));
    QVERIFY(!(QFile::permissions(QFileInfo(path()).path()) & others));
}

void TestLogFile::itIsContinued()
{
    for (const char *line : {"one", "two"}) {
        LogFile log(path());
        QVERIFY(log.open());
        QVERIFY(log.write(line));
    }
    QCOMPARE(contentOf(path()), QByteArray("one\ntwo\n"));
}

void TestLogFile::oldFilesMakeRoom()
{
    LogFile log(path(), {.size = 10, .files = 3});
    QVERIFY(log.open());
    for (const char *line : {"11111111", "22222222", "33333333", "44444444"})
        QVERIFY(log.write(line, true));
    QCOMPARE(LogFile::filesOf(path()), QStringList({path() + u".2"_s, path() + u".1"_s, path()}));
    QCOMPARE(contentOf(path() + u".2"_s), QByteArray("22222222\n"));
    QCOMPARE(contentOf(path()), QByteArray("44444444\n"));
    const auto others = QFileDevice::ReadGroup | QFileDevice::ReadOther;
    QVERIFY(!(QFile::permissions(path()) & others));
}

void TestLogFile::filesThatCannotBeRenamedDoNotEndTheLog()
{
    const QString inTheWay = path() + u".1"_s;
    LogFile log(path(), {.size = 10, .files = 2});
    QVERIFY(log.open());
    QVERIFY(QDir().mkpath(inTheWay + u"/full"_s));
    for (const char *line : {"11111111", "22222222", "3"})
        QVERIFY(log.write(line, true));
    QCOMPARE(contentOf(path()), QByteArray("11111111\n"
                                           "the files of this log cannot be renamed, so this one goes on\n"
                                           "22222222\n3\n"));
    QVERIFY(QDir(inTheWay).removeRecursively());
    QVERIFY(log.write("44444444", true)); // once it has grown by as much again
    QCOMPARE(contentOf(path()), QByteArray("44444444\n"));
    QVERIFY(contentOf(inTheWay).endsWith("22222222\n3\n"));
}

void TestLogFile::aFolderThatCannotBeMadeIsSaid()
{
    QFile inTheWay(m_folder->filePath(u"state"_s));
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    LogFile log(path());
    const auto opened = log.open();
    QVERIFY(!opened);
    QVERIFY2(opened.error().text.contains(u"the folder cannot be made"_s), qPrintable(opened.error().text));
    QVERIFY(log.write("one", true)); // goes nowhere, and that was said
}

void TestLogFile::aFullDiskIsSaidOnceAndTheRestGoesOn()
{
#ifdef Q_OS_UNIX
    const FullDisk full(4096); // bytes that a file may have
    LogFile log(path());
    QVERIFY(log.open());
    QVERIFY(log.write("fits", true));
    const auto written = log.write(QByteArray(8192, 'x'), true);
    QVERIFY(!written);
    QVERIFY2(written.error().text.contains(u"nothing more is logged"_s), qPrintable(written.error().text));
    QVERIFY(log.write("two", true));
    QVERIFY(!log.isOpen());
#else
    QSKIP("no way to make a write fail here");
#endif
}

TALLY_TEST(TestLogFile)

} // namespace tst_logfile

#include "tst_logfile.moc"
