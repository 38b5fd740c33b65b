#include "backends/simulator/switch/agentcontrol.h"

#include "backends/simulator/switch/refusal.h"

namespace simulator {

using namespace Qt::StringLiterals;
using tlib::AgentStatus;
using tlib::AgentWorkMode;
using tlib::MessageType;

AgentControl::AgentControl(const Directory &directory, Distributor &distributor)
    : m_directory(directory)
    , m_distributor(distributor)
{
}

core::Result<core::Done> AgentControl::carryOut(const tlib::AgentLogin &request, const Asking &asking)
{
    const DnConfig *config = m_directory.find(request.dn);
    if (!config || config->kind != DnKind::Extension)
        return refusal(errorcode::InvalidOrigin, u"No agent can log in at %1"_s.arg(request.dn.toString()));
    const tlib::AgentId agent = request.agentId.isEmpty() ? config->agentId : request.agentId;
    if (agent.isEmpty())
        return refusal(errorcode::AgentIdMissing, u"The agent id is missing"_s);
    if (const auto seat = m_seats.find(request.dn); seat != m_seats.end() && seat->second.agent == agent) {
        return refusal(tlib::errorcode::AlreadyInState,
                       u"Agent %1 is logged in at %2 already"_s.arg(agent.toString(), request.dn.toString()));
    }
    for (const auto &[dn, seat] : m_seats) {
        if (dn == request.dn || seat.agent == agent) {
            return refusal(errorcode::AgentSignedIn,
                           u"Agent %1 is signed in at %2"_s.arg(seat.agent.toString(), dn.toString()));
        }
    }
    const bool ready = request.workMode == AgentWorkMode::AutoIn;
    m_seats[request.dn] = {.agent = agent,
                           .status = ready ? AgentStatus::Ready : AgentStatus::NotReady,
                           .workMode = request.workMode};
    tell(MessageType::EventAgentLogin, request.dn, request.reasons, asking);
    tell(ready ? MessageType::EventAgentReady : MessageType::EventAgentNotReady, request.dn, {}, {});
    return core::Done{};
}

core::Result<core::Done> AgentControl::carryOut(const tlib::AgentLogout &request, const Asking &asking)
{
    if (const auto seat = takenSeat(request.dn); !seat)
        return seat.error();
    tell(MessageType::EventAgentLogout, request.dn, request.reasons, asking);
    m_seats.erase(request.dn);
    return core::Done{};
}

core::Result<core::Done> AgentControl::carryOut(const tlib::AgentReady &request, const Asking &asking)
{
    const auto seat = takenSeat(request.dn);
    if (!seat)
        return seat.error();
    if ((*seat)->status == AgentStatus::Ready) {
        return refusal(tlib::errorcode::AlreadyInState,
                       u"The agent at %1 is ready already"_s.arg(request.dn.toString()));
    }
    (*seat)->status = AgentStatus::Ready;
    (*seat)->workMode = request.workMode;
    tell(MessageType::EventAgentReady, request.dn, request.reasons, asking);
    return core::Done{};
}

core::Result<core::Done> AgentControl::carryOut(const tlib::AgentNotReady &request, const Asking &asking)
{
    const auto seat = takenSeat(request.dn);
    if (!seat)
        return seat.error();
    // Being not ready already is no mistake: the agent gives another reason.
    const bool afterCall = request.workMode == AgentWorkMode::AfterCallWork;
    (*seat)->status = afterCall ? AgentStatus::AfterCallWork : AgentStatus::NotReady;
    (*seat)->workMode = request.workMode;
    tell(MessageType::EventAgentNotReady, request.dn, request.reasons, asking);
    return core::Done{};
}

core::Result<core::Done> AgentControl::bring(const tlib::Dn &dn, AgentStatus wanted)
{
    if (statusOf(dn) == wanted)
        return core::Done{};
    if (wanted == AgentStatus::LoggedOut)
        return carryOut(tlib::AgentLogout{.dn = dn}, {});
    if (!m_seats.contains(dn)) {
        if (const auto in = carryOut(tlib::AgentLogin{.dn = dn}, {}); !in || statusOf(dn) == wanted)
            return in;
    }
    return wanted == AgentStatus::Ready ? carryOut(tlib::AgentReady{.dn = dn}, {})
                                        : carryOut(tlib::AgentNotReady{.dn = dn}, {});
}

AgentStatus AgentControl::statusOf(const tlib::Dn &dn) const
{
    if (!m_directory.has(dn, DnKind::Extension))
        return AgentStatus::None;
    const auto seat = m_seats.find(dn);
    return seat == m_seats.end() ? AgentStatus::LoggedOut : seat->second.status;
}

void AgentControl::put(const tlib::Dn &dn, const std::optional<Seat> &seat)
{
    if (seat)
        m_seats.insert_or_assign(dn, *seat);
    else
        m_seats.erase(dn);
}

core::Result<AgentControl::Seat *> AgentControl::takenSeat(const tlib::Dn &dn)
{
    const auto seat = m_seats.find(dn);
    if (seat == m_seats.end())
        return refusal(tlib::errorcode::WrongState, u"No agent is logged in at %1"_s.arg(dn.toString()));
    return &seat->second;
}

void AgentControl::tell(MessageType type, const tlib::Dn &dn, const tlib::KvList &reasons,
                        const Asking &asking)
{
    const Seat &seat = m_seats[dn];
    if (m_changed) // every change is told
        m_changed->agentTouched(dn);
    m_distributor.toDn(dn,
                       {.type = type,
                        .thisDn = dn,
                        .agentId = seat.agent,
                        .agentWorkMode = seat.workMode,
                        .reasons = reasons},
                       asking);
}

} // namespace simulator
