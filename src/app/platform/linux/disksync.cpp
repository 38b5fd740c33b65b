#include "model/settings/disksync.h"

#include <QFile>

#include <cerrno>
#include <fcntl.h>
#include <unistd.h>

namespace model {

bool isOnDisk(int file)
{
    return ::fsync(file) == 0 || errno == EINVAL || errno == ENOTSUP; // some file systems cannot
}

void syncFolder(const QString &folder)
{
    const int opened = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY);
    if (opened < 0)
        return;
    (void)::fsync(opened);
    ::close(opened);
}

} // namespace model
