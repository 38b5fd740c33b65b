#pragma once

#include "model/toastlist.h"

#include <QString>

namespace presentation {

/// What was tried and what became of it: "Recording could not be paused", "Call could not be transferred to
/// 7002", "The call from +493012345 could not be routed to 7001".
QString toastTitle(const model::Toast &toast);
/// On whom or what: the party of the call (and at which DN, when it is somebody else's), or the DN.
QString toastSubject(const model::Toast &toast);
/// Why: "The recorder is out of service (58). SIP Server says: “…”" The number is always there when the
/// server gave one, its text when it says more. Plain text, whatever it looks like.
QString toastReason(const model::Toast &toast);
/// The title and whom or what it is about, in one line.
QString toastHeadline(const model::Toast &toast);
/// The reason in one short sentence: what the server says beside it is left to the details.
QString toastWhy(const model::Toast &toast);
/// What is true of the call's recording now, in one sentence; empty unless it is certain. `call` may be null.
QString presentState(const model::Toast &toast, const model::Call *call, bool certain);
/// All of it in one line.
QString toastLine(const model::Toast &toast);
/// All that is known of it, a sentence or fact each: why, what holds now, what to do, and what a colleague in
/// support asks for. `call` may be null.
QStringList toastAccount(const model::Toast &toast, const model::Call *call, bool certain);
/// For the clipboard: everything that a colleague in support asks for.
QString toastDetails(const model::Toast &toast);

} // namespace presentation
