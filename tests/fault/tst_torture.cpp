#include "support/processtruth.h"
#include "support/testprogram.h"

#include <QElapsedTimer>

namespace tst_torture {

using namespace Qt::StringLiterals;
using support::CtlOutcome;
using support::Home;
using support::Program;
using support::QuietDesktop;
using support::Simulator;

namespace {

constexpr int TimeForAll = 60'000; ///< ms, unless all are asked for: then every so many calls one fails
constexpr int BackAfter = 20'000;
const QStringList OwnDn{u"7001"_s};

} // namespace

/// Lets the n-th call to the system fail that may fail, for every n, under a desktop that is used: it never
/// crashes or hangs, never shows a wrong light, and ends normally.
class TestTorture : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyCallFailsOnce();
    void savedSettingsAreWholeWhicheverCallFails();

private:
    static void inject(Home &home, int failAt);
    void takeNote(const Home &home);
    QString use(int failAt);
    QString saveSettings(int failAt);
    QString useRunning(QuietDesktop &desktop);
    QString look(QuietDesktop &desktop);
    QString waitForTruth(QuietDesktop &desktop);
    QString end(QuietDesktop &desktop);
    QString act(QuietDesktop &desktop, const QString &verb, const QString &light);
    QMap<QString, QString> truth()
    {
        return support::recordingsTrue(m_sim->command(R"({"do":"state"})"), OwnDn);
    }

    Simulator *m_sim = nullptr;
    int m_calls = 0;          ///< that the program made in this run
    QByteArray m_failed;      ///< the one that failed
    bool m_isRefused = false; ///< the desktop said that it cannot start, or not be driven, and why
};

/// What is certain is true, before or after the look.
QString TestTorture::look(QuietDesktop &desktop)
{
    const auto before = truth();
    const auto shown = support::recordingsShown(desktop.state());
    const auto after = truth();
    for (auto call = shown.begin(); call != shown.end(); ++call) {
        const QString &light = call.value();
        if (!light.endsWith(u'?') && light != u"unknown" && light != before.value(call.key()) &&
            light != after.value(call.key()))
            return u"it shows %1 where %2 is true"_s.arg(light, after.value(call.key()));
    }
    return {};
}

QString TestTorture::waitForTruth(QuietDesktop &desktop)
{
    QString lie;
    const bool isTrue = QTest::qWaitFor(
        [&] {
            lie = look(desktop);
            return !lie.isEmpty() || !desktop.program.isRunning() ||
                   support::isWhole(support::recordingsShown(desktop.state()), truth());
        },
        BackAfter);
    if (!lie.isEmpty())
        return lie;
    if (!desktop.program.isRunning())
        return u"it has ended, with exit code %1: "_s.arg(desktop.program.exitCode()) +
               QString::fromUtf8(desktop.program.errors());
    return isTrue ? QString()
                  : u"it shows %1 where %2 is true"_s.arg(
                        QStringList(support::recordingsShown(desktop.state()).values()).join(u' '),
                        QStringList(truth().values()).join(u' '));
}

/// Until it has worked, as a person would: the first attempt may be the one that fails.
QString TestTorture::act(QuietDesktop &desktop, const QString &verb, const QString &light)
{
    const auto isDone = [&] { return truth().value(truth().firstKey()) == light; };
    for (int i = 0; i < 3 && !isDone(); ++i) {
        if (desktop.ctl({verb, u"--timeout"_s, u"10"_s}).code == 0 && !QTest::qWaitFor(isDone))
            return verb + u": it was said to be done"_s; // the light of an answered call comes a moment later
        if (const QString trouble = waitForTruth(desktop); !trouble.isEmpty())
            return verb + u": "_s + trouble;
    }
    const QString now = truth().value(truth().firstKey());
    return now == light ? QString() : u"%1: it is %2 after three attempts"_s.arg(verb, now);
}

