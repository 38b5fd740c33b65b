#include "model/settings/profile.h"

#include "core/background.h"

#include <QPointer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace model {

Profile::Profile(const SettingsFile &file, const Preferences &stored, const Preferences &inForce,
                 const QHash<QString, SettingSource> &others, QObject *parent)
    : QObject(parent)
    , m_file(file)
    , m_stored(stored)
    , m_chosen(inForce)
    , m_inForce(inForce)
    , m_others(others)
{
}

Profile::~Profile()
{
    m_saving.waitForFinished();
}

bool Profile::isFixed(const QString &key) const
{
    switch (sourceOf(key)) {
    case SettingSource::Policy:
    case SettingSource::Practice: return true;
    case SettingSource::Settings:
    case SettingSource::CommandLine: return false;
    }
    Q_UNREACHABLE();
}

Profile::Effect Profile::effectOf(const QString &key)
{
    static constexpr QStringView AtOnce[] = {u"look/",
                                             u"window/",
                                             u"tray/",
                                             u"notifications/",
                                             u"keys/",
                                             u"hotkeys/",
                                             u"agent/notReadyReasons",
                                             u"agent/logoutReasons",
                                             u"agent/freeReasons",
                                             u"pauseGuard/",
                                             u"calls/"};
    const auto begins = [&key](QStringView section) { return key.startsWith(section); };
    if (std::any_of(std::begin(AtOnce), std::end(AtOnce), begins))
        return Effect::AtOnce;
    if (key == u"journal/keepDays") // old entries are taken out at the start
        return Effect::NextStart;
    return key.startsWith(u"connection/") ? Effect::Reconnect : Effect::Anew;
}

bool Profile::hasEffect(Effect effect, const Preferences &wanted) const
{
    const QStringList keys = differenceOf(wanted, m_inForce);
    return std::any_of(keys.begin(), keys.end(),
                       [effect](const QString &key) { return effectOf(key) == effect; });
}

core::Result<Preferences> Profile::storedFor(const Preferences &wanted) const
{
    const auto notAllowed = [](const QString &why) {
        return core::Error{.kind = core::ErrorKind::NotAllowed, .text = why};
    };
    if (m_isSaving)
        return notAllowed(u"what was changed before is still being saved: try again when that is done"_s);
    Preferences stored = m_stored;
    const QStringList keys = differenceOf(wanted, m_chosen);
    for (const QString &key : keys) {
        if (isFixed(key))
            return notAllowed(u"%1 cannot be changed here"_s.arg(key));
        if (const auto assigned = assign(stored, key, valueOf(wanted, key)); !assigned)
            return assigned.error();
    }
    if (const auto contradiction = contradictionIn(wanted))
        return core::Error{.kind = core::ErrorKind::InvalidInput, .text = *contradiction};
    return stored;
}

void Profile::change(const Preferences &wanted, QObject *context,
                     const std::function<void(const Outcome &)> &done)
{
    const auto stored = storedFor(wanted);
    if (!stored)
        return done(stored.error());
    if (wanted == m_chosen)
        return done(core::Done{});
    const auto write = [file = m_file, to = *stored, from = m_stored] { return file.write(to, from); };
    m_isSaving = true;
    m_saving = core::inBackground(
        this, write,
        [this, wanted, stored = *stored, done, asking = QPointer(context)](const Outcome &written) {
            m_isSaving = false;
            if (written)
                take(wanted, stored);
            if (asking)
                done(written);
        });
}

void Profile::take(const Preferences &wanted, const Preferences &stored)
{
    const QStringList keys = differenceOf(wanted, m_chosen);
    m_stored = stored;
    m_chosen = wanted;
    for (const QString &key : keys) {
        const Effect effect = effectOf(key);
        if (effect == Effect::AtOnce || effect == Effect::Reconnect)
            std::ignore = assign(m_inForce, key, valueOf(wanted, key)); // it is in m_stored, so it can be
    }
    Q_EMIT changed(keys);
}

} // namespace model

#include "moc_profile.cpp"
