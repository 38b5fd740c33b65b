#pragma once

#include <QString>

namespace model {

/// Where this system's administrator lays down the policy: /etc/tallylight/policy.ini on Linux.
QString systemPolicyPath();

} // namespace model
