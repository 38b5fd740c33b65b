#include "storage/entries.h"
#include "storage/journalfile.h"
#include "storage/journalline.h"
#include "storage/journalreader.h"
#include "support/manualclock.h"
#include "support/testprogram.h"

#include <QCryptographicHash>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QSqlError>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

namespace tst_journalfile {

using namespace Qt::StringLiterals;
using storage::JournalFile;
using storage::JournalTrouble;

namespace {

struct Fixture
{
    QString path() const { return folder.filePath(u"data/tallylight/default.journal"_s); }
    /// Another program's hand in the file. False when the statement cannot be run.
    bool tamper(const QString &statement) const
    {
        bool isDone = false;
        {
            QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"tamper"_s);
            database.setDatabaseName(path());
            if (database.open())
                isDone = QSqlQuery(database).exec(statement);
            database.close();
        }
        QSqlDatabase::removeDatabase(u"tamper"_s);
        return isDone;
    }
    bool fill(int entries) const
    {
        JournalFile file(path(), clock);
        return file.open() && file.append(entriesWith(1, entries));
    }

    QTemporaryDir folder;
    support::ManualClock clock;
};

QList<QJsonObject> linesOf(const JournalFile &file)
{
    QList<QJsonObject> lines;
    for (const QByteArray &line : exportOf(file.path()).split('\n')) {
        if (!line.isEmpty())
            lines.append(QJsonDocument::fromJson(line).object());
    }
    return lines;
}

} // namespace

class TestJournalFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyItsUserMayReadIt();
    void entriesComeBackAsTheyWere();
    void entriesOfATimeAreRead();
    void theChainGoesOnAfterAReopening();
    void whatWasConfirmedOutlastsACrash();
    void tamperingIsFound_data();
    void tamperingIsFound();
    void anExportCanBeCheckedByItself();
    void strangeTextsSurvive();
    void whatIsNoJournal_data();
    void whatIsNoJournal();
    void whatIsNoFileIsNotWaitedFor_data();
    void whatIsNoFileIsNotWaitedFor();
    void aNewerFileIsNotTouched();
    void twoDoNotWriteAtOnce();
    void itIsReadWhileItIsWritten();
    void aReaderChangesNothing();
    void theChainSurvivesPruning();
    void whatWasPrunedCannotBePrunedFurther();
    void aWrongClockPrunesNothing();
    void cellsAreNoFormulas_data();
    void cellsAreNoFormulas();
    void aSecondOneKeptAsideHasItsOwnName();
    void aCommitIsShort();
};

void TestJournalFile::onlyItsUserMayReadIt()
{
    Fixture f;
    JournalFile file(f.path(), f.clock);
    QVERIFY(file.open());
    QVERIFY(file.append(entriesWith(1, 1)));
    const auto others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ExeGroup |
                        QFileDevice::ReadOther | QFileDevice::WriteOther | QFileDevice::ExeOther;
    for (const QString &path : {f.path(), f.path() + u"-wal"_s, QFileInfo(f.path()).path()}) {
        QVERIFY2(QFileInfo::exists(path), qPrintable(path));
        QVERIFY2(!(QFileInfo(path).permissions() & others), qPrintable(path));
    }
}

void TestJournalFile::entriesComeBackAsTheyWere()
{
    Fixture f;
    JournalFile file(f.path(), f.clock);
    QVERIFY(file.open());
    QVERIFY(file.append(entriesWith(58, 58)));
    QVERIFY(
        file.append({{.at = 7, .kind = u"recording"_s, .what = u"on"_s, .certain = true, .detail = u"d"_s}}));
    const auto lines = linesOf(file);
    QCOMPARE(lines.size(), 2);
    QCOMPARE(lines[0]["number"_L1], 1);
    QCOMPARE(lines[0]["at"_L1].toInteger(), 1'795'000'000'058);
    QCOMPARE(lines[0]["call"_L1], u"006c029a6685d004"_s);
    QCOMPARE(lines[0]["dn"_L1], u"7001"_s);
    QCOMPARE(lines[0]["outcome"_L1], u"refused"_s);
    QCOMPARE(lines[0]["code"_L1], 58);
    QCOMPARE(lines[1]["certain"_L1], true);
    QCOMPARE(lines[1]["detail"_L1], u"d"_s);
    QVERIFY(!lines[1].contains("call"_L1));
    QCOMPARE(*verified(f.path()), 2);
}

