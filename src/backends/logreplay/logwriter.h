#pragma once

#include "tlib/event.h"

#include <QDateTime>

#include <string>

namespace logreplay {

/// Appends the event as the log text that a LogReader takes back to the same event: one canonical form, with
/// an ISO stamp (no zone: the wall clock's time as it stands) and an empty line at the end. An event whose
/// type has no published number is written under a name that readers pass over.
void appendLogText(std::string &to, const tlib::Event &event, const QDateTime &when);

} // namespace logreplay