QString TestTorture::useRunning(QuietDesktop &desktop)
{
    // A desktop that cannot start says so and ends; one that starts connects by itself.
    const bool isUp = QTest::qWaitFor(
        [&] { return !desktop.program.isRunning() || desktop.state()["link"_L1]["certain"_L1].toBool(); },
        BackAfter);
    if (!desktop.program.isRunning()) {
        m_isRefused = true;
        const bool isOrderly = desktop.program.exitCode() == 1 && !desktop.program.errors().isEmpty();
        return isOrderly ? QString() : u"it ended with exit code %1"_s.arg(desktop.program.exitCode());
    }
    if (!isUp && desktop.program.errors().contains("the automation socket")) {
        m_isRefused = true; // it says so, and goes on without
        return {};
    }
    if (!isUp)
        return u"it never connected; it said: "_s + QString::fromUtf8(desktop.program.errors().right(500));
    const QByteArray call = m_sim->call("+493055501", "7001");
    if (const QString trouble = waitForTruth(desktop); !trouble.isEmpty())
        return u"ringing: "_s + trouble;
    for (const auto &[verb, light] : {std::pair(u"answer"_s, u"on"_s), std::pair(u"pause"_s, u"paused"_s),
                                      std::pair(u"resume"_s, u"on"_s)}) {
        if (const QString trouble = act(desktop, verb, light); !trouble.isEmpty())
            return trouble;
    }
    return waitForTruth(desktop);
}

QString TestTorture::end(QuietDesktop &desktop)
{
    for (int i = 0; i < 3 && desktop.program.isRunning(); ++i) {
        if (desktop.ctl({u"quit"_s, u"--force"_s}).code == 0 && !desktop.program.waitForEnd())
            return u"it hangs at its end"_s;
    }
    // Its answer may have been what failed: then it ends all the same, once the disk has its last word.
    if (desktop.program.isRunning() && !desktop.program.waitForEnd())
        return u"it cannot be asked to end"_s;
    return desktop.program.exitCode() == 0 ? QString()
                                           : u"it ended with exit code %1"_s.arg(desktop.program.exitCode());
}

/// What went wrong when this call failed; empty when nothing did.
QString TestTorture::use(int failAt)
{
    Home simHome;
    Simulator sim(simHome);
    m_sim = &sim;
    Home home;
    const QProcessEnvironment plain = home.environment;
    inject(home, failAt);
    QuietDesktop desktop(home, {u"--connect"_s, sim.url(), u"--dn"_s, u"7001"_s});
    home.environment = plain;
    m_isRefused = false;
    QString trouble = useRunning(desktop);
    if (trouble.isEmpty() && !m_isRefused)
        trouble = end(desktop);
    takeNote(home);
    return trouble;
}

/// What is wrong with the file, or with what was said about it, when this call failed.
QString TestTorture::saveSettings(int failAt)
{
    const QByteArray before = "; of the administrator\n[connection]\nservers=tlib://127.0.0.1:7007\n"
                              "[agent]\nid=1001\n";
    Home home;
    const QString path = home.write(u"config/tallylight/default.ini"_s, before);
    inject(home, failAt);
    Program program(home, u"savesettings"_s, {path});
    const bool hasEnded = program.waitForEnd();
    takeNote(home);
    m_isRefused = program.exitCode() != 0;
    if (!hasEnded || (m_isRefused && program.exitCode() != 1 && program.exitCode() != 3))
        return u"it hangs or crashes"_s;
    if (program.exitCode() != 3 && program.output() != "1001\n")
        return u"it has read: "_s + QString::fromUtf8(program.output());
    QFile file(path);
    const QByteArray after = file.open(QIODevice::ReadOnly) ? file.readAll() : "(nothing)"_ba;
    const QStringList all = QFileInfo(path).dir().entryList(QDir::Files);
    const bool isWhole = m_isRefused ? after == before
                                     : after.contains("theme=dark") && after.contains("id=1001") &&
                                           after.startsWith(before.first(before.indexOf("[agent]")));
    if (!isWhole)
        return u"with exit code %1 the file is: %2"_s.arg(program.exitCode()).arg(QString::fromUtf8(after));
    if (m_isRefused && program.errors().isEmpty())
        return u"it does not say why it was not saved"_s;
    return all.size() == 1 ? QString() : u"there are more files: "_s + all.join(u' ');
}

