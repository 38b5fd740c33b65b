#pragma once

#include "core/clock.h"
#include "model/calls/call.h"
#include "tlib/event.h"

#include <QHash>
#include <QObject>

namespace model {

class DnRegistry;
class ServerConnection;

enum class AgentState { Unknown, LoggedOut, NotReady, Ready, AfterCallWork };

/// The key in Reasons that says why an agent is not ready.
inline constexpr const char *AgentReasonKey = "ReasonCode";

/// The agent at a DN, as the server says it.
struct Agent
{
    AgentState state = AgentState::Unknown;
    QString reason = {}; ///< why not ready, as the server repeats it; often empty
    AgentId id = {};     ///< who has logged in, where the server said so
    Instant since = {};  ///< when this state with its reason was first seen here, since the latest doubt,
    QDateTime sinceWall = {}; ///< and what the wall clock said
    bool sinceSeen = false;   ///< the change into it was seen, so that `since` is its beginning

    bool operator==(const Agent &) const = default;
};

/// The state of the agent at every registered DN: from the agent events and from each DN's snapshot
/// (`AgentStatus`). Nothing is known while the connection is in doubt (what was known comes back with an
/// overdue sign of life), nor of a DN whose monitoring has ended.
class AgentRoster : public QObject
{
    Q_OBJECT

public:
    AgentRoster(ServerConnection &connection, DnRegistry &registry, core::Clock &clock,
                QObject *parent = nullptr);

    Agent agentAt(const Dn &dn) const;

Q_SIGNALS:
    void changed(const model::Dn &dn);
    void allChanged(); ///< of all at once: the connection is in doubt

private:
    void onEvent(const tlib::Event &event);
    void onSnapshot(const Dn &dn, const tlib::Event &event);
    void forgetAll();
    void forgetWhereUnmonitored(const Dn &dn);
    void forgetWhoIsNotListed();
    /// `isChange`: the event says that it has changed just now, not only how it is.
    void set(const Dn &dn, AgentState state, const tlib::Event &event, bool isChange,
             const QString &reason = {});

    ServerConnection &m_connection;
    DnRegistry &m_registry;
    core::Clock &m_clock;
    QHash<Dn, Agent> m_agents;
};

} // namespace model
