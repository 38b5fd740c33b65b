#include "automation/peer.h"

#include <QLocalSocket>

#ifdef Q_OS_LINUX
#include <sys/socket.h>
#include <unistd.h>
#endif

namespace automation {

bool isSameUser(const QLocalSocket &socket)
{
#ifdef Q_OS_LINUX
    ucred peer{}; // unix(7), SO_PEERCRED: as it was when the peer connected
    socklen_t size = sizeof peer;
    return getsockopt(int(socket.socketDescriptor()), SOL_SOCKET, SO_PEERCRED, &peer, &size) == 0 &&
           peer.uid == geteuid();
#else
    Q_UNUSED(socket);
    return true;
#endif
}

} // namespace automation
