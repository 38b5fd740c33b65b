#include "backends/wire/resetonclose.h"

#include <winsock2.h>

namespace wire {

void resetOnClose(QAbstractSocket &socket)
{
    const linger noLinger{.l_onoff = 1, .l_linger = 0};
    setsockopt(SOCKET(socket.socketDescriptor()), SOL_SOCKET, SO_LINGER,
               reinterpret_cast<const char *>(&noLinger), sizeof noLinger);
}

} // namespace wire
