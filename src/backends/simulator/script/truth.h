#pragma once

#include "backends/simulator/switch/switch.h"

#include <QJsonObject>

namespace simulator {

/// The whole state of the switch as JSON: what the command "state" answers, and what a desktop is measured
/// by.
QJsonObject truthOf(Switch &sw);

} // namespace simulator
