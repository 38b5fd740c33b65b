#include "backends/simulator/callbook.h"

#include "backends/simulator/refusal.h"

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

Call &CallBook::add(const Party &from, const Party &to)
{
    const tlib::ConnId id(++m_lastId);
    m_byDn[from.dn].push_back(id);
    m_byDn[to.dn].push_back(id);
    return m_calls
        .emplace(id, Call{.id = id, .uuid = uuidOf(id), .ani = from.dn, .dnis = to.dn, .parties = {from, to}})
        .first->second;
}

Call CallBook::take(tlib::ConnId id)
{
    auto node = m_calls.extract(id);
    for (const Party &party : node.mapped().parties)
        std::erase(m_byDn[party.dn], id);
    return std::move(node.mapped());
}

void CallBook::replaceParty(Call &call, const tlib::Dn &from, const Party &to)
{
    std::erase(m_byDn[from], call.id);
    m_byDn[to.dn].push_back(call.id);
    *call.party(from) = to;
}

Call *CallBook::find(tlib::ConnId id)
{
    const auto found = m_calls.find(id);
    return found == m_calls.end() ? nullptr : &found->second;
}

const Call *CallBook::find(tlib::ConnId id) const
{
    const auto found = m_calls.find(id);
    return found == m_calls.end() ? nullptr : &found->second;
}

core::Result<Call *> CallBook::callOf(const tlib::Dn &dn, tlib::ConnId id)
{
    Call *call = find(id);
    if (!call)
        return noSuchCall(id);
    if (!call->party(dn)) {
        return refusal(tlib::errorcode::PartyNotOnCall,
                       u"%1 is not a party of the call %2"_s.arg(dn.toString(), id.toString()));
    }
    return call;
}

std::vector<Call *> CallBook::of(const tlib::Dn &dn)
{
    std::vector<Call *> calls;
    if (const auto found = m_byDn.find(dn); found != m_byDn.end()) {
        for (const tlib::ConnId id : found->second)
            calls.push_back(find(id));
    }
    return calls;
}

std::vector<const Call *> CallBook::of(const tlib::Dn &dn) const
{
    std::vector<const Call *> calls;
    if (const auto found = m_byDn.find(dn); found != m_byDn.end()) {
        for (const tlib::ConnId id : found->second)
            calls.push_back(find(id));
    }
    return calls;
}

core::Error noSuchCall(tlib::ConnId id)
{
    return refusal(tlib::errorcode::InvalidConnId, u"No call has the ConnID %1"_s.arg(id.toString()));
}

} // namespace simulator
