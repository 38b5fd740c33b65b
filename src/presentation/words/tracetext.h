#pragma once

#include "model/link/messagetrace.h"

#include <QString>

/// The words of the trace. Whatever they show has been masked when the entry was made.
namespace presentation {

/// "14:05:09.123"
QString traceTime(const QDateTime &when);
/// "Sent", "Received", "Link"
QString traceDirection(model::TraceEntry::Kind kind);
/// "EventEstablished", "RequestPrivateService"; empty for what became of the link.
QString traceMessage(const model::TraceEntry &entry);
/// Sixteen hex digits; empty where there is none.
QString traceCall(const model::TraceEntry &entry);
/// "**01, *******501": the DN that it is about, and the other party.
QString traceNumbers(const model::TraceEntry &entry);
/// "Error 59 · user data: 11 pairs, 304 bytes · recording On · CardNumber(s16) …"
QString traceDetails(const model::TraceEntry &entry);
/// All of it in one line, with tabs between: for files and the clipboard. Nothing in it is read as a formula.
QString traceLine(const model::TraceEntry &entry);

} // namespace presentation
