#pragma once

class QLocalSocket;

namespace automation {

/// Whether the program at the other end runs as the same user as this one. The socket's own rights say so,
/// too; this holds where somebody has changed them. On Windows the pipe's access list alone says it.
bool isSameUser(const QLocalSocket &socket);

} // namespace automation
