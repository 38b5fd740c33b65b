#include "core/clock.h"
#include "support/manualclock.h"
#include "support/testprogram.h"

#include <QTest>

namespace tst_clock {

using namespace std::chrono_literals;

class TestClock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void alarmRingsOnceFromTheEventLoop()
    {
        core::SystemClock clock;
        int rung = 0;
        const auto alarm = clock.alarm([&rung] { ++rung; });
        alarm->start(1ms);
        QCOMPARE(rung, 0);
        QTRY_COMPARE(rung, 1);
        QVERIFY(!alarm->isActive());
    }

    void stoppedAlarmIsSilent()
    {
        support::ManualClock clock;
        int rung = 0;
        const auto alarm = clock.alarm([&rung] { ++rung; });
        alarm->start(10ms);
        alarm->stop();
        clock.advance(1s);
        QCOMPARE(rung, 0);
    }

    void manualAlarmsRingInOrderAtTheirTime()
    {
        support::ManualClock clock;
        QList<std::pair<int, core::Duration>> rung;
        const auto note = [&](int which) { rung.append({which, clock.now().time_since_epoch()}); };
        const auto late = clock.alarm([&] { note(2); });
        const auto early = clock.alarm([&] { note(1); });
        late->start(20ms);
        early->start(10ms);
        clock.advance(15ms);
        QCOMPARE(rung, (QList<std::pair<int, core::Duration>>{{1, 10ms}}));
        clock.advance(5ms);
        QCOMPARE(rung.size(), 2);
        QCOMPARE(rung.last(), std::pair(2, core::Duration(20ms)));
    }

    void anAlarmMayEndItselfAndOthersWhileItRings()
    {
        support::ManualClock clock;
        QString said;
        std::unique_ptr<core::Alarm> other = clock.alarm([&said] { said += u"other"; });
        std::unique_ptr<core::Alarm> alarm;
        const QString word(100, u'x'); // which the alarm keeps for itself
        alarm = clock.alarm([&alarm, &other, &said, word] {
            alarm.reset();
            other.reset();
            said += word;
        });
        alarm->start(10ms);
        other->start(10ms);
        clock.advance(1s);
        QCOMPARE(said, word);
    }

    void monotonicTimeIgnoresTheWallClock()
    {
        support::ManualClock clock;
        const auto before = clock.now();
        clock.setWallTime(QDateTime(QDate(1999, 1, 1), QTime(0, 0), Qt::UTC));
        QCOMPARE(clock.now(), before);
        QCOMPARE(clock.wallTime().date().year(), 1999);
    }
};

TALLY_TEST(TestClock)

} // namespace tst_clock
#include "tst_clock.moc"
