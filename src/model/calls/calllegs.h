#pragma once

#include "core/clock.h"
#include "model/calls/calllist.h"

namespace model {

class CallUserData;
class Consultations;
class Tombstones;

/// The watched DNs' legs in the calls: how they come, change and go, and what goes with them (the call itself
/// after its last leg, a link to another call, a grave against what is still said of it).
class CallLegs
{
public:
    CallLegs(CallList &calls, const core::Clock &clock, CallUserData &userData, Tombstones &tombstones,
             Consultations &consultations);

    /// A call that is about to come; `startedIn`: see Call.
    Call begin(CallId id, Epoch startedIn) const;
    /// Numbers of an earlier epoch do not compare with those of this one: another server may have given them.
    void number(Call &call) const;
    /// The event of that number is not newer than what set this leg: a duplicate, or overtaken.
    bool isOld(const Call &call, const Dn &dn, qint64 sequence) const;
    /// The leg is as it says now, unless a later number has said otherwise.
    CallChanges set(Call &call, const Leg &now) const;
    /// Where no leg is left that the server has told of in this epoch, nothing tells when the call changes.
    CallChanges doubtUnlessTold(Call &call) const;
    /// The server says that the leg is over: what is said of it from now on is old.
    void end(CallId id, const Dn &dn, qint64 sequence);
    /// The leg is not there, and with the last one the call goes. Ignored when there is none.
    void remove(CallId id, const Dn &dn, qint64 sequence = 0);

private:
    CallList &m_calls;
    const core::Clock &m_clock;
    CallUserData &m_userData;
    Tombstones &m_tombstones;
    Consultations &m_consultations;
};

} // namespace model
