#pragma once

#include "model/agentsession.h"
#include "model/serverconnection.h"
#include "model/toastlist.h"

/// The words in which states travel. They are part of the interface: programs compare them.
namespace automation {

QString wordFor(model::ConnectionState state);
QString wordFor(model::ServerRole role);
QString wordFor(model::AgentState state);
QString wordFor(model::CallType type);
QString wordFor(model::CallPhase phase);
QString wordFor(const model::Recording &recording);
QString wordFor(model::CallAction action); ///< also the verb that performs it
QString wordFor(model::Severity severity);

} // namespace automation
