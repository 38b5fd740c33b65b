#include "backends/wire/keepalive.h"
#include "support/manualclock.h"

#include <QTest>

using namespace std::chrono_literals;

class TestKeepAlive : public QObject
{
    Q_OBJECT

private:
    support::ManualClock m_clock;
    int m_polls = 0;
    int m_losses = 0;
    std::unique_ptr<wire::KeepAlive> m_side;

private Q_SLOTS:
    void init()
    {
        m_polls = m_losses = 0;
        m_side = std::make_unique<wire::KeepAlive>(
            m_clock, [this] { ++m_polls; }, [this] { ++m_losses; });
    }
    void cleanup() { m_side.reset(); }

    void pollsAfterSilenceAndThenGivesUp()
    {
        m_side->start(10s);
        m_clock.advance(9999ms);
        QCOMPARE(m_polls, 0);
        m_clock.advance(1ms);
        QCOMPARE(m_polls, 1);
        m_clock.advance(9999ms);
        QCOMPARE(m_losses, 0);
        m_clock.advance(1ms);
        QCOMPARE(m_losses, 1);
        m_clock.advance(1h);
        QCOMPARE(m_polls, 1);
        QCOMPARE(m_losses, 1);
        QVERIFY(!m_clock.hasAlarms());
    }

    void measuresSilenceFromTheLastSign()
    {
        m_side->start(10s);
        for (int i = 0; i < 20; ++i) {
            m_clock.advance(9s);
            m_side->heard();
        }
        QCOMPARE(m_polls, 0);
        m_clock.advance(10s);
        QCOMPARE(m_polls, 1);
    }

    void listensAgainAfterAnAnswer()
    {
        m_side->start(10s);
        m_clock.advance(10s);
        m_clock.advance(4s);
        m_side->heard();
        m_clock.advance(9s);
        QCOMPARE(m_polls, 1);
        m_clock.advance(1s);
        QCOMPARE(m_polls, 2);
        QCOMPARE(m_losses, 0);
        m_clock.advance(10s);
        QCOMPARE(m_losses, 1);
    }

    void isOffForNoTimeout()
    {
        for (const core::Duration none : {0ms, -5000ms}) {
            m_side->start(none);
            m_side->heard();
            QVERIFY(!m_clock.hasAlarms());
        }
        m_side->start(10s);
        m_side->start(0s);
        m_clock.advance(1h);
        QCOMPARE(m_polls, 0);
    }

    void takesAnAbsurdTimeoutAsADay()
    {
        m_side->start(std::chrono::seconds(0x7fffffff));
        m_clock.advance(24h);
        QCOMPARE(m_polls, 1);
    }
};

QTEST_GUILESS_MAIN(TestKeepAlive)
#include "tst_keepalive.moc"
