#pragma once

#include "model/calls/calllist.h"

#include <QSet>

namespace model {

class CallLegs;
class CallsOfDns;
class TakeOver;
class Tombstones;
struct Snapshot;

/// Takes what the server says of a DN as a whole into the calls: the snapshot in the answer to its
/// registration or to a question. Which calls are there, which have left, and which are kept, as the server
/// may not know them yet.
class SnapshotTaker
{
public:
    SnapshotTaker(CallList &calls, const CallsOfDns &callsOfDns, CallLegs &legs, Tombstones &tombstones,
                  TakeOver &takeOver);

    /// The calls that are on the DN (Extensions conn-N, ct-N, ps-N): unknown ones come, others leave. Returns
    /// those that are on it: their user data is to be asked for. `sequence` is the number of the event that
    /// brought it, 0 when it had none.
    QList<CallId> take(const Dn &dn, const tlib::KvList &extensions, qint64 sequence);
    /// This DN takes part in no call that can be watched.
    void leaveAll(const Dn &dn);
    /// The server does not know this call (any more): it goes, unless a server that has just taken over may
    /// come to know it yet.
    void forget(CallId id);

private:
    void takeEntry(CallId id, const Leg &leg, CallType type);
    void removeUnnamed(const Dn &dn, const Snapshot &snapshot, qint64 sequence, QSet<CallId> &present);
    void setSaid(CallId id, const Dn &dn);

    CallList &m_calls;
    const CallsOfDns &m_callsOfDns;
    CallLegs &m_legs;
    Tombstones &m_tombstones;
    TakeOver &m_takeOver;
};

} // namespace model
