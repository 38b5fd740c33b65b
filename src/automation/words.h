#pragma once

#include "core/error.h"
#include "model/actions/actionrules.h"
#include "model/routing/routedesk.h"
#include "model/statewords.h"

namespace automation {

using model::wordFor;

/// "a, b and 3 more": five at most, as a floor has thousands.
QString listed(const QStringList &names);
/// What became of a request, for somebody who reads one line. What a lost link leaves open is TimedOut:
/// nobody can say whether it was done.
core::Error inWords(const core::Error &why);
/// Why nothing is sent for an action on a call, for programs and logs: one sentence without its full stop;
/// empty for a None. What people read is presentation's.
QString sentenceFor(model::Obstacle obstacle);
QString sentenceFor(model::OptionsFlaw flaw);
QString sentenceFor(model::DestinationFlaw flaw, const model::Dn &destination);
QString sentenceFor(model::PartyFlaw flaw);
QString sentenceFor(const model::WhyNot &why, const model::Dn &destination = {});
/// Why a call is not routed; empty when nothing is in the way.
QString sentenceFor(model::RouteObstacle obstacle, const model::RouteOrder &order);
/// Why the model has sent nothing. It has judged a request of the right form, so this is a refusal, not
/// wrong usage.
core::Error notDone(const core::Error &why, const QString &before);

} // namespace automation
