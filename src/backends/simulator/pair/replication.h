#pragma once

#include "backends/simulator/pair/pairchannel.h"
#include "backends/simulator/pair/replica.h"

#include <deque>
#include <memory>

namespace simulator {

/// The primary's half: the whole state first, then every change, in the pass of the event loop in which it
/// happens. A backup that confirms slowly is sent less often, and no change twice: what waits is only a name
/// named as changed.
class ReplicaSender
{
public:
    static constexpr qsizetype Window = 1'048'576; ///< bytes that may be unconfirmed
    static constexpr std::size_t MostCalls = 100;  ///< in one change

    ReplicaSender(Replica &replica, PairChannel &channel, core::Clock &clock);
    ~ReplicaSender() { stop(); }

    void start();
    void stop();
    void push();    ///< what has changed, as far as the window allows
    void pushAll(); ///< and beyond it
    void confirmed(qint64 number);
    bool hasAll() const { return m_hasAll; } ///< the whole state is confirmed

private:
    void pushUpTo(qsizetype window);
    void send(ReplicaChange change);

    struct Unconfirmed
    {
        qint64 number = 0;
        qsizetype size = 0;
    };

    Replica &m_replica;
    PairChannel &m_channel;
    bool m_active = false;
    bool m_completing = false; ///< the whole state has begun and is not complete
    bool m_hasAll = false;
    qint64 m_lastNumber = 0;
    qint64 m_completedBy = 0; ///< the number of the change that completes the whole state
    std::deque<Unconfirmed> m_unconfirmed;
    qsizetype m_unconfirmedSize = 0;
    std::unique_ptr<core::Alarm> m_alarm; ///< for what happens outside requests and commands
};

/// The backup's half. A whole state counts when it is complete; until then the old one stays.
class ReplicaReceiver
{
public:
    explicit ReplicaReceiver(Replica &replica)
        : m_replica(replica)
    {
    }

    void take(const ReplicaChange &change);
    void stop(); ///< what has not become complete is forgotten
    bool isSynchronised() const { return m_synchronised; }
    void setSynchronised(bool synchronised) { m_synchronised = synchronised; }

private:
    Replica &m_replica;
    bool m_synchronised = false;
    bool m_collecting = false;
    std::vector<ReplicaChange> m_collected;
};

} // namespace simulator
