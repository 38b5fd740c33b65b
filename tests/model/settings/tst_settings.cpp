#include "model/settings/settingsfile.h"
#include "support/manualclock.h"
#include "support/testprogram.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace tst_settings {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestSettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void missingFileMeansDefaults();
    void everyKeyIsRead();
    void corruptFileIsKeptAsideAndSaid_data();
    void corruptFileIsKeptAsideAndSaid();
    void emptyFileMeansDefaults();
    void whatCannotBeReadIsSaidAndStays_data();
    void whatCannotBeReadIsSaidAndStays();
    void aReadThatFailsIsNoEmptyFile();
    void secondCorruptFileOfTheSameSecondIsKeptToo();
    void badValueLeavesTheDefault_data();
    void badValueLeavesTheDefault();
    void unknownNamesAreSaid_data();
    void unknownNamesAreSaid();
    void contradictionLeavesTheDefaults();
    void namedFileMustBeRight_data();
    void namedFileMustBeRight();
    void namedFileStaysAsItIs();

private:
    QString write(const QByteArray &content)
    {
        const QString path = m_folder.filePath(u"s%1.ini"_s.arg(++m_files));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("the test cannot write its file");
        return path;
    }
    model::SettingsFile::Reading read(const QString &path)
    {
        return model::SettingsFile(path, m_clock).readOrDefaults();
    }

    QTemporaryDir m_folder;
    support::ManualClock m_clock;
    int m_files = 0;
};

void TestSettings::missingFileMeansDefaults()
{
    const auto reading = read(m_folder.filePath(u"none.ini"_s));
    QCOMPARE(reading.preferences, model::Preferences());
    QVERIFY(reading.remarks.isEmpty());
}

void TestSettings::everyKeyIsRead()
{
    const QString path =
        write("[connection]\nservers=tlib://a:7007, tlib://b:7007\nrequestTimeout=30\n"
              "addpTimeout=0\naddpRemoteTimeout=20\n"
              "[agent]\ndns=7001, 7002, 7001\nid=1001\nqueue=5000\nrole=Supervisor\n"
              "notReadyReasons=1=Tea, Lunch\nlogoutReasons=end = The end\nfreeReasons=no\n"
              "[supervisor]\ndns=7001-7010, 7020\ndnFile=/etc/agents.txt\n"
              "routingPoints=8000, 8001\n"
              "[look]\nlanguage=de\ntheme=dark\n"
              "[recording]\nstartService=1\nstopService=2\npauseService=3\nresumeService=4\n"
              "stateKey=RECORDING_STATE_GIM\nfileKey=FILE\nonWord=started\noffWord=stopped\n"
              "pausedWord=suspended\natTransfer=Continues\n"
              "[calls]\ncaseKeys=Segment, Case, Segment\n[pauseGuard]\nlimit=90\nlimits=7001=60, 5000 = 0\n");
    const auto reading = read(path);
    QVERIFY2(reading.remarks.isEmpty(), qPrintable(reading.remarks.join(u'\n')));
    const model::Preferences expected{
        .servers = {u"tlib://a:7007"_s, u"tlib://b:7007"_s},
        .dns = {u"7001"_s, u"7002"_s},
        .agentId = u"1001"_s,
        .queue = u"5000"_s,
        .role = model::Role::Supervisor,
        .agentReasons = {.notReady = {{u"1"_s, u"Tea"_s}, {u"Lunch"_s, {}}},
                         .logout = {{u"end"_s, u"The end"_s}},
                         .areFree = false},
        .watchedDns = {u"7001-7010"_s, u"7020"_s},
        .dnFile = u"/etc/agents.txt"_s,
        .routingPoints = {u"8000"_s, u"8001"_s},
        .language = u"de"_s,
        .theme = model::ThemeChoice::Dark,
        .requestTimeOut = 30s,
        .services = {.start = 1, .stop = 2, .pause = 3, .resume = 4},
        .keys = {.state = "RECORDING_STATE_GIM",
                 .file = "FILE",
                 .on = "started",
                 .off = "stopped",
                 .paused = "suspended"},
        .atTransfer = model::AtTransfer::Continues,
        .caseKeys = {u"Segment"_s, u"Case"_s},
        .pauseLimits = {.general = 90s, .special = {{tlib::Dn(u"7001"_s), 60s}, {tlib::Dn(u"5000"_s), 0s}}},
        .addpTimeout = 0,
        .addpRemoteTimeout = 20,
    };
    QCOMPARE(reading.preferences, expected);
    QVERIFY(model::SettingsFile(path, m_clock).readStrictly()); // and none of them is unknown
}

