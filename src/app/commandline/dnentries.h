#pragma once

#include "model/dns/dnregistry.h"
#include "model/settings/preferences.h"

/// What a desktop registers: from lists of DNs to entries of the registry.
namespace app {

/// One sentence when these DNs do not go with the role: ranges are a supervisor's, and the own DN is none.
std::optional<QString> flawInRole(model::Role role, const QStringList &dns);

/// An agent's DNs are all own; a supervisor's first one is own, and those of the list and the file are
/// watched, except where calls are routed. A DN stands once, with the name that the file gives it.
/// InvalidInput or the file's error with one sentence.
core::Result<QList<model::DnEntry>> entriesFrom(const model::Preferences &preferences);

} // namespace app
