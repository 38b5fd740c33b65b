#pragma once

#include "core/error.h"
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

/// What became of a request, for somebody who reads one line. What a lost link leaves open is TimedOut:
/// nobody can say whether it was done.
core::Error inWords(const core::Error &why);
/// Why the model has sent nothing. It has judged a request of the right form, so this is a refusal, not
/// wrong usage.
core::Error notDone(const core::Error &why, const QString &before);

} // namespace automation
