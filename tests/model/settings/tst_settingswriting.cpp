#include "model/settings/settingsfile.h"
#include "support/manualclock.h"
#include "support/testprogram.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#ifdef Q_OS_LINUX
#include <csignal>
#include <sched.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <unistd.h>
#endif

namespace tst_settingswriting {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using model::Preferences;
using model::SettingsFile;

namespace {

constexpr auto OwnersAlone =
    QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ReadUser | QFileDevice::WriteUser;
const Preferences Theirs{.servers = {u"tlib://sip-a.example:7007"_s}, .agentId = u"1001"_s};
const QByteArray Version = "[settings]\nversion=2\n"; // which every writing leaves there

Preferences withTheme(Preferences preferences)
{
    preferences.theme = model::ThemeChoice::Dark;
    return preferences;
}

/// No file may grow beyond this, as by a quota.
class SizeLimit
{
public:
    explicit SizeLimit(rlim_t bytes)
    {
        m_handler = std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit limit{bytes, m_before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~SizeLimit()
    {
        setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_handler);
    }
    Q_DISABLE_COPY_MOVE(SizeLimit)

private:
    rlimit m_before = {};
    void (*m_handler)(int) = nullptr;
};

/// A disk of a few pages, seen by this process alone.
class SmallDisk
{
public:
    explicit SmallDisk(const QString &folder)
        : m_folder(folder.toLocal8Bit())
    {
        m_isThere = geteuid() == 0 && unshare(CLONE_NEWNS) == 0 &&
                    mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0 &&
                    mount("tmpfs", m_folder.constData(), "tmpfs", 0, "size=32k,nr_inodes=16") == 0;
    }
    ~SmallDisk()
    {
        if (m_isThere)
            umount2(m_folder.constData(), MNT_DETACH);
    }
    Q_DISABLE_COPY_MOVE(SmallDisk)

    bool isThere() const { return m_isThere; }
    bool forbidWriting() const
    {
        return mount("tmpfs", m_folder.constData(), "tmpfs", MS_REMOUNT | MS_RDONLY, nullptr) == 0;
    }

private:
    const QByteArray m_folder;
    bool m_isThere = false;
};

} // namespace

class TestSettingsWriting : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyPreferenceReadsBack();
    void onlyWhatDiffersIsWritten();
    void defaultsAreWrittenOverOtherValuesOnly();
    void whatIsNotKnownStays();
    void whatSomebodyElseChangedStays();
    void fileThatHasGoneIsWrittenWhole();
    void damagedFileIsKeptAsideAndWrittenWhole_data();
    void damagedFileIsKeptAsideAndWrittenWhole();
    void fileIsItsOwnersAlone();
    void folderIsMade();
    void linkStaysALink();
    void row46QuotaLeavesTheOldFile();
    void row46FullDiskLeavesTheOldFile();
    void row46ReadOnlyDiskLeavesTheOldFile();
    void folderInItsPlaceIsSaid();
    void folderThatCannotBeMadeIsSaid();

private:
    QString path(const QString &name) const { return m_folder.filePath(name); }
    QString put(const QByteArray &content)
    {
        const QString name = path(u"s%1.ini"_s.arg(++m_files));
        QFile file(name);
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("the test cannot write its file");
        return name;
    }
    static QByteArray content(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("not there");
    }
    core::Result<core::Done> write(const QString &path, const Preferences &wanted,
                                   const Preferences &before = {})
    {
        return SettingsFile(path, m_clock).write(wanted, before);
    }
    /// One sentence that names file and remedy, and the file as it was, with nothing left beside it.
    void verifyFailure(const core::Result<core::Done> &outcome, const QString &path, const QByteArray &before,
                       const QString &remedy)
    {
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().kind, core::ErrorKind::Io);
        QVERIFY2(outcome.error().text.contains(path) && outcome.error().text.contains(remedy),
                 qPrintable(outcome.error().text));
        QCOMPARE(content(path), before);
        const QFileInfo info(path);
        QCOMPARE(info.dir().entryList({info.fileName() + u'*'}, QDir::Files).size(), 1);
    }

    QTemporaryDir m_folder;
    support::ManualClock m_clock;
    int m_files = 0;
};

