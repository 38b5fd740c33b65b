#pragma once

#include <QAbstractEventDispatcher>
#include <QDeadlineTimer>
#include <QTimer>

namespace support {

/// Runs the event loop until it is so. Where QTest::qWaitFor sleeps between two looks, this looks after every
/// event: for what is done thousands of times.
template <class Condition>
bool untilSo(Condition isSo, int milliseconds = 5000)
{
    QDeadlineTimer deadline(milliseconds);
    QTimer waker; // nothing may come at all
    waker.setInterval(20);
    waker.start();
    while (!isSo()) {
        if (deadline.hasExpired())
            return false;
        QAbstractEventDispatcher::instance()->processEvents(QEventLoop::WaitForMoreEvents);
    }
    return true;
}

} // namespace support
