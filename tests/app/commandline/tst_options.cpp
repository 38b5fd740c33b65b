#include "app/commandline/options.h"
#include "app/desktop/startup.h"
#include "support/manualclock.h"
#include "support/testprogram.h"

#include <QFile>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

namespace tst_options {

using namespace Qt::StringLiterals;
using app::Options;

/// The desktop's command line, and what it becomes with settings and policy.
class TestOptions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void wrongUsage_data();
    void wrongUsage();
    void helpAndVersionComeBeforeAnythingElse();
    void everythingThatCanBeGiven();
    void logsToRead();
    void instanceName_data();
    void instanceName();
    void precedence();
    void policyOverrulesTheCommandLineAndSaysSo();
    void demoTouchesNothingOfTheSite();
    void brokenPolicyEndsTheStart();
    void aSecondServerIsTheBackup();
    void aServerOfTlsTakesWhatTheSettingsSay();
    void aPairThatIsNoneEndsTheStart_data();
    void aPairThatIsNoneEndsTheStart();
    void whatASupervisorRegisters();
    void aDnStandsOnceAndKeepsItsFilesName();
    void theCommandLineSaysWhomToWatchInPlaceOfTheSettings();
    void theAdministratorSaysWhomToWatch();
    void anAgentsDnsAreAllOwn();
    void whatDoesNotGoWithTheRoleEndsTheStart_data();
    void whatDoesNotGoWithTheRoleEndsTheStart();
    void aListThatCannotBeReadIsSaidOrEndsTheStart();
    void whatASupervisorMissesIsSaid_data();
    void whatASupervisorMissesIsSaid();
    void theSupervisorsDemoWatchesThePeopleOfItsSwitch();
    void languageThatIsNotSpokenIsSaid_data();
    void languageThatIsNotSpokenIsSaid();
    void noServerIsNoError();

private:
    static core::Result<Options> parse(const QStringList &arguments)
    {
        const auto parsed = app::optionsFrom(QStringList{u"tallylight"_s} + arguments, {u"en"_s, u"de"_s});
        if (!parsed)
            return parsed.error();
        return std::get<Options>(*parsed);
    }
    QString write(const QByteArray &content)
    {
        QFile file(m_folder.filePath(u"f%1.ini"_s.arg(++m_files)));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("the test cannot write its file");
        return file.fileName();
    }
    core::Result<app::Startup> prepare(const QStringList &arguments, const QString &policy = {})
    {
        const auto options = parse(arguments);
        if (!options)
            return options.error();
        return app::prepare(*options, policy.isEmpty() ? m_folder.filePath(u"no-policy"_s) : policy,
                            {u"en"_s, u"de"_s}, m_clock);
    }

    static QStringList textsOf(const QList<model::DnEntry> &entries)
    {
        QStringList texts;
        for (const model::DnEntry &entry : entries) {
            const QString use = entry.use == model::DnUse::Own       ? u"own "_s
                                : entry.use == model::DnUse::Watched ? u"watched "_s
                                                                     : u"routing point "_s;
            texts.append((use + entry.dn.toString() + u' ' + entry.name).trimmed());
        }
        return texts;
    }

    QTemporaryDir m_folder;
    support::ManualClock m_clock;
    int m_files = 0;
};

void TestOptions::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    qunsetenv("TALLYLIGHT_INSTANCE");
}