void TestJournalFile::entriesOfATimeAreRead()
{
    Fixture f;
    JournalFile file(f.path(), f.clock);
    QVERIFY(file.open());
    QList<model::JournalEntry> written;
    for (int at = 0; at < 30; ++at)
        written.append({.at = at, .kind = u"agent"_s, .what = u"ready"_s, .dn = model::Dn(u"7001"_s)});
    QVERIFY(file.append(written));
    storage::JournalReader reader(f.path());
    QVERIFY(reader.open());
    const auto some = reader.entries({.from = 10, .to = 20}, 100);
    QVERIFY(some);
    QCOMPARE(*some, written.mid(10, 10));
    QCOMPARE(*reader.entries({}, 4), written.last(4)); // of too many the latest
}

void TestJournalFile::theChainGoesOnAfterAReopening()
{
    Fixture f;
    for (int i = 0; i < 3; ++i)
        QVERIFY(f.fill(5));
    JournalFile file(f.path(), f.clock);
    QVERIFY(file.open());
    QCOMPARE(*verified(f.path()), 15);
}

void TestJournalFile::whatWasConfirmedOutlastsACrash()
{
    Fixture f;
    JournalFile file(f.path(), f.clock);
    QVERIFY(file.open());
    QVERIFY(file.append(entriesWith(1, 100)));
    // What the disk holds at this moment, without an orderly end.
    Fixture after;
    QVERIFY(QDir().mkpath(QFileInfo(after.path()).path()));
    for (const QString &suffix : {QString(), u"-wal"_s})
        QVERIFY(QFile::copy(f.path() + suffix, after.path() + suffix));
    JournalFile again(after.path(), after.clock);
    QVERIFY(again.open());
    QCOMPARE(*verified(after.path()), 100);
}

void TestJournalFile::tamperingIsFound_data()
{
    QTest::addColumn<QString>("statement");
    QTest::addColumn<QString>("named");
    QTest::newRow("a value is changed")
        << u"UPDATE entry SET outcome='confirmed' WHERE number=4"_s << u"entry 4"_s;
    QTest::newRow("a time is changed") << u"UPDATE entry SET at=at-1 WHERE number=1"_s << u"entry 1 "_s;
    QTest::newRow("a certainty is changed") << u"UPDATE entry SET certain=1 WHERE number=7"_s << u"entry 7"_s;
    QTest::newRow("an entry is taken out") << u"DELETE FROM entry WHERE number=5"_s << u"entry 5"_s;
    QTest::newRow("the first is taken out") << u"DELETE FROM entry WHERE number=1"_s << u"entry 1 "_s;
    QTest::newRow("one is put in")
        << u"INSERT INTO entry SELECT 11,at,kind,what,call,dn,outcome,code,certain,detail,hash FROM entry WHERE number=10"_s
        << u"entry 11"_s;
    QTest::newRow("two change places")
        << u"UPDATE entry SET number = CASE number WHEN 3 THEN -3 ELSE number END"_s << u"entry 1 "_s;
    QTest::newRow("a hash is changed")
        << u"UPDATE entry SET hash=replace(hash,'a','b') WHERE number=2"_s << u"entry 2"_s;
}

void TestJournalFile::tamperingIsFound()
{
    QFETCH(QString, statement);
    QFETCH(QString, named);
    Fixture f;
    QVERIFY(f.fill(10));
    JournalFile file(f.path(), f.clock);
    QVERIFY(file.open());
    QCOMPARE(*verified(f.path()), 10);
    file.close();
    QVERIFY(f.tamper(statement));
    if (const auto opened = file.open(); !opened) { // the end is looked at each time
        QCOMPARE(opened.error().reason, int(JournalTrouble::Damaged));
        return;
    }
    const auto outcome = verified(f.path());
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().reason, int(JournalTrouble::Altered));
    QVERIFY2(outcome.error().text.contains(named), qPrintable(outcome.error().text));
}

