#include "core/frame.h"
#include "support/manualclock.h"
#include "support/testprogram.h"

#include <QTest>

namespace tst_frame {

using namespace std::chrono_literals;
using core::Frame;

class TestFrame : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFirstIsAtOnceAndTheNextAtTheFramesEnd();
    void aFrameLaterItIsAtOnceAgain();
    void whatCanWaitWaitsForAFrame();
    void nothingIsDoneTwice();
    void askingMeanwhileBeginsAnotherFrame();
    void aLongerFrameIsAsLongAsItSays();
    void anIdleFrameDoesNotWakeUp();
    void aFrameThatHasGoneIsSilent();
};

void TestFrame::theFirstIsAtOnceAndTheNextAtTheFramesEnd()
{
    support::ManualClock clock;
    int flushes = 0;
    Frame frame(clock, [&flushes] { ++flushes; });
    frame.flushSoon();
    QCOMPARE(flushes, 1);
    clock.advance(5ms);
    for (int i = 0; i < 1000; ++i)
        frame.flushSoon();
    QCOMPARE(flushes, 1);
    clock.advance(10ms);
    QCOMPARE(flushes, 1);
    clock.advance(1ms);
    QCOMPARE(flushes, 2); // counted from the last time, not from the asking
}

void TestFrame::aFrameLaterItIsAtOnceAgain()
{
    support::ManualClock clock;
    int flushes = 0;
    Frame frame(clock, [&flushes] { ++flushes; });
    frame.flushSoon();
    clock.advance(Frame::Length);
    frame.flushSoon();
    QCOMPARE(flushes, 2);
}

void TestFrame::whatCanWaitWaitsForAFrame()
{
    support::ManualClock clock;
    int flushes = 0;
    Frame frame(clock, [&flushes] { ++flushes; });
    frame.flushAtEnd();
    clock.advance(10ms);
    frame.flushAtEnd();
    QCOMPARE(flushes, 0);
    clock.advance(6ms);
    QCOMPARE(flushes, 1); // later requests do not put it off
}

void TestFrame::nothingIsDoneTwice()
{
    support::ManualClock clock;
    int flushes = 0;
    Frame frame(clock, [&flushes] { ++flushes; });
    frame.flushAtEnd();
    frame.flushSoon(); // all that has gathered
    QCOMPARE(flushes, 1);
    clock.advance(1s);
    QCOMPARE(flushes, 1);
}

void TestFrame::askingMeanwhileBeginsAnotherFrame()
{
    support::ManualClock clock;
    int flushes = 0;
    Frame *self = nullptr;
    Frame frame(clock, [&] {
        if (++flushes < 3)
            self->flushSoon();
    });
    self = &frame;
    frame.flushSoon();
    QCOMPARE(flushes, 1);
    clock.advance(Frame::Length);
    QCOMPARE(flushes, 2);
    clock.advance(Frame::Length);
    QCOMPARE(flushes, 3);
}

void TestFrame::aLongerFrameIsAsLongAsItSays()
{
    support::ManualClock clock;
    int flushes = 0;
    Frame frame(
        clock, [&flushes] { ++flushes; }, 500ms);
    frame.flushSoon();
    frame.flushSoon();
    clock.advance(499ms);
    QCOMPARE(flushes, 1);
    clock.advance(1ms);
    QCOMPARE(flushes, 2);
}

void TestFrame::anIdleFrameDoesNotWakeUp()
{
    support::ManualClock clock;
    Frame frame(clock, [] {});
    QVERIFY(!clock.hasAlarms());
    frame.flushSoon();
    QVERIFY(!clock.hasAlarms());
    frame.flushSoon();
    QVERIFY(clock.hasAlarms());
    clock.advance(Frame::Length);
    QVERIFY(!clock.hasAlarms());
}

void TestFrame::aFrameThatHasGoneIsSilent()
{
    support::ManualClock clock;
    int flushes = 0;
    {
        Frame frame(clock, [&flushes] { ++flushes; });
        frame.flushAtEnd();
    }
    clock.advance(1s);
    QCOMPARE(flushes, 0);
}

TALLY_TEST(TestFrame)

} // namespace tst_frame

#include "tst_frame.moc"
