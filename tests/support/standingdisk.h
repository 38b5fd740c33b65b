#pragma once

#include <QSemaphore>
#include <QThreadPool>

namespace support {

/// As long as it does not go, nothing that is to be done in the background (core::inBackground) gets on.
class StandingDisk
{
public:
    StandingDisk()
        : m_threads(pool()->maxThreadCount())
    {
        pool()->waitForDone();
        pool()->setMaxThreadCount(1);
        pool()->start([this] { m_going.acquire(); });
    }
    ~StandingDisk()
    {
        go();
        pool()->waitForDone();
        pool()->setMaxThreadCount(m_threads);
    }
    Q_DISABLE_COPY_MOVE(StandingDisk)

    void go() { m_going.release(); }

private:
    static QThreadPool *pool() { return QThreadPool::globalInstance(); }

    const int m_threads;
    QSemaphore m_going;
};

} // namespace support
