#include "backends/wire/resetonclose.h"

#ifdef Q_OS_WIN
#include <winsock2.h>
#else
#include <sys/socket.h>
#endif

namespace wire {

void resetOnClose(QAbstractSocket &socket)
{
#ifdef Q_OS_WIN
    using Descriptor = SOCKET;
#else
    using Descriptor = int;
#endif
    const linger noLinger{.l_onoff = 1, .l_linger = 0};
    setsockopt(Descriptor(socket.socketDescriptor()), SOL_SOCKET, SO_LINGER,
               reinterpret_cast<const char *>(&noLinger), sizeof noLinger);
}

} // namespace wire
