#pragma once

#include <QJsonObject>

namespace simulator {

class Switch;

/// The whole state of the switch as JSON: what the command "state" answers, and what a desktop is measured
/// by.
QJsonObject truthOf(Switch &sw);

} // namespace simulator
