#include "model/supervisorboard.h"

#include "model/dnregistry.h"

namespace model {

SupervisorBoard::SupervisorBoard(CallList &calls, DnRegistry &registry, AgentRoster &agents, QObject *parent)
    : QObject(parent)
    , m_calls(calls)
    , m_registry(registry)
    , m_agents(agents)
{
}

const Call *SupervisorBoard::callOf(int index) const
{
    const BoardRow &shown = row(index);
    return shown.calls.isEmpty() ? nullptr : m_calls.find(shown.calls.first());
}

Agent SupervisorBoard::agentOf(int index) const
{
    return m_agents.agentAt(row(index).dn);
}

MonitorState SupervisorBoard::monitorStateOf(int index) const
{
    return m_registry.stateOf(row(index).dn);
}

} // namespace model

#include "moc_supervisorboard.cpp"
