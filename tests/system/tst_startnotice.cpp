#include "support/testprogram.h"
#include "support/xserver.h"

namespace tst_startnotice {

using namespace Qt::StringLiterals;
using support::Home;
using support::Program;
using support::XServer;

/// Who starts the program from a menu sees no terminal: a window says why it does not start.
class TestStartNotice : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void row61FileThatCannotBeUsedIsSaidInAWindow_data();
    void row61FileThatCannotBeUsedIsSaidInAWindow();
};

void TestStartNotice::row61FileThatCannotBeUsedIsSaidInAWindow_data()
{
    QTest::addColumn<QString>("program");
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("a policy") << u"desktopunderpolicy"_s << QStringList()
                              << QByteArray("[permissions]\nstop=maybe\n");
    QTest::newRow("settings that the command line names")
        << u"tallylight"_s << QStringList{u"--config"_s, u"$file"_s} << QByteArray("[agent]\nnothing\n");
}

void TestStartNotice::row61FileThatCannotBeUsedIsSaidInAWindow()
{
    QFETCH(QString, program);
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, content);
    if (const QString lack = XServer::lack(); !lack.isEmpty())
        QSKIP(qPrintable(lack));
    XServer screen;
    QVERIFY(screen.start());
    Home home;
    screen.giveTo(home);
    const QString file = home.write(u"wrong.ini"_s, content);
    arguments.replaceInStrings(u"$file"_s, file);
    home.environment.insert(u"TALLYLIGHT_POLICY"_s, file);
    Program desktop(home, program, arguments);
    QByteArray window;
    const QStringList search{u"search"_s, u"--onlyvisible"_s, u"--class"_s, u"^tallylight$"_s};
    QTRY_VERIFY_WITH_TIMEOUT(!(window = screen.tool(search)).isEmpty(), Program::Patience);
    QVERIFY(desktop.isRunning());
    screen.tool({u"key"_s, u"--window"_s, QString::fromLatin1(window), u"Escape"_s});
    QVERIFY(desktop.waitForEnd());
    QCOMPARE(desktop.exitCode(), 1);
    const QByteArray said = desktop.errors();
    QVERIFY2(said.contains(file.toUtf8()) && said.contains("line 2"), said.constData());
}

TALLY_TEST(TestStartNotice)

} // namespace tst_startnotice

#include "tst_startnotice.moc"
