#include "backends/simulator/switch/switchcallcontrol.h"

#include "backends/simulator/switch/refusal.h"

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

SwitchCallControl::SwitchCallControl(core::Clock &clock, const Directory &directory, CallBook &book,
                                     Distributor &distributor, Hooks hooks)
    : m_directory(directory)
    , m_book(book)
    , m_distributor(distributor)
    , m_hooks(std::move(hooks))
    , m_routeWatch(clock, directory, book, [this](const tlib::Dn &from, tlib::ConnId id, const tlib::Dn &to) {
        return route(from, id, to, RouteRecording());
    })
{
}

core::Result<tlib::ConnId> SwitchCallControl::make(const tlib::Dn &from, const tlib::Dn &to,
                                                   const tlib::KvList &userData, const Asking &asking)
{
    const DnConfig *origin = m_directory.find(from);
    if (from.isEmpty() || (origin && origin->kind != DnKind::Extension))
        return refusal(errorcode::InvalidOrigin, u"%1 cannot make calls"_s.arg(from.toString()));
    if (const auto reachable = canBeCalled(to, tlib::errorcode::InvalidCalledDn); !reachable)
        return reachable.error();
    if (from == to)
        return refusal(tlib::errorcode::InvalidCalledDn, u"%1 cannot call itself"_s.arg(from.toString()));
    if (const auto free = mayDial(from); !free)
        return free.error();
    SwitchCall &call = m_book.add({from, DnRole::Origination, PartyState::Initiated}, calledParty(to));
    call.type = !origin                     ? tlib::CallType::Inbound
                : m_directory.isOutside(to) ? tlib::CallType::Outbound
                                            : tlib::CallType::Internal;
    call.userData = userData;
    const tlib::ConnId id = call.id;
    begin(call, asking);
    return id;
}

core::Result<core::Done> SwitchCallControl::answer(const tlib::Dn &dn, tlib::ConnId id, const Asking &asking)
{
    const auto found = m_book.callOf(dn, id, PartyState::Alerting);
    if (!found)
        return found.error();
    SwitchCall &call = **found;
    const bool laterLeg = call.isAnswered();
    std::vector<tlib::Dn> connected{dn};
    for (const Party &party : call.parties) {
        if (party.state == PartyState::Initiated)
            connected.push_back(party.dn);
    }
    for (const tlib::Dn &party : connected) {
        holdOthers(party, id);
        call.party(party)->state = PartyState::Connected;
    }
    for (const tlib::Dn &party : connected)
        tell(MessageType::EventEstablished, call, *call.party(party), asking);
    m_hooks.answered(call);
    if (laterLeg)
        m_hooks.joined(call, dn);
    return core::Done{};
}

core::Result<core::Done> SwitchCallControl::release(const tlib::Dn &dn, tlib::ConnId id, const Asking &asking)
{
    const auto found = m_book.callOf(dn, id);
    if (!found)
        return found.error();
    SwitchCall &call = **found;
    if (call.party(dn)->state == PartyState::Queued) {
        return refusal(tlib::errorcode::WrongState,
                       u"%1 cannot release a call that waits for its route"_s.arg(dn.toString()));
    }
    if (call.endsWithout(dn))
        end(id, dn, asking);
    else
        leave(call, dn, dn, asking);
    return core::Done{};
}

core::Result<core::Done> SwitchCallControl::hold(const tlib::Dn &dn, tlib::ConnId id, const Asking &asking)
{
    const auto found = m_book.callOf(dn, id, PartyState::Connected);
    if (!found)
        return found.error();
    Party &party = *(*found)->party(dn);
    party.state = PartyState::Held;
    tell(MessageType::EventHeld, **found, party, asking);
    return core::Done{};
}

core::Result<core::Done> SwitchCallControl::retrieve(const tlib::Dn &dn, tlib::ConnId id,
                                                     const Asking &asking)
{
    const auto found = m_book.callOf(dn, id, PartyState::Held);
    if (!found)
        return found.error();
    holdOthers(dn, id);
    Party &party = *(*found)->party(dn);
    party.state = PartyState::Connected;
    tell(MessageType::EventRetrieved, **found, party, asking);
    return core::Done{};
}

