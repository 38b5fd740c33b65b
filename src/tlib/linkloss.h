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

/// How far an attempt came that reached no server (core::ErrorKind::Unreachable, and TimedOut before the link
/// is open): the error's `reason`.
enum class Unreached {
    Other = 0,   ///< the error's text says it
    UnknownHost, ///< the name service knows no such name
    SilentNames, ///< the name service did not answer in time
    NoFirstWord, ///< the link opened, and the server did not say in time who it is
    Refused,     ///< the machine answers, and nobody listens at the port
    Silent,      ///< nobody answered in time, neither machine nor port
    NoHandshake, ///< something took the connection and did not say what TLS begins with, in time
};

} // namespace tlib
