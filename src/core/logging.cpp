#include "core/logging.h"

namespace core {

Q_LOGGING_CATEGORY(wireLog, "tallylight.wire", QtInfoMsg)
Q_LOGGING_CATEGORY(simulatorLog, "tallylight.simulator", QtInfoMsg)
Q_LOGGING_CATEGORY(modelLog, "tallylight.model", QtInfoMsg)
Q_LOGGING_CATEGORY(automationLog, "tallylight.automation", QtInfoMsg)
Q_LOGGING_CATEGORY(storageLog, "tallylight.storage", QtInfoMsg)
Q_LOGGING_CATEGORY(appLog, "tallylight.app", QtInfoMsg)

} // namespace core