void TestOptions::wrongUsage_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("named");
    QTest::newRow("an option that does not exist") << QStringList{u"--conect"_s} << u"conect"_s;
    for (const char *option : {"summary", "follow", "series"})
        QTest::addRow("%s without a log", option)
            << QStringList{u"--"_s + QLatin1String(option)}
            << u"--%1 goes with --replay only"_s.arg(QLatin1String(option));
    QTest::newRow("a log without a name") << QStringList{u"--replay"_s, u""_s} << u"--replay is empty"_s;
    QTest::newRow("a log and a server")
        << QStringList{u"--replay"_s, u"a"_s, u"--dn"_s, u"1"_s} << u"--dn and --replay"_s;
    QTest::newRow("standard input and a file")
        << QStringList{u"--replay"_s, u"-"_s, u"a"_s} << u"no file beside it"_s;
    QTest::newRow("standard input that grows")
        << QStringList{u"--replay"_s, u"-"_s, u"--follow"_s} << u"--follow and --series want a file"_s;
    QTest::newRow("a log that grows at a speed")
        << QStringList{u"--replay"_s, u"a"_s, u"--follow"_s, u"--speed"_s, u"2"_s}
        << u"as fast as it is written"_s;
    QTest::newRow("a word that is no option") << QStringList{u"7001"_s} << u"7001"_s;
    QTest::newRow("an option without its value") << QStringList{u"--dn"_s} << u"dn"_s;
    QTest::newRow("a URL of another kind")
        << QStringList{u"--connect"_s, u"http://a:1"_s} << u"tlib://host:port"_s;
    QTest::newRow("a URL without port") << QStringList{u"--connect"_s, u"tlib://a"_s} << u"port"_s;
    QTest::newRow("a URL with a port out of range")
        << QStringList{u"--connect"_s, u"tlib://a:70000"_s} << u"tlib://a:70000"_s;
    QTest::newRow("three servers") << QStringList{u"--connect"_s,  u"tlib://a:1"_s, u"--connect"_s,
                                                  u"tlib://b:1"_s, u"--connect"_s,  u"tlib://c:1"_s}
                                   << u"backup"_s;
    QTest::newRow("a backup that is no address")
        << QStringList{u"--connect"_s, u"tlib://a:1"_s, u"--connect"_s, u"b:1"_s} << u"\"b:1\""_s;
    QTest::newRow("practice with a server")
        << QStringList{u"--demo"_s, u"--connect"_s, u"tlib://a:1"_s} << u"--demo"_s;
    QTest::newRow("an empty DN") << QStringList{u"--dn"_s, u""_s} << u"--dn"_s;
    QTest::newRow("a DN of two words") << QStringList{u"--dn"_s, u"70 01"_s} << u"70 01"_s;
    QTest::newRow("a role that does not exist") << QStringList{u"--role"_s, u"boss"_s} << u"boss"_s;
    QTest::newRow("a range that ends before it begins")
        << QStringList{u"--dn"_s, u"7099-7000"_s} << u"\"7099-7000\""_s;
    QTest::newRow("an agent of a range")
        << QStringList{u"--role"_s, u"agent"_s, u"--dn"_s, u"7000-7099"_s} << u"an agent has single DNs"_s;
    QTest::newRow("a supervisor at a range")
        << QStringList{u"--role"_s, u"supervisor"_s, u"--dn"_s, u"7000-7099"_s} << u"supervisor's own"_s;
    QTest::newRow("an agent with a list of DNs")
        << QStringList{u"--role"_s, u"agent"_s, u"--dn-file"_s, u"x"_s} << u"--dn-file"_s;
    QTest::newRow("an agent who routes")
        << QStringList{u"--role"_s, u"agent"_s, u"--routing-point"_s, u"8000"_s} << u"--routing-point"_s;
    QTest::newRow("a list of DNs without a name") << QStringList{u"--dn-file"_s, u""_s} << u"--dn-file"_s;
    QTest::newRow("an empty routing point")
        << QStringList{u"--routing-point"_s, u""_s} << u"--routing-point"_s;
    QTest::newRow("a language that it does not speak")
        << QStringList{u"--language"_s, u"tlh"_s} << u"en, de"_s;
    QTest::newRow("an instance that is a path")
        << QStringList{u"--instance"_s, u"../../etc/x"_s} << u"--instance"_s;
}

void TestOptions::wrongUsage()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, named);
    const auto options = parse(arguments);
    QVERIFY(!options);
    QCOMPARE(options.error().kind, core::ErrorKind::InvalidInput);
    QVERIFY2(options.error().text.contains(named), qPrintable(options.error().text));
    QVERIFY(!options.error().text.contains(u'\n'));
}

