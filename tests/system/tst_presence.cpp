#include "support/desktop.h"
#include "support/session.h"
#include "support/simulator.h"
#include "support/testprogram.h"

#include <QElapsedTimer>

namespace tst_presence {

using namespace Qt::StringLiterals;
using support::Desktop;
using support::Home;
using support::Program;
using support::Session;
using support::Simulator;

/// The program among others on a real screen: its bar, its icon in a real tray, its keys while another
/// program has the focus, and what a real notification service shows.
class TestPresence : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void keysWorkWhileAnotherProgramHasTheFocus();
    void aKeyThatIsTakenIsLeftToItsOwner();
    void aKeyThatIsBeingChosenActsOnNoCall();
    void theTrayMayComeAndGo();
    void whereTheTrayStaysAwayTheBarComes();
    void withoutATrayTheWindowOpens();
    void theBarTakesTheWindowsPlace();
    void theBarIsMovedByItsBadgeAndComesBack();
    void theWindowStandsWhereItStood();
    void whatNobodySawIsTold();
    void aNotificationThatIsPressedOpensTheWindow();

private:
    int widthOf(const QString &window) const
    {
        const QByteArray told = m_session->xdotool({u"getwindowgeometry"_s, u"--shell"_s, window});
        return told.mid(told.indexOf("WIDTH=") + 6).split('\n').first().toInt();
    }
    struct Desk
    {
        Desk(Home &home, const QByteArray &settings)
            : simulator(home)
            , desktop(home, u"presence"_s)
        {
            home.write(u"config/tallylight/presence.ini"_s, settings);
        }
        bool start()
        {
            return simulator.isReady() &&
                   desktop.start({u"--connect"_s, simulator.url(), u"--dn"_s, u"7001"_s}) &&
                   QTest::qWaitFor([this] { return desktop.link() == u"connected"; }, Program::Patience);
        }
        bool comesTo(const QString &state)
        {
            return QTest::qWaitFor([&] { return desktop.recording() == state; }, Program::Patience);
        }
        /// As long as a person has seen the call: keys and buttons leave one alone that has just come.
        void becomeKnown()
        {
            QElapsedTimer seen;
            seen.start();
            QVERIFY(QTest::qWaitFor([&seen] { return seen.hasExpired(900); }, Program::Patience));
        }
        QByteArray talk()
        {
            simulator.done(R"({"do":"configure","dn":"7001","record":true})");
            const QByteArray id = simulator.call("+493055501", "7001");
            simulator.done(R"({"do":"answer","dn":"7001","connId":")" + id + R"("})");
            return id;
        }

        Simulator simulator;
        Desktop desktop;
    };

    /// Whether the tray's icon has this colour somewhere.
    bool trayShows(QColor tone, bool isLeft = false)
    {
        return QTest::qWaitFor(
            [&] {
                const QImage screen = m_session->screenshot();
                const QRect corner(isLeft ? 0 : screen.width() - 30, screen.height() - 30, 30, 30);
                for (int y = corner.top(); y < screen.height(); ++y) {
                    for (int x = corner.left(); x < corner.left() + corner.width(); ++x) {
                        if (screen.valid(x, y) && screen.pixelColor(x, y) == tone)
                            return true;
                    }
                }
                return false;
            },
            Program::Patience);
    }

    static inline const QColor OnGround{0xfd, 0xec, 0xea}; // as the light theme has them
    static inline const QColor PausedGround{0xff, 0xf3, 0xd1};

    std::unique_ptr<Home> m_home;
    std::unique_ptr<Session> m_session;
};

void TestPresence::initTestCase()
{
    if (const QString lack = Session::lack(); !lack.isEmpty())
        QSKIP(qPrintable(lack));
    m_home = std::make_unique<Home>();
    m_session = std::make_unique<Session>(*m_home);
    QVERIFY(m_session->start());
}

void TestPresence::keysWorkWhileAnotherProgramHasTheFocus()
{
    Desk desk(*m_home,
              "[look]\ntheme=light\n[hotkeys]\npauseOrResume=Ctrl+Alt+P\nresume=F12\nsayState=Pause\n");
    QVERIFY(desk.start());
    desk.talk();
    QVERIFY(desk.comesTo(u"on"_s));
    QVERIFY(m_session->openOtherProgram());
    desk.becomeKnown();
    m_session->press(u"ctrl+alt+p"_s);
    QVERIFY(desk.comesTo(u"paused"_s));
    m_session->press(u"Pause"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_session->notifications().contains("Paused, for "), Program::Patience);
    m_session->press(u"F12"_s);
    QVERIFY(desk.comesTo(u"on"_s));
    desk.becomeKnown();                                  // else it would be the same press as before
    m_session->xdotool({u"keydown"_s, u"ctrl+alt+p"_s}); // held: one request, however often it repeats
    QVERIFY(desk.comesTo(u"paused"_s));
    QVERIFY(!QTest::qWaitFor([&desk] { return desk.desktop.recording() != u"paused"; }, 1500));
    m_session->xdotool({u"keyup"_s, u"ctrl+alt+p"_s});
}