core::Result<core::Done> SwitchCallControl::alternate(const tlib::Dn &dn, tlib::ConnId talking,
                                                      tlib::ConnId held, const Asking &asking)
{
    if (const auto found = m_book.callOf(dn, talking, PartyState::Connected); !found)
        return found.error();
    if (const auto found = m_book.callOf(dn, held, PartyState::Held); !found)
        return found.error();
    (void)hold(dn, talking, asking);
    return retrieve(dn, held, asking);
}

core::Result<core::Done> SwitchCallControl::drop(const tlib::Dn &dn, tlib::ConnId id, const tlib::Dn &party,
                                                 const Asking &asking)
{
    const auto found = m_book.callOf(dn, id, PartyState::Connected);
    if (!found)
        return found.error();
    if (const auto other = m_book.callOf(party, id); !other)
        return other.error();
    SwitchCall &call = **found;
    if (party == dn || call.parties.size() < 3) {
        return refusal(tlib::errorcode::WrongState,
                       party == dn ? u"%1 cannot drop itself"_s.arg(dn.toString())
                                   : u"The call %1 is no conference"_s.arg(id.toString()));
    }
    leave(call, party, dn, asking);
    return core::Done{};
}

core::Result<core::Done> SwitchCallControl::redirect(const tlib::Dn &dn, tlib::ConnId id, const tlib::Dn &to,
                                                     const Asking &asking)
{
    const auto found = m_book.callOf(dn, id, PartyState::Alerting);
    if (!found)
        return found.error();
    SwitchCall &call = **found;
    if (const auto reachable = canBeCalled(to, tlib::errorcode::InvalidCalledDn); !reachable)
        return reachable.error();
    if (call.party(to)) {
        return refusal(tlib::errorcode::InvalidCalledDn,
                       u"%1 is a party of the call already"_s.arg(to.toString()));
    }
    if (m_directory.isBusy(to))
        return refusal(tlib::errorcode::DestinationBusy, u"%1 is busy"_s.arg(to.toString()));
    tlib::Event event = callEvent(MessageType::EventReleased, call, *call.party(dn));
    event.callState = tlib::CallState::Redirected;
    m_distributor.toDn(dn, std::move(event), asking);
    m_book.replaceParty(call, dn, calledParty(to));
    arrive(call, *call.party(to));
    return core::Done{};
}

core::Result<core::Done> SwitchCallControl::route(const tlib::Dn &from, tlib::ConnId id, const tlib::Dn &to,
                                                  const RouteRecording &recording, const Asking &asking)
{
    const auto found = m_book.callOf(from, id, PartyState::Queued);
    if (!found)
        return found.error();
    SwitchCall &call = **found;
    if (const auto reachable = canBeCalled(to, errorcode::InvalidTarget); !reachable)
        return reachable.error();
    const Party target = calledParty(to);
    if (call.party(to) || target.state == PartyState::Queued)
        return refusal(errorcode::InvalidTarget, u"The call cannot be routed to %1"_s.arg(to.toString()));
    if (m_directory.isBusy(to))
        return refusal(tlib::errorcode::DestinationBusy, u"%1 is busy"_s.arg(to.toString()));
    if (m_directory.has(from, DnKind::RoutingPoint))
        tell(MessageType::EventRouteUsed, call, *call.party(from), asking);
    tell(MessageType::EventDiverted, call, *call.party(from), asking);
    m_book.replaceParty(call, from, target);
    call.routeRecording = recording;
    call.routeRecording.by = from;
    arrive(call, *call.party(to));
    return core::Done{};
}

core::Result<core::Done> SwitchCallControl::canBeCalled(const tlib::Dn &dn, int code) const
{
    if (m_directory.isCallable(dn))
        return core::Done{};
    return refusal(code, u"%1 is neither a DN of this switch nor an outside number like +493055501"_s.arg(
                             dn.isEmpty() ? u"An empty DN"_s : dn.toString()));
}

