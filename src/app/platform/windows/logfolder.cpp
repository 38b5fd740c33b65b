#include "app/terminal/logfolder.h"

#include <QStandardPaths>

namespace app {

QString logFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation);
}

} // namespace app
