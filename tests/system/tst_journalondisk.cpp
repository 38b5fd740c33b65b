#include "storage/journalreader.h"
#include "support/desktop.h"
#include "support/simulator.h"
#include "support/testprogram.h"

#include <QBuffer>
#include <QRegularExpression>

namespace tst_journalondisk {

using namespace Qt::StringLiterals;
using support::Desktop;
using support::Home;
using support::Program;
using support::Simulator;

/// The journal of the real program.
/// Another program changes an entry.
bool tampersWith(const QString &journal)
{
    QProcess python;
    python.start(u"python3"_s, {u"-c"_s,
                                u"import sqlite3, sys\n"
                                "with sqlite3.connect(sys.argv[1]) as journal:\n"
                                "    journal.execute('UPDATE entry SET at = at - 1 WHERE number = 3')"_s,
                                journal});
    return python.waitForFinished(10'000) && python.exitCode() == 0;
}

class TestJournalOnDisk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void row46WhatWasConfirmedOutlastsAKill();
    void row46FullDiskIsSaidAndTheLightBurnsOn();
    void itIsReadBesideTheDesktopAndWithout();
    void anOutputThatCannotBeWrittenIsSaid();

private:
    /// A recorded call that is paused, at a desktop whose home is this.
    void pauseACall(Desktop &desktop, Simulator &simulator)
    {
        QVERIFY(simulator.isReady());
        QVERIFY(desktop.start(
            {u"--connect"_s, simulator.url(), u"--dn"_s, u"7001"_s, u"--agent-id"_s, u"1001"_s}));
        QTRY_COMPARE_WITH_TIMEOUT(desktop.link(), u"connected"_s, Program::Patience);
        QVERIFY(!simulator.call("+493012345", "7001").isEmpty());
        QTRY_COMPARE(desktop.callState(), u"ringing"_s);
        QCOMPARE(desktop.ctl("answer"), 0);
        QTRY_COMPARE(desktop.recording(), u"on"_s);
        QCOMPARE(desktop.ctl("pause"), 0);
    }
};

void TestJournalOnDisk::row46WhatWasConfirmedOutlastsAKill()
{
    Home home;
    Simulator simulator(home);
    Desktop desktop(home);
    pauseACall(desktop, simulator);
    const QString path = home.path(u"data/tallylight/default.journal"_s);
    // A row as SQLite writes it: what, call, DN and outcome side by side. The answer was confirmed, too.
    static const QRegularExpression confirmedPause(u"pause[0-9a-f]{16}7001confirmed"_s);
    const auto isOnDisk = [&path] {
        QFile log(path + u"-wal"_s);
        return log.open(QIODevice::ReadOnly) && QString::fromLatin1(log.readAll()).contains(confirmedPause);
    };
    QTRY_VERIFY(isOnDisk());
    desktop.program().kill();
    QVERIFY(desktop.program().waitForEnd());
    storage::JournalReader reader(path);
    QVERIFY(reader.open());
    QVERIFY(reader.verify());
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QVERIFY(reader.exportTo(buffer));
    const QByteArray all = buffer.data();
    QVERIFY2(all.contains(R"("kind":"request","number":)") && all.contains(R"("what":"pause")"),
             all.constData());
    QVERIFY2(all.contains(R"("outcome":"confirmed","what":"pause")"), all.constData());
    QVERIFY2(all.contains(R"("what":"paused")"), all.constData());
    QVERIFY2(!all.contains("493012345"), all.constData());
    const auto others =
        QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther | QFileDevice::WriteOther;
    QVERIFY(!(QFileInfo(path).permissions() & others));
}

void TestJournalOnDisk::row46FullDiskIsSaidAndTheLightBurnsOn()
{
    Home home;
    const QString data = home.path(u"data"_s);
    const auto run = [](const QString &program, const QStringList &arguments) {
        QProcess process;
        process.start(program, arguments);
        return process.waitForFinished(10'000) && process.exitStatus() == QProcess::NormalExit &&
               process.exitCode() == 0;
    };
    if (!run(u"mount"_s, {u"-t"_s, u"tmpfs"_s, u"-o"_s, u"size=256k,mode=0700"_s, u"tmpfs"_s, data}))
        QSKIP("only root may mount a small disk");
    const auto unmount = qScopeGuard([&] { run(u"umount"_s, {u"--lazy"_s, data}); });
    {
        QFile ballast(data + u"/ballast"_s);
        QVERIFY(ballast.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
        while (ballast.write(QByteArray(4096, 'x')) == 4096) {
        }
    }
    Simulator simulator(home);
    Desktop desktop(home);
    pauseACall(desktop, simulator);
    QTRY_COMPARE(desktop.recording(), u"paused"_s);
    const auto said = [&desktop] { return desktop.toast()["text"_L1].toString(); };
    QTRY_VERIFY2(said().startsWith(u"The journal cannot be written"_s), qPrintable(said()));
    QVERIFY(said().contains(u"disk is full"_s));
    QCOMPARE(desktop.toastCount(), 1);
    QCOMPARE(desktop.ctl("resume"), 0);
    QTRY_COMPARE(desktop.recording(), u"on"_s);
    QVERIFY(QFile::remove(data + u"/ballast"_s));
    QTRY_COMPARE_WITH_TIMEOUT(desktop.toastCount(), 0, Program::Patience);
    desktop.program().kill();
    QVERIFY(desktop.program().waitForEnd());
    storage::JournalReader reader(data + u"/tallylight/default.journal"_s);
    QVERIFY(reader.open());
    const auto entries = reader.verify();
    QVERIFY(entries && entries->entries() > 10); // from the program's start on
}

void TestJournalOnDisk::itIsReadBesideTheDesktopAndWithout()
{
    Home home;
    Simulator simulator(home);
    Desktop desktop(home);
    pauseACall(desktop, simulator);
    const auto csv = [&desktop] { return desktop.ctl({u"journal"_s, u"--export"_s, u"csv"_s}); };
    QTRY_VERIFY(csv().output.contains(",paused,"));
    const auto lines = desktop.ctl({u"journal"_s, u"--export"_s, u"jsonl"_s, u"--from"_s, u"2020-01-01"_s});
    QCOMPARE(lines.code, 0);
    QVERIFY(lines.output.contains(R"("outcome":"confirmed")"));
    const auto none = desktop.ctl({u"journal"_s, u"--export"_s, u"jsonl"_s, u"--to"_s, u"2020-01-01"_s});
    QCOMPARE(none.code, 0);
    QCOMPARE(none.output, QByteArray());
    const auto beside = desktop.ctl({u"journal"_s, u"--verify"_s});
    QCOMPARE(beside.code, 0);
    QVERIFY(QJsonDocument::fromJson(beside.output).object()["entries"_L1].toInt() > 5);
    QCOMPARE(desktop.ctl("resume"), 0); // and it is written on
    QTRY_VERIFY(csv().output.contains(",resume,"));
    desktop.program().kill();
    QVERIFY(desktop.program().waitForEnd());
    const auto without = desktop.ctl({u"journal"_s, u"--verify"_s});
    QVERIFY2(without.code == 0, without.errors.constData());
    QVERIFY(tampersWith(home.path(u"data/tallylight/default.journal"_s)));
    const auto changed = csv(); // told as it stands, and that it is not what was written
    QCOMPARE(changed.code, 1);
    QVERIFY(changed.output.contains(",resume,"));
    QVERIFY2(changed.errors.contains("not as it was written"), changed.errors.constData());
    Desktop nobody(home, u"nobody"_s);
    const auto missing = nobody.ctl({u"journal"_s, u"--verify"_s});
    QCOMPARE(missing.code, 1);
    QVERIFY2(missing.errors.contains("there is no journal"), missing.errors.constData());
}

void TestJournalOnDisk::anOutputThatCannotBeWrittenIsSaid()
{
    Home home;
    Simulator simulator(home);
    Desktop desktop(home);
    pauseACall(desktop, simulator);
    QTRY_COMPARE(desktop.ctl({u"journal"_s, u"--verify"_s}).code, 0);
    for (const QString &what : {u"--verify"_s, u"--export csv"_s, u"--export jsonl"_s}) {
        QProcess shell;
        shell.setProcessEnvironment(home.environment);
        shell.start(u"sh"_s,
                    {u"-c"_s, u"\"$TALLYLIGHT_BIN/tallylightctl\" journal "_s + what + u" > /dev/full"_s});
        QVERIFY(shell.waitForFinished(10'000));
        QCOMPARE(shell.exitCode(), 1);
        QVERIFY(shell.readAllStandardError().contains("the output cannot be written"));
    }
}

TALLY_TEST(TestJournalOnDisk)

} // namespace tst_journalondisk

#include "tst_journalondisk.moc"
