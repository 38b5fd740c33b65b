#pragma once

#include "model/desk.h"
#include "presentation/words/securitytext.h"

#include <QString>

namespace presentation {

/// What the header says of the connection.
struct ConnectionLook
{
    enum class Dot { Good, Working, Trouble };

    Dot dot = Dot::Trouble;
    QString word = {};  ///< "Connected", "Link lost"
    QString note = {};  ///< beside it, what is being done: "next try in 4 s"
    QString role = {};  ///< "primary", "backup": of a server that serves
    QString where = {}; ///< "sip-prim.example:7007 · primary · DN 7001", or the reason of a trouble
    QString full = {};  ///< all of it and the trouble's own words, for tool tip and screen reader
    QString dns = {};   ///< "DN 7001", or those that are not monitored
    bool isDnRefused = false;
    std::optional<SecurityLook> security = {}; ///< as long as a session stands
    bool offersRetry = false;                  ///< nothing more is tried by itself: a person can ask for it
};
ConnectionLook connectionLook(const model::Desk &desk, core::Instant now);
/// Why there is no connection, in a sentence; `withDetail` adds the system's own words.
QString troubleText(const core::Error &trouble, bool withDetail);

/// The picture over it; never one of a recording's lights but the unknown one.
enum class EmptyPicture : quint8 {
    Quiet,   ///< all is well, and there is no call
    Working, ///< an answer is awaited
    Unknown, ///< nobody can say what goes on there
};

/// What stands where the calls would, while there are none: what is, what to do, and perhaps a button for it.
struct EmptyLook
{
    QString title = {};
    QString text = {};
    std::optional<model::AgentAction> action = {};
    EmptyPicture picture = EmptyPicture::Quiet;
    bool offersSetUp = false; ///< nobody has said where the calls are, or nothing was ever found there
};
EmptyLook emptyLook(const model::Desk &desk, core::Instant now);

} // namespace presentation