core::Result<core::Done> SwitchCallControl::mayDial(const tlib::Dn &dn, tlib::ConnId but) const
{
    if (!m_directory.find(dn))
        return core::Done{}; // an outside number may be a whole company
    for (const SwitchCall *call : std::as_const(m_book).of(dn)) {
        const PartyState state = call->party(dn)->state;
        if (call->id != but && (state == PartyState::Connected || state == PartyState::Initiated)) {
            return refusal(tlib::errorcode::WrongState,
                           u"%1 is %2 in another call"_s.arg(dn.toString(), stateWord(state)));
        }
    }
    return core::Done{};
}

Party SwitchCallControl::calledParty(const tlib::Dn &dn) const
{
    const bool rings = !m_directory.find(dn) || m_directory.has(dn, DnKind::Extension);
    return {dn, DnRole::Destination, rings ? PartyState::Alerting : PartyState::Queued};
}

void SwitchCallControl::begin(SwitchCall &call, const Asking &asking)
{
    tell(MessageType::EventDialing, call, call.parties.front(), asking);
    if (m_directory.isBusy(call.parties.back().dn))
        meetBusy(call.id);
    else
        arrive(call, call.parties.back());
}

void SwitchCallControl::arrive(const SwitchCall &call, Party &party)
{
    MessageType type = MessageType::EventRinging;
    if (m_directory.has(party.dn, DnKind::RoutingPoint))
        type = MessageType::EventRouteRequest;
    else if (m_directory.has(party.dn, DnKind::Queue))
        type = MessageType::EventQueued;
    m_routeWatch.begin(party);
    tlib::Event event = callEvent(type, call, party);
    if (type == MessageType::EventRinging)
        event.thisQueue = call.routeRecording.by; // by which it came
    m_distributor.toDn(party.dn, std::move(event), {});
}

/// The caller alone has heard of this call; what follows comes from the other end, so no reference id.
void SwitchCallControl::meetBusy(tlib::ConnId id)
{
    const SwitchCall call = m_book.take(id);
    m_hooks.ended(id);
    for (const MessageType type : {MessageType::EventDestinationBusy, MessageType::EventReleased}) {
        tlib::Event event = callEvent(type, call, call.parties.front());
        event.callState = tlib::CallState::Busy;
        m_distributor.toDn(event.thisDn, event);
    }
}

void SwitchCallControl::tell(MessageType type, const SwitchCall &call, const Party &party,
                             const Asking &asking)
{
    m_distributor.toDn(party.dn, callEvent(type, call, party), asking);
}

void SwitchCallControl::leave(SwitchCall &call, const tlib::Dn &dn, const tlib::Dn &by, const Asking &asking)
{
    const Party &leaver = *call.party(dn);
    const bool isGivenUp = by != dn && waits(leaver.state);
    tell(isGivenUp ? MessageType::EventAbandoned : MessageType::EventReleased, call, leaver, asking);
    m_book.removeParty(call, dn);
    for (const Party &party : call.parties) {
        tlib::Event event = callEvent(MessageType::EventPartyDeleted, call, party);
        event.otherDn = dn;
        event.thirdPartyDn = by;
        event.otherDnRole = DnRole::DeletedParty;
        event.thirdPartyDnRole = DnRole::DeletedBy;
        if (call.parties.size() > 2)
            event.callState = tlib::CallState::Conferenced;
        m_distributor.toDn(party.dn, std::move(event), asking);
    }
    m_hooks.left(call, dn);
}

void SwitchCallControl::end(tlib::ConnId id, const tlib::Dn &dn, const Asking &asking)
{
    const SwitchCall call = m_book.take(id);
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
}

void SwitchCallControl::holdOthers(const tlib::Dn &dn, tlib::ConnId but)
{
    if (!m_directory.find(dn))
        return; // an outside number may be a whole company
    for (const SwitchCall *call : m_book.of(dn)) {
        if (call->id != but && call->party(dn)->state == PartyState::Connected)
            (void)hold(dn, call->id);
    }
}

} // namespace simulator
