#include "backends/simulator/switch/callbook.h"

#include "backends/simulator/switch/refusal.h"

#include <algorithm>

namespace simulator {

using namespace Qt::StringLiterals;

namespace {

constexpr quint64 idPrefix = 0x006cULL << 48; // what ConnIDs of real switches begin with

tlib::CallUuid uuidOf(tlib::ConnId id)
{
    return tlib::CallUuid(u"SIM0000000000000"_s + id.toString().toUpper());
}

} // namespace

CallBook::CallBook(const core::Clock &clock)
    : m_lastId(idPrefix | ((quint64(clock.wallTime().toSecsSinceEpoch()) & 0xffffffffULL) << 16))
{
}

SwitchCall &CallBook::add(const Party &from, const Party &to)
{
    const tlib::ConnId id(++m_lastId);
    touched(id);
    m_byDn[from.dn].push_back(id);
    m_byDn[to.dn].push_back(id);
    SwitchCall &call =
        m_calls
            .emplace(id,
                     SwitchCall{
                         .id = id, .uuid = uuidOf(id), .ani = from.dn, .dnis = to.dn, .parties = {from, to}})
            .first->second;
    for (Party &party : call.parties)
        party.arrival = ++m_lastArrival;
    return call;
}

SwitchCall CallBook::take(tlib::ConnId id)
{
    touched(id);
    auto node = m_calls.extract(id);
    for (const Party &party : node.mapped().parties)
        std::erase(m_byDn[party.dn], id);
    for (const Party &party : node.mapped().parties)
        relink(node.mapped(), party.dn, nullptr);
    return std::move(node.mapped());
}

SwitchCall CallBook::merge(tlib::ConnId from, SwitchCall &into, const tlib::Dn &but)
{
    for (const Party &party : find(from)->parties)
        relink(*find(from), party.dn, &into);
    SwitchCall merged = take(from);
    if (!merged.routeRecording.by.isEmpty()) // still to be answered
        into.routeRecording = merged.routeRecording;
    for (const Party &party : merged.parties) {
        if (party.dn != but)
            addParty(into, party);
    }
    return merged;
}

void CallBook::addParty(SwitchCall &call, const Party &party)
{
    m_byDn[party.dn].push_back(call.id);
    call.parties.push_back(party);
    call.parties.back().arrival = ++m_lastArrival;
}

void CallBook::removeParty(SwitchCall &call, const tlib::Dn &dn)
{
    relink(call, dn, nullptr);
    if (call.consultation && call.consultation->by == dn)
        call.consultation.reset();
    std::erase(m_byDn[dn], call.id);
    std::erase_if(call.parties, [&dn](const Party &party) { return party.dn == dn; });
}

void CallBook::replaceParty(SwitchCall &call, const tlib::Dn &from, const Party &to)
{
    std::erase(m_byDn[from], call.id);
    m_byDn[to.dn].push_back(call.id);
    Party &party = *call.party(from);
    party = to;
    party.arrival = ++m_lastArrival;
}

SwitchCall *CallBook::find(tlib::ConnId id)
{
    const auto found = m_calls.find(id);
    if (found == m_calls.end())
        return nullptr;
    touched(id);
    return &found->second;
}

const SwitchCall *CallBook::find(tlib::ConnId id) const
{
    const auto found = m_calls.find(id);
    return found == m_calls.end() ? nullptr : &found->second;
}

core::Result<SwitchCall *> CallBook::callOf(const tlib::Dn &dn, tlib::ConnId id)
{
    SwitchCall *call = find(id);
    if (!call)
        return noSuchCall(id);
    if (!call->party(dn)) {
        return refusal(tlib::errorcode::PartyNotOnCall,
                       u"%1 is not a party of the call %2"_s.arg(dn.toString(), id.toString()));
    }
    return call;
}

core::Result<SwitchCall *> CallBook::callOf(const tlib::Dn &dn, tlib::ConnId id, tlib::PartyState wanted)
{
    const auto found = callOf(dn, id);
    if (!found)
        return found;
    const tlib::PartyState state = (*found)->party(dn)->state;
    if (state == wanted)
        return found;
    return refusal(tlib::errorcode::WrongState, u"%1 is %2 in this call, not %3"_s.arg(
                                                    dn.toString(), stateWord(state), stateWord(wanted)));
}

const SwitchCall *CallBook::consultationAbout(const SwitchCall &firstCall, const tlib::Dn &dn) const
{
    for (const Party &party : firstCall.parties) {
        for (const SwitchCall *call : of(party.dn)) {
            const auto &link = call->consultation;
            if (link && link->firstCall == firstCall.id && (dn.isEmpty() || link->by == dn))
                return call;
        }
    }
    return nullptr;
}

std::vector<SwitchCall *> CallBook::of(const tlib::Dn &dn)
{
    std::vector<SwitchCall *> calls;
    if (const auto found = m_byDn.find(dn); found != m_byDn.end()) {
        for (const tlib::ConnId id : found->second)
            calls.push_back(find(id));
    }
    return calls;
}

std::vector<const SwitchCall *> CallBook::of(const tlib::Dn &dn) const
{
    std::vector<const SwitchCall *> calls;
    if (const auto found = m_byDn.find(dn); found != m_byDn.end()) {
        for (const tlib::ConnId id : found->second)
            calls.push_back(find(id));
    }
    return calls;
}

void CallBook::put(const SwitchCall &call)
{
    if (const auto before = m_calls.find(call.id); before != m_calls.end()) {
        for (const Party &party : before->second.parties) {
            if (!call.party(party.dn))
                std::erase(m_byDn[party.dn], call.id);
        }
    }
    m_calls.insert_or_assign(call.id, call);
    for (const Party &party : call.parties)
        insertByArrival(party, call.id);
}

/// Most come last, so that is where the search begins.
void CallBook::insertByArrival(const Party &party, tlib::ConnId id)
{
    m_lastArrival = std::max(m_lastArrival, party.arrival);
    std::vector<tlib::ConnId> &calls = m_byDn[party.dn];
    if (std::find(calls.begin(), calls.end(), id) != calls.end())
        return;
    auto place = calls.end();
    while (place != calls.begin() && m_calls.at(*(place - 1)).party(party.dn)->arrival > party.arrival)
        --place;
    calls.insert(place, id);
}

void CallBook::clear()
{
    m_calls.clear();
    m_byDn.clear();
}

void CallBook::touched(tlib::ConnId id) const
{
    if (m_changed)
        m_changed->callTouched(id);
}

/// What `dn` has begun from `call` is about `to` now, or about nothing.
void CallBook::relink(const SwitchCall &call, const tlib::Dn &dn, const SwitchCall *to)
{
    for (SwitchCall *other : of(dn)) {
        if (!other->consultation || other->consultation->firstCall != call.id ||
            other->consultation->by != dn)
            continue;
        if (to)
            other->consultation->firstCall = to->id;
        else
            other->consultation.reset();
    }
}

core::Error noSuchCall(tlib::ConnId id)
{
    return refusal(tlib::errorcode::InvalidConnId, u"No call has the ConnID %1"_s.arg(id.toString()));
}

} // namespace simulator
