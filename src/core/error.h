#pragma once

#include <QString>

namespace core {

/// What kind of thing went wrong: what a program branches on.
enum class ErrorKind {
    Refused,  ///< the server answered with EventError; serverCode and text are its own
    TimedOut, ///< nobody answered in time
    LinkLost, ///< the link went away while the answer was awaited: the result is unknown; `reason` says how
    NotConnected, ///< nothing was sent, as there is no link to send it on
    NotAllowed,   ///< nothing was sent, as the model does not allow it now
    Malformed,    ///< bytes or text that do not follow their format
    InvalidInput, ///< a person or a file gave a value that cannot be used
    NotFound,     ///< the named thing does not exist
    Untrusted,    ///< the other side could not prove who it is; `reason` says which proof failed
    Unreachable,  ///< the other side cannot be reached: DNS, refusal, network
    Io,           ///< a file or a socket failed on this machine
};

/// A failure as a value. `text` is for logs and for people who read details, never the only thing shown to an
/// agent.
struct Error
{
    ErrorKind kind = ErrorKind::Io;
    QString text = {};
    int serverCode = 0; ///< TErrors number of EventError, 0 when the server did not speak
    int reason = 0;     ///< which of the kind's reasons, where the kind names an enum of them

    bool operator==(const Error &) const = default;
};

/// "refused (59): DN **01 is not configured", for logs: masked where the words are the server's.
QString toString(const Error &error);

} // namespace core
