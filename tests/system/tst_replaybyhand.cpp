#include "support/logstory.h"
#include "support/testprogram.h"
#include "support/xserver.h"

namespace tst_replaybyhand {

using namespace Qt::StringLiterals;
using support::Home;
using support::Program;
using support::StoryStyle;
using support::told;
using support::XServer;

/// The window of a log that grows, as a process on a screen, driven by keys alone.
class TestReplayByHand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void followsPausesFindsSortsAndExports();
    void readsStandardInput();

private:
    /// Of the window with this title that is seen; empty when there is none.
    QString window(const QString &title)
    {
        return QString::fromLatin1(
            m_screen->tool({u"search"_s, u"--onlyvisible"_s, u"--name"_s, title}).split('\n').first());
    }
    /// There is nobody who manages windows here.
    bool focus(const QString &title, int patience = Program::Patience)
    {
        QString id;
        const bool isThere = QTest::qWaitFor([&] { return !(id = window(title)).isEmpty(); }, patience);
        m_screen->tool({u"windowfocus"_s, id});
        return isThere;
    }
    void press(const QString &key) { m_screen->tool({u"key"_s, key}); }
    void type(const QString &text) { m_screen->tool({u"type"_s, u"--delay"_s, u"1"_s, text}); }
    /// What the window exports; empty when it cannot.
    QByteArray exported();
    /// Now or soon.
    bool exports(const QByteArray &text)
    {
        return QTest::qWaitFor([&] { return exported().contains(text); }, Program::Patience);
    }

    static void append(const QString &path, const QByteArray &text)
    {
        QFile file(path);
        if (!file.open(QIODevice::Append) || file.write(text) != text.size())
            qFatal("the test cannot write its log");
    }

    std::unique_ptr<XServer> m_screen;
    std::unique_ptr<Home> m_home;
    int m_exports = 0;
};

void TestReplayByHand::initTestCase()
{
    if (const QString lack = XServer::lack(); !lack.isEmpty())
        QSKIP(qPrintable(lack));
    m_screen = std::make_unique<XServer>();
    QVERIFY(m_screen->start());
    m_home = std::make_unique<Home>();
    m_screen->giveTo(*m_home);
}

QByteArray TestReplayByHand::exported()
{
    const QString path = m_home->path(u"export%1.csv"_s.arg(++m_exports));
    if (!focus(u"Replay of"_s))
        return {};
    press(u"alt+e"_s);
    constexpr int Soon = 3000; // there may be nothing yet that could be exported
    if (!focus(u"Export the calls that are shown"_s, Soon))
        return {};
    press(u"ctrl+a"_s);
    type(path);
    press(u"Return"_s);
    QFile file(path);
    if (!QTest::qWaitFor([&file] { return file.open(QIODevice::ReadOnly); }, Program::Patience))
        return {};
    return file.readAll();
}

void TestReplayByHand::followsPausesFindsSortsAndExports()
{
    const auto call = [](const QByteArray &id, int second) {
        return StoryStyle{.begin = StoryStyle().begin.addSecs(second), .connId = id, .hasSequence = false};
    };
    const QString log = m_home->write(u"grows.log"_s, told(call("000000000000000a", 0)));
    Program run(*m_home, u"tallylight"_s, {u"--replay"_s, log, u"--follow"_s});
    QVERIFY(exports("000000000000000a"));
    append(log, told(call("000000000000000b", 100)));
    QVERIFY(exports("000000000000000b"));
    QVERIFY(focus(u"Replay of"_s));
    press(u"alt+p"_s);
    const QByteArray paused = exported();
    append(log, told(call("000000000000000c", 200)));
    QCOMPARE(exported(), paused);
    QVERIFY(focus(u"Replay of"_s));
    press(u"alt+g"_s);
    QVERIFY(exports("000000000000000c"));
    QVERIFY(focus(u"Replay of"_s));
    press(u"ctrl+f"_s);
    type(u"0000c"_s);
    QCOMPARE(exported().count('\n'), 2);
    QVERIFY(run.isRunning());
    QVERIFY2(!run.errors().contains("tallylight: "), run.errors().constData());
}

void TestReplayByHand::readsStandardInput()
{
    Program run(*m_home, u"tallylight"_s, {u"--replay"_s, u"-"_s, u"--speed"_s, u"max"_s});
    run.write(told());
    run.endInput();
    QVERIFY(exports(",39.0,15.0,0.0,"));
}

TALLY_TEST(TestReplayByHand)

} // namespace tst_replaybyhand
#include "tst_replaybyhand.moc"
