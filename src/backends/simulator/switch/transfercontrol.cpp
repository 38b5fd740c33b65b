#include "backends/simulator/switch/transfercontrol.h"

#include "backends/simulator/switch/refusal.h"

#include <algorithm>

namespace simulator {

using namespace Qt::StringLiterals;
using tlib::CallState;
using tlib::DnRole;
using tlib::MessageType;
using tlib::PartyState;

namespace {

bool isTalking(const Party &party)
{
    return party.state == PartyState::Connected || party.state == PartyState::Held;
}

bool somebodyTalksBeside(const tlib::Dn &dn, const SwitchCall &call)
{
    return std::any_of(call.parties.begin(), call.parties.end(),
                       [&dn](const Party &party) { return party.dn != dn && isTalking(party); });
}

core::Error nobodyTalks(const tlib::Dn &dn)
{
    return refusal(errorcode::CallInWrongState, u"Nobody beside %1 has answered yet"_s.arg(dn.toString()));
}

} // namespace

/// What has become of a call, and through whom; it tells old parties of the new ones and the other way round.
struct TransferControl::Change
{
    const SwitchCall &call;
    const SwitchCall &before;
    tlib::Dn by = {};
    tlib::CallState why = {};
    tlib::ConnId cleared = {}; ///< the ConnID that the new ones had until now