void TestOptions::helpAndVersionComeBeforeAnythingElse()
{
    const auto help = app::optionsFrom({u"tallylight"_s, u"--help"_s, u"--role"_s, u"boss"_s}, {u"en"_s});
    QVERIFY(help);
    const QString text = std::get<app::OptionsText>(*help).text;
    for (const QString &option :
         {u"--connect"_s, u"--dn"_s, u"--role"_s, u"--dn-file"_s, u"--routing-point"_s, u"--agent-id"_s,
          u"--queue"_s, u"--instance"_s, u"--config"_s, u"--language"_s, u"--demo"_s})
        QVERIFY2(text.contains(option), qPrintable(option));
    QVERIFY(text.contains(u"2 wrong usage"));
    const auto version = app::optionsFrom({u"tallylight"_s, u"--version"_s}, {u"en"_s});
    QVERIFY(version);
    QVERIFY(std::get<app::OptionsText>(*version).text.startsWith(u"tallylight "_s));
}

void TestOptions::everythingThatCanBeGiven()
{
    const auto options =
        parse({u"--connect"_s, u"tlib://[::1]:7007"_s, u"--dn"_s, u"7001"_s, u"--dn"_s, u"7002"_s,
               u"--role"_s, u"agent"_s, u"--agent-id"_s, u"1001"_s, u"--queue"_s, u"5000"_s, u"--instance"_s,
               u"left"_s, u"--config"_s, u"/x"_s, u"--language"_s, u"de"_s});
    QVERIFY(options);
    QCOMPARE(options->servers, QStringList{u"tlib://[::1]:7007"_s});
    QCOMPARE(options->dns, (QStringList{u"7001"_s, u"7002"_s}));
    QCOMPARE(*options->agentId, u"1001"_s);
    QCOMPARE(*options->queue, u"5000"_s);
    QCOMPARE(options->instance, u"left"_s);
    QCOMPARE(*options->configFile, u"/x"_s);
    QCOMPARE(*options->language, u"de"_s);
    QVERIFY(!options->isDemo);
}

void TestOptions::logsToRead()
{
    const auto options = parse({u"--replay"_s, u"/a/1.log"_s, u"--replay"_s, u"2.log"_s, u"--follow"_s,
                                u"--series"_s, u"/a/3.log"_s});
    QVERIFY(options);
    QVERIFY(options->replay);
    QCOMPARE(options->replay->paths,
             (QStringList{u"/a/1.log"_s, QFileInfo(u"2.log"_s).absoluteFilePath(), u"/a/3.log"_s}));
    QVERIFY(options->replay->follows && options->replay->takesSeries && !options->replay->isSummary);
    const auto piped = parse({u"--replay"_s, u"-"_s, u"--summary"_s});
    QVERIFY(piped);
    QCOMPARE(piped->replay->paths, QStringList{app::StandardInput});
}

void TestOptions::instanceName_data()
{
    QTest::addColumn<QByteArray>("variable");
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("name");
    QTest::newRow("nothing given") << QByteArray() << QStringList() << u"default"_s;
    QTest::newRow("practice") << QByteArray() << QStringList{u"--demo"_s} << u"demo"_s;
    QTest::newRow("the environment") << QByteArray("env") << QStringList() << u"env"_s;
    QTest::newRow("practice in the environment") << QByteArray("env") << QStringList{u"--demo"_s} << u"env"_s;
    QTest::newRow("the option wins") << QByteArray("env") << QStringList{u"--instance"_s, u"opt"_s}
                                     << u"opt"_s;
}

void TestOptions::instanceName()
{
    QFETCH(QByteArray, variable);
    QFETCH(QStringList, arguments);
    QFETCH(QString, name);
    qputenv("TALLYLIGHT_INSTANCE", variable);
    const auto options = parse(arguments);
    qunsetenv("TALLYLIGHT_INSTANCE");
    QVERIFY(options);
    QCOMPARE(options->instance, name);
}

void TestOptions::precedence()
{
    const QString settings = write("[connection]\nservers=tlib://settings:1\n[agent]\nid=settings\n"
                                   "queue=settings\ndns=1\nrole=supervisor\n");
    const QString policy = write("[agent]\nqueue=policy\n");
    const auto startup = prepare(
        {u"--config"_s, settings, u"--agent-id"_s, u"option"_s, u"--dn"_s, u"2"_s, u"--role"_s, u"agent"_s},
        policy);
    QVERIFY(startup);
    QCOMPARE(startup->preferences.role, model::Role::Agent);
    QCOMPARE(startup->servers.value(0).host, u"settings"_s);
    QCOMPARE(startup->preferences.agentId, u"option"_s);
    QCOMPARE(startup->preferences.dns, QStringList{u"2"_s});
    QCOMPARE(startup->preferences.queue, u"policy"_s);
    QVERIFY(startup->remarks.isEmpty());
}