void TestPresence::aKeyThatIsTakenIsLeftToItsOwner()
{
    Desk first(*m_home, "[hotkeys]\npauseOrResume=F12\n");
    QVERIFY(first.start());
    first.talk();
    QVERIFY(first.comesTo(u"on"_s));
    m_home->write(u"config/tallylight/second.ini"_s, "[hotkeys]\npauseOrResume=F12\n");
    Desktop second(*m_home, u"second"_s);
    QVERIFY(second.start({u"--connect"_s, first.simulator.url(), u"--dn"_s, u"7002"_s}));
    first.becomeKnown();
    m_session->press(u"F12"_s);
    QVERIFY(first.comesTo(u"paused"_s));
    QVERIFY(second.program().isRunning());
    QTRY_COMPARE_WITH_TIMEOUT(second.toastCount(), 1, Program::Patience);
    const QString said = QString::fromUtf8(QJsonDocument(second.toast()).toJson());
    QVERIFY2(said.contains(u"Another program has the key F12"_s), qPrintable(said));
    QVERIFY2(said.contains(u"Pause or resume the recording"_s), qPrintable(said));
    first.desktop.program().interrupt();
    QVERIFY(QTest::qWaitFor([&] { return !first.desktop.program().isRunning(); }, Program::Patience));
    QVERIFY(m_session->openOtherProgram());
    m_session->xdotool({u"windowactivate"_s, u"--sync"_s, m_session->window(u"7002"_s)});
    QTRY_VERIFY2_WITH_TIMEOUT(second.toastCount() == 0,
                              (QJsonDocument(second.toast()).toJson() +
                               m_session->xdotool({u"getactivewindow"_s, u"getwindowname"_s}))
                                  .constData(),
                              Program::Patience);
}

void TestPresence::aKeyThatIsBeingChosenActsOnNoCall()
{
    Desk desk(*m_home, "[hotkeys]\npauseOrResume=Ctrl+Alt+P\n");
    QVERIFY(desk.start());
    desk.talk();
    QVERIFY(desk.comesTo(u"on"_s));
    QVERIFY(m_session->hasWindow(u"7001"_s));
    m_session->xdotool({u"windowactivate"_s, u"--sync"_s, m_session->window(u"7001"_s)});
    desk.becomeKnown();
    m_session->press(u"ctrl+comma"_s);
    QVERIFY(m_session->hasWindow(u"Settings"_s));
    m_session->xdotool({u"windowactivate"_s, u"--sync"_s, m_session->window(u"Settings"_s)});
    m_session->xdotool({u"mousemove"_s, u"--window"_s, m_session->window(u"Settings"_s), u"38"_s, u"174"_s,
                        u"click"_s, u"1"_s}); // the page of the keys
    const QString field = QString::number(widthOf(m_session->window(u"Settings"_s)) - 119);
    m_session->xdotool({u"mousemove"_s, u"--window"_s, m_session->window(u"Settings"_s), field, u"74"_s,
                        u"click"_s, u"1"_s}); // its first field
    m_session->press(u"ctrl+alt+p"_s);
    QVERIFY(!QTest::qWaitFor([&desk] { return desk.desktop.recording() != u"on"_s; }, 1500));
    QVERIFY(m_session->openOtherProgram());
    // It is taken again once the desktop has heard that its field has lost the focus.
    QVERIFY(QTest::qWaitFor(
        [&] {
            m_session->press(u"ctrl+alt+p"_s);
            return QTest::qWaitFor([&desk] { return desk.desktop.recording() == u"paused"_s; }, 2000);
        },
        Program::Patience));
}

