#include "model/dns/agentroster.h"

#include "model/dns/dnregistry.h"
#include "model/link/serverconnection.h"

using tlib::MessageType;

namespace model {

namespace {

AgentState stateFrom(tlib::AgentStatus status)
{
    switch (status) {
    case tlib::AgentStatus::None: return AgentState::LoggedOut;
    case tlib::AgentStatus::LoggedOut: return AgentState::LoggedOut;
    case tlib::AgentStatus::NotReady: return AgentState::NotReady;
    case tlib::AgentStatus::Ready: return AgentState::Ready;
    case tlib::AgentStatus::AfterCallWork: return AgentState::AfterCallWork;
    }
    return AgentState::Unknown;
}

/// The agent's state after this event; none for an event about something else.
std::optional<AgentState> stateAfter(const tlib::Event &event)
{
    if (event.type == MessageType::EventAgentLogin)
        return event.agentWorkMode == tlib::AgentWorkMode::AutoIn ? AgentState::Ready : AgentState::NotReady;
    if (event.type == MessageType::EventAgentLogout)
        return AgentState::LoggedOut;
    if (event.type == MessageType::EventAgentReady)
        return AgentState::Ready;
    if (event.type == MessageType::EventAgentAfterCallWork)
        return AgentState::AfterCallWork;
    if (event.type == MessageType::EventAgentNotReady)
        return event.agentWorkMode == tlib::AgentWorkMode::AfterCallWork ? AgentState::AfterCallWork
                                                                         : AgentState::NotReady;
    return std::nullopt;
}

} // namespace

AgentRoster::AgentRoster(ServerConnection &connection, DnRegistry &registry, core::Clock &clock,
                         QObject *parent)
    : QObject(parent)
    , m_connection(connection)
    , m_registry(registry)
    , m_clock(clock)
{
    connect(&connection, &ServerConnection::eventReceived, this, &AgentRoster::onEvent);
    connect(&connection, &ServerConnection::doubted, this, &AgentRoster::forgetAll);
    connect(&connection, &ServerConnection::overdueChanged, this, &AgentRoster::allChanged);
    connect(&registry, &DnRegistry::snapshotTaken, this, &AgentRoster::onSnapshot);
    connect(&registry, &DnRegistry::stateChanged, this, &AgentRoster::forgetWhereUnmonitored);
    connect(&registry, &DnRegistry::entriesChanged, this, &AgentRoster::forgetWhoIsNotListed);
}

Agent AgentRoster::agentAt(const Dn &dn) const
{
    return m_connection.isOverdue() ? Agent() : m_agents.value(dn);
}

void AgentRoster::onEvent(const tlib::Event &event)
{
    const auto state = stateAfter(event);
    if (!state || event.thisDn.isEmpty() || !m_registry.isHeeded(event.thisDn) || !m_connection.isInEpoch())
        return;
    // What comes while a sign of life is owed may be as old as the silence.
    set(event.thisDn, *state, event, !m_connection.isOverdue(),
        event.type == MessageType::EventAgentNotReady ? event.reasons.text(AgentReasonKey) : QString());
}

void AgentRoster::onSnapshot(const Dn &dn, const tlib::Event &event)
{
    const auto status = event.extensions.find("AgentStatus");
    const auto number = status ? status->toInt() : std::nullopt;
    set(dn, number ? stateFrom(tlib::AgentStatus(*number)) : AgentState::Unknown, event, false);
}

void AgentRoster::forgetAll()
{
    if (m_agents.isEmpty())
        return;
    m_agents.clear();
    Q_EMIT allChanged();
}

/// Its snapshot says how it is once it is monitored again.
void AgentRoster::forgetWhereUnmonitored(const Dn &dn)
{
    if (m_registry.stateOf(dn) != MonitorState::Monitored && m_agents.remove(dn))
        Q_EMIT changed(dn);
}

void AgentRoster::forgetWhoIsNotListed()
{
    m_agents.removeIf([this](const auto &agent) { return !m_registry.isHeeded(agent.key()); });
}

void AgentRoster::set(const Dn &dn, AgentState state, const tlib::Event &event, bool isChange,
                      const QString &reason)
{
    const Agent before = m_agents.value(dn);
    Agent now = before;
    now.state = state;
    now.reason = reason;
    now.id = event.agentId;
    if (now.id.isEmpty() && (state != AgentState::LoggedOut && state != AgentState::Unknown))
        now.id = before.id; // not every event repeats it
    if (state == AgentState::LoggedOut)
        now.id = {};
    if (state != before.state || reason != before.reason) {
        now.since = m_clock.now();
        now.sinceWall = m_clock.wallTime();
        // Where nothing was known before, it may have been so for long: a server repeats what is.
        now.sinceSeen = isChange && before.state != AgentState::Unknown;
    }
    if (state == AgentState::Unknown)
        m_agents.remove(dn);
    else
        m_agents.insert(dn, now);
    if (m_agents.value(dn) != before)
        Q_EMIT changed(dn);
}

} // namespace model

#include "moc_agentroster.cpp"
