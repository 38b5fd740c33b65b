#pragma once

#include "backends/simulator/pair/replicachange.h"

namespace simulator {

class CallBook;
class Directory;
class SwitchRecordingControl;

/// The state of a switch as values: what a primary takes out of its parts, and what a backup puts into its
/// own. Everything that a client can ask about is in it; who the clients are is not.
class Replica
{
public:
    Replica(Directory &directory, CallBook &book, SwitchRecordingControl &recording, AgentControl &agents);

    ChangedNames &changed() { return m_changed; }
    /// The first change of the whole state. The calls follow: all are named as changed now, which has to be
    /// open.
    ReplicaChange beginning();
    /// What is named as changed, `most` calls at most, as it is now.
    ReplicaChange next(std::size_t most);
    /// Of another switch, in its order.
    void apply(const ReplicaChange &change);
    void clear();

private:
    void addCall(ReplicaChange &change, tlib::ConnId id) const;
    void addCounters(ReplicaChange &change) const;
    void put(const CallReplica &replica);

    Directory &m_directory;
    CallBook &m_book;
    SwitchRecordingControl &m_recording;
    AgentControl &m_agents;
    ChangedNames m_changed;
};

} // namespace simulator
