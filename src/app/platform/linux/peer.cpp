#include "automation/peer.h"

#include <QLocalSocket>

#include <sys/socket.h>
#include <unistd.h>

namespace automation {

bool isSameUser(const QLocalSocket &socket)
{
    ucred peer{}; // unix(7), SO_PEERCRED: as it was when the peer connected
    socklen_t size = sizeof peer;
    return getsockopt(int(socket.socketDescriptor()), SOL_SOCKET, SO_PEERCRED, &peer, &size) == 0 &&
           peer.uid == geteuid();
}

} // namespace automation