void TestSettingsWriting::everyPreferenceReadsBack()
{
    Preferences all{
        .servers = {u"tlibs://a.example:7007?ca=/etc/c,a.pem"_s, u"tlib://[::1]:7008"_s},
        .caFile = u"/etc/ssl/Büro; \"x\".pem"_s,
        .clientCertificate = u"/home/ada/ada.pem"_s,
        .clientKey = u"/home/ada/ada.key"_s,
        .pins = {QByteArray(32, 'a'), QByteArray(32, 'b')},
        .dns = {u"7001"_s, u"7002"_s},
        .agentId = u"1001"_s,
        .queue = u"5000"_s,
        .role = model::Role::Supervisor,
        .agentReasons = {.notReady = {{u"1"_s, u"Kaffee, Tee = gut"_s}, {u"Lunch"_s, {}}},
                         .logout = {{u"end"_s, u"Feierabend"_s}},
                         .areFree = false},
        .watchedDns = {u"7001-7010"_s, u"7020"_s},
        .dnFile = u"/etc/agents.txt"_s,
        .routingPoints = {u"8000"_s},
        .language = u"de"_s,
        .theme = model::ThemeChoice::Light,
        .requestTimeOut = 30s,
        .services = {.start = 1, .stop = 2, .pause = 3, .resume = 4},
        .keys = {.state = "STATE", .file = "FILE", .on = "an", .off = "aus", .paused = "an, aber still"},
        .atTransfer = model::AtTransfer::Continues,
        .caseKeys = {u"Segment"_s, u"Customer.Name, first"_s},
        .pauseLimits = {.general = 0s, .special = {{tlib::Dn(u"7001"_s), 90s}, {tlib::Dn(u"a=b"_s), 0s}}},
        .addpTimeout = 0,
        .addpRemoteTimeout = 20,
        .journalKeepDays = 30,
        .opensAs = model::OpensAs::Tray,
        .closingMeans = model::ClosingMeans::Tray,
        .showsTray = false,
        .telling =
            {.ringing = false, .refusals = false, .doubt = false, .pauseGuard = false, .parties = false},
        .speaks = false,
    };
    int number = 0; // each another key than it has, and one key none
    for (const model::Command command : model::AllCommands)
        all.keysInWindow.set(command, ++number == 1 ? QString() : u"Ctrl+Alt+F%1"_s.arg(number));
    for (const model::Command command : model::CommandsEverywhere)
        all.keysEverywhere.set(command, u"Meta+F%1"_s.arg(++number));
    QCOMPARE(model::differenceOf(all, Preferences()), model::preferenceKeys()); // none is missing here
    const QString file = path(u"all.ini"_s);
    QVERIFY(write(file, all));
    const auto read = SettingsFile(file, m_clock).readStrictly();
    QVERIFY(read);
    QCOMPARE(*read, all);
}

void TestSettingsWriting::onlyWhatDiffersIsWritten()
{
    const QString file = path(u"new.ini"_s);
    QVERIFY(write(file, Theirs));
    QCOMPARE(content(file),
             Version + QByteArray("\n[connection]\nservers=tlib://sip-a.example:7007\n\n[agent]\nid=1001\n"));
}

void TestSettingsWriting::defaultsAreWrittenOverOtherValuesOnly()
{
    const QString file = put("[look]\ntheme=dark\n");
    QVERIFY(write(file, {}, {.agentId = u"1001"_s, .theme = model::ThemeChoice::Dark}));
    QCOMPARE(content(file), QByteArray("[look]\ntheme=system\n\n") + Version);
}

void TestSettingsWriting::whatIsNotKnownStays()
{
    const QByteArray before =
        "; of the rollout of May\n[agent]\nid=1001\n\n[future]\nlamp=on,off\n[look]\ncolour=7\n";
    const QString file = put(before);
    QVERIFY(write(file, withTheme({.agentId = u"1001"_s}), {.agentId = u"1001"_s}));
    QCOMPARE(content(file), before + "theme=dark\n\n" + Version);
}

void TestSettingsWriting::whatSomebodyElseChangedStays()
{
    const QString file = put("[connection]\nservers=tlib://sip-a.example:7007\n[agent]\nid=1001\n");
    const auto read = SettingsFile(file, m_clock).readStrictly();
    QVERIFY(read);
    QFile other(file); // an administrator's script, meanwhile
    QVERIFY(other.open(QIODevice::WriteOnly));
    other.write("[connection]\nservers=tlib://sip-new.example:7007\n[agent]\nid=1001\nqueue=5000\n");
    other.close();
    QVERIFY(write(file, withTheme(*read), *read));
    const auto after = SettingsFile(file, m_clock).readStrictly();
    QVERIFY(after);
    QCOMPARE(
        *after,
        withTheme({.servers = {u"tlib://sip-new.example:7007"_s}, .agentId = u"1001"_s, .queue = u"5000"_s}));
}

void TestSettingsWriting::fileThatHasGoneIsWrittenWhole()
{
    const QString file = path(u"gone.ini"_s);
    QVERIFY(write(file, withTheme(Theirs), Theirs));
    const auto after = SettingsFile(file, m_clock).readStrictly();
    QVERIFY(after);
    QCOMPARE(*after, withTheme(Theirs));
}

void TestSettingsWriting::damagedFileIsKeptAsideAndWrittenWhole_data()
{
    QTest::addColumn<QByteArray>("damaged");
    QTest::newRow("a line that is no setting") << QByteArray("[agent]\nid=1001\nno setting\n");
    QTest::newRow("a quotation mark that nobody closed")
        << QByteArray("[agent]\nid=\"1001\n[future]\nlamp=on\n");
}

