#include "support/desktop.h"
#include "support/testprogram.h"

#include <QLocalServer>
#include <QLocalSocket>

namespace tst_badinput {

using namespace Qt::StringLiterals;
using support::Desktop;
using support::Home;
using support::Program;

/// What people get wrong: one sentence that names the thing, the documented exit code, and nothing is lost.
class TestBadInput : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void endsWithOneSentence_data();
    void endsWithOneSentence();
    void damagedSettingsAreKeptAsideAndTheDesktopStarts();
    void policyForcesAndForbids();
    void policyLimitsAutomationToLooking();
    void policySwitchesAutomationOff();
    void desktopThatEndsUnderAVerbIsAFailure();
    void helpNeedsNoDisplay();
};

void TestBadInput::endsWithOneSentence_data()
{
    QTest::addColumn<QStringList>("command");     // the program and its arguments; $home is replaced
    QTest::addColumn<QStringList>("environment"); // NAME=value
    QTest::addColumn<int>("code");
    QTest::addColumn<QByteArray>("named");
    const auto row = [](const char *name, const QString &command, int code, const QByteArray &named,
                        const QStringList &environment = {}) {
        QTest::newRow(name) << command.split(u' ') << environment << code << named;
    };
    row("a wrong URL", u"tallylight --connect http://sip:7007"_s, 2, "http://sip:7007");
    row("an option that does not exist", u"tallylight --demoo"_s, 2, "demoo");
    row("an option of Qt's own programs", u"tallylight -platform x"_s, 2,
        "there is no option \"platform\". See --help.");
    row("an option without its value", u"tallylight --dn"_s, 2, "Missing value after '--dn'. See --help.");
    row("a verb's option with one dash", u"tallylightctl -loud state"_s, 2,
        "there is no option \"loud\". See --help.");
    row("three servers", u"tallylight --connect tlib://a:1 --connect tlib://b:1 --connect tlib://c:1"_s, 2,
        "--connect");
    row("a supervisor at a range", u"tallylight --role supervisor --dn 7000-7099"_s, 2, "7000-7099");
    row("an agent of a range", u"tallylight --role agent --dn 7000-7099"_s, 2, "7000-7099");
    row("a list of DNs that is not there", u"tallylight --role supervisor --dn-file $home/none.txt"_s, 1,
        "none.txt");
    row("a language that it does not speak", u"tallylight --language tlh"_s, 2, "tlh");
    row("an instance that is a path", u"tallylight --instance ../x"_s, 2, "../x");
    row("a configuration that is not there", u"tallylight --config $home/none.ini"_s, 1, "none.ini");
    row("a damaged configuration", u"tallylight --config $home/broken.ini"_s, 1, "broken.ini");
    row("a configuration with a wrong value", u"tallylight --config $home/wrong.ini"_s, 1,
        "connection/servers");
    row("a fail-over that would end the encryption", u"tallylight --config $home/secure.ini"_s, 1,
        "encryption");
    row("a configuration that is a folder", u"tallylight --config $home/run"_s, 1, "not a file");
    row("a broken policy", u"desktopunderpolicy"_s, 1, "permissions/stop",
        {u"TALLYLIGHT_POLICY=$home/policy.ini"_s});
    row("no display", u"tallylight"_s, 1, "no display",
        {u"QT_QPA_PLATFORM="_s, u"DISPLAY="_s, u"WAYLAND_DISPLAY="_s});
    row("a display that cannot be opened", u"tallylight"_s, 1, ":4711",
        {u"QT_QPA_PLATFORM="_s, u"DISPLAY=:4711"_s, u"WAYLAND_DISPLAY="_s});
    row("a Wayland display that cannot be opened", u"tallylight"_s, 1, "wayland-4711",
        {u"QT_QPA_PLATFORM="_s, u"DISPLAY="_s, u"WAYLAND_DISPLAY=wayland-4711"_s});
    row("a platform that is not there", u"tallylight"_s, 1, "nowhere", {u"QT_QPA_PLATFORM=nowhere"_s});
    row("the instance in the environment is a path", u"tallylight"_s, 2, "TALLYLIGHT_INSTANCE",
        {u"TALLYLIGHT_INSTANCE=a/b"_s});
    row("a runtime folder that cannot be used", u"tallylight"_s, 1, "XDG_RUNTIME_DIR",
        {u"XDG_RUNTIME_DIR=$home/blocked"_s});
    row("no verb", u"tallylightctl"_s, 2, "say what to do");
    row("stop without a confirmation", u"tallylightctl stop"_s, 2, "--yes");
    row("nobody to talk to", u"tallylightctl state"_s, 3, "default");
}