void TestOptions::policyOverrulesTheCommandLineAndSaysSo()
{
    const QString policy = write("[connection]\nservers=tlib://policy:1\n[agent]\ndns=9\n");
    const auto startup =
        prepare({u"--connect"_s, u"tlib://option:1"_s, u"--dn"_s, u"2"_s, u"--agent-id"_s, u"3"_s}, policy);
    QVERIFY(startup);
    QCOMPARE(startup->servers.value(0).host, u"policy"_s);
    QCOMPARE(startup->preferences.dns, QStringList{u"9"_s});
    QCOMPARE(startup->preferences.agentId, u"3"_s);
    QCOMPARE(startup->remarks.size(), 2);
    QVERIFY(startup->remarks.first().contains(u"--connect"_s) && startup->remarks.first().contains(policy));
}

void TestOptions::demoTouchesNothingOfTheSite()
{
    const QString settings = write("[connection]\nservers=tlib://settings:1\n[agent]\nid=mine\n"
                                   "[recording]\npauseService=77\nstateKey=OTHER\n[look]\nlanguage=de\n");
    const auto startup = prepare({u"--demo"_s, u"--config"_s, settings});
    QVERIFY(startup);
    QVERIFY(startup->servers.isEmpty());
    QCOMPARE(startup->preferences.dns, QStringList{u"7001"_s});
    QCOMPARE(startup->preferences.agentId, u"1001"_s);
    QCOMPARE(startup->preferences.services, tlib::RecordingNumbers());
    QCOMPARE(startup->preferences.keys, model::RecordingKeys());
    QCOMPARE(startup->preferences.language, u"de"_s);
}

void TestOptions::brokenPolicyEndsTheStart()
{
    const auto startup = prepare({}, write("[permissions]\nstop=perhaps\n"));
    QVERIFY(!startup);
    QVERIFY2(startup.error().text.contains(u"permissions/stop"_s), qPrintable(startup.error().text));
}

void TestOptions::aSecondServerIsTheBackup()
{
    const auto options = parse({u"--connect"_s, u"tlib://a:1"_s, u"--connect"_s, u"tlib://b:2"_s});
    QVERIFY(options);
    QCOMPARE(options->servers, (QStringList{u"tlib://a:1"_s, u"tlib://b:2"_s}));
    const auto startup = prepare({u"--dn"_s, u"1"_s, u"--config"_s,
                                  write("[connection]\nservers=tlib://a:1,tlib://b:2\naddpTimeout=7\n")});
    QVERIFY(startup);
    QCOMPARE(startup->servers.size(), 2);
    QCOMPARE(startup->servers[0].address(), u"a:1"_s);
    QCOMPARE(startup->servers[1].address(), u"b:2"_s);
    for (const tlib::Endpoint &server : startup->servers) {
        QCOMPARE(server.addpTimeout, 7);
        QCOMPARE(server.applicationName, u"tallylight"_s);
    }
    QVERIFY(startup->remarks.isEmpty());
}

void TestOptions::aServerOfTlsTakesWhatTheSettingsSay()
{
    const QByteArray pin = "sha256/" + QByteArray(32, 'p').toBase64();
    const auto startup = prepare({u"--dn"_s, u"1"_s, u"--config"_s,
                                  write("[connection]\nservers=tlibs://a:1,tlibs://b:2?ca=/own.pem\n"
                                        "caFile=/site.pem\nclientCertificate=/me.pem\nclientKey=/me.key\n"
                                        "pins=" +
                                        pin + "\n")});
    QVERIFY2(startup, startup ? "" : qPrintable(startup.error().text));
    QCOMPARE(startup->servers.size(), 2);
    QCOMPARE(startup->servers[0].caFile, u"/site.pem"_s);
    QCOMPARE(startup->servers[1].caFile, u"/own.pem"_s); // the address wins
    for (const tlib::Endpoint &server : startup->servers) {
        QVERIFY(server.secure);
        QCOMPARE(server.clientCertificate, u"/me.pem"_s);
        QCOMPARE(server.clientKey, u"/me.key"_s);
        QCOMPARE(server.pins, QList<QByteArray>{QByteArray(32, 'p')});
        QVERIFY(server.password.isEmpty());
    }
}

