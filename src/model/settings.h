#pragma once

#include "core/clock.h"
#include "core/result.h"
#include "model/preferences.h"

namespace model {

/// The settings file of an instance: an INI file whose names preferenceKeys() lists.
class Settings
{
public:
    /// What was read, and what a person should be told about it, one sentence each.
    struct Reading
    {
        Preferences preferences = {};
        QStringList remarks = {};
    };

    Settings(const QString &path, const core::Clock &clock);

    /// ~/.config/tallylight/<instance>.ini on Linux.
    static QString pathOf(const QString &instance);

    /// A missing file means defaults. A damaged one is kept aside as "<file>.corrupt-<date>" and the defaults
    /// are used; a value that cannot be used leaves its default in place; a name that is not
    /// known is passed over. All of this is remarked.
    Reading readOrDefaults() const;
    /// For a file that a person has named: everything that is wrong is an error (NotFound, Io, Malformed,
    /// InvalidInput) of one sentence, and the file stays as it is.
    core::Result<Preferences> readStrictly() const;

private:
    QString keepAside() const;

    QString m_path;
    const core::Clock &m_clock;
};

} // namespace model