void TestSettings::corruptFileIsKeptAsideAndSaid_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("a line that is neither section nor value")
        << QByteArray("[agent]\nid=1001\nthis is no setting\n");
    QTest::newRow("a block of zeros after a crash")
        << QByteArray("[agent]\nid=1001\nqueue=") + QByteArray(512, '\0');
    QTest::newRow("cut in the middle of a name") << QByteArray("[agent]\nid=1001\nqueu");
    QTest::newRow("a quotation mark that nobody closes") << QByteArray("[agent]\nid=\"1001\nqueue=5000\n");
    QTest::newRow("zero bytes alone") << QByteArray(4096, '\0');
    QTest::newRow("another encoding: Latin-1") << QByteArray("[agent]\nqueue=B\xfcro\n");
    QTest::newRow("another encoding: UTF-16") << QByteArray("\xff\xfe[\0a\0]\0\n\0", 10);
    QTest::newRow("more than a megabyte") << QByteArray("[agent]\nid=1001\n") + QByteArray(1'048'576, ';');
    QTest::newRow("a file of another kind") << QByteArray("\x7f"
                                                          "ELF\x02\x01\n\xff\xfe\xfd\n");
}

void TestSettings::corruptFileIsKeptAsideAndSaid()
{
    QFETCH(QByteArray, content);
    const QString path = write(content);
    const auto reading = read(path);
    QCOMPARE(reading.preferences, model::Preferences()); // not even the key that could be read
    QCOMPARE(reading.remarks.size(), 1);
    QVERIFY(!QFile::exists(path));
    const QString aside = path + u".corrupt-20261122T142623"_s;
    QVERIFY2(reading.remarks.first().contains(aside), qPrintable(reading.remarks.first()));
    QFile kept(aside);
    QVERIFY(kept.open(QIODevice::ReadOnly));
    QCOMPARE(kept.readAll(), content);
}

/// As a full disk leaves it.
void TestSettings::emptyFileMeansDefaults()
{
    const auto reading = read(write({}));
    QCOMPARE(reading.preferences, model::Preferences());
    QVERIFY(reading.remarks.isEmpty());
}

void TestSettings::whatCannotBeReadIsSaidAndStays_data()
{
    QTest::addColumn<bool>("isFolder");
    QTest::newRow("a folder in its place") << true;
    QTest::newRow("a file that this person may not read") << false;
}

void TestSettings::whatCannotBeReadIsSaidAndStays()
{
    QFETCH(bool, isFolder);
    const QString path = isFolder ? m_folder.filePath(u"folder.ini"_s) : write("[agent]\nid=1001\n");
    if (isFolder)
        QVERIFY(QDir().mkdir(path));
    else
        QVERIFY(QFile::setPermissions(path, {}));
    if (!isFolder && QFile(path).open(QIODevice::ReadOnly))
        QSKIP("root may read every file");
    const auto reading = read(path);
    QCOMPARE(reading.preferences, model::Preferences());
    QCOMPARE(reading.remarks.size(), 1);
    QVERIFY2(reading.remarks.first().contains(path), qPrintable(reading.remarks.first()));
    QVERIFY(QFileInfo::exists(path)); // nothing was renamed
}

/// It can be opened, and then gives an error instead of bytes, as a broken disk does.
void TestSettings::aReadThatFailsIsNoEmptyFile()
{
    const QString path = u"/proc/self/mem"_s;
    if (!QFile::exists(path))
        QSKIP("there is no file here that can be opened and not be read");
    const model::SettingsFile settings(path, m_clock);
    QCOMPARE(settings.readOrDefaults().remarks.size(), 1);
    const auto strictly = settings.readStrictly();
    QVERIFY(!strictly && strictly.error().kind == core::ErrorKind::Io);
    const auto saved = settings.write({.agentId = u"1001"_s}, {});
    QVERIFY(!saved && saved.error().text.contains(u"cannot be read"_s));
}