void TestOptions::aPairThatIsNoneEndsTheStart_data()
{
    QTest::addColumn<QString>("second");
    QTest::addColumn<QString>("named");
    QTest::newRow("a fail-over from TLS to plain") << u"tlib://b:2"_s << u"encryption"_s;
    QTest::newRow("the same server twice") << u"tlibs://a:1"_s << u"the same, a:1"_s;
}

void TestOptions::aPairThatIsNoneEndsTheStart()
{
    QFETCH(QString, second);
    QFETCH(QString, named);
    const auto startup =
        prepare({u"--dn"_s, u"1"_s, u"--connect"_s, u"tlibs://a:1"_s, u"--connect"_s, second});
    QVERIFY(!startup);
    QCOMPARE(startup.error().kind, core::ErrorKind::InvalidInput);
    QVERIFY2(startup.error().text.contains(named), qPrintable(startup.error().text));
}

void TestOptions::whatASupervisorRegisters()
{
    const QString list = write("7003, Mireille Laurent\n7010-7011\n");
    const auto startup =
        prepare({u"--role"_s, u"supervisor"_s, u"--dn"_s, u"7900"_s, u"--dn"_s, u"7001-7002"_s,
                 u"--dn-file"_s, list, u"--routing-point"_s, u"8000"_s, u"--routing-point"_s, u"8001"_s});
    QVERIFY2(startup, startup ? "" : qPrintable(startup.error().text));
    QCOMPARE(startup->preferences.role, model::Role::Supervisor);
    QCOMPARE(textsOf(startup->entries),
             (QStringList{u"own 7900"_s, u"routing point 8000"_s, u"routing point 8001"_s, u"watched 7001"_s,
                          u"watched 7002"_s, u"watched 7003 Mireille Laurent"_s, u"watched 7010"_s,
                          u"watched 7011"_s}));
    QVERIFY(startup->remarks.isEmpty());

    const auto fromSettings =
        prepare({u"--config"_s,
                 write("[agent]\nrole=supervisor\ndns=7900\n[supervisor]\ndns=7001, 7005-7006\ndnFile=" +
                       list.toUtf8() + "\nroutingPoints=8000\n")});
    QVERIFY2(fromSettings, fromSettings ? "" : qPrintable(fromSettings.error().text));
    QCOMPARE(textsOf(fromSettings->entries),
             (QStringList{u"own 7900"_s, u"routing point 8000"_s, u"watched 7001"_s, u"watched 7005"_s,
                          u"watched 7006"_s, u"watched 7003 Mireille Laurent"_s, u"watched 7010"_s,
                          u"watched 7011"_s}));
}

void TestOptions::aDnStandsOnceAndKeepsItsFilesName()
{
    const auto startup =
        prepare({u"--role"_s, u"supervisor"_s, u"--dn"_s, u"7002"_s, u"--dn"_s, u"7001-7004"_s,
                 u"--dn-file"_s, write("7001, Ada Brandt\n7002, Jonas Keller\n7001, Somebody Else\n"),
                 u"--routing-point"_s, u"7003"_s});
    QVERIFY(startup);
    QCOMPARE(textsOf(startup->entries), (QStringList{u"own 7002 Jonas Keller"_s, u"routing point 7003"_s,
                                                     u"watched 7001 Ada Brandt"_s, u"watched 7004"_s}));
}