void TestJournalFile::anExportCanBeCheckedByItself()
{
    Fixture f;
    JournalFile file(f.path(), f.clock);
    QVERIFY(file.open());
    QVERIFY(file.append(entriesWith(1, 20)));
    QByteArray before;
    for (QJsonObject line : linesOf(file)) {
        const QByteArray hash = line.take("hash"_L1).toString().toLatin1();
        const QByteArray text = QJsonDocument(line).toJson(QJsonDocument::Compact);
        QCOMPARE(hash, QCryptographicHash::hash(before + '\n' + text, QCryptographicHash::Sha256).toHex());
        before = hash;
    }
}

void TestJournalFile::strangeTextsSurvive()
{
    Fixture f;
    JournalFile file(f.path(), f.clock);
    QVERIFY(file.open());
    const QString strange = u"'; DROP TABLE entry; --\n\"\\\t<b>=1+1\u202e\U0001f534"_s;
    QVERIFY(file.append({{.kind = strange, .dn = model::Dn(strange), .detail = strange}}));
    QVERIFY(file.append({{.dn = model::Dn("\xff\xfe", 2)}})); // a DN of bytes that are no UTF-8
    QCOMPARE(*verified(f.path()), 2);
    QCOMPARE(linesOf(file).first()["detail"_L1], strange);
}

void TestJournalFile::whatIsNoJournal_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("text") << QByteArray("a letter to somebody\n").repeated(100);
    QTest::newRow("the header alone") << QByteArray("SQLite format 3\0", 16) + QByteArray(84, '\xff');
    QTest::newRow("zeros") << QByteArray(8192, '\0');
}

void TestJournalFile::whatIsNoJournal()
{
    QFETCH(QByteArray, content);
    Fixture f;
    QVERIFY(QDir().mkpath(QFileInfo(f.path()).path()));
    QFile file(f.path());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
    file.close();
    JournalFile journal(f.path(), f.clock);
    const auto opened = journal.open();
    QVERIFY(!opened);
    QCOMPARE(opened.error().reason, int(JournalTrouble::Damaged));
    QVERIFY(opened.error().text.contains(f.path()));
    QVERIFY(!journal.isOpen());
    const QString aside = journal.keepAside();
    QVERIFY(file.exists() == false);
    QFile kept(aside);
    QVERIFY(kept.open(QIODevice::ReadOnly));
    QCOMPARE(kept.readAll(), content);
    QVERIFY(journal.open());
    QVERIFY(journal.append(entriesWith(1, 1)));
}

void TestJournalFile::whatIsNoFileIsNotWaitedFor_data()
{
    QTest::addColumn<bool>("isFolder");
    QTest::newRow("a folder") << true;
    QTest::newRow("a pipe, whose other end nobody has") << false;
}

void TestJournalFile::whatIsNoFileIsNotWaitedFor()
{
    QFETCH(bool, isFolder);
    Fixture f;
    QVERIFY(QDir().mkpath(QFileInfo(f.path()).path()));
    QVERIFY(isFolder ? QDir().mkdir(f.path()) : QProcess::execute(u"mkfifo"_s, {f.path()}) == 0);
    storage::JournalReader reader(f.path());
    const auto read = reader.open();
    QVERIFY(!read);
    QCOMPARE(read.error().text, f.path() + u" is not a file"_s);
    JournalFile journal(f.path(), f.clock);
    const auto written = journal.open();
    QVERIFY(!written);
    QVERIFY(written.error().text.contains(f.path()));
    QVERIFY(QFileInfo::exists(f.path())); // it is somebody's: it stays
}

void TestJournalFile::aNewerFileIsNotTouched()
{
    Fixture f;
    QVERIFY(f.fill(3));
    QVERIFY(f.tamper(u"PRAGMA user_version=2"_s));
    QFile file(f.path());
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray before = file.readAll();
    JournalFile journal(f.path(), f.clock);
    const auto opened = journal.open();
    QVERIFY(!opened);
    QCOMPARE(opened.error().reason, int(JournalTrouble::Newer));
    QVERIFY(!journal.append(entriesWith(1, 1)));
    journal.close();
    file.seek(0);
    QCOMPARE(file.readAll(), before);
}