void TestSettings::secondCorruptFileOfTheSameSecondIsKeptToo()
{
    const QString path = write("one\n");
    read(path);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("another\n");
    file.close();
    const auto again = read(path);
    QVERIFY(QFile::exists(path + u".corrupt-20261122T142623"_s));
    QVERIFY(QFile::exists(path + u".corrupt-20261122T142623-2"_s));
    QCOMPARE(again.remarks.size(), 1);
}

void TestSettings::badValueLeavesTheDefault_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QString>("named");
    QTest::newRow("a server without port") << QByteArray("connection/servers=tlib://a") << u"port"_s;
    QTest::newRow("three servers") << QByteArray("connection/servers=tlib://a:1,tlib://b:1,tlib://c:1")
                                   << u"two servers"_s;
    QTest::newRow("a time-out under the least") << QByteArray("connection/requestTimeout=2") << u"3 to 30"_s;
    QTest::newRow("a time-out over the most") << QByteArray("connection/requestTimeout=31") << u"3 to 30"_s;
    QTest::newRow("a time-out in words") << QByteArray("connection/requestTimeout=soon") << u"soon"_s;
    QTest::newRow("a DN of two words") << QByteArray("agent/dns=70 01") << u"70 01"_s;
    QTest::newRow("a range backwards") << QByteArray("supervisor/dns=7099-7000") << u"\"7099-7000\""_s;
    QTest::newRow("a list of DNs on a relative path")
        << QByteArray("supervisor/dnFile=agents.txt") << u"\"agents.txt\""_s;
    QTest::newRow("a routing point of two words")
        << QByteArray("supervisor/routingPoints=80 00") << u"80 00"_s;
    QTest::newRow("a limit of nine seconds") << QByteArray("pauseGuard/limit=9") << u"neither 0 nor"_s;
    QTest::newRow("a limit of two hours") << QByteArray("pauseGuard/limit=7200") << u"3600"_s;
    QTest::newRow("a limit for nobody") << QByteArray("pauseGuard/limits==90") << u"7001=90"_s;
    QTest::newRow("a limit without a time") << QByteArray("pauseGuard/limits=7001") << u"7001=90"_s;
    QTest::newRow("two limits for one")
        << QByteArray("pauseGuard/limits=1=60, 1=70") << u"two limits for 1"_s;
    QTest::newRow("a reason without a code") << QByteArray("agent/notReadyReasons==Tea") << u"=Tea"_s;
    QTest::newRow("a reason twice") << QByteArray("agent/logoutReasons=a=b, a=c")
                                    << u"\"a\" stands there twice"_s;
    QTest::newRow("a role that does not exist") << QByteArray("agent/role=boss") << u"agent, supervisor"_s;
    QTest::newRow("a theme that does not exist") << QByteArray("look/theme=pink") << u"pink"_s;
    QTest::newRow("a language that is none") << QByteArray("look/language=../../etc") << u"language"_s;
    QTest::newRow("a service number of zero") << QByteArray("recording/pauseService=0") << u"\"0\""_s;
    QTest::newRow("a rule for transfers that does not exist")
        << QByteArray("recording/atTransfer=maybe") << u"ends, continues"_s;
    QTest::newRow("an empty word") << QByteArray("recording/onWord=") << u"empty"_s;
}

void TestSettings::badValueLeavesTheDefault()
{
    QFETCH(QByteArray, line);
    QFETCH(QString, named);
    const qsizetype slash = line.indexOf('/');
    const QString path =
        write("[look]\n[" + line.first(slash) + "]\n" + line.sliced(slash + 1) + "\n[agent]\nid=1001\n");
    const auto reading = read(path);
    QCOMPARE(reading.preferences, model::Preferences{.agentId = u"1001"_s}); // the others stand
    QCOMPARE(reading.remarks.size(), 1);
    QVERIFY2(reading.remarks.first().contains(named), qPrintable(reading.remarks.first()));
    QVERIFY(reading.remarks.first().contains(path));
    QVERIFY(QFile::exists(path));
}

