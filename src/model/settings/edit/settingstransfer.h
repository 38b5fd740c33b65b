#pragma once

#include "core/result.h"
#include "model/settings/preferences.h"

#include <QByteArray>

namespace model {

/// "agent/dns" and so on: they belong to one seat, not to a site.
QStringList personalSettings();

/// The settings that are not the defaults as text of an INI file, which importedFrom() takes. Passwords are
/// no settings, so none is in it. `withPerson`: personalSettings(), too.
QByteArray exportedText(const Preferences &preferences, bool withPerson);

/// Writes it whole or not at all. Io with one sentence when it cannot.
core::Result<core::Done> exportTo(const QString &path, const Preferences &preferences, bool withPerson);

/// `preferences` with what the file says: what it does not name stays. NotFound, Io, Malformed, or
/// InvalidInput for a file that is none of settings, is a newer program's, or has a line that cannot be used;
/// one sentence, and nothing is taken then.
core::Result<Preferences> importedFrom(const QString &path, const Preferences &preferences);

} // namespace model
