#pragma once

#include "model/link/serverconnection.h"

namespace model {

/// The words in which the connection's states travel: see statewords.h.
QString wordFor(ConnectionState state);
QString wordFor(ServerRole role);

} // namespace model