void TestPresence::theTrayMayComeAndGo()
{
    Desk desk(*m_home, "[look]\ntheme=light\n[window]\nopensAs=tray\nclosingMeans=tray\n");
    QVERIFY(desk.start());
    QVERIFY(m_session->window(u"7001"_s).isEmpty());
    desk.talk();
    QVERIFY(desk.comesTo(u"on"_s));
    QVERIFY(trayShows(OnGround));
    m_session->endTray();
    QCOMPARE(desk.desktop.ctl("pause"), 0);
    m_session->startTray(u"left"_s);
    QVERIFY(trayShows(PausedGround, true));
    m_session->endTray();
    m_session->startTray(u"right"_s);
    QVERIFY(trayShows(PausedGround));
}

void TestPresence::whereTheTrayStaysAwayTheBarComes()
{
    Desk desk(*m_home, "[look]\ntheme=light\n[window]\nclosingMeans=tray\n");
    QVERIFY(desk.start());
    const int before = desk.desktop.toastCount(); // of how the one before it was ended
    desk.talk();
    QVERIFY(desk.comesTo(u"on"_s));
    QVERIFY(m_session->hasWindow(u"7001"_s));
    QVERIFY(trayShows(OnGround));
    m_session->xdotool({u"windowactivate"_s, u"--sync"_s, m_session->window(u"7001"_s)});
    m_session->press(u"alt+F4"_s);
    QVERIFY(m_session->hasWindow(u"7001"_s, false));
    QVERIFY(m_session->openOtherProgram());
    m_session->endTray();
    QVERIFY(m_session->hasWindow(u"compact bar"_s));
    QCOMPARE(m_session->xdotool({u"getactivewindow"_s, u"getwindowname"_s}), "customers");
    QTRY_VERIFY2_WITH_TIMEOUT(desk.desktop.toastCount() == before + 1,
                              QJsonDocument(desk.desktop.state()["toasts"_L1].toArray()).toJson().constData(),
                              Program::Patience);
    QVERIFY(!m_session->hasWindow(u"7001"_s)); // the bar is enough
    m_session->startTray(u"right"_s);
    QVERIFY(trayShows(OnGround));
    QTRY_COMPARE_WITH_TIMEOUT(desk.desktop.toastCount(), before, Program::Patience);
    QVERIFY(m_session->hasWindow(u"compact bar"_s));
}

void TestPresence::withoutATrayTheWindowOpens()
{
    m_session->endTray();
    Desk desk(*m_home, "[window]\nopensAs=tray\n");
    QVERIFY(desk.start());
    QVERIFY(m_session->hasWindow(u"7001"_s));
    m_session->startTray(u"right"_s);
}

void TestPresence::theBarTakesTheWindowsPlace()
{
    Desk desk(*m_home, "[look]\ntheme=light\n");
    QVERIFY(desk.start());
    desk.talk();
    QVERIFY(desk.comesTo(u"on"_s));
    QVERIFY(m_session->hasWindow(u"7001"_s));
    m_session->xdotool({u"windowactivate"_s, u"--sync"_s, m_session->window(u"7001"_s)});
    m_session->press(u"ctrl+m"_s);
    QVERIFY(m_session->hasWindow(u"compact bar"_s));
    m_session->xdotool({u"set_desktop"_s, u"1"_s}); // it is on all of them
    QVERIFY(m_session->hasWindow(u"compact bar"_s));
    m_session->xdotool({u"set_desktop"_s, u"0"_s});
    const QString bar = m_session->window(u"compact bar"_s);
    desk.becomeKnown();
    m_session->xdotool({u"mousemove"_s, u"--window"_s, bar, QString::number(widthOf(bar) - 55), u"24"_s,
                        u"click"_s, u"1"_s}); // its button
    QVERIFY(desk.comesTo(u"paused"_s));
    m_session->xdotool({u"windowactivate"_s, u"--sync"_s, bar});
    m_session->press(u"ctrl+m"_s);
    QVERIFY(m_session->hasWindow(u"compact bar"_s, false));
}

