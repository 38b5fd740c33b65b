#include "automation/socketname.h"

using namespace Qt::StringLiterals;

namespace automation {

QString socketName(const QString &, const QString &instance)
{
    return u"tallylight-%1-%2"_s.arg(qEnvironmentVariable("USERNAME"), instance); // of a pipe
}

} // namespace automation
