#pragma once

#include "model/actions/actiondetails.h"
#include "model/calls/call.h"
#include "tlib/callrequests.h"
#include "tlib/recordingrequests.h"

#include <variant>

namespace model {

/// What goes to the server for an action on a call.
using ActionRequest = std::variant<tlib::RecordingService, tlib::AnswerCall, tlib::HoldCall,
                                   tlib::RetrieveCall, tlib::ReleaseCall, tlib::InitiateTransfer,
                                   tlib::SingleStepTransfer, tlib::CompleteTransfer, tlib::CompleteConference,
                                   tlib::AlternateCall, tlib::DeleteFromConference, tlib::RedirectCall>;

/// `dn`: on whose behalf. For the actions that join calls, `call` is the one that was consulted about; for
/// Alternate it is the one on hold, and `talking` the other. Only those of the details go out that the action
/// knows.
ActionRequest requestFor(CallAction action, const Call &call, const Dn &dn, const ActionDetails &details,
                         CallId talking = {});

} // namespace model