void TestOptions::theCommandLineSaysWhomToWatchInPlaceOfTheSettings()
{
    const QString settings = write("[agent]\nrole=supervisor\ndns=7900\n[supervisor]\ndns=7001\n"
                                   "dnFile=" +
                                   write("7002\n").toUtf8() + "\nroutingPoints=8000\n");
    const auto others = prepare({u"--config"_s, settings, u"--dn"_s, u"7901"_s, u"--dn"_s, u"7005"_s});
    QCOMPARE(textsOf(others->entries),
             (QStringList{u"own 7901"_s, u"routing point 8000"_s, u"watched 7005"_s}));
    const auto onlyOwn =
        prepare({u"--config"_s, settings, u"--dn"_s, u"7901"_s, u"--routing-point"_s, u"8001"_s});
    QCOMPARE(textsOf(onlyOwn->entries),
             (QStringList{u"own 7901"_s, u"routing point 8001"_s, u"watched 7001"_s, u"watched 7002"_s}));
}

void TestOptions::theAdministratorSaysWhomToWatch()
{
    const QString policy = write("[supervisor]\ndns=7001-7002\nroutingPoints=8000\n");
    const auto startup = prepare({u"--role"_s, u"supervisor"_s, u"--dn"_s, u"7900"_s, u"--dn"_s, u"7005"_s,
                                  u"--routing-point"_s, u"8001"_s},
                                 policy);
    QVERIFY(startup);
    QCOMPARE(textsOf(startup->entries),
             (QStringList{u"own 7900"_s, u"routing point 8000"_s, u"watched 7001"_s, u"watched 7002"_s}));
    QCOMPARE(startup->remarks.size(), 2);
    QVERIFY(startup->remarks.first().startsWith(u"each --dn after the first"_s));
    QVERIFY(startup->remarks.last().startsWith(u"--routing-point"_s));
}

void TestOptions::anAgentsDnsAreAllOwn()
{
    const auto startup = prepare({u"--dn"_s, u"7001"_s, u"--dn"_s, u"7002"_s, u"--config"_s,
                                  write("[supervisor]\ndns=7010\nroutingPoints=8000\n")});
    QVERIFY(startup);
    QCOMPARE(textsOf(startup->entries), (QStringList{u"own 7001"_s, u"own 7002"_s}));
}

void TestOptions::whatDoesNotGoWithTheRoleEndsTheStart_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("settings");
    QTest::addColumn<QString>("named");
    QTest::newRow("an agent, by default, of a range")
        << QStringList{u"--dn"_s, u"7000-7099"_s} << QByteArray() << u"7000-7099"_s;
    QTest::newRow("an agent of a range in the settings")
        << QStringList() << QByteArray("[agent]\ndns=7000-7099\n") << u"7000-7099"_s;
    QTest::newRow("a supervisor, by the settings, at a range")
        << QStringList{u"--dn"_s, u"7000-7099"_s} << QByteArray("[agent]\nrole=supervisor\n")
        << u"supervisor's own"_s;
    QTest::newRow("an agent, by default, with a list of DNs")
        << QStringList{u"--dn-file"_s, u"/x"_s} << QByteArray() << u"--dn-file"_s;
    QTest::newRow("an agent, by default, who routes")
        << QStringList{u"--routing-point"_s, u"8000"_s} << QByteArray() << u"--routing-point"_s;
    QTest::newRow("a supervisor whose own DN is a routing point")
        << QStringList{u"--role"_s, u"supervisor"_s, u"--dn"_s, u"8000"_s, u"--routing-point"_s, u"8000"_s}
        << QByteArray() << u"8000"_s;
}

void TestOptions::whatDoesNotGoWithTheRoleEndsTheStart()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, settings);
    QFETCH(QString, named);
    const auto startup = prepare(arguments + QStringList{u"--config"_s, write(settings)});
    QVERIFY(!startup);
    QCOMPARE(startup.error().kind, core::ErrorKind::InvalidInput);
    QVERIFY2(startup.error().text.contains(named), qPrintable(startup.error().text));
}

void TestOptions::aListThatCannotBeReadIsSaidOrEndsTheStart()
{
    const QString bad = write("7001\n70 02\n");
    const auto named = prepare({u"--role"_s, u"supervisor"_s, u"--dn-file"_s, bad});
    QVERIFY(!named);
    QVERIFY2(named.error().text.startsWith(bad + u", line 2"_s), qPrintable(named.error().text));

    const auto fromSettings = prepare(
        {u"--config"_s,
         write("[agent]\nrole=supervisor\ndns=7900\n[supervisor]\ndns=7001\ndnFile=" + bad.toUtf8() + "\n")});
    QVERIFY(fromSettings);
    QCOMPARE(textsOf(fromSettings->entries), (QStringList{u"own 7900"_s, u"watched 7001"_s}));
    QCOMPARE(fromSettings->remarks.size(), 1);
    QVERIFY(fromSettings->remarks.first().contains(bad + u", line 2"_s));
}

