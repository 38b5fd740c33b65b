#pragma once

#include "model/calls/call.h"

#include <QString>

namespace model {

/// One fact of a desktop's day, in the words that stay on disk: programs compare them, and they do not change
/// from version to version. No customer data: neither numbers of outside parties nor user data, file names or
/// texts of the server.
///
/// kind        what                                     beside it
/// started     -                                        detail: program and version
/// previous    by-person by-system no-word              how the program had ended before; detail: see ended;
///                                                      code: calls that were being recorded or paused then
/// ended       by-person by-system                      the last word; detail: SIGTERM, SIGHUP, SIGINT,
/// log-out goes-on     -                                        after ended: the log-out was stopped
/// connection  offline connecting registering           detail: host:port
///             connected waiting lost
/// doubt       raised over                              of all calls at once; each is certain when it says so
/// agent       unknown logged-out not-ready ready       dn
///             after-call-work
/// call        dialing ringing talking held released    call, dn, certain
/// recording   unknown off on paused recorded           call, dn, certain; detail: who has moved it into this
///                                                      state, this-desktop, pause-guard or somebody-else;
///                                                      empty: it cannot be known, or only the certainty has
///                                                      changed
/// request     an action, make, route                   call, dn on whose behalf; detail: pause-guard where
///                                                      that has asked and no person
/// accepted    the same: acknowledged, which is no state
/// answer      the same                                 outcome, code
/// file        begun-anew                               an unreadable journal was kept aside before this one
/// pruned      -                                        detail: number and hash of the last entry that was
/// too
///                                                      old to be kept; code: how many went
/// gap         -                                        code: so many entries found no room in memory
struct JournalEntry
{
    qint64 at = 0; ///< milliseconds since 1970-01-01 UTC, by the wall clock
    QString kind = {};
    QString what = {};
    CallId call = {}; ///< null: about no call
    Dn dn = {};       ///< an own DN, a watched one or a routing point; never an outside party
    /// Of an answer: confirmed, refused (with `code`), timed-out, unknown (nobody can say), not-sent, failed.
    QString outcome = {};
    int code = 0; ///< the server's error number
    bool certain = false;
    QString detail = {};

    bool operator==(const JournalEntry &) const = default;
};

} // namespace model
