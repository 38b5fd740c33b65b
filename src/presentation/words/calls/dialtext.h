#pragma once

#include "model/outgoing/dialling.h"

#include <QString>

/// The words of making calls.
namespace presentation {

/// Why no call is made now; empty when one can be. `isOverdue`: the server owes a sign of life.
QString dialObstacleText(model::Obstacle obstacle, bool isOverdue = false);
/// Why no call is made to this destination; empty for none.
QString dialFlawText(const std::optional<model::WhyNot> &why, bool isOverdue = false);
/// While the request is under way: "Calling 7002…".
QString dialProgressText(const model::Dn &destination);

} // namespace presentation
