#pragma once

namespace tlib {

/// How a link went away (core::ErrorKind::LinkLost): its error's `reason`.
enum class LinkLoss {
    Other = 0, ///< the error's text says it
    Closed,    ///< by the other side, in order
    Silent,    ///< the other side did not answer a poll in time
    NotTaking, ///< nor take what was sent
    Broken,    ///< the network or the system ended it; the error's text says how
};

} // namespace tlib
