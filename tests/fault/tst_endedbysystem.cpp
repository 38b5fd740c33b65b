#include "storage/journalreader.h"
#include "support/desktop.h"
#include "support/runhelper.h"
#include "support/simulator.h"
#include "support/testprogram.h"

#include <QBuffer>

#include <csignal>

namespace tst_endedbysystem {

using namespace Qt::StringLiterals;
using support::Desktop;
using support::Home;
using support::Program;
using support::Simulator;

/// The real desktop, ended by somebody else than the person, and what it says of that the next time.
class TestEndedBySystem : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void row59ASignalEndsInOrder_data();
    void row59ASignalEndsInOrder();
    void row59TwoAtOnceAreOneWish();
    void row59ARecordedCallIsNotTouched();
    void row59APausedRecordingIsCalledSo();
    void row59ACrashIsNoNormalEnd();
    void row59AKillWhileRecordingIsSaid();
    void row59WhoeverQuitsIsToldNothing();
    void row59WhatIsIgnoredStaysSo();
    void row59TheSimulatorEndsInOrder();

private:
    void start()
    {
        QVERIFY(m_sim->isReady());
        QVERIFY(m_desktop->start({u"--connect"_s, m_sim->url(), u"--dn"_s, u"7001"_s}));
        QTRY_COMPARE_WITH_TIMEOUT(m_desktop->link(), u"connected"_s, Program::Patience);
    }
    void startWithARecordedCall()
    {
        RUN(start());
        m_call = m_sim->call("+493055501", "7001");
        QTRY_COMPARE(m_desktop->callState(), u"ringing"_s);
        QVERIFY(m_sim->done(R"({"do":"answer","connId":")" + m_call + R"("})"));
        QTRY_COMPARE_WITH_TIMEOUT(m_desktop->recording(), u"on"_s, Program::Patience);
    }
    void send(int signal)
    {
        QCOMPARE(::kill(pid_t(m_desktop->program().processId()), signal), 0);
        QVERIFY(m_desktop->program().waitForEnd());
    }
    bool isDelivered(int signal) const
    {
        QFile status(u"/proc/%1/status"_s.arg(m_desktop->program().processId()));
        if (!status.open(QIODevice::ReadOnly))
            return true; // it has ended
        const QByteArray text = status.readAll();
        const quint64 pending = text.mid(text.indexOf("ShdPnd:") + 8, 16).toULongLong(nullptr, 16);
        return (pending & (quint64(1) << (signal - 1))) == 0;
    }
    QByteArray journal() const
    {
        QBuffer buffer;
        buffer.open(QIODevice::WriteOnly);
        storage::JournalReader reader(m_home->path(u"data/tallylight/default.journal"_s));
        return reader.open() && reader.verify() && reader.exportTo(buffer) ? buffer.data() : QByteArray();
    }
    /// The line of the journal in which the latest start says how the one before ended.
    QByteArray previous()
    {
        QByteArray line;
        const auto comes = [&] {
            for (const QByteArray &each : journal().split('\n').mid(m_linesBefore)) {
                if (each.contains(R"("kind":"previous")"))
                    line = each;
            }
            return !line.isEmpty();
        };
        return QTest::qWaitFor(comes, Program::Patience) ? line : QByteArray();
    }
    void startAgain()
    {
        m_linesBefore = journal().split('\n').size() - 1;
        RUN(start());
    }
    QByteArray log() const
    {
        QFile file(m_home->path(u"state/tallylight/default.log"_s));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    QString toastTitle() { return m_desktop->toast()["text"_L1].toString(); }

    std::unique_ptr<Home> m_home;
    std::unique_ptr<Simulator> m_sim;
    std::unique_ptr<Desktop> m_desktop;
    QByteArray m_call;
    qsizetype m_linesBefore = 0;
};

void TestEndedBySystem::init()
{
    m_home = std::make_unique<Home>();
    m_sim = std::make_unique<Simulator>(*m_home);
    m_desktop = std::make_unique<Desktop>(*m_home);
    m_linesBefore = 0;
}

void TestEndedBySystem::cleanup()
{
    m_desktop.reset();
    m_sim.reset();
    m_home.reset();
}

void TestEndedBySystem::row59ASignalEndsInOrder_data()
{
    QTest::addColumn<int>("signal");
    QTest::addColumn<QByteArray>("name");
    QTest::newRow("SIGTERM") << SIGTERM << QByteArray("SIGTERM");
    QTest::newRow("SIGHUP") << SIGHUP << QByteArray("SIGHUP");
    QTest::newRow("SIGINT") << SIGINT << QByteArray("SIGINT");
}

void TestEndedBySystem::row59ASignalEndsInOrder()
{
    QFETCH(int, signal);
    QFETCH(QByteArray, name);
    RUN(start());
    RUN(send(signal));
    QCOMPARE(m_desktop->program().exitCode(), 0);
    const QByteArray last = journal().trimmed().split('\n').last();
    QVERIFY2(last.contains(R"("kind":"ended")") && last.contains(R"("what":"by-system")") &&
                 last.contains(name),
             last.constData());
    QVERIFY2(log().trimmed().endsWith("Tallylight ends " + name), log().constData());
    RUN(startAgain());
    const QByteArray said = previous();
    QVERIFY2(said.contains(R"("what":"by-system")") && said.contains(name), said.constData());
    QTRY_VERIFY(log().contains("the program before ended by-system " + name));
    QCOMPARE(m_desktop->toastCount(), 0); // nobody has missed anything
}

/// timeout(1) and others tell the program, and then all of its group.
void TestEndedBySystem::row59TwoAtOnceAreOneWish()
{
    RUN(start());
    QCOMPARE(::kill(pid_t(m_desktop->program().processId()), SIGTERM), 0);
    while (!isDelivered(SIGTERM)) // soon
        continue;
    RUN(send(SIGTERM));
    QVERIFY2(log().trimmed().endsWith("Tallylight ends SIGTERM"), log().constData());
    RUN(startAgain());
    const QByteArray said = previous();
    QVERIFY2(said.contains(R"("what":"by-system")"), said.constData());
}

void TestEndedBySystem::row59ARecordedCallIsNotTouched()
{
    RUN(startWithARecordedCall());
    RUN(send(SIGTERM)); // and no question keeps it
    QCOMPARE(m_desktop->program().exitCode(), 0);
    const QJsonObject call = m_sim->command(R"({"do":"state"})")["calls"_L1].toArray().at(0).toObject();
    QCOMPARE(call["recording"_L1].toString(), u"on"_s);
    QVERIFY(!journal().contains(R"("kind":"request")"));
    RUN(startAgain());
    const QByteArray said = previous();
    QVERIFY2(said.contains(R"("code":1)"), said.constData());
    QTRY_VERIFY2(toastTitle().startsWith(u"Tallylight was ended while a call was being recorded"_s),
                 qPrintable(toastTitle()));
    QTRY_COMPARE_WITH_TIMEOUT(m_desktop->recording(), u"on"_s, Program::Patience);
}

void TestEndedBySystem::row59APausedRecordingIsCalledSo()
{
    RUN(startWithARecordedCall());
    QCOMPARE(m_desktop->ctl("pause"), 0);
    QTRY_COMPARE_WITH_TIMEOUT(m_desktop->recording(), u"paused"_s, Program::Patience);
    RUN(send(SIGTERM));
    RUN(startAgain());
    QTRY_VERIFY2(toastTitle().startsWith(u"Tallylight was ended while a recording was paused"_s),
                 qPrintable(toastTitle()));
}

void TestEndedBySystem::row59ACrashIsNoNormalEnd()
{
    RUN(start());
    QTRY_VERIFY(journal().contains(R"("what":"connected")"));
    RUN(send(SIGSEGV));
    RUN(startAgain());
    const QByteArray said = previous();
    QVERIFY2(said.contains(R"("what":"no-word")"), said.constData());
    QTRY_VERIFY2(toastTitle().startsWith(u"Tallylight did not end properly last time"_s),
                 qPrintable(toastTitle()));
}

void TestEndedBySystem::row59AKillWhileRecordingIsSaid()
{
    RUN(startWithARecordedCall());
    QTRY_VERIFY(journal().contains(R"("what":"on")"));
    RUN(send(SIGKILL));
    RUN(startAgain());
    QTRY_VERIFY2(toastTitle().startsWith(u"Tallylight did not end properly while a call"_s),
                 qPrintable(toastTitle()));
}

void TestEndedBySystem::row59WhoeverQuitsIsToldNothing()
{
    RUN(startWithARecordedCall());
    QCOMPARE(m_desktop->ctl({u"quit"_s, u"--force"_s}).code, 0);
    QVERIFY(m_desktop->program().waitForEnd());
    RUN(startAgain());
    const QByteArray said = previous();
    QVERIFY2(said.contains(R"("what":"by-person")"), said.constData());
    QCOMPARE(m_desktop->toastCount(), 0);
}

/// nohup's promise.
void TestEndedBySystem::row59WhatIsIgnoredStaysSo()
{
    QVERIFY(std::signal(SIGHUP, SIG_IGN) != SIG_ERR); // whoever is started from here has it so
    start();
    std::signal(SIGHUP, SIG_DFL);
    if (QTest::currentTestFailed())
        return;
    QCOMPARE(::kill(pid_t(m_desktop->program().processId()), SIGHUP), 0);
    QCOMPARE(m_desktop->ctl("show"), 0);
    QVERIFY(m_desktop->program().isRunning());
}

void TestEndedBySystem::row59TheSimulatorEndsInOrder()
{
    for (const int signal : {SIGTERM, SIGHUP}) {
        Program sim(*m_home, u"tallylight-sim"_s, {u"--listen"_s, u"127.0.0.1:0"_s});
        QVERIFY(sim.line().startsWith("listening on "));
        QCOMPARE(::kill(pid_t(sim.processId()), signal), 0);
        QVERIFY(sim.waitForEnd());
        QCOMPARE(sim.exitCode(), 0);
    }
}

TALLY_TEST(TestEndedBySystem)

} // namespace tst_endedbysystem

#include "tst_endedbysystem.moc"
