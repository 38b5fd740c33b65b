#pragma once

#include <QAbstractSocket>

namespace wire {

/// Makes the socket's next close a reset (RST) instead of an orderly end: what was not sent yet is thrown
/// away.
void resetOnClose(QAbstractSocket &socket);

} // namespace wire
