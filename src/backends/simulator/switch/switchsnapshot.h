#pragma once

#include "tlib/ids.h"
#include "tlib/kvlist.h"

namespace simulator {

class AgentControl;
class CallBook;
struct SwitchCall;

/// Extensions of EventRegistered and EventAddressInfo: AgentStatus, and conn-N, ct-N, ps-N of each call on
/// the DN.
tlib::KvList addressSnapshot(const tlib::Dn &dn, const CallBook &book, const AgentControl &agents);
/// Extensions of EventPartyInfo: party-N and role-N.
tlib::KvList partySnapshot(const SwitchCall &call);

} // namespace simulator