void TestJournalFile::twoDoNotWriteAtOnce()
{
    Fixture f;
    JournalFile first(f.path(), f.clock);
    QVERIFY(first.open());
    QVERIFY(first.append(entriesWith(1, 1)));
    JournalFile second(f.path(), f.clock);
    const auto opened = second.open();
    QVERIFY(!opened);
    QCOMPARE(opened.error().reason, int(JournalTrouble::Other));
    first.close();
    QVERIFY(second.open());
}

void TestJournalFile::itIsReadWhileItIsWritten()
{
    Fixture f;
    JournalFile file(f.path(), f.clock);
    QVERIFY(file.open());
    QVERIFY(file.append(entriesWith(1, 5)));
    storage::JournalReader reader(f.path());
    QVERIFY(reader.open());
    QCOMPARE(reader.verify()->last, 5);
    QVERIFY(file.append(entriesWith(6, 3000))); // more than the log holds before it goes into the file
    QCOMPARE(reader.verify()->last, 3000);
    file.close();
    QCOMPARE(reader.verify()->last, 3000);
    QVERIFY(file.open());
    QVERIFY(file.append(entriesWith(3001, 3001)));
    QCOMPARE(*verified(f.path()), 3001);
}

/// Nor does it need whoever was killed to come back: the log beside the file is read, too.
void TestJournalFile::aReaderChangesNothing()
{
    Fixture f;
    JournalFile file(f.path(), f.clock);
    QVERIFY(file.open());
    QVERIFY(file.append(entriesWith(1, 100)));
    Fixture after; // what the disk holds at this moment
    QVERIFY(QDir().mkpath(QFileInfo(after.path()).path()));
    const auto contentOf = [](const QString &path) {
        QFile read(path);
        return read.open(QIODevice::ReadOnly) ? read.readAll() : QByteArray();
    };
    for (const QString &suffix : {QString(), u"-wal"_s})
        QVERIFY(QFile::copy(f.path() + suffix, after.path() + suffix));
    QCOMPARE(*verified(after.path()), 100);
    for (const QString &suffix : {QString(), u"-wal"_s})
        QCOMPARE(contentOf(after.path() + suffix), contentOf(f.path() + suffix));
    const auto missing = verified(f.path() + u"x"_s);
    QCOMPARE(missing.error().kind, core::ErrorKind::NotFound);
    QVERIFY(!QFile::exists(f.path() + u"x"_s));
}

void TestJournalFile::theChainSurvivesPruning()
{
    Fixture f;
    JournalFile file(f.path(), f.clock);
    QVERIFY(file.open());
    const qint64 now = f.clock.wallTime().toMSecsSinceEpoch();
    constexpr qint64 Day = 86'400'000;
    for (const qint64 age : {900, 500, 401, 400, 3, 0})
        QVERIFY(file.append({{.at = now - age * Day, .kind = u"started"_s, .code = int(age)}}));
    QCOMPARE(*file.prune(400), 3);
    QCOMPARE(*file.prune(400), 0);
    QCOMPARE(*verified(f.path()), 4); // with the entry that says so
    const auto lines = linesOf(file);
    QCOMPARE(lines.first()["number"_L1], 4);
    QCOMPARE(lines.last()["kind"_L1], u"pruned"_s);
    QCOMPARE(lines.last()["code"_L1], 3);
    QVERIFY(file.append({{.at = now}}));
    QCOMPARE(*file.prune(2), 2); // once more, and with other days
    QCOMPARE(*verified(f.path()), 4);
    file.close();
    QVERIFY(file.open());
    QVERIFY(file.append(entriesWith(2, 2)));
    QCOMPARE(*verified(f.path()), 5);
}

