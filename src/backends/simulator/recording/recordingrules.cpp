#include "backends/simulator/recording/recordingrules.h"

#include "backends/simulator/switch/directory.h"
#include "backends/simulator/switch/refusal.h"

#include <algorithm>

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

bool talks(const Party &party)
{
    return party.state == tlib::PartyState::Connected || party.state == tlib::PartyState::Held;
}

const Party *firstOther(const SwitchCall &call, const tlib::Dn &dn)
{
    const auto found = std::find_if(call.parties.begin(), call.parties.end(),
                                    [&dn](const Party &p) { return talks(p) && p.dn != dn; });
    return found == call.parties.end() ? nullptr : &*found;
}

RecordingOrder orderFor(const SwitchCall &call, const tlib::Dn &dn)
{
    const Party *other = firstOther(call, dn);
    if (!other)
        other = call.otherThan(dn);
    return {.call = call.id,
            .uuid = call.uuid,
            .dn = dn,
            .party = other ? other->dn : tlib::Dn(),
            .ani = call.ani,
            .dnis = call.dnis};
}

std::optional<RecordingOrder> maybeOrderFor(const SwitchCall &call, const tlib::Dn &dn)
{
    return dn.isEmpty() ? std::nullopt : std::optional(orderFor(call, dn));
}

} // namespace

RecordingRules::RecordingRules(const Directory &directory)
    : m_directory(directory)
{
}

std::optional<RecordingOrder> RecordingRules::forNewcomers(const SwitchCall &call)
{
    Known &known = m_known[call.id];
    std::vector<tlib::Dn> candidates;
    for (const Party &party : call.parties) {
        if (talks(party) && known.judged.insert(party.dn).second)
            candidates.push_back(party.dn);
    }
    const RouteRecording &route = call.routeRecording;
    if (candidates.empty() || route.by.isEmpty())
        return maybeOrderFor(call, chosen(known, candidates));

    // The newest party is the one that the route led to, its source is whom it was led to.
    const tlib::Dn destination = candidates.back();
    const Party *other = firstOther(call, destination);
    const tlib::Dn source = other ? other->dn : tlib::Dn();
    known.disabled.erase(source);
    known.routedBy[source] = route.by;
    if (m_directory.isRecorded(route.by))
        candidates.insert(candidates.begin(), source);
    switch (route.record) {
    case RecordOption::NotSaid: break;
    case RecordOption::Source:
    case RecordOption::Destination: {
        RecordingOrder order =
            orderFor(call, route.record == RecordOption::Source && other ? source : destination);
        order.id = route.id;
        order.dest = route.dest;
        order.dest2 = route.dest2;
        return order;
    }
    case RecordOption::DisableSource: known.disabled.insert(source); break;
    case RecordOption::DisableDestination: known.disabled.insert(destination); break;
    }
    return maybeOrderFor(call, chosen(known, candidates));
}

std::optional<RecordingOrder> RecordingRules::forThoseWhoStay(const SwitchCall &call,
                                                              const tlib::Dn &leaver) const
{
    std::vector<tlib::Dn> candidates;
    for (const Party &party : call.parties) {
        if (talks(party) && party.dn != leaver)
            candidates.push_back(party.dn);
    }
    const auto known = m_known.find(call.id);
    return maybeOrderFor(call, chosen(known == m_known.end() ? Known() : known->second, candidates));
}

void RecordingRules::forgetParty(tlib::ConnId call, const tlib::Dn &dn)
{
    if (const auto known = m_known.find(call); known != m_known.end()) {
        known->second.judged.erase(dn);
        known->second.disabled.erase(dn);
        known->second.routedBy.erase(dn);
    }
}

RecordingRules::Known RecordingRules::knownOf(tlib::ConnId call) const
{
    const auto known = m_known.find(call);
    return known == m_known.end() ? Known() : known->second;
}

core::Result<RecordingOrder> RecordingRules::forStart(const SwitchCall &call, const tlib::Dn &thisDn,
                                                      RecordOption side) const
{
    if (!call.isAnswered())
        return refusal(tlib::errorcode::WrongState, u"Cannot start: the call is not answered yet"_s);
    const Party *party = call.party(thisDn);
    if (!party)
        party = agentSide(call);
    if (side == RecordOption::Destination) {
        party = firstOther(call, party->dn);
        if (!party)
            return refusal(tlib::errorcode::WrongState, u"Cannot start: the other party does not talk yet"_s);
    }
    if (!talks(*party)) {
        return refusal(tlib::errorcode::WrongState, u"Cannot start: %1 is %2 in this call"_s.arg(
                                                        party->dn.toString(), stateWord(party->state)));
    }
    return orderFor(call, party->dn);
}

RecordingOrder RecordingRules::forAgentSide(const SwitchCall &call) const
{
    return orderFor(call, agentSide(call)->dn);
}

const Party *RecordingRules::agentSide(const SwitchCall &call) const
{
    const auto first = [&call](auto &&fits) -> const Party * {
        const auto found = std::find_if(call.parties.begin(), call.parties.end(), fits);
        return found == call.parties.end() ? nullptr : &*found;
    };
    const auto isExtension = [this](const Party &p) { return m_directory.has(p.dn, DnKind::Extension); };
    if (const Party *party = first([&](const Party &p) { return talks(p) && isExtension(p); }))
        return party;
    if (const Party *party = first(talks))
        return party;
    const Party *party = first(isExtension);
    return party ? party : &call.parties.front();
}

bool RecordingRules::isWanted(const Known &known, const tlib::Dn &dn) const
{
    if (known.disabled.contains(dn))
        return false;
    const auto router = known.routedBy.find(dn);
    return m_directory.isRecorded(dn) ||
           (router != known.routedBy.end() && m_directory.isRecorded(router->second));
}

tlib::Dn RecordingRules::chosen(const Known &known, const std::vector<tlib::Dn> &candidates) const
{
    tlib::Dn first;
    for (const tlib::Dn &dn : candidates) {
        if (!isWanted(known, dn))
            continue;
        // The caller's side before all others: its recording lasts through transfers.
        if (!m_directory.find(dn))
            return dn;
        if (first.isEmpty())
            first = dn;
    }
    return first;
}

} // namespace simulator
