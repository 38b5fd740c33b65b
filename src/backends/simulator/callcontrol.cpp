#include "backends/simulator/callcontrol.h"

#include "backends/simulator/refusal.h"

#include <algorithm>

namespace simulator {

using namespace Qt::StringLiterals;
using tlib::DnRole;
using tlib::MessageType;
using tlib::PartyState;

namespace {

bool waits(PartyState state)
{
    return state == PartyState::Alerting || state == PartyState::Queued;
}

/// Somebody who was still waiting to be answered abandons the call when its caller gives up.
MessageType endEvent(const Party &party, const Party &leaver)
{
    return waits(party.state) && party.dn != leaver.dn ? MessageType::EventAbandoned
                                                       : MessageType::EventReleased;
}

tlib::CallState endState(const Party &party, const Party &leaver)
{
    if (party.dn == leaver.dn)
        return tlib::CallState::Ok;
    if (waits(party.state))
        return tlib::CallState::Abandoned;
    return leaver.state == PartyState::Alerting ? tlib::CallState::Busy : tlib::CallState::RemoteRelease;
}

} // namespace

CallControl::CallControl(const Directory &directory, CallBook &book, Distributor &distributor, Hooks hooks)
    : m_directory(directory)
    , m_book(book)
    , m_distributor(distributor)
    , m_hooks(std::move(hooks))
{
}

core::Result<tlib::ConnId> CallControl::make(const tlib::Dn &from, const tlib::Dn &to,
                                             const tlib::KvList &userData, const Asking &asking)
{
    const DnConfig *origin = m_directory.find(from);
    if (from.isEmpty() || (origin && origin->kind != DnKind::Extension))
        return refusal(errorcode::InvalidOrigin, u"%1 cannot make calls"_s.arg(from.toString()));
    if (const auto reachable = canReach(to, tlib::errorcode::InvalidCalledDn); !reachable)
        return reachable.error();
    if (from == to)
        return refusal(tlib::errorcode::InvalidCalledDn, u"%1 cannot call itself"_s.arg(from.toString()));
    for (const Call *call : m_book.of(from)) {
        const PartyState state = call->party(from)->state;
        if (origin && (state == PartyState::Connected || state == PartyState::Initiated)) {
            return refusal(tlib::errorcode::WrongState,
                           u"%1 is %2 in another call"_s.arg(from.toString(), stateWord(state)));
        }
    }
    const bool rings = !m_directory.find(to) || m_directory.has(to, DnKind::Extension);
    Call &call = m_book.add({from, DnRole::Origination, PartyState::Initiated},
                            {to, DnRole::Destination, rings ? PartyState::Alerting : PartyState::Queued});
    call.type = !origin                     ? tlib::CallType::Inbound
                : m_directory.isOutside(to) ? tlib::CallType::Outbound
                                            : tlib::CallType::Internal;
    call.userData = userData;
    tell(MessageType::EventDialing, call, call.parties.front(), asking);
    tellArrival(call, call.parties.back());
    return call.id;
}

core::Result<core::Done> CallControl::answer(const tlib::Dn &dn, tlib::ConnId id, const Asking &asking)
{
    const auto found = callInState(dn, id, PartyState::Alerting);
    if (!found)
        return found.error();
    Call &call = **found;
    holdOthers(dn, id);
    Party &answerer = *call.party(dn);
    answerer.state = PartyState::Connected;
    for (Party &party : call.parties) {
        if (party.state == PartyState::Initiated)
            party.state = PartyState::Connected;
    }
    tell(MessageType::EventEstablished, call, answerer, asking);
    for (const Party &party : call.parties) {
        if (party.dn != dn)
            tell(MessageType::EventEstablished, call, party, asking);
    }
    m_hooks.answered(call);
    return core::Done{};
}

core::Result<core::Done> CallControl::release(const tlib::Dn &dn, tlib::ConnId id, const Asking &asking)
{
    if (const auto found = m_book.callOf(dn, id); !found)
        return found.error();
    if (const PartyState state = m_book.find(id)->party(dn)->state; state == PartyState::Queued) {
        return refusal(tlib::errorcode::WrongState,
                       u"%1 cannot release a call that waits for its route"_s.arg(dn.toString()));
    }
    const Call call = m_book.take(id);
    m_hooks.ended(id);
    const Party &leaver = *call.party(dn);
    const auto tellEnd = [&](const Party &party) {
        tlib::Event event = callEvent(endEvent(party, leaver), call, party);
        event.callState = endState(party, leaver);
        m_distributor.toDn(party.dn, std::move(event), asking);
    };
    tellEnd(leaver);
    for (const Party &party : call.parties) {
        if (party.dn != dn)
            tellEnd(party);
    }
    return core::Done{};
}

core::Result<core::Done> CallControl::hold(const tlib::Dn &dn, tlib::ConnId id, const Asking &asking)
{
    const auto found = callInState(dn, id, PartyState::Connected);
    if (!found)
        return found.error();
    Party &party = *(*found)->party(dn);
    party.state = PartyState::Held;
    tell(MessageType::EventHeld, **found, party, asking);
    return core::Done{};
}

core::Result<core::Done> CallControl::retrieve(const tlib::Dn &dn, tlib::ConnId id, const Asking &asking)
{
    const auto found = callInState(dn, id, PartyState::Held);
    if (!found)
        return found.error();
    holdOthers(dn, id);
    Party &party = *(*found)->party(dn);
    party.state = PartyState::Connected;
    tell(MessageType::EventRetrieved, **found, party, asking);
    return core::Done{};
}

core::Result<core::Done> CallControl::route(const tlib::Dn &from, tlib::ConnId id, const tlib::Dn &to,
                                            RouteRecord record, const Asking &asking)
{
    const auto found = callInState(from, id, PartyState::Queued);
    if (!found)
        return found.error();
    Call &call = **found;
    if (const auto reachable = canReach(to, errorcode::InvalidTarget); !reachable)
        return reachable.error();
    if (call.party(to) || m_directory.has(to, DnKind::RoutingPoint) || m_directory.has(to, DnKind::Queue)) {
        return refusal(errorcode::InvalidTarget, u"The call cannot be routed to %1"_s.arg(to.toString()));
    }
    if (m_directory.has(from, DnKind::RoutingPoint))
        tell(MessageType::EventRouteUsed, call, *call.party(from), asking);
    tell(MessageType::EventDiverted, call, *call.party(from), asking);
    m_book.replaceParty(call, from, {to, DnRole::Destination, PartyState::Alerting});
    call.routeRecord = record;
    tellArrival(call, *call.party(to));
    return core::Done{};
}

core::Result<Call *> CallControl::callInState(const tlib::Dn &dn, tlib::ConnId id, PartyState wanted)
{
    const auto found = m_book.callOf(dn, id);
    if (!found)
        return found;
    const PartyState state = (*found)->party(dn)->state;
    if (state == wanted)
        return found;
    return refusal(tlib::errorcode::WrongState, u"%1 is %2 in this call, not %3"_s.arg(
                                                    dn.toString(), stateWord(state), stateWord(wanted)));
}

core::Result<core::Done> CallControl::canReach(const tlib::Dn &dn, int code) const
{
    if (m_directory.find(dn) || m_directory.isOutside(dn))
        return core::Done{};
    return refusal(code, u"%1 is neither a DN of this switch nor an outside number like +493055501"_s.arg(
                             dn.isEmpty() ? u"An empty DN"_s : dn.toString()));
}

void CallControl::tell(MessageType type, const Call &call, const Party &party, const Asking &asking)
{
    m_distributor.toDn(party.dn, callEvent(type, call, party), asking);
}

void CallControl::tellArrival(const Call &call, const Party &party)
{
    MessageType type = MessageType::EventRinging;
    if (m_directory.has(party.dn, DnKind::RoutingPoint))
        type = MessageType::EventRouteRequest;
    else if (m_directory.has(party.dn, DnKind::Queue))
        type = MessageType::EventQueued;
    // Nobody asked for the call at this end: no reference id.
    tell(type, call, party, {});
}

void CallControl::holdOthers(const tlib::Dn &dn, tlib::ConnId but)
{
    if (!m_directory.find(dn))
        return; // an outside number may be a whole company
    for (const Call *call : m_book.of(dn)) {
        if (call->id != but && call->party(dn)->state == PartyState::Connected)
            (void)hold(dn, call->id);
    }
}

} // namespace simulator
