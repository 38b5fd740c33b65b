#pragma once

#include "model/actions/agentsession.h"
#include "model/link/serverconnection.h"

#include <QString>

/// The words of agents: their states, what they can do, and why not now.
namespace presentation {

QString agentStateText(model::AgentState state);
/// "Not ready · Lunch"; the words of a reason are those of the list, else its code's.
QString agentStateText(model::AgentState state, const QString &reason,
                       const model::AgentReasons &reasons = {});
QString agentStateText(const model::AgentSession &agent);
/// "Ready for 12:40", "Not ready · Lunch for ≥ 03:10": with the time in it, at least so long where its
/// beginning was not seen; without one while the state is not known.
QString agentTimeText(const model::Agent &agent, core::Instant now, const model::AgentReasons &reasons = {});
QString agentActionLabel(model::AgentAction action);
QString agentActionName(model::AgentAction action);
/// Why the agent cannot do it now; empty when it can.
QString agentObstacleText(model::AgentAction action, const model::AgentSession &agent,
                          const model::ServerConnection &connection);

/// The reasons to choose from, each with words.
QList<model::AgentReason> notReadyReasons(const model::AgentReasons &reasons = {});
QList<model::AgentReason> logoutReasons(const model::AgentReasons &reasons);

} // namespace presentation