void TestTorture::inject(Home &home, int failAt)
{
    home.environment.insert(u"LD_PRELOAD"_s, QStringLiteral(FAIL_INJECTION));
    home.environment.insert(u"TALLYLIGHT_FAIL_AT"_s, QString::number(failAt));
    home.environment.insert(u"TALLYLIGHT_FAIL_UNDER"_s, home.path(QString()));
    home.environment.insert(u"TALLYLIGHT_FAIL_NOTE"_s, home.path(u"note"_s));
}

void TestTorture::takeNote(const Home &home)
{
    QFile file(home.path(u"note"_s));
    m_calls = 0;
    m_failed = "nothing";
    if (file.open(QIODevice::ReadOnly)) {
        const QList<QByteArray> words = file.readAll().trimmed().split(' ');
        m_calls = words.value(0).toInt();
        m_failed = words.value(1);
    }
}

void TestTorture::initTestCase()
{
    if (QByteArray(FAIL_INJECTION).isEmpty())
        QSKIP("a library that is loaded first and AddressSanitizer do not go together");
}

void TestTorture::savedSettingsAreWholeWhicheverCallFails()
{
    QCOMPARE(saveSettings(0), QString());
    QVERIFY(!m_isRefused);
    const int calls = m_calls;
    QVERIFY(calls >= 8); // two files opened, read or written, and closed; synchronised, renamed
    int refused = 0;
    QStringList troubles;
    for (int n = 1; n <= calls; ++n) {
        const QString trouble = saveSettings(n);
        refused += m_isRefused ? 1 : 0;
        if (!trouble.isEmpty())
            troubles.append(u"call %1 (%2): %3"_s.arg(n).arg(QString::fromLatin1(m_failed), trouble));
    }
    qInfo("%d calls failed, one in each run; %d times it was said that nothing was saved", calls, refused);
    QVERIFY2(troubles.isEmpty(), qPrintable(troubles.join(u'\n')));
}

void TestTorture::everyCallFailsOnce()
{
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(use(0), QString());
    const int calls = m_calls;
    QVERIFY(calls > 20); // or the library was not there
    const bool isFull = qEnvironmentVariableIsSet("TALLYLIGHT_FAULT_FULL");
    const qint64 runs = std::max<qint64>(10, TimeForAll / std::max<qint64>(1, timer.elapsed()));
    const int stride = isFull ? 1 : std::max(1, int(calls / runs));
    if (const int only = qEnvironmentVariableIntValue("TALLYLIGHT_FAIL_ONLY"); only > 0) { // to look at one
        const QString trouble = use(only);
        QVERIFY2(trouble.isEmpty(), qPrintable(QString::fromLatin1(m_failed) + u": "_s + trouble));
        return;
    }
    int refused = 0, done = 0;
    QStringList troubles;
    timer.restart();
    for (int n = 1; n <= calls; n += stride) {
        const QString trouble = use(n);
        ++done;
        refused += m_isRefused ? 1 : 0;
        if (!trouble.isEmpty())
            troubles.append(u"call %1 (%2): %3"_s.arg(n).arg(QString::fromLatin1(m_failed), trouble));
        if (!isFull && timer.elapsed() > 3 * TimeForAll)
            break; // a machine that is this busy has shown what it can
    }
    qInfo("%d of %d calls failed, one in each run; %d times the desktop said what it cannot do", done, calls,
          refused);
    QVERIFY2(troubles.isEmpty(), qPrintable(troubles.join(u'\n')));
}

TALLY_TEST(TestTorture)

} // namespace tst_torture

#include "tst_torture.moc"
