#pragma once

#include "backends/logreplay/callsmet.h"
#include "backends/logreplay/logmessage.h"

namespace logreplay {

/// What a message of a log says through the seam, in order: the call as it was before the log met it, the
/// event as far as it can be believed, and the doubt.
QList<tlib::Event> eventsOf(LogMessage &&message, CallsMet &met);

/// Something has been said about a call that cannot be read. The model puts in doubt what an event is about
/// that lacks its attributes: the call that an event about somebody's leg names without naming whose; all
/// calls of a DN, or all, for one that names no call.
tlib::Event doubtOf(tlib::ConnId call, const tlib::Dn &dn);

} // namespace logreplay
