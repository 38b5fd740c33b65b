#pragma once

#include "core/clock.h"
#include "core/result.h"
#include "model/settings/initext.h"
#include "model/settings/preferences.h"

namespace model {

/// The settings file of an instance: an INI file whose names preferenceKeys() lists.
class SettingsFile
{
public:
    /// What was read, and what a person should be told about it, one sentence each.
    struct Reading
    {
        Preferences preferences = {};
        QStringList remarks = {};
    };

    SettingsFile(const QString &path, const core::Clock &clock);

    /// ~/.config/tallylight/<instance>.ini on Linux.
    static QString pathOf(const QString &instance);

    /// A missing file means defaults, and so does one of a newer version, which stays as it is. A damaged one
    /// is kept aside as "<file>.corrupt-<date>" and the defaults are used; a value that cannot be used leaves
    /// its default in place; a name that is not known is passed over. All of this is remarked.
    Reading readOrDefaults() const;
    /// For a file that a person has named: everything that is wrong is an error (NotFound, Io, Malformed,
    /// InvalidInput) of one sentence, and the file stays as it is.
    core::Result<Preferences> readStrictly() const;

    /// Writes what differs between the two into the file as it is now, so what somebody else has changed in
    /// it meanwhile stays, as do comments and names that are not known here. A default is written only over
    /// another value. Where the file has gone, or is damaged by now (then it is kept aside), all that differs
    /// from the defaults is written. The file is its owner's alone, and whole at every moment: Io with one
    /// sentence and the remedy when it cannot be written, and it is as it was.
    core::Result<core::Done> write(const Preferences &wanted, const Preferences &before) const;

    const QString &path() const { return m_path; }

private:
    /// Where the file is now; Io when it could not be renamed.
    core::Result<QString> keepAside() const;
    /// What to change. Io when nobody can say what is in it.
    core::Result<IniText> present() const;
    core::Result<core::Done> replace(const QByteArray &text) const;

    QString m_path;
    const core::Clock &m_clock;
};

} // namespace model
