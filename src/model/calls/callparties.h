#pragma once

#include "model/calls/call.h"
#include "model/calls/calllist.h"
#include "tlib/event.h"

namespace model {

// Who takes part in a call: Call::otherParty and Call::moreParties, as its first leg sees them. Each function
// says whether they have changed. With several watched legs, each one's events tell of the others, in
// whatever order they come.

/// What kind of call it is, and its name beside the ConnID, where the event says so.
CallChanges takeDetails(Call &call, const tlib::Event &event);
/// An event of a watched leg that is in the call by now: whom it names as the other one.
CallChanges takeParty(Call &call, const tlib::Event &event);
/// EventPartyAdded and EventPartyDeleted: the one whose role says so, else OtherDN, else ThirdPartyDN.
CallChanges takeNewParty(Call &call, const tlib::Event &event);
CallChanges takeDeletedParty(Call &call, const tlib::Event &event);
/// A watched leg has left a call that goes on.
CallChanges takeLeaving(Call &call, const Dn &dn);
/// The answer to QueryCall: party-N (a DN) and role-N (TDNRole) name everybody, observers apart.
CallChanges takePartyList(Call &call, const tlib::KvList &extensions);

} // namespace model
