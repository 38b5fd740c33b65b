#include "backends/simulator/pair/replication.h"

#include <limits>

namespace simulator {

ReplicaSender::ReplicaSender(Replica &replica, PairChannel &channel, core::Clock &clock)
    : m_replica(replica)
    , m_channel(channel)
    , m_alarm(clock.alarm([this] { push(); }))
{
}

void ReplicaSender::start()
{
    stop();
    m_active = true;
    m_completing = true;
    m_replica.changed().open([this] { m_alarm->start(core::Duration::zero()); });
    send(m_replica.beginning());
    push();
}

void ReplicaSender::stop()
{
    m_active = m_completing = m_hasAll = false;
    m_replica.changed().close();
    m_alarm->stop();
    m_unconfirmed.clear();
    m_unconfirmedSize = 0;
    m_completedBy = 0;
}

void ReplicaSender::push()
{
    pushUpTo(Window);
}

void ReplicaSender::pushAll()
{
    pushUpTo(std::numeric_limits<qsizetype>::max());
}

void ReplicaSender::pushUpTo(qsizetype window)
{
    while (m_active && (m_completing || !m_replica.changed().isEmpty()) && m_unconfirmedSize < window) {
        ReplicaChange change = m_replica.next(MostCalls);
        change.completes = m_completing && m_replica.changed().isEmpty();
        m_completing = m_completing && !change.completes;
        send(std::move(change));
    }
}

void ReplicaSender::send(ReplicaChange change)
{
    change.number = ++m_lastNumber;
    if (change.completes)
        m_completedBy = change.number;
    const qsizetype size = m_channel.send(std::move(change));
    m_unconfirmed.push_back({.number = m_lastNumber, .size = size});
    m_unconfirmedSize += size;
}

void ReplicaSender::confirmed(qint64 number)
{
    while (!m_unconfirmed.empty() && m_unconfirmed.front().number <= number) {
        m_unconfirmedSize -= m_unconfirmed.front().size;
        m_unconfirmed.pop_front();
    }
    if (m_active && m_completedBy > 0 && number >= m_completedBy)
        m_hasAll = true;
    push();
}

void ReplicaReceiver::take(const ReplicaChange &change)
{
    if (change.begins) {
        m_collecting = true;
        m_collected.clear();
    }
    if (!m_collecting)
        return m_replica.apply(change);
    m_collected.push_back(change);
    if (!change.completes)
        return;
    m_replica.clear();
    for (const ReplicaChange &part : m_collected)
        m_replica.apply(part);
    m_synchronised = true;
    stop();
}

void ReplicaReceiver::stop()
{
    m_collecting = false;
    m_collected.clear();
}

} // namespace simulator