void TestPresence::theBarIsMovedByItsBadgeAndComesBack()
{
    Desk desk(*m_home, "[look]\ntheme=light\n[window]\nopensAs=bar\n");
    QVERIFY(desk.start());
    desk.talk();
    QVERIFY(desk.comesTo(u"on"_s));
    QVERIFY(m_session->hasWindow(u"compact bar"_s));
    const QString bar = m_session->window(u"compact bar"_s);
    const auto place = [&] { return m_session->xdotool({u"getwindowgeometry"_s, bar}); };
    m_session->xdotool({u"mousemove"_s, u"--window"_s, bar, u"60"_s, u"24"_s, u"click"_s, u"1"_s});
    const QByteArray before = place();
    m_session->xdotool({u"mousemove_relative"_s, u"--"_s, u"-200"_s, u"200"_s});
    QVERIFY(!QTest::qWaitFor([&] { return place() != before; }, 700)); // a click does not take it along
    m_session->xdotool({u"mousemove"_s, u"--window"_s, bar, u"60"_s, u"24"_s, u"mousedown"_s, u"1"_s});
    for (int i = 0; i < 5; ++i)
        m_session->xdotool({u"mousemove_relative"_s, u"--"_s, u"4"_s, u"4"_s});
    m_session->xdotool({u"mousemove"_s, u"1300"_s, u"760"_s});
    m_session->xdotool({u"mouseup"_s, u"1"_s});
    QTRY_VERIFY_WITH_TIMEOUT(place() != before, Program::Patience);
    QTRY_VERIFY2_WITH_TIMEOUT(
        [&] {
            const QList<QByteArray> numbers =
                place().split('\n').value(1).split(':').value(1).split('(').value(0).trimmed().split(',');
            return numbers.size() == 2 && numbers[0].toInt() <= 1366 - 300 && numbers[1].toInt() <= 768 - 48;
        }(),
        place().constData(), Program::Patience);
}

void TestPresence::theWindowStandsWhereItStood()
{
    Desk desk(*m_home, "[look]\ntheme=light\n");
    QVERIFY(desk.start());
    QVERIFY(m_session->hasWindow(u"7001"_s));
    const auto place = [&] {
        const QByteArray told = m_session->tool(u"xwininfo"_s, {u"-id"_s, m_session->window(u"7001"_s)});
        return told.mid(told.indexOf("Absolute"), told.indexOf("Relative") - told.indexOf("Absolute"));
    };
    QByteArray before;
    for (int i = 0; i < 2; ++i) {
        m_session->xdotool({u"windowactivate"_s, u"--sync"_s, m_session->window(u"7001"_s)});
        before = place();
        QVERIFY(!before.isEmpty());
        m_session->press(u"ctrl+m"_s);
        QVERIFY(m_session->hasWindow(u"compact bar"_s));
        QVERIFY(m_session->hasWindow(u"7001"_s, false));
        desk.desktop.ctl("show"); // from elsewhere: the bar has stood in its place, and goes
        QVERIFY(m_session->hasWindow(u"7001"_s));
        QVERIFY(m_session->hasWindow(u"compact bar"_s, false));
        QTRY_COMPARE_WITH_TIMEOUT(place(), before, 3000);
    }
}

void TestPresence::whatNobodySawIsTold()
{
    Desk desk(*m_home, "[look]\ntheme=light\n[window]\nopensAs=tray\n");
    QVERIFY(desk.start());
    const QByteArray id = desk.simulator.call("+493055501", "7001");
    QTRY_VERIFY_WITH_TIMEOUT(m_session->notifications().contains("+493055501"), Program::Patience);
    desk.simulator.done(R"({"do":"configure","dn":"7001","record":true})");
    desk.simulator.done(R"({"do":"answer","dn":"7001","connId":")" + id + R"("})");
    QVERIFY(desk.comesTo(u"on"_s));
    desk.simulator.done(R"({"do":"refuse","service":"pause","code":58,"times":1})");
    QCOMPARE(desk.desktop.ctl("pause"), 1);
    QTRY_VERIFY_WITH_TIMEOUT(m_session->notifications().contains("(58)"), Program::Patience);
    QVERIFY(desk.simulator.kill());
    QTRY_VERIFY_WITH_TIMEOUT(m_session->notifications().contains("Not certain what is recorded"),
                             Program::Patience);
}

void TestPresence::aNotificationThatIsPressedOpensTheWindow()
{
    Desk desk(*m_home, "[window]\nopensAs=tray\n");
    QVERIFY(desk.start());
    desk.simulator.call("+493055501", "7001");
    QTRY_VERIFY_WITH_TIMEOUT(m_session->tool(u"dunstctl"_s, {u"count"_s, u"displayed"_s}) == "1",
                             Program::Patience);
    QVERIFY(m_session->window(u"7001"_s).isEmpty());
    m_session->tool(u"dunstctl"_s, {u"action"_s});
    QVERIFY(m_session->hasWindow(u"7001"_s));
    QTRY_COMPARE_WITH_TIMEOUT(m_session->tool(u"dunstctl"_s, {u"count"_s, u"displayed"_s}), "0",
                              Program::Patience);
}

TALLY_TEST(TestPresence)

} // namespace tst_presence
#include "tst_presence.moc"
