#pragma once

#include "automation/verbs.h"
#include "core/result.h"
#include "model/actions/actiondetails.h"
#include "model/calls/call.h"
#include "model/routing/routeorder.h"

#include <QJsonObject>

/// The parameters of the verbs, as a program outside gives them: InvalidInput with one sentence when one is
/// wrong, missing, or of another verb.
namespace automation {

/// The call that is named; null when none is.
core::Result<model::CallId> namedCall(const QJsonObject &params);
core::Result<model::ActionDetails> detailsFrom(model::CallAction action, const QJsonObject &params);
/// Where a call is to be made to.
core::Result<model::Dn> destinationFrom(Verb::Job job, const QJsonObject &params);
/// The code of a reason; empty where none is given.
core::Result<QString> reasonFrom(model::AgentAction action, const QJsonObject &params);
core::Result<model::RouteOrder> routeOrderFrom(const QJsonObject &params);
/// What the verb's parameter "record" may be; empty for a verb that has none.
QStringList recordWordsOf(const Verb &verb);

} // namespace automation
