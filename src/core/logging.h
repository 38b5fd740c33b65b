#pragma once

#include <QLoggingCategory>

/// One category per layer, switched with QT_LOGGING_RULES ("tallylight.wire.debug=true").
/// User data, digits of parties and passwords never go to a log in clear: log types, sizes, ConnIDs and
/// codes.
namespace core {

Q_DECLARE_LOGGING_CATEGORY(wireLog)
Q_DECLARE_LOGGING_CATEGORY(simulatorLog)
Q_DECLARE_LOGGING_CATEGORY(modelLog)
Q_DECLARE_LOGGING_CATEGORY(automationLog)
Q_DECLARE_LOGGING_CATEGORY(storageLog)
Q_DECLARE_LOGGING_CATEGORY(appLog)

} // namespace core
