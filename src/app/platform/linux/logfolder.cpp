#include "app/terminal/logfolder.h"

#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace app {

QString logFolder()
{
    const QString folder = qEnvironmentVariable("XDG_STATE_HOME");
    if (folder.startsWith(u'/')) // a relative path is to be passed over, says the specification
        return folder;
    return QStandardPaths::writableLocation(QStandardPaths::HomeLocation) + u"/.local/state"_s;
}

} // namespace app
