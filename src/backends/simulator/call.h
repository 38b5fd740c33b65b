#pragma once

#include "tlib/event.h"

#include <vector>

namespace simulator {

/// One end of a call: a DN of the switch, or an outside number.
struct Party
{
    tlib::Dn dn = {};
    tlib::DnRole role = {};
    tlib::PartyState state = {};
};

/// What RequestRouteCall said about recording; it acts when the call is answered.
enum class RouteRecord { NotSaid, Source, Destination, DisableSource, DisableDestination };

struct Call
{
    tlib::ConnId id = {};
    tlib::CallUuid uuid = {};
    tlib::CallType type = {};
    tlib::Dn ani = {};
    tlib::Dn dnis = {};
    tlib::KvList userData = {};
    std::vector<Party> parties = {};
    RouteRecord routeRecord = RouteRecord::NotSaid;

    const Party *party(const tlib::Dn &dn) const;
    Party *party(const tlib::Dn &dn);
    const Party *otherThan(const tlib::Dn &dn) const;
    const Party *withRole(tlib::DnRole role) const;
    bool isAnswered() const; ///< somebody talks or is on hold
};

/// What everybody is told about `call`, as the DN of `party` sees it.
tlib::Event callEvent(tlib::MessageType type, const Call &call, const Party &party);
/// "talking", "ringing", ...: for people.
QString stateWord(tlib::PartyState state);

} // namespace simulator
