#include "storage/entries.h"
#include "storage/journalfile.h"
#include "storage/journalwriter.h"
#include "support/manualclock.h"
#include "support/testprogram.h"
#include "support/untilso.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QProcess>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace tst_journalwriter {

using namespace Qt::StringLiterals;
using storage::JournalFile;
using storage::JournalTrouble;
using storage::JournalWriter;

namespace {

/// A file system of its own with 256 KB, as long as this lives; only root may have one.
class SmallDisk
{
public:
    SmallDisk()
        : m_isMounted(
              run(u"mount"_s, {u"-t"_s, u"tmpfs"_s, u"-o"_s, u"size=256k,mode=0700"_s, u"tmpfs"_s, path()}))
    {
    }
    ~SmallDisk()
    {
        if (m_isMounted)
            run(u"umount"_s, {path()});
    }
    bool isMounted() const { return m_isMounted; }
    QString path() const { return m_folder.path(); }
    /// Something else takes all the room that is left.
    void fillUp()
    {
        QFile file(path() + u"/ballast"_s);
        if (file.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
            while (file.write(QByteArray(4096, 'x')) == 4096) {
            }
    }
    void makeRoom() { QFile::remove(path() + u"/ballast"_s); }

private:
    static bool run(const QString &program, const QStringList &arguments)
    {
        QProcess process;
        process.start(program, arguments);
        return process.waitForFinished(10'000) && process.exitStatus() == QProcess::NormalExit &&
               process.exitCode() == 0;
    }

    QTemporaryDir m_folder;
    bool m_isMounted;
};

struct Fixture
{
    explicit Fixture(const QString &folderPath = {}, const JournalWriter::Limits &limits = {})
        : path((folderPath.isEmpty() ? folder.path() : folderPath) + u"/default.journal"_s)
        , writer(std::make_unique<JournalWriter>(path, clock, limits))
    {
    }
    void add(int first, int last)
    {
        for (const model::JournalEntry &entry : entriesWith(first, last))
            writer->add(entry);
    }
    /// What waits is handed over, and the disk has had its say: all is written, or there is trouble.
    bool pass(core::Duration time = core::Duration(0), int patience = 20'000)
    {
        QSignalSpy written(writer.get(), &JournalWriter::written);
        QSignalSpy changed(writer.get(), &JournalWriter::troubleChanged);
        clock.advance(time);
        return support::untilSo(
            [&] {
                if (written.count() > 0)
                    clock.advance(core::Duration(0)); // the next batch
                return writer->waiting() == 0 || changed.count() > 0;
            },
            patience);
    }
    bool writesAll() { return pass() && writer->waiting() == 0 && !writer->trouble(); }
    /// The codes of the answers on disk, in their order.
    QList<int> codes() const
    {
        QList<int> codes;
        for (const QByteArray &line : exportOf(path).split('\n')) {
            const qsizetype at = line.indexOf("\"code\":");
            if (at >= 0 && line.contains("\"answer\""))
                codes.append(line.mid(at + 7, line.indexOf(',', at) - at - 7).toInt());
        }
        return codes;
    }

    QTemporaryDir folder;
    support::ManualClock clock;
    QString path;
    std::unique_ptr<JournalWriter> writer;
};

QList<int> from(int first, int last)
{
    QList<int> all;
    for (int code = first; code <= last; ++code)
        all.append(code);
    return all;
}

} // namespace

class TestJournalWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsWrittenBeforeTheNextPass();
    void theRestIsWrittenAtTheEnd();
    void nothingIsWrittenTwiceAtTheEnd();
    void noAlarmWithoutWork();
    void row56AStandingDiskIsSaid();
    void row56WhatWasConfirmedOutlastsEveryKill();
    void row46FullDiskIsSaidAndNothingIsLost();
    void row46WhatCannotBeWrittenWaits();
    void row46ADamagedJournalIsKeptAside();
    void row46ANewerJournalIsNotTouched();
    void whatFindsNoRoomInMemoryIsCounted();
    void pagesThatAreOverwrittenAreNoticed();
};

void TestJournalWriter::nothingIsWrittenBeforeTheNextPass()
{
    Fixture f;
    f.add(1, 3);
    QVERIFY(!QFile::exists(f.path));
    QVERIFY(f.writesAll());
    f.add(4, 5);
    QVERIFY(f.writesAll());
    QCOMPARE(f.codes(), from(1, 5));
}

void TestJournalWriter::theRestIsWrittenAtTheEnd()
{
    Fixture f;
    f.add(1, 2500);
    f.writer.reset();
    QCOMPARE(f.codes(), from(1, 2500));
}

/// Some are in the disk's hands, and nobody has heard yet that it has them.
void TestJournalWriter::nothingIsWrittenTwiceAtTheEnd()
{
    Fixture f;
    f.add(1, 10);
    f.clock.advance(core::Duration(0));
    f.add(11, 20);
    f.writer.reset();
    QCOMPARE(f.codes(), from(1, 20));
}

void TestJournalWriter::noAlarmWithoutWork()
{
    Fixture f;
    f.add(1, 1);
    QVERIFY(f.writesAll());
    QVERIFY(!f.clock.hasAlarms());
}

/// As the disk stands nothing is heard of it: here as this thread does not listen.
void TestJournalWriter::row56AStandingDiskIsSaid()
{
    Fixture f;
    QSignalSpy changed(f.writer.get(), &JournalWriter::troubleChanged);
    f.add(1, 3);
    f.clock.advance(std::chrono::milliseconds(4999));
    f.add(4, 5);
    QCOMPARE(changed.count(), 0);
    f.clock.advance(std::chrono::milliseconds(1));
    QCOMPARE(changed.count(), 1);
    QCOMPARE(f.writer->trouble()->reason, int(JournalTrouble::Standing));
    QVERIFY2(f.writer->trouble()->text.contains(u"5 s"_s), qPrintable(f.writer->trouble()->text));
    QVERIFY(support::untilSo([&] { return changed.count() == 2; }));
    QVERIFY(!f.writer->trouble());
    QVERIFY(f.writesAll());
    QCOMPARE(f.codes(), from(1, 5));
}

void TestJournalWriter::row46FullDiskIsSaidAndNothingIsLost()
{
    SmallDisk disk;
    if (!disk.isMounted())
        QSKIP("only root may mount a small disk");
    Fixture f(disk.path());
    QSignalSpy changed(f.writer.get(), &JournalWriter::troubleChanged);
    f.add(1, 50);
    QVERIFY(f.writesAll());
    disk.fillUp();
    int code = 50;
    while (!f.writer->trouble() && code < 5000) { // what SQLite has of room already
        f.add(code + 1, code + 50);
        code += 50;
        QVERIFY(f.pass());
    }
    QVERIFY(f.writer->trouble());
    QCOMPARE(f.writer->trouble()->reason, int(JournalTrouble::DiskFull));
    QCOMPARE(changed.count(), 1);
    const QList<int> confirmed = f.codes();
    f.add(code + 1, code + 10);
    QVERIFY(!f.pass(std::chrono::seconds(5), 1000)); // tried again, still full: said once
    QCOMPARE(changed.count(), 1);
    QCOMPARE(f.codes(), confirmed);
    disk.makeRoom();
    QVERIFY(f.pass(std::chrono::seconds(5)));
    QVERIFY(f.writesAll());
    QCOMPARE(changed.count(), 2);
    QCOMPARE(f.codes(), from(1, code + 10));
    QVERIFY(verified(f.path));
}

/// The same without root: another program holds the file.
void TestJournalWriter::row46WhatCannotBeWrittenWaits()
{
    Fixture f;
    JournalFile other(f.path, f.clock);
    QVERIFY(other.open());
    QVERIFY(other.append(entriesWith(1, 1)));
    QSignalSpy changed(f.writer.get(), &JournalWriter::troubleChanged);
    f.add(2, 10);
    QVERIFY(f.pass());
    QVERIFY(!f.pass(std::chrono::seconds(5), 500));
    QCOMPARE(changed.count(), 1);
    QVERIFY(f.writer->trouble());
    QCOMPARE(f.writer->waiting(), 9);
    other.close();
    QVERIFY(f.pass(std::chrono::seconds(5)));
    QCOMPARE(changed.count(), 2);
    QVERIFY(!f.writer->trouble());
    QCOMPARE(f.codes(), from(1, 10));
    QCOMPARE(*verified(f.path), 10);
}

void TestJournalWriter::row46ADamagedJournalIsKeptAside()
{
    Fixture f;
    QFile damaged(f.path);
    QVERIFY(damaged.open(QIODevice::WriteOnly));
    damaged.write(QByteArray(10'000, 'x'));
    damaged.close();
    QSignalSpy aside(f.writer.get(), &JournalWriter::keptAside);
    f.add(1, 3);
    QVERIFY(f.writesAll());
    QCOMPARE(aside.count(), 1);
    QFile kept(aside.first().first().toString());
    QCOMPARE(kept.size(), 10'000);
    QCOMPARE(f.codes(), from(1, 3));
    QCOMPARE(*verified(f.path), 4); // with the entry that says so
}

void TestJournalWriter::row46ANewerJournalIsNotTouched()
{
    Fixture f;
    f.add(1, 3);
    f.writer.reset();
    QFile file(f.path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    file.seek(63); // the least byte of user_version in the file's header
    file.write("\x02", 1);
    file.seek(0);
    const QByteArray before = file.readAll();
    f.writer = std::make_unique<JournalWriter>(f.path, f.clock, JournalWriter::Limits());
    QSignalSpy changed(f.writer.get(), &JournalWriter::troubleChanged);
    f.add(4, 6);
    QVERIFY(f.pass());
    QVERIFY(f.writer->trouble());
    QCOMPARE(f.writer->trouble()->reason, int(JournalTrouble::Newer));
    QCOMPARE(changed.count(), 1);
    QVERIFY(!f.clock.hasAlarms()); // nothing will change that
    f.writer.reset();
    file.seek(0);
    QCOMPARE(file.readAll(), before);
}

void TestJournalWriter::whatFindsNoRoomInMemoryIsCounted()
{
    Fixture f({}, {.capacity = 100});
    JournalFile other(f.path, f.clock);
    QVERIFY(other.open());
    f.add(1, 250);
    QVERIFY(f.pass());
    QCOMPARE(f.writer->waiting(), 100);
    other.close();
    QVERIFY(f.pass(std::chrono::seconds(5)));
    QVERIFY(f.writesAll());
    f.add(251, 251);
    QVERIFY(f.writesAll());
    QCOMPARE(f.codes(), from(1, 100) + from(251, 251));
    const QByteArray all = exportOf(f.path);
    QVERIFY(all.contains("\"code\":150"));
    QVERIFY(all.contains("\"kind\":\"gap\""));
}

void TestJournalWriter::pagesThatAreOverwrittenAreNoticed()
{
    Fixture f;
    f.add(1, 2000);
    f.writer.reset(); // the log is in the file now
    QFile file(f.path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    const qint64 size = file.size();
    for (qint64 page = 1; page * 4096 < size; ++page) { // all but the header
        file.seek(page * 4096);
        file.write(QByteArray(4096, '\xa5'));
    }
    file.close();
    f.writer = std::make_unique<JournalWriter>(f.path, f.clock, JournalWriter::Limits());
    QSignalSpy aside(f.writer.get(), &JournalWriter::keptAside);
    f.add(3001, 3400);
    QVERIFY(f.writesAll());
    QCOMPARE(aside.count(), 1);
    QCOMPARE(f.codes(), from(3001, 3400));
}

/// Each time at another moment: while the file is made, between two transactions, in the midst of one.
void TestJournalWriter::row56WhatWasConfirmedOutlastsEveryKill()
{
    constexpr int Kills = 200;
    constexpr int KillsOfAFile = 20;  // all of it is read after each
    constexpr int Transaction = 2000; ///< microseconds, roughly
    QTemporaryDir folder;
    QRandomGenerator random(20261130);
    qint64 before = 0;
    qint64 unheard = 0; // on the disk, and killed before it could say so
    int midst = 0;      // kills of one that had written
    for (int kill = 0; kill < Kills; ++kill) {
        if (kill % KillsOfAFile == 0)
            before = 0;
        const QString path = folder.filePath(u"%1.journal"_s.arg(kill / KillsOfAFile));
        QProcess victim;
        victim.start(QStringLiteral(JOURNAL_VICTIM), {path});
        const int lines = random.bounded(8);
        QByteArray said;
        while (said.count('\n') < lines && victim.waitForReadyRead(10'000))
            said += victim.readAll();
        QVERIFY2(said.count('\n') >= lines, said.constData());
        const qint64 moment = random.bounded(2 * Transaction);
        QElapsedTimer timer;
        for (timer.start(); timer.nsecsElapsed() / 1000 < moment;) {
        }
        victim.kill();
        QVERIFY(victim.waitForFinished(10'000));
        said += victim.readAll();
        const qint64 told = said.first(said.lastIndexOf('\n') + 1).trimmed().split('\n').last().toLongLong();
        const auto entries = verified(path);
        if (!entries) { // killed while it was made
            QVERIFY2(told == 0 && before == 0, qPrintable(entries.error().text));
            continue;
        }
        QVERIFY2(*entries >= before + told,
                 qPrintable(u"kill %1: %2 of %3 entries"_s.arg(kill).arg(*entries).arg(before + told)));
        unheard += *entries - before - told;
        midst += *entries > 0 ? 1 : 0;
        before = *entries;
    }
    qInfo("%d kills, %lld entries were on the disk that were not confirmed yet", Kills, unheard);
    QVERIFY2(midst > Kills / 2, qPrintable(QString::number(midst))); // or they came at no moment that matters
    QCOMPARE(QDir(folder.path()).entryList({u"*.corrupt-*"_s}).size(), 0);
}

TALLY_TEST(TestJournalWriter)

} // namespace tst_journalwriter

#include "tst_journalwriter.moc"
