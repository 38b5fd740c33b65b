#pragma once

#include "core/result.h"
#include "model/settings/inireader.h"
#include "model/settings/preferences.h"
#include "model/settings/recordingpermissions.h"

namespace model {

/// How far other programs of the same user may drive this desktop.
enum class AutomationAccess {
    Full,
    Read, ///< look, and bring the window to the front
    Off,  ///< there is no socket
};

/// What an administrator has laid down for this machine; it wins over settings and command line.
/// An INI file: [permissions] start, pause, resume, stop = yes | no; [automation] access = full | read | off;
/// [pauseGuard] resumes = yes | no; and any setting under the name that the settings file uses.
/// What would undo a setting that is laid down is laid down with it, at its default where the file is silent:
/// pauseGuard/limits with limit, a key or word of the recording's state with the others, and so on.
class Policy
{
public:
    /// No file, no policy. A file that cannot be read, or has anything in it that is not understood, is an
    /// error of one sentence: a policy with a typing error must not look as if it were in force.
    static core::Result<Policy> fromFile(const QString &path);

    const RecordingPermissions &permissions() const { return m_permissions; }
    AutomationAccess automation() const { return m_automation; }
    /// At its limit a pause ends by itself, as far as this desktop can have it end.
    bool resumesPaused() const { return m_resumesPaused; }
    bool forces(const QString &key) const { return m_forced.contains(key); }
    void applyTo(Preferences &preferences) const;

private:
    core::Result<core::Done> take(const QString &key, const QStringList &value);
    void forceCompany();

    RecordingPermissions m_permissions;
    AutomationAccess m_automation = AutomationAccess::Full;
    bool m_resumesPaused = false;
    IniValues m_forced; ///< checked to be assignable
};

} // namespace model
