#pragma once

#include "model/actions/actionrules.h"
#include "model/actions/agentsession.h"
#include "model/actions/destination.h"
#include "model/actions/recordingoptions.h"
#include "model/actions/transferoutlook.h"
#include "model/calls/call.h"
#include "model/link/serverconnection.h"

#include <QString>

/// The only home of words for states, actions and obstacles. Whole sentences end with a full stop; words and
/// labels do not.
namespace presentation {

/// "Recording", "Paused", "Not recording", "Not known", or "Recorded" where only a file name was ever
/// reported.
QString recordingWord(const model::Recording &recording);

/// What stands on a button: "&Pause"; the question's ellipsis included: "&Stop…".
QString actionLabel(model::CallAction action);
/// The same without mnemonic and ellipsis: "Pause".
QString actionName(model::CallAction action);
/// While the request is under way: "Pausing…".
QString actionProgress(model::CallAction action);
/// What the control does, for tool tips: "Pause the recording of this call."
QString actionPurpose(model::CallAction action);
/// Why the action is not offered now; empty for Obstacle::None. `isLinkUp` tells two causes of doubt apart.
QString obstacleText(model::Obstacle obstacle, model::CallAction action, const model::Call &call,
                     bool isLinkUp);

/// What is wrong with the options of a recording, and what would be right; empty for None.
QString optionsFlawText(model::OptionsFlaw flaw);
/// What is wrong with where a call is to go; empty for None.
QString destinationFlawText(model::DestinationFlaw flaw);
/// What handing the call on does to its recording, said beforehand.
QString transferOutlookText(model::TransferOutlook outlook);

QString callTypeText(model::CallType type);
QString callPhaseText(model::CallPhase phase);
/// "Inbound · talking".
QString callSummary(model::CallType type, model::CallPhase phase);
/// Who is on the other side: "+493012345", "Desk 7003", "Unknown number". Text from outside, made plain.
QString partyText(const model::Dn &party, model::CallType type);
/// Everybody on the other side: "+493012345 and Desk 7003" in a conference.
QString partiesText(const model::CallView &seen, model::CallType type);

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
