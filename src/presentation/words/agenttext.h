#pragma once

#include "model/actions/agentsession.h"
#include "model/link/serverconnection.h"

#include <QString>

/// The words of agents: their states, what they can do, and why not now.
namespace presentation {

QString agentStateText(model::AgentState state);
/// "Not ready · Lunch"
QString agentStateText(model::AgentState state, const QString &reason);
QString agentStateText(const model::AgentSession &agent);
QString agentActionLabel(model::AgentAction action);
QString agentActionName(model::AgentAction action);
/// Why the agent cannot do it now; empty when it can.
QString agentObstacleText(model::AgentAction action, const model::AgentSession &agent,
                          const model::ServerConnection &connection);

/// A reason for not being ready: what is sent, and how it reads.
struct NotReadyReason
{
    QString code = {};
    QString text = {};
};
QList<NotReadyReason> notReadyReasons();

} // namespace presentation
