#pragma once

#include "model/actions/actionrules.h"
#include "model/actions/destination.h"
#include "model/actions/recordingoptions.h"
#include "model/actions/transferoutlook.h"
#include "model/calls/call.h"

#include <QString>

/// The words of what can be done to a call, why it cannot be done now, and what is wrong with what was given.
/// Whole sentences end with a full stop; labels do not.
namespace presentation {

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
/// What is wrong with whom an action on a party is about; empty for None.
QString partyFlawText(model::PartyFlaw flaw);
/// What handing the call on does to its recording, said beforehand.
QString transferOutlookText(model::TransferOutlook outlook);

} // namespace presentation