void TestBadInput::endsWithOneSentence()
{
    QFETCH(QStringList, command);
    QFETCH(QStringList, environment);
    QFETCH(int, code);
    QFETCH(QByteArray, named);
    Home home;
    home.write(u"broken.ini"_s, "[agent]\nthis is no setting\n");
    home.write(u"wrong.ini"_s, "[connection]\nservers=http://a:1\n");
    home.write(u"secure.ini"_s, "[connection]\nservers=tlibs://a:1,tlib://b:1\n");
    home.write(u"policy.ini"_s, "[permissions]\nstop=perhaps\n");
    home.write(u"blocked/tallylight"_s, "a file where the folder should be");
    QFile::setPermissions(home.path(u"blocked"_s),
                          QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
    for (const QString &entry : std::as_const(environment)) {
        const QString name = entry.section(u'=', 0, 0);
        const QString value = entry.section(u'=', 1).replace(u"$home"_s, home.path(u""_s));
        if (value.isEmpty())
            home.environment.remove(name);
        else
            home.environment.insert(name, value);
    }
    command.replaceInStrings(u"$home"_s, home.path(u""_s));
    Program program(home, command.first(), command.sliced(1));
    QVERIFY(program.waitForEnd());
    const QByteArray errors = program.errors();
    QVERIFY2(program.exitCode() == code, errors.constData());
    QVERIFY2(errors.contains(named), errors.constData());
    QVERIFY2(errors.count('\n') == 1 &&
                 errors.startsWith(command.first() == u"desktopunderpolicy" ? QByteArray("tallylight")
                                                                            : command.first().toLatin1()),
             errors.constData());
    QVERIFY(program.output().isEmpty());
}

void TestBadInput::damagedSettingsAreKeptAsideAndTheDesktopStarts()
{
    Home home;
    const QString path = home.write(u"config/tallylight/default.ini"_s, "[agent]\nid=1\nhalf a li");
    Desktop desktop(home);
    QVERIFY(desktop.start({}));
    const QByteArray errors = desktop.program().errors();
    QVERIFY2(errors.contains("is damaged") && errors.contains(".corrupt-"), errors.constData());
    const QDir folder(home.path(u"config/tallylight"_s));
    QCOMPARE(folder.entryList({u"default.ini.corrupt-*"_s}).size(), 1);
    QVERIFY(!QFile::exists(path));
    QCOMPARE(desktop.state()["agent"_L1]["agentId"_L1], u""_s);
}

void TestBadInput::policyForcesAndForbids()
{
    Home home;
    home.environment.insert(u"TALLYLIGHT_POLICY"_s,
                            home.write(u"policy.ini"_s, "[agent]\ndns=7009\n[permissions]\nstop=no\n"));
    Desktop desktop(home, u"default"_s, u"desktopunderpolicy"_s);
    QVERIFY(desktop.start({u"--dn"_s, u"7001"_s}));
    QCOMPARE(desktop.state()["agent"_L1]["dn"_L1], u"7009"_s);
    QVERIFY(desktop.program().errors().contains("--dn is not heeded"));
    QCOMPARE(desktop.ctl("quit"), 0);
}

void TestBadInput::policyLimitsAutomationToLooking()
{
    Home home;
    home.environment.insert(u"TALLYLIGHT_POLICY"_s,
                            home.write(u"policy.ini"_s, "[automation]\naccess=read\n"));
    Desktop desktop(home, u"default"_s, u"desktopunderpolicy"_s);
    QVERIFY(desktop.start({}));
    QCOMPARE(desktop.ctl("state"), 0);
    const support::CtlOutcome refused = desktop.ctl({u"quit"_s, u"--force"_s});
    QCOMPARE(refused.code, 1);
    QVERIFY2(refused.errors.contains("administrator"), refused.errors.constData());
    Program second(home, u"desktopunderpolicy"_s, {});
    QVERIFY(second.waitForEnd());
    QCOMPARE(second.exitCode(), 0); // a second start still raises the window
}

void TestBadInput::policySwitchesAutomationOff()
{
    Home home;
    home.environment.insert(u"TALLYLIGHT_POLICY"_s,
                            home.write(u"policy.ini"_s, "[automation]\naccess=off\n"));
    Program desktop(home, u"desktopunderpolicy"_s, {});
    QTRY_VERIFY(QFile::exists(home.path(u"run/tallylight/default.lock"_s)));
    Program second(home, u"desktopunderpolicy"_s, {});
    QVERIFY(second.waitForEnd());
    QCOMPARE(second.exitCode(), 1);
    QVERIFY2(second.errors().contains("runs already"), second.errors().constData());
    Program ctl(home, u"tallylightctl"_s, {u"state"_s});
    QVERIFY(ctl.waitForEnd());
    QCOMPARE(ctl.exitCode(), 3);
    QVERIFY(!QFile::exists(home.path(u"run/tallylight/default.socket"_s)));
    QVERIFY(desktop.isRunning());
}

void TestBadInput::desktopThatEndsUnderAVerbIsAFailure()
{
    Home home;
    QVERIFY(QDir().mkpath(home.path(u"run/tallylight"_s)));
    QFile::setPermissions(home.path(u"run/tallylight"_s),
                          QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
    QLocalServer desktop;
    QVERIFY(desktop.listen(home.path(u"run/tallylight/default.socket"_s)));
    connect(&desktop, &QLocalServer::newConnection, this, [&desktop] {
        QLocalSocket *peer = desktop.nextPendingConnection();
        connect(peer, &QLocalSocket::readyRead, peer, [peer] { peer->abort(); }); // as one that crashes
    });
    Program ctl(home, u"tallylightctl"_s, {u"pause"_s});
    QVERIFY(ctl.waitForEnd());
    QCOMPARE(ctl.exitCode(), 1);
    const QByteArray errors = ctl.errors();
    QVERIFY2(errors.contains("ended before it answered") && errors.contains("\"pause\"") &&
                 errors.count('\n') == 1,
             errors.constData());
}

void TestBadInput::helpNeedsNoDisplay()
{
    Home home;
    for (const char *name : {"QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"})
        home.environment.remove(QString::fromLatin1(name));
    for (const QString &option : {u"--help"_s, u"--version"_s}) {
        Program program(home, u"tallylight"_s, {option});
        QVERIFY(program.waitForEnd());
        QCOMPARE(program.exitCode(), 0);
        QVERIFY(program.output().contains("tallylight"));
        QVERIFY(program.errors().isEmpty());
    }
}

TALLY_TEST(TestBadInput)

} // namespace tst_badinput

#include "tst_badinput.moc"