void TestSettingsWriting::damagedFileIsKeptAsideAndWrittenWhole()
{
    QFETCH(QByteArray, damaged);
    const QString file = put(damaged);
    QVERIFY(write(file, withTheme(Theirs), Theirs));
    const auto after = SettingsFile(file, m_clock).readStrictly();
    QVERIFY(after);
    QCOMPARE(*after, withTheme(Theirs));
    QCOMPARE(content(file + u".corrupt-20261122T142623"_s), damaged);
}

void TestSettingsWriting::fileIsItsOwnersAlone()
{
    const QString fresh = path(u"fresh.ini"_s);
    QVERIFY(write(fresh, Theirs));
    QCOMPARE(QFile::permissions(fresh), OwnersAlone);
    const QString open = put("[agent]\nid=1001\n");
    QVERIFY(QFile::setPermissions(open, OwnersAlone | QFileDevice::ReadOther | QFileDevice::ReadGroup));
    QVERIFY(write(open, Theirs));
    QCOMPARE(QFile::permissions(open), OwnersAlone);
}

void TestSettingsWriting::folderIsMade()
{
    const QString file = path(u"a/b/new.ini"_s);
    QVERIFY(write(file, Theirs));
    QVERIFY(QFile::exists(file));
}

/// Some people keep their settings in a folder under version control.
void TestSettingsWriting::linkStaysALink()
{
    const QString file = put("[agent]\nid=1\n");
    const QString link = path(u"link.ini"_s);
    QVERIFY(QFile::link(file, link));
    QVERIFY(write(link, Theirs));
    QVERIFY(QFileInfo(link).isSymLink());
    QVERIFY(content(file).contains("id=1001"));
}

void TestSettingsWriting::row46QuotaLeavesTheOldFile()
{
    const QByteArray before = "[agent]\nid=1\n";
    const QString file = put(before);
    core::Result<core::Done> outcome = core::Done{};
    {
        const SizeLimit limit(16);
        outcome = write(file, Theirs, {.agentId = u"1"_s});
    }
    verifyFailure(outcome, file, before, u"make room"_s);
    QVERIFY(write(file, Theirs, {.agentId = u"1"_s})); // once there is room
    QVERIFY(content(file).contains("id=1001"));
}

void TestSettingsWriting::row46FullDiskLeavesTheOldFile()
{
    const QTemporaryDir mounted;
    const SmallDisk disk(mounted.path());
    if (!disk.isThere())
        QSKIP("a small disk can be mounted by root alone");
    const QByteArray before = "[agent]\nid=1\n";
    const QString file = mounted.filePath(u"default.ini"_s);
    QFile settings(file);
    QVERIFY(settings.open(QIODevice::WriteOnly));
    settings.write(before);
    settings.close();
    QFile rest(mounted.filePath(u"rest"_s));
    QVERIFY(rest.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
    while (rest.write(QByteArray(1024, 'x')) == 1024)
        continue;
    const auto outcome = write(file, Theirs, {.agentId = u"1"_s});
    verifyFailure(outcome, file, before, u"make room"_s);
    QVERIFY(outcome.error().text.contains(u"No space left"));
    QVERIFY(rest.resize(0));
    QVERIFY(write(file, Theirs, {.agentId = u"1"_s}));
}

void TestSettingsWriting::row46ReadOnlyDiskLeavesTheOldFile()
{
    const QTemporaryDir mounted;
    const SmallDisk disk(mounted.path());
    if (!disk.isThere())
        QSKIP("a small disk can be mounted by root alone");
    const QString file = mounted.filePath(u"default.ini"_s);
    QVERIFY(write(file, {.agentId = u"1"_s}));
    const QByteArray before = content(file);
    QVERIFY(disk.forbidWriting());
    verifyFailure(write(file, Theirs, {.agentId = u"1"_s}), file, before,
                  u"may write in "_s + mounted.path());
}

void TestSettingsWriting::folderInItsPlaceIsSaid()
{
    const QString file = path(u"folder.ini"_s);
    QVERIFY(QDir().mkdir(file));
    const auto outcome = write(file, Theirs);
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().kind, core::ErrorKind::Io);
    QVERIFY2(outcome.error().text.contains(file), qPrintable(outcome.error().text));
    QVERIFY(QFileInfo(file).isDir());
}

void TestSettingsWriting::folderThatCannotBeMadeIsSaid()
{
    const QString inTheWay = put("a file\n");
    const auto outcome = write(inTheWay + u"/tallylight/default.ini"_s, Theirs);
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().kind, core::ErrorKind::Io);
    QVERIFY2(outcome.error().text.contains(inTheWay), qPrintable(outcome.error().text));
    QCOMPARE(content(inTheWay), QByteArray("a file\n"));
}

TALLY_TEST(TestSettingsWriting)

} // namespace tst_settingswriting

#include "tst_settingswriting.moc"
