#include "model/settings/policypath.h"

using namespace Qt::StringLiterals;

namespace model {

QString systemPolicyPath()
{
    return qEnvironmentVariable("ProgramData", u"C:/ProgramData"_s) + u"/Tallylight/policy.ini"_s;
}

} // namespace model
