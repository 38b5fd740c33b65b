#include "storage/journalreader.h"
#include "support/desktop.h"
#include "support/simulator.h"
#include "support/testprogram.h"
#include "support/untilso.h"

#include <QBuffer>
#include <QElapsedTimer>

namespace tst_standingdisk {

using namespace Qt::StringLiterals;
using support::Desktop;
using support::Home;
using support::Program;
using support::Simulator;

namespace {

constexpr int Changes = 100;

struct Figures
{
    qint64 median = 0; ///< microseconds, as all
    qint64 p99 = 0;
    qint64 worst = 0;
};

Figures figuresOf(QList<qint64> times)
{
    std::sort(times.begin(), times.end());
    return {.median = times[times.size() / 2], .p99 = times[times.size() * 99 / 100], .worst = times.last()};
}

} // namespace

// A failed check in a helper must end the test, not the helper alone.
#define RUN(helper)                                                                                          \
    helper;                                                                                                  \
    if (QTest::currentTestFailed())                                                                          \
    return

/// The real desktop on a disk of which each fsync takes seconds.
class TestStandingDisk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void row56TheLightDoesNotWait();
    void row56ItIsSaidAfterAWhile();
    void row56TheLastWordIsWritten();

private:
    void stand(int milliseconds) { m_home->write(u"standing"_s, QByteArray::number(milliseconds)); }
    void standNoMore() { QFile::remove(m_home->path(u"standing"_s)); }
    QString journal() const { return m_home->path(u"data/tallylight/default.journal"_s); }
    /// How often the journal says that this was shown; -1: it is not whole.
    qsizetype entriesThatSay(const QByteArray &what) const
    {
        storage::JournalReader reader(journal());
        QBuffer buffer;
        buffer.open(QIODevice::WriteOnly);
        if (!reader.open() || !reader.verify() || !reader.exportTo(buffer))
            return -1;
        return buffer.data().count(what);
    }
    void startWithACall()
    {
        QVERIFY(m_sim->isReady());
        QVERIFY(m_desktop->start({u"--connect"_s, m_sim->url(), u"--dn"_s, u"7001"_s}));
        QTRY_COMPARE_WITH_TIMEOUT(m_desktop->link(), u"connected"_s, Program::Patience);
        m_call = m_sim->call("+493055501", "7001");
        QTRY_COMPARE(m_desktop->callState(), u"ringing"_s);
        QVERIFY(m_sim->done(R"({"do":"answer","connId":")" + m_call + R"("})"));
        QTRY_COMPARE_WITH_TIMEOUT(m_desktop->recording(), u"on"_s, Program::Patience);
    }
    /// From the order to the recorder until the desktop has told everybody what it shows.
    void changeRecordings(QList<qint64> &times)
    {
        for (int i = 0; i < Changes; ++i) {
            const QString word = i % 2 ? u"on"_s : u"paused"_s;
            QElapsedTimer timer;
            timer.start();
            QVERIFY(m_sim->recorder(m_call, word.toLatin1()));
            QVERIFY(support::untilSo([&] { return m_desktop->recording() == word; }, Program::Patience));
            times.append(timer.nsecsElapsed() / 1000);
        }
    }

    std::unique_ptr<Home> m_home;
    std::unique_ptr<Simulator> m_sim;
    std::unique_ptr<Desktop> m_desktop;
    QByteArray m_call;
};

void TestStandingDisk::init()
{
    if (QByteArrayView(STANDING_DISK).isEmpty())
        QSKIP("nothing can be preloaded into a build with sanitizers");
    m_home = std::make_unique<Home>();
    m_sim = std::make_unique<Simulator>(*m_home);
    m_home->environment.insert(u"LD_PRELOAD"_s, QStringLiteral(STANDING_DISK));
    m_home->environment.insert(u"TALLYLIGHT_STANDING_DISK"_s, m_home->path(u"standing"_s));
    m_desktop = std::make_unique<Desktop>(*m_home);
}

void TestStandingDisk::cleanup()
{
    m_desktop.reset();
    m_sim.reset();
    m_home.reset();
}

void TestStandingDisk::row56TheLightDoesNotWait()
{
    constexpr int Standing = 2000;
    RUN(startWithACall());
    QList<qint64> before;
    QList<qint64> meanwhile;
    RUN(changeRecordings(before));
    stand(Standing);
    RUN(changeRecordings(meanwhile));
    const Figures free = figuresOf(before);
    const Figures standing = figuresOf(meanwhile);
    qInfo("order to shown, %d changes: median %lld us, p99 %lld us, worst %lld us; while each fsync takes %d "
          "ms: "
          "median %lld us, p99 %lld us, worst %lld us",
          Changes, free.median, free.p99, free.worst, Standing, standing.median, standing.p99,
          standing.worst);
    // One that waited once would be seen here, whatever else the machine does.
    QVERIFY(standing.worst < Standing * 1000 / 2);
    standNoMore();
    QTRY_COMPARE_WITH_TIMEOUT(entriesThatSay(R"("what":"paused")"), Changes, Program::Patience);
    QVERIFY(m_desktop->program().isRunning());
}

void TestStandingDisk::row56ItIsSaidAfterAWhile()
{
    RUN(startWithACall());
    QTRY_VERIFY(entriesThatSay(R"("what":"on")") > 0);
    stand(8000);
    QVERIFY(m_sim->recorder(m_call, "paused"));
    QTRY_COMPARE(m_desktop->recording(), u"paused"_s);
    QElapsedTimer timer;
    timer.start();
    const auto said = [this] { return m_desktop->toast()["text"_L1].toString(); };
    QTRY_VERIFY_WITH_TIMEOUT(said().contains(u"The disk does not answer"_s), Program::Patience);
    QVERIFY2(timer.elapsed() > 4000, qPrintable(QString::number(timer.elapsed())));
    standNoMore();
    QTRY_COMPARE_WITH_TIMEOUT(m_desktop->toastCount(), 0, Program::Patience);
    QVERIFY(entriesThatSay(R"("what":"paused")") > 0);
}

/// An orderly end waits for the disk, within reason.
void TestStandingDisk::row56TheLastWordIsWritten()
{
    RUN(startWithACall());
    stand(1000);
    QVERIFY(m_sim->recorder(m_call, "paused"));
    QTRY_COMPARE(m_desktop->recording(), u"paused"_s);
    QCOMPARE(m_desktop->ctl({u"quit"_s, u"--force"_s}).code, 0);
    QVERIFY(m_desktop->program().waitForEnd());
    QCOMPARE(m_desktop->program().exitCode(), 0);
    QVERIFY(entriesThatSay(R"("what":"paused")") > 0);
}

TALLY_TEST(TestStandingDisk)

} // namespace tst_standingdisk

#include "tst_standingdisk.moc"
