#include "support/desktop.h"
#include "support/testprogram.h"

#include <fcntl.h>
#include <unistd.h>

namespace tst_unwritable {

using namespace Qt::StringLiterals;
using support::Home;
using support::Program;

/// Standard output that takes nothing: a sentence and exit 1, never a part that looks like the whole.
class TestUnwritable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void row63OutputThatIsNotTakenIsSaid_data();
    void row63OutputThatIsNotTakenIsSaid();
};

void TestUnwritable::row63OutputThatIsNotTakenIsSaid_data()
{
    QTest::addColumn<QStringList>("command");
    QTest::addColumn<bool>("isFull"); // else nobody reads
    for (const bool isFull : {true, false}) {
        for (const char *command :
             {"tallylight --help", "tallylight --version", "tallylightctl --help", "tallylightctl --version",
              "tallylightctl state", "tallylightctl watch", "tallylight-sim --help",
              "tallylight-sim --version", "tallylight-sim --listen 127.0.0.1:0"}) {
            QTest::addRow("%s, %s", command, isFull ? "full disk" : "closed pipe")
                << QString::fromLatin1(command).split(u' ') << isFull;
        }
    }
}

void TestUnwritable::row63OutputThatIsNotTakenIsSaid()
{
    QFETCH(QStringList, command);
    QFETCH(bool, isFull);
    Home home;
    support::Desktop desktop(home);
    if (command.first() == u"tallylightctl" && !command.last().startsWith(u'-'))
        QVERIFY(desktop.start({}));
    int ends[2] = {-1, open("/dev/full", O_WRONLY | O_CLOEXEC)};
    if (!isFull) {
        QCOMPARE(pipe2(ends, O_CLOEXEC), 0);
        close(ends[0]);
    }
    QProcess process;
    process.setProcessEnvironment(home.environment);
    process.setChildProcessModifier([&ends] { dup2(ends[1], STDOUT_FILENO); });
    process.start(qEnvironmentVariable("TALLYLIGHT_BIN") + u'/' + command.first(), command.sliced(1));
    QVERIFY(process.waitForFinished(Program::Patience));
    close(ends[1]);
    const QByteArray said = process.readAllStandardError();
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QVERIFY2(process.exitCode() == 1, said.constData());
    QVERIFY2(said.startsWith(command.first().toLatin1() + ": standard output cannot be written") &&
                 said.count('\n') == 1,
             said.constData());
}

TALLY_TEST(TestUnwritable)

} // namespace tst_unwritable

#include "tst_unwritable.moc"
