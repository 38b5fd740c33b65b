#include "model/settings/disksync.h"

namespace model {

bool isOnDisk(int)
{
    return true;
}

void syncFolder(const QString &) {}

} // namespace model
