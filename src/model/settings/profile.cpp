#include "model/settings/profile.h"

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
    if (key == u"look/theme")
        return Effect::AtOnce;
    return key.startsWith(u"connection/") ? Effect::Reconnect : Effect::Restart;
}

bool Profile::hasEffect(Effect effect, const Preferences &wanted) const
{
    const QStringList keys = differenceOf(wanted, m_inForce);
    return std::any_of(keys.begin(), keys.end(),
                       [effect](const QString &key) { return effectOf(key) == effect; });
}

core::Result<core::Done> Profile::change(const Preferences &wanted)
{
    const QStringList keys = differenceOf(wanted, m_chosen);
    Preferences stored = m_stored;
    for (const QString &key : keys) {
        if (isFixed(key))
            return core::Error{.kind = core::ErrorKind::NotAllowed,
                               .text = u"%1 cannot be changed here"_s.arg(key)};
        if (const auto assigned = assign(stored, key, valueOf(wanted, key)); !assigned)
            return assigned;
    }
    if (const auto contradiction = contradictionIn(wanted))
        return core::Error{.kind = core::ErrorKind::InvalidInput, .text = *contradiction};
    if (keys.isEmpty())
        return core::Done{};
    if (auto written = m_file.write(stored, m_stored); !written)
        return written;
    m_stored = stored;
    m_chosen = wanted;
    for (const QString &key : keys) {
        if (effectOf(key) != Effect::Restart)
            std::ignore = assign(m_inForce, key, valueOf(wanted, key)); // it is in m_stored, so it can be
    }
    Q_EMIT changed(keys);
    return core::Done{};
}

} // namespace model

#include "moc_profile.cpp"
