#include "model/settings/policypath.h"

using namespace Qt::StringLiterals;

namespace model {

QString systemPolicyPath()
{
    return u"/etc/tallylight/policy.ini"_s;
}

} // namespace model