/// By other hands than the desktop's.
void TestJournalFile::whatWasPrunedCannotBePrunedFurther()
{
    Fixture f;
    JournalFile file(f.path(), f.clock);
    QVERIFY(file.open());
    const qint64 now = f.clock.wallTime().toMSecsSinceEpoch();
    QVERIFY(file.append({{.at = 1}, {.at = 2}, {.at = now}, {.at = now}}));
    QCOMPARE(*file.prune(400), 2);
    QCOMPARE(*verified(f.path()), 3);
    file.close();
    QVERIFY(f.tamper(u"DELETE FROM entry WHERE number=3"_s));
    const auto outcome = verified(f.path());
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().reason, int(JournalTrouble::Altered));
    QVERIFY2(outcome.error().text.contains(u"entry 4"_s), qPrintable(outcome.error().text));
}

void TestJournalFile::aWrongClockPrunesNothing()
{
    Fixture f;
    JournalFile file(f.path(), f.clock);
    QVERIFY(file.open());
    QVERIFY(file.append({{.at = f.clock.wallTime().addDays(-1).toMSecsSinceEpoch()},
                         {.at = f.clock.wallTime().toMSecsSinceEpoch()}}));
    f.clock.setWallTime(f.clock.wallTime().addYears(10));
    QCOMPARE(*file.prune(400), 0);
}

void TestJournalFile::cellsAreNoFormulas_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("cell");
    QTest::newRow("plain") << u"7001"_s << QByteArray("7001");
    QTest::newRow("=") << u"=1+1"_s << QByteArray("'=1+1");
    QTest::newRow("+") << u"+49"_s << QByteArray("'+49");
    QTest::newRow("-") << u"-2"_s << QByteArray("'-2");
    QTest::newRow("@") << u"@SUM(A1)"_s << QByteArray("'@SUM(A1)");
    QTest::newRow("TAB") << u"\t=1"_s << QByteArray("'\t=1");
    QTest::newRow("CR") << u"\r=1"_s << QByteArray("\"'\r=1\"");
    QTest::newRow("within") << u"a=1"_s << QByteArray("a=1");
    QTest::newRow("comma, quote and line feed") << u"a,\"b\"\nc"_s << QByteArray("\"a,\"\"b\"\"\nc\"");
    QTest::newRow("a formula in quotes") << u"=\"a\""_s << QByteArray("\"'=\"\"a\"\"\"");
}

void TestJournalFile::cellsAreNoFormulas()
{
    QFETCH(QString, text);
    QFETCH(QByteArray, cell);
    const model::JournalEntry entry{.at = 0, .kind = u"k"_s, .detail = text};
    QCOMPARE(storage::csvLineOf(7, entry, "abc"),
             "7,0,1970-01-01T00:00:00.000Z,k,,,,,0,false," + cell + ",abc\r\n");
    QCOMPARE(storage::csvHeading().count(','), 11);
}

void TestJournalFile::aSecondOneKeptAsideHasItsOwnName()
{
    Fixture f;
    QVERIFY(f.fill(1));
    JournalFile journal(f.path(), f.clock);
    const QString one = journal.keepAside();
    QVERIFY(f.fill(1));
    const QString two = journal.keepAside();
    QVERIFY(QFile::exists(one) && QFile::exists(two) && one != two);
    QCOMPARE(journal.keepAside(), QString());
}

/// A thread waits for it, and with it the next entries; the bound is loose, as disks differ.
void TestJournalFile::aCommitIsShort()
{
    Fixture f;
    JournalFile file(f.path(), f.clock);
    QVERIFY(file.open());
    QElapsedTimer timer;
    QList<qint64> micros;
    for (int i = 0; i < 200; ++i) {
        timer.start();
        QVERIFY(file.append(entriesWith(i, i + 4)));
        micros.append(timer.nsecsElapsed() / 1000);
    }
    std::sort(micros.begin(), micros.end());
    qInfo("a transaction of 5 entries: median %lld us, 95th percentile %lld us, longest %lld us", micros[100],
          micros[190], micros[199]);
    QVERIFY2(micros[100] < 33'000, "half of all transactions take longer than a slow disk needs");
}

TALLY_TEST(TestJournalFile)

} // namespace tst_journalfile

#include "tst_journalfile.moc"
