#include "automation/socketname.h"

using namespace Qt::StringLiterals;

namespace automation {

QString socketName(const QString &folder, const QString &instance)
{
    return folder + u'/' + instance + u".socket"_s;
}

} // namespace automation
