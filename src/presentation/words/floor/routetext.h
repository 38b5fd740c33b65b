#pragma once

#include "model/routing/routeorder.h"
#include "model/routing/waitingcalls.h"

#include <QString>

/// The words of the route desk. Whole sentences end with a full stop.
namespace presentation {

/// What is recorded once the call is answered, in the order in which people are offered it.
inline constexpr model::RouteOrder::Record AllRouteRecords[] = {
    model::RouteOrder::Record::AsConfigured,  model::RouteOrder::Record::Destination,
    model::RouteOrder::Record::Source,        model::RouteOrder::Record::DisableDestination,
    model::RouteOrder::Record::DisableSource,
};
/// "Record the agent's side"
QString routeRecordText(model::RouteOrder::Record record);
/// What it does, in a sentence.
QString routeRecordPurpose(model::RouteOrder::Record record);
/// Why the order cannot be sent for this call now; empty when it can. `call` may be null.
QString routeObstacleText(const model::WaitingCall *call, const model::RouteOrder &order);
/// "+49 30 5550 1 waits on 8000", or what to do first.
QString routeSubject(const model::WaitingCall *call);

} // namespace presentation
