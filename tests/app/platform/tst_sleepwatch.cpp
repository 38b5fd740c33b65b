#include "app/platform/sleepwatch.h"
#include "support/conversation.h"
#include "support/testprogram.h"

#include <QSignalSpy>
#include <QTest>

namespace tst_sleepwatch {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using app::SleepWatch;
using model::ConnectionState;
using support::Conversation;

namespace {

/// A machine whose sleep the test decides on; a real one cannot be sent to sleep here.
struct Machine
{
    core::Duration asleep{3'600'000}; // it has slept before, too
    SleepWatch watch{[this] { return asleep; }};
};

} // namespace

class TestSleepWatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSystemWakesIt();
    void theSystemsClocksAgree();
    void row45SleepIsNoticedOnce();
    void row45AWallClockThatIsSetIsNoSleep();
    void row45ResumeMakesEverythingUncertainAndReconnects();
};

void TestSleepWatch::theSystemWakesIt()
{
#ifndef Q_OS_LINUX
    QSKIP("only built for Linux");
#endif
    const SleepWatch watch;
    QVERIFY(watch.isWatching());
}

void TestSleepWatch::theSystemsClocksAgree()
{
    SleepWatch watch;
    QSignalSpy slept(&watch, &SleepWatch::slept);
    const core::Duration before = app::timeAsleep();
    QVERIFY(before >= -1ms);
    for (int i = 0; i < 1000; ++i)
        watch.check();
    QCOMPARE(slept.count(), 0);
    QVERIFY(app::timeAsleep() - before < SleepWatch::Noticeable);
}

void TestSleepWatch::row45SleepIsNoticedOnce()
{
    Machine machine;
    QSignalSpy slept(&machine.watch, &SleepWatch::slept);
    machine.asleep += 30min;
    machine.watch.check();
    machine.watch.check();
    QCOMPARE(slept.count(), 1);
    QCOMPARE(slept.first().first().value<core::Duration>(), core::Duration(30min));
    machine.asleep += 1s;
    machine.watch.check();
    QCOMPARE(slept.count(), 2);
}

/// The wake-up comes then, too, but the two clocks have gone on together.
void TestSleepWatch::row45AWallClockThatIsSetIsNoSleep()
{
    Machine machine;
    QSignalSpy slept(&machine.watch, &SleepWatch::slept);
    for (int i = 0; i < 10; ++i) {
        machine.asleep += 1ms; // the readings are not at one instant
        machine.watch.check();
    }
    QCOMPARE(slept.count(), 0);
}

void TestSleepWatch::row45ResumeMakesEverythingUncertainAndReconnects()
{
    Conversation talk;
    Machine machine;
    connect(&machine.watch, &SleepWatch::slept, &machine.watch,
            [&] { talk.desk.connection.renew(u"this machine has slept"_s); });
    machine.asleep += 8h;
    machine.watch.check();
    QCOMPARE(talk.link.openings(), 0); // nobody has asked for a connection
    talk.connect();
    talk.talk(Conversation::recording(u"ON"_s));
    QVERIFY(talk.isCertain());
    const int openings = talk.link.openings();
    machine.asleep += 8h;
    machine.watch.check();
    QVERIFY(!talk.isCertain());
    QCOMPARE(talk.link.openings(), openings + 1); // at once, whatever the back-off
    QVERIFY(talk.desk.connection.state() != ConnectionState::Connected);
    talk.reconnect(Conversation::snapshotOf(Conversation::CallOne));
    if (const auto asked = talk.link.expect<tlib::QueryCall>())
        talk.link.answer(asked->second, {.type = tlib::MessageType::EventPartyInfo,
                                         .connId = Conversation::CallOne,
                                         .thisDn = Conversation::OwnDn,
                                         .userData = Conversation::recording(u"PAUSED"_s)});
    QVERIFY(talk.isCertain());
    QCOMPARE(talk.call()->recording.state, model::RecordingState::Paused);
}

TALLY_TEST(TestSleepWatch)

} // namespace tst_sleepwatch

#include "tst_sleepwatch.moc"
