#include "backends/wire/resetonclose.h"

#include <sys/socket.h>

namespace wire {

void resetOnClose(QAbstractSocket &socket)
{
    const linger noLinger{.l_onoff = 1, .l_linger = 0};
    setsockopt(int(socket.socketDescriptor()), SOL_SOCKET, SO_LINGER,
               reinterpret_cast<const char *>(&noLinger), sizeof noLinger);
}

} // namespace wire
