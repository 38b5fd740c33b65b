#pragma once

#include "model/calls/call.h"

#include <QList>

namespace model {

/// A call as a DN's snapshot lists it.
struct SnapshotEntry
{
    CallId id = {};
    CallPhase phase = CallPhase::Talking;
    CallType type = CallType::Unknown; ///< Unknown when the snapshot does not say
    bool isQueued = false;             ///< it waits there to be routed; as a leg it would be ringing

    bool operator==(const SnapshotEntry &) const = default;
};

/// The calls that the server says are on a DN, each once.
struct Snapshot
{
    QList<SnapshotEntry> calls = {};
    bool isWhole = true; ///< false when an entry could not be read: then more calls may be there
};

/// Reads the Extensions of EventRegistered and EventAddressInfo: conn-N (16 hex digits), ct-N (TCallType),
/// ps-N (TPartyState), N from 1 without a gap. A party state that is not known, or not said, reads as
/// talking: the server knows, and refuses what does not fit.
Snapshot snapshotFrom(const tlib::KvList &extensions);

} // namespace model
