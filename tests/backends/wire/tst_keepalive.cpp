#include "backends/wire/keepalive.h"
#include "support/manualclock.h"
#include "support/testprogram.h"

#include <QElapsedTimer>
#include <QTest>
#include <QTimer>

namespace tst_keepalive {

using namespace std::chrono_literals;

class TestKeepAlive : public QObject
{
    Q_OBJECT

private:
    support::ManualClock m_clock;
    int m_polls = 0;
    int m_losses = 0;
    QList<bool> m_overdue;
    std::unique_ptr<wire::KeepAlive> m_side;

private Q_SLOTS:
    void init()
    {
        m_polls = m_losses = 0;
        m_overdue.clear();
        m_side = std::make_unique<wire::KeepAlive>(
            m_clock, 1500ms,
            wire::KeepAlive::Hooks{.poll = [this] { ++m_polls; },
                                   .overdue = [this](bool isOverdue) { m_overdue.append(isOverdue); },
                                   .lost = [this] { ++m_losses; }});
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

    void remembersWhenItWasLastHeard()
    {
        QVERIFY(!m_side->lastHeard());
        m_side->heard(); // before it polls: an answer to the registration, say
        QCOMPARE(m_side->lastHeard(), m_clock.now());
        m_side->start(10s);
        m_clock.advance(3s);
        m_side->heard();
        const core::Instant heard = m_clock.now();
        m_clock.advance(20s); // a poll of this side is no sign of life of the other's
        QCOMPARE(m_losses, 1);
        QCOMPARE(m_side->lastHeard(), heard);
    }

    void row07DoubtsAndThenGivesUp()
    {
        m_side->start(10s);
        m_clock.advance(11'499ms);
        QVERIFY(m_overdue.isEmpty());
        m_clock.advance(1ms);
        QCOMPARE(m_overdue, QList{true});
        QCOMPARE(m_losses, 0);
        m_clock.advance(8499ms);
        QCOMPARE(m_losses, 0);
        m_clock.advance(1ms);
        QCOMPARE(m_losses, 1);
        QCOMPARE(m_overdue, QList{true});
        QVERIFY(!m_clock.hasAlarms());
    }

    void row07DoubtsSoonerWhoOwesAnAnswer()
    {
        m_side->start(10s);
        m_clock.advance(4s);
        m_side->asked();
        m_clock.advance(1s);
        m_side->asked(); // does not put it off
        m_clock.advance(499ms);
        QCOMPARE(m_polls, 0);
        m_clock.advance(1ms);
        QCOMPARE(m_polls, 1);
        m_clock.advance(1500ms);
        QCOMPARE(m_overdue, QList{true});
        m_clock.advance(8500ms);
        QCOMPARE(m_losses, 1); // the timeout after the poll, as ever
    }

    void isNotHurriedByAnAnswer()
    {
        m_side->start(10s);
        m_side->asked();
        m_clock.advance(100ms);
        m_side->heard();
        m_clock.advance(9999ms);
        QCOMPARE(m_polls, 0);
        m_clock.advance(1ms);
        QCOMPARE(m_polls, 1);
        m_side->heard();
        m_side->answered();
        m_side->asked();
        m_side->stop();
        m_side->asked();
        QVERIFY(!m_clock.hasAlarms());
    }

    void takesDoubtBack()
    {
        m_side->start(10s);
        m_clock.advance(12s);
        QCOMPARE(m_overdue, QList{true});
        m_side->heard();
        QCOMPARE(m_overdue, QList{true}); // it may be as old as the silence
        m_side->heard();
        m_side->answered();
        QCOMPARE(m_overdue, (QList{true, false}));
        m_side->heard();
        m_side->answered();
        QCOMPARE(m_overdue.size(), 2);
        m_clock.advance(9999ms);
        QCOMPARE(m_polls, 1);
        m_clock.advance(1ms);
        QCOMPARE(m_polls, 2); // the silence counts from the sign
        m_clock.advance(1500ms);
        QCOMPARE(m_overdue, (QList{true, false, true}));
        m_side->stop();
        QCOMPARE(m_overdue.size(), 3);
        QVERIFY(!m_clock.hasAlarms());
    }

    void takesNoDoubtBackForAnEarlierReply()
    {
        m_side->start(10s);
        m_clock.advance(11s);
        m_side->heard(); // not the reply
        m_clock.advance(12s);
        QCOMPARE(m_polls, 2);
        QCOMPARE(m_overdue, QList{true});
        m_side->heard();
        m_side->answered(); // the first poll
        QCOMPARE(m_overdue, QList{true});
        m_side->answered();
        QCOMPARE(m_overdue, (QList{true, false}));
    }

    void pollsAgainWhereTheReplyStaysOut()
    {
        m_side->start(10s);
        m_clock.advance(12s);
        m_side->heard(); // a server that has thrown the poll away
        m_clock.advance(1499ms);
        QCOMPARE(m_polls, 1);
        m_clock.advance(1ms);
        QCOMPARE(m_polls, 2);
        QCOMPARE(m_overdue, QList{true});
        m_side->heard();
        m_side->answered();
        QCOMPARE(m_overdue, (QList{true, false}));
    }

    void isLostAfterTheLastSignWhileOverdue()
    {
        m_side->start(10s);
        m_clock.advance(12s);
        m_side->heard();
        m_clock.advance(9999ms);
        QCOMPARE(m_losses, 0);
        m_clock.advance(1ms);
        QCOMPARE(m_losses, 1);
        QCOMPARE(m_overdue, QList{true});
    }

    void isLostWithoutDoubtWhenTheTimeoutIsShorter()
    {
        m_side->start(1s);
        m_clock.advance(2s);
        QCOMPARE(m_losses, 1);
        QVERIFY(m_overdue.isEmpty());
    }

    /// Idle, it wakes once for each poll and for nothing else.
    void doesNotWakeForNothing()
    {
        struct CountingClock : core::SteppedClock
        {
            using SteppedClock::SteppedClock;
            std::unique_ptr<core::Alarm> alarm(std::function<void()> ring) override
            {
                return SteppedClock::alarm([this, ring] {
                    ++rings;
                    ring();
                });
            }
            int rings = 0;
        } clock(m_clock.wallTime());
        int polls = 0;
        wire::KeepAlive side(
            clock, 1500ms,
            {.poll = [&polls] { ++polls; }, .overdue = [](bool) {}, .lost = [this] { ++m_losses; }});
        side.start(10s);
        for (core::Duration at = 0ms; at < 1h; at += 100ms) {
            const int before = polls;
            clock.advance(100ms);
            if (polls != before)
                side.heard(); // answered
        }
        QCOMPARE(polls, 360);
        QCOMPARE(clock.rings, 360);
        QCOMPARE(m_losses, 0);
    }

    /// A thread that was busy for long finds its deadlines and its answers at the same time.
    void looksOnceMoreBeforeItJudges()
    {
        core::SystemClock clock;
        QElapsedTimer busy;
        std::unique_ptr<wire::KeepAlive> side;
        QTimer answer; // as a socket that has bytes: looked at once in each turn of the loop
        int answers = 0;
        QObject::connect(&answer, &QTimer::timeout, this, [&] {
            ++answers;
            side->heard();
        });
        side = std::make_unique<wire::KeepAlive>(
            clock, 20ms,
            wire::KeepAlive::Hooks{.poll =
                                       [&] {
                                           QTimer::singleShot(0, this, [&] {
                                               busy.start();
                                               while (busy.elapsed() < 100) {
                                               }
                                               answer.start(0);
                                           });
                                       },
                                   .overdue = [this](bool isOverdue) { m_overdue.append(isOverdue); },
                                   .lost = [this] { ++m_losses; }});
        side->start(50ms);
        QTRY_VERIFY(answers > 5);
        QCOMPARE(m_losses, 0);
        QVERIFY(m_overdue.isEmpty());
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
        m_side->answered();
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

TALLY_TEST(TestKeepAlive)

} // namespace tst_keepalive
#include "tst_keepalive.moc"