void TestOptions::whatASupervisorMissesIsSaid_data()
{
    QTest::addColumn<QByteArray>("settings");
    QTest::addColumn<QString>("remark");
    QTest::newRow("nothing") << QByteArray("dns=7900\n[supervisor]\ndns=7001\n") << QString();
    QTest::newRow("an own DN") << QByteArray("[supervisor]\ndns=7001\n") << u"own DN"_s;
    QTest::newRow("everything") << QByteArray() << u"no DN is set"_s;
}

void TestOptions::whatASupervisorMissesIsSaid()
{
    QFETCH(QByteArray, settings);
    QFETCH(QString, remark);
    const auto startup = prepare(
        {u"--connect"_s, u"tlib://a:1"_s, u"--config"_s, write("[agent]\nrole=supervisor\n" + settings)});
    QVERIFY(startup);
    QCOMPARE(startup->remarks.size(), remark.isEmpty() ? 0 : 1);
    QVERIFY(remark.isEmpty() || startup->remarks.first().contains(remark));
}

void TestOptions::theSupervisorsDemoWatchesThePeopleOfItsSwitch()
{
    const auto startup = prepare({u"--demo"_s, u"--role"_s, u"supervisor"_s, u"--config"_s,
                                  write("[supervisor]\ndns=1-9\nroutingPoints=99\n")});
    QVERIFY(startup);
    const QStringList entries = textsOf(startup->entries);
    QCOMPARE(entries.first(), u"own 7900 Tomas Lind"_s);
    QVERIFY(entries.contains(u"watched 7001 Ada Brandt"_s));
    QVERIFY(entries.contains(u"routing point 8000"_s));
    QVERIFY(!entries.contains(u"watched 1"_s) && !entries.contains(u"routing point 99"_s));
    QVERIFY(entries.filter(u"watched 70"_s).size() >= 8);
    QCOMPARE(startup->preferences.agentId, u"1900"_s);

    const auto own =
        prepare({u"--demo"_s, u"--role"_s, u"supervisor"_s, u"--dn"_s, u"7900"_s, u"--dn"_s, u"7001-7002"_s});
    QCOMPARE(textsOf(own->entries), (QStringList{u"own 7900"_s, u"watched 7001"_s, u"watched 7002"_s}));
}

void TestOptions::languageThatIsNotSpokenIsSaid_data()
{
    QTest::addColumn<QByteArray>("given");
    QTest::addColumn<QString>("used");
    QTest::newRow("one that it speaks") << QByteArray("de") << u"de"_s;
    QTest::newRow("one that it speaks, of a country") << QByteArray("de_AT") << u"de_AT"_s;
    QTest::newRow("one that it does not speak") << QByteArray("fr") << u"en"_s;
    QTest::newRow("the system's") << QByteArray() << QString();
}

void TestOptions::languageThatIsNotSpokenIsSaid()
{
    QFETCH(QByteArray, given);
    QFETCH(QString, used);
    const auto startup = prepare({u"--config"_s, write("[look]\nlanguage=" + given + "\n")});
    QVERIFY(startup);
    QCOMPARE(startup->preferences.language, used);
    QCOMPARE(startup->remarks.size(), used == u"en" ? 1 : 0);
    if (!startup->remarks.isEmpty())
        QVERIFY2(startup->remarks.first().contains(u"look/language is fr"_s) &&
                     startup->remarks.first().contains(u"en, de"_s),
                 qPrintable(startup->remarks.first()));
}

void TestOptions::noServerIsNoError()
{
    const auto startup = prepare({u"--config"_s, write("[agent]\nid=1\n")});
    QVERIFY(startup);
    QVERIFY(startup->servers.isEmpty());
    QVERIFY(startup->remarks.isEmpty());
}

TALLY_TEST(TestOptions)

} // namespace tst_options

#include "tst_options.moc"