    bool isNew(const tlib::Dn &dn) const { return !before.party(dn); }
    const Party *oppositeOf(const tlib::Dn &dn) const
    {
        for (const Party &party : call.parties) {
            if (party.dn != by && isNew(party.dn) != isNew(dn))
                return &party;
        }
        return nullptr;
    }
};

TransferControl::TransferControl(SwitchCallControl &calls, const Directory &directory, CallBook &book,
                                 Distributor &distributor)
    : m_calls(calls)
    , m_directory(directory)
    , m_book(book)
    , m_distributor(distributor)
{
}

core::Result<tlib::ConnId> TransferControl::consult(const tlib::Dn &dn, tlib::ConnId firstCall,
                                                    const tlib::Dn &to, ConsultFor purpose,
                                                    const Asking &asking)
{
    const auto first = m_book.callOf(dn, firstCall, PartyState::Connected);
    if (!first)
        return first.error();
    if (const auto reachable = mayReach(dn, **first, to); !reachable)
        return reachable.error();
    if (m_book.consultationAbout(**first, dn)) {
        return refusal(errorcode::CallInWrongState,
                       u"%1 has a consultation about this call already"_s.arg(dn.toString()));
    }
    if (const auto free = m_calls.mayDial(dn, firstCall); !free)
        return free.error();
    (void)m_calls.hold(dn, firstCall, asking);
    SwitchCall &call = m_book.add({dn, DnRole::Origination, PartyState::Initiated}, m_calls.calledParty(to));
    call.type = tlib::CallType::Consult;
    call.consultation = {.firstCall = firstCall, .purpose = purpose, .by = dn};
    const tlib::ConnId id = call.id;
    m_calls.begin(call, asking);
    return id;
}

core::Result<core::Done> TransferControl::completeTransfer(const tlib::Dn &dn, tlib::ConnId firstCall,
                                                           tlib::ConnId consultation, const Asking &asking)
{
    const auto pair = completable(dn, firstCall, consultation);
    if (!pair)
        return pair.error();
    SwitchCall &call = *pair->first;
    if (!somebodyTalksBeside(dn, call) && !somebodyTalksBeside(dn, *pair->consultation))
        return nobodyTalks(dn);
    const SwitchCall before = call;
    const SwitchCall cleared = m_book.merge(consultation, call, dn);
    m_book.removeParty(call, dn);
    const Change change{
        .call = call, .before = before, .by = dn, .why = CallState::Transferred, .cleared = cleared.id};
    tellReleased(before, change, asking);
    tellReleased(cleared, change, asking);
    for (const Party &party : call.parties)
        tellChanged(change, party, asking);
    m_calls.hooks().ended(cleared.id);
    m_calls.hooks().left(call, dn);
    tellJoined(change);
    return core::Done{};
}

core::Result<core::Done> TransferControl::completeConference(const tlib::Dn &dn, tlib::ConnId firstCall,
                                                             tlib::ConnId consultation, const Asking &asking)
{
    const auto pair = completable(dn, firstCall, consultation);
    if (!pair)
        return pair.error();
    SwitchCall &call = *pair->first;
    const SwitchCall before = call;
    const SwitchCall cleared = m_book.merge(consultation, call, dn);
    const Change change{
        .call = call, .before = before, .by = dn, .why = CallState::Conferenced, .cleared = cleared.id};
    for (Party &party : call.parties) {
        if (change.isNew(party.dn))
            party.role = DnRole::ConferenceMember;
    }
    tellReleased(cleared, change, asking);
    (void)m_calls.retrieve(dn, firstCall, asking);
    for (const Party &party : before.parties)
        tellAdded(change, party, asking);
    for (const Party &party : call.parties) {
        if (change.isNew(party.dn))
            tellChanged(change, party, asking);
    }
    m_calls.hooks().ended(cleared.id);
    tellJoined(change);
    return core::Done{};
}

core::Result<core::Done> TransferControl::transfer(const tlib::Dn &dn, tlib::ConnId id, const tlib::Dn &to,
                                                   const Asking &asking)
{
    const auto found = m_book.callOf(dn, id, PartyState::Connected);
    if (!found)
        return found.error();
    SwitchCall &call = **found;
    if (const auto reachable = mayReach(dn, call, to); !reachable)
        return reachable;
    if (!somebodyTalksBeside(dn, call))
        return nobodyTalks(dn);
    if (m_directory.isBusy(to))
        return refusal(tlib::errorcode::DestinationBusy, u"%1 is busy"_s.arg(to.toString()));
    const SwitchCall before = call;
    m_book.addParty(call, m_calls.calledParty(to));
    m_book.removeParty(call, dn);
    const Change change{.call = call, .before = before, .by = dn, .why = CallState::Transferred};
    tellReleased(before, change, asking);
    m_calls.arrive(call, *call.party(to));
    for (const Party &party : call.parties) {
        if (party.dn != to)
            tellChanged(change, party, asking);
    }
    m_calls.hooks().left(call, dn);
    return core::Done{};
}

core::Result<TransferControl::Pair> TransferControl::completable(const tlib::Dn &dn, tlib::ConnId firstCall,
                                                                 tlib::ConnId consultation)
{
    const auto first = m_book.callOf(dn, firstCall, PartyState::Held);
    if (!first)
        return first.error();
    const auto second = m_book.callOf(dn, consultation);
    if (!second)
        return second.error();
    const auto &link = (*second)->consultation;
    if (!link || link->firstCall != firstCall || link->by != dn) {
        return refusal(errorcode::CallInWrongState,
                       u"The call %1 is no consultation of %2 about the call %3"_s.arg(
                           consultation.toString(), dn.toString(), firstCall.toString()));
    }
    if (const PartyState state = (*second)->party(dn)->state; state == PartyState::Held) {
        return refusal(
            tlib::errorcode::WrongState,
            u"%1 is %2 in the consultation, not dialing or talking"_s.arg(dn.toString(), stateWord(state)));
    }
    for (const Party &party : (*second)->parties) {
        if (party.dn != dn && (*first)->party(party.dn)) {
            return refusal(errorcode::CallInWrongState,
                           u"%1 is a party of both calls"_s.arg(party.dn.toString()));
        }
    }
    return Pair{.first = *first, .consultation = *second};
}

core::Result<core::Done> TransferControl::mayReach(const tlib::Dn &dn, const SwitchCall &call,
                                                   const tlib::Dn &to) const
{
    if (!m_directory.has(dn, DnKind::Extension)) // what outside parties do among themselves, no switch sees
        return refusal(errorcode::InvalidOrigin, u"%1 cannot move calls"_s.arg(dn.toString()));
    if (const auto reachable = m_calls.canBeCalled(to, tlib::errorcode::InvalidCalledDn); !reachable)
        return reachable;
    if (call.party(to)) {
        return refusal(tlib::errorcode::InvalidCalledDn,
                       u"%1 is a party of the call already"_s.arg(to.toString()));
    }
    return core::Done{};
}

/// `dn`'s part in the call as it was, which is over.
void TransferControl::tellReleased(const SwitchCall &before, const Change &change, const Asking &asking)
{
    tlib::Event event = callEvent(MessageType::EventReleased, before, *before.party(change.by));
    event.callState = change.why;
    m_distributor.toDn(change.by, std::move(event), asking);
}

void TransferControl::tellChanged(const Change &change, const Party &party, const Asking &asking)
{
    tlib::Event event = callEvent(MessageType::EventPartyChanged, change.call, party);
    if (const Party *other = change.oppositeOf(party.dn)) {
        event.otherDn = other->dn;
        event.otherDnRole = other->role;
    }
    if (change.isNew(party.dn))
        event.previousConnId = change.cleared;
    event.callState = change.why;
    event.thirdPartyDn = change.by;
    event.thirdPartyDnRole =
        change.why == CallState::Transferred ? DnRole::TransferredBy : DnRole::ConferencedBy;
    m_distributor.toDn(party.dn, std::move(event), asking);
}

/// One event for each that has come.
void TransferControl::tellAdded(const Change &change, const Party &party, const Asking &asking)
{
    for (const Party &added : change.call.parties) {
        if (!change.isNew(added.dn))
            continue;
        tlib::Event event = callEvent(MessageType::EventPartyAdded, change.call, party);
        event.callState = change.why;
        event.otherDn = added.dn;
        event.otherDnRole = DnRole::NewParty;
        event.thirdPartyDn = change.by;
        event.thirdPartyDnRole = DnRole::AddedBy;
        m_distributor.toDn(party.dn, std::move(event), asking);
    }
}

void TransferControl::tellJoined(const Change &change)
{
    for (const Party &party : change.call.parties) {
        if (change.isNew(party.dn) && isTalking(party))
            m_calls.hooks().joined(change.call, party.dn);
    }
}

} // namespace simulator
