#include "app/replay/standardlog.h"
#include "support/testprogram.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>
#include <unistd.h>

namespace tst_standardlog {

using namespace Qt::StringLiterals;

namespace {

/// A file in the place of this process's standard input, as a shell's < puts it there.
class InputFrom
{
public:
    explicit InputFrom(const QString &path)
        : m_file(path)
        , m_before(::dup(STDIN_FILENO))
    {
        m_isThere = m_file.open(QIODevice::ReadOnly) && ::dup2(m_file.handle(), STDIN_FILENO) >= 0;
    }
    ~InputFrom()
    {
        ::dup2(m_before, STDIN_FILENO);
        ::close(m_before);
    }
    bool isThere() const { return m_isThere; }

private:
    QFile m_file;
    int m_before;
    bool m_isThere = false;
};

} // namespace

class TestStandardLog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void leavesNothingThatAKillWouldLeaveBehind();
};

/// It holds what customers said: a copy of it must not stay in the folder of temporary files.
void TestStandardLog::leavesNothingThatAKillWouldLeaveBehind()
{
    QTemporaryDir folder;
    const QByteArray before = qgetenv("TMPDIR");
    qputenv("TMPDIR", folder.path().toLocal8Bit());
    const QByteArray said = QByteArray("what was said\n").repeated(20'000);
    QTemporaryFile log(folder.path() + u"/given"_s);
    QVERIFY(log.open());
    log.write(said);
    QVERIFY(log.flush());
    const InputFrom input(log.fileName());
    QVERIFY(input.isThere());
    const auto read = app::StandardLog::read();
    qputenv("TMPDIR", before);
    QVERIFY(read);
    QFile kept((*read)->path());
    QVERIFY(kept.open(QIODevice::ReadOnly));
    QCOMPARE(kept.readAll(), said);
    if (!QFile::exists(u"/proc/self/fd"_s))
        QSKIP("a file needs a name here");
    QCOMPARE(QDir(folder.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot).size(),
             1); // the given one
}

TALLY_TEST(TestStandardLog)

} // namespace tst_standardlog
#include "tst_standardlog.moc"
