#include "storage/entries.h"
#include "storage/journalfile.h"
#include "storage/journalwriter.h"
#include "support/manualclock.h"
#include "support/testprogram.h"

#include <QBuffer>
#include <QFileInfo>
#include <QProcess>
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
        : file((folderPath.isEmpty() ? folder.path() : folderPath) + u"/default.journal"_s, clock)
        , writer(std::make_unique<JournalWriter>(file, clock, limits))
    {
    }
    void add(int first, int last)
    {
        for (const model::JournalEntry &entry : entriesWith(first, last))
            writer->add(entry);
    }
    void pass() { clock.advance(std::chrono::milliseconds(0)); }
    /// As many passes as it takes; whether the disk has taken everything.
    bool writesAll()
    {
        while (writer->waiting() > 0 && !writer->trouble())
            clock.advance(JournalWriter::Limits().longestRest);
        return writer->waiting() == 0 && !writer->trouble();
    }
    /// The codes of the answers on disk, in their order.
    QList<int> codes()
    {
        QBuffer buffer;
        buffer.open(QIODevice::WriteOnly);
        QList<int> codes;
        if (!file.exportTo(buffer))
            return codes;
        for (const QByteArray &line : buffer.data().split('\n')) {
            const qsizetype at = line.indexOf("\"code\":");
            if (at >= 0 && line.contains("\"answer\""))
                codes.append(line.mid(at + 7, line.indexOf(',', at) - at - 7).toInt());
        }
        return codes;
    }

    QTemporaryDir folder;
    support::ManualClock clock;
    JournalFile file;
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
    void noAlarmWithoutWork();
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
    QVERIFY(!f.file.isOpen());
    f.pass();
    f.add(4, 5);
    f.pass();
    QCOMPARE(f.writer->waiting(), 0);
    QCOMPARE(f.codes(), from(1, 5));
}

void TestJournalWriter::theRestIsWrittenAtTheEnd()
{
    Fixture f;
    f.add(1, 2500);
    f.writer.reset();
    QCOMPARE(f.codes(), from(1, 2500));
}

void TestJournalWriter::noAlarmWithoutWork()
{
    Fixture f;
    f.add(1, 1);
    f.pass();
    f.pass();
    QVERIFY(!f.clock.hasAlarms());
}

void TestJournalWriter::row46FullDiskIsSaidAndNothingIsLost()
{
    SmallDisk disk;
    if (!disk.isMounted())
        QSKIP("only root may mount a small disk");
    Fixture f(disk.path());
    QSignalSpy changed(f.writer.get(), &JournalWriter::troubleChanged);
    f.add(1, 50);
    f.pass();
    f.pass();
    QCOMPARE(f.writer->waiting(), 0);
    disk.fillUp();
    int code = 50;
    while (!f.writer->trouble() && code < 5000) { // what SQLite has of room already
        f.add(code + 1, code + 50);
        code += 50;
        f.pass();
    }
    QVERIFY(f.writer->trouble());
    QCOMPARE(f.writer->trouble()->reason, int(JournalTrouble::DiskFull));
    QCOMPARE(changed.count(), 1);
    const QList<int> confirmed = f.codes();
    f.add(code + 1, code + 10);
    f.clock.advance(std::chrono::seconds(60)); // tried again, still full: said once
    QCOMPARE(changed.count(), 1);
    QCOMPARE(f.codes(), confirmed);
    disk.makeRoom();
    f.clock.advance(std::chrono::seconds(5));
    f.pass();
    QVERIFY(!f.writer->trouble());
    QCOMPARE(changed.count(), 2);
    QCOMPARE(f.codes(), from(1, code + 10));
    QVERIFY(f.file.verify());
}

/// The same without root: another program holds the file.
void TestJournalWriter::row46WhatCannotBeWrittenWaits()
{
    Fixture f;
    JournalFile other(f.file.path(), f.clock);
    QVERIFY(other.open());
    QVERIFY(other.append(entriesWith(1, 1)));
    QSignalSpy changed(f.writer.get(), &JournalWriter::troubleChanged);
    f.add(2, 10);
    f.clock.advance(std::chrono::seconds(30));
    QCOMPARE(changed.count(), 1);
    QVERIFY(f.writer->trouble());
    QCOMPARE(f.writer->waiting(), 9);
    other.close();
    f.clock.advance(std::chrono::seconds(5));
    f.pass();
    QCOMPARE(changed.count(), 2);
    QVERIFY(!f.writer->trouble());
    QCOMPARE(f.codes(), from(1, 10));
    QCOMPARE(*f.file.verify(), 10);
}

void TestJournalWriter::row46ADamagedJournalIsKeptAside()
{
    Fixture f;
    QFile damaged(f.file.path());
    QVERIFY(damaged.open(QIODevice::WriteOnly));
    damaged.write(QByteArray(10'000, 'x'));
    damaged.close();
    QSignalSpy aside(f.writer.get(), &JournalWriter::keptAside);
    f.add(1, 3);
    f.pass();
    f.pass();
    QCOMPARE(aside.count(), 1);
    QFile kept(aside.first().first().toString());
    QCOMPARE(kept.size(), 10'000);
    QVERIFY(!f.writer->trouble());
    QCOMPARE(f.codes(), from(1, 3));
    QCOMPARE(*f.file.verify(), 4); // with the entry that says so
}

void TestJournalWriter::row46ANewerJournalIsNotTouched()
{
    Fixture f;
    f.add(1, 3);
    QVERIFY(f.writesAll());
    f.file.close();
    QFile file(f.file.path());
    QVERIFY(file.open(QIODevice::ReadWrite));
    file.seek(63); // the least byte of user_version in the file's header
    file.write("\x02", 1);
    file.seek(0);
    const QByteArray before = file.readAll();
    QSignalSpy changed(f.writer.get(), &JournalWriter::troubleChanged);
    f.add(4, 6);
    f.pass();
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
    JournalFile other(f.file.path(), f.clock);
    QVERIFY(other.open());
    f.add(1, 250);
    f.clock.advance(std::chrono::seconds(1));
    QCOMPARE(f.writer->waiting(), 100);
    other.close();
    f.clock.advance(std::chrono::seconds(5));
    QVERIFY(f.writesAll());
    f.add(251, 251);
    QVERIFY(f.writesAll());
    QCOMPARE(f.codes(), from(1, 100) + from(251, 251));
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QVERIFY(f.file.exportTo(buffer));
    QVERIFY(buffer.data().contains("\"code\":150"));
    QVERIFY(buffer.data().contains("\"kind\":\"gap\""));
}

void TestJournalWriter::pagesThatAreOverwrittenAreNoticed()
{
    Fixture f;
    f.add(1, 2000);
    QVERIFY(f.writesAll());
    f.file.close(); // the log is in the file now
    QFile file(f.file.path());
    QVERIFY(file.open(QIODevice::ReadWrite));
    const qint64 size = file.size();
    for (qint64 page = 1; page * 4096 < size; ++page) { // all but the header
        file.seek(page * 4096);
        file.write(QByteArray(4096, '\xa5'));
    }
    file.close();
    QSignalSpy aside(f.writer.get(), &JournalWriter::keptAside);
    f.add(3001, 3400);
    QVERIFY(f.writesAll());
    QCOMPARE(aside.count(), 1);
    QCOMPARE(f.codes(), from(3001, 3400));
}

TALLY_TEST(TestJournalWriter)

} // namespace tst_journalwriter

#include "tst_journalwriter.moc"
