#pragma once

#include "model/settings/settingsfile.h"

#include <QFuture>
#include <QHash>
#include <QObject>

#include <functional>

namespace model {

/// Where a preference that does not come from the settings file comes from, in this run.
enum class SettingSource {
    Settings,
    CommandLine, ///< given for this run: what is saved counts from the next one on that is started without it
    Policy,      ///< laid down by the administrator: it cannot be changed here
    Practice,    ///< goes with the simulator inside: it cannot be changed here
};

/// The preferences that a person has chosen, those that are in force, and how they are changed for good.
class Profile : public QObject
{
    Q_OBJECT

public:
    /// When a change counts.
    enum class Effect {
        AtOnce,
        Reconnect, ///< at once, by connecting anew
        Anew, ///< at once, by beginning anew with everything: connection, window and what is known of calls
        NextStart,
    };

    /// `stored` is what was read from `file`; `others` names what comes from elsewhere.
    Profile(const SettingsFile &file, const Preferences &stored, const Preferences &inForce,
            const QHash<QString, SettingSource> &others = {}, QObject *parent = nullptr);
    /// Waits for what is being saved.
    ~Profile() override;

    /// What was chosen: in force, or as soon as the desktop has begun anew.
    const Preferences &chosen() const { return m_chosen; }
    /// What the program goes by.
    const Preferences &inForce() const { return m_inForce; }
    SettingSource sourceOf(const QString &key) const { return m_others.value(key, SettingSource::Settings); }
    /// Nobody but the administrator changes it.
    bool isFixed(const QString &key) const;
    static Effect effectOf(const QString &key);
    /// Whether this effect, among others, is needed before all that is wanted is in force.
    bool hasEffect(Effect effect, const Preferences &wanted) const;
    const QString &file() const { return m_file.path(); }

    using Outcome = core::Result<core::Done>;
    /// Saves what differs from what was chosen, away from this thread, as disks may stand; then puts in force
    /// what can be without beginning anew, and calls `done`, once, unless `context` has gone. NotAllowed for
    /// what is fixed, or while the change before is being saved; InvalidInput for what does not go together;
    /// Io when it cannot be saved. Nothing is changed then.
    void change(const Preferences &wanted, QObject *context,
                const std::function<void(const Outcome &)> &done);
    bool isSaving() const { return m_isSaving; }

Q_SIGNALS:
    /// These are in force now, or as soon as the desktop has begun anew (effectOf).
    void changed(const QStringList &keys);

private:
    /// What is to be stored so that `wanted` is chosen.
    core::Result<Preferences> storedFor(const Preferences &wanted) const;
    void take(const Preferences &wanted, const Preferences &stored);

    const SettingsFile m_file;
    Preferences m_stored;
    Preferences m_chosen;
    Preferences m_inForce;
    QHash<QString, SettingSource> m_others;
    QFuture<Outcome> m_saving; ///< the latest
    bool m_isSaving = false;   ///< nobody has heard yet how it went
};

} // namespace model