void TestSettings::unknownNamesAreSaid_data()
{
    QTest::addColumn<QByteArray>("lines");
    QTest::addColumn<QString>("named");
    QTest::newRow("a name with a typing error") << QByteArray("[agent]\ndn=7001\n") << u": agent/dn: "_s;
    QTest::newRow("a section that does not exist") << QByteArray("[agnet]\ndns=1\n") << u": agnet/dns: "_s;
    QTest::newRow("a name without a section") << QByteArray("dns=1\n") << u": dns: "_s;
    QTest::newRow("what is the administrator's alone")
        << QByteArray("[pauseGuard]\nresumes=yes\n") << u": pauseGuard/resumes: "_s;
    QTest::newRow("several, in one sentence")
        << QByteArray("[look]\ncolour=1\n[agent]\ndn=2\n") << u": agent/dn, look/colour: "_s;
    QTest::newRow("more than anybody reads")
        << QByteArray("[x]\na=\nb=\nc=\nd=\ne=\nf=\ng=\nh=\ni=\nj=\n") << u"x/h and 2 more: "_s;
}

void TestSettings::unknownNamesAreSaid()
{
    QFETCH(QByteArray, lines);
    QFETCH(QString, named);
    const QString path = write(lines + "[agent]\nid=1001\n");
    const auto reading = read(path);
    QCOMPARE(reading.preferences, model::Preferences{.agentId = u"1001"_s}); // what is known is taken
    QCOMPARE(reading.remarks.size(), 1);
    QVERIFY2(reading.remarks.first().startsWith(path) && reading.remarks.first().contains(named),
             qPrintable(reading.remarks.first()));
}

void TestSettings::contradictionLeavesTheDefaults()
{
    for (const char *text : {"pauseService=3013", "onWord=paused\npausedWord=on", "offWord=ON\nonWord=run",
                             "pausedWord=Off\noffWord=none"}) {
        const auto reading = read(write("[recording]\n" + QByteArray(text) + '\n'));
        QCOMPARE(reading.preferences, model::Preferences());
        QCOMPARE(reading.remarks.size(), 1);
    }
}

void TestSettings::namedFileMustBeRight_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<core::ErrorKind>("kind");
    QTest::addColumn<QString>("named");
    QTest::newRow("damaged") << QByteArray("no setting\n") << core::ErrorKind::Malformed << u"damaged"_s;
    QTest::newRow("a bad value") << QByteArray("[agent]\nrole=boss\n") << core::ErrorKind::InvalidInput
                                 << u"agent/role"_s;
    QTest::newRow("a word of another state")
        << QByteArray("[recording]\nonWord=paused\npausedWord=on\n") << core::ErrorKind::InvalidInput
        << u"recording/onWord is \"paused\""_s;
    QTest::newRow("a newer version") << QByteArray("[settings]\nversion=99\n[agent]\nid=1\n")
                                     << core::ErrorKind::InvalidInput << u"newer Tallylight"_s;
    QTest::newRow("a name with a typing error")
        << QByteArray("[agent]\ndn=7001\n") << core::ErrorKind::InvalidInput << u"agent/dn:"_s;
}

void TestSettings::namedFileMustBeRight()
{
    QFETCH(QByteArray, content);
    QFETCH(core::ErrorKind, kind);
    QFETCH(QString, named);
    const QString path = write(content);
    const auto read = model::SettingsFile(path, m_clock).readStrictly();
    QVERIFY(!read);
    QCOMPARE(read.error().kind, kind);
    QVERIFY2(read.error().text.contains(named) && read.error().text.contains(path),
             qPrintable(read.error().text));
}

void TestSettings::namedFileStaysAsItIs()
{
    const QString path = write("no setting\n");
    QVERIFY(!model::SettingsFile(path, m_clock).readStrictly());
    QVERIFY(QFile::exists(path));
    QCOMPARE(QDir(m_folder.path()).entryList({QFileInfo(path).fileName() + u".*"_s}).size(), 0);
    const auto missing = model::SettingsFile(path + u"x"_s, m_clock).readStrictly();
    QVERIFY(!missing);
    QCOMPARE(missing.error().kind, core::ErrorKind::NotFound);
}

TALLY_TEST(TestSettings)

} // namespace tst_settings

#include "tst_settings.moc"
