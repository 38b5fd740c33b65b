#pragma once

#include "model/actions/agentaction.h"
#include "model/actions/agentsession.h"
#include "model/actions/callaction.h"
#include "model/actions/callviews.h"
#include "model/link/linkwords.h"
#include "model/link/messagetrace.h"
#include "model/toastlist.h"

namespace model {

/// The words in which states travel: to other programs, into the journal, a diagnostic bundle and the log.
/// They are part of the interface, as programs compare them; what people read is presentation's. Those of the
/// connection are in linkwords.h.
QString wordFor(AgentState state);
QString wordFor(CallType type);
QString wordFor(CallPhase phase);
QString wordFor(const Recording &recording);
QString wordFor(CallAction action); ///< also the verb that performs it
/// The action of this word; none when it is no action's.
std::optional<CallAction> callActionFor(const QString &word);
QString wordFor(AgentAction action);
QString wordFor(Severity severity);
/// pause-guard and so on; empty for what is not known.
QString wordFor(Changer changer);
/// The way back; a word of a later version is not known.
Changer changerNamed(const QString &word);

/// For a MessageTrace, which knows nothing of calls: the recording's word in a call's user data.
MessageTrace::RecordingReader tracedRecording(const RecordingKeys &keys = {});

} // namespace model
