#include "model/settings/policy.h"

#include "model/settings/settingnames.h"
#include "model/settings/settingvalues.h"

#include <QUrl>
#include <QUrlQuery>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace model {

namespace {

core::Error wrongInPolicy(const QString &sentence)
{
    return {.kind = core::ErrorKind::InvalidInput, .text = sentence};
}

std::optional<tlib::RecordingCommand> permissionNamed(const QString &key)
{
    if (key == u"permissions/start")
        return tlib::RecordingCommand::Start;
    if (key == u"permissions/pause")
        return tlib::RecordingCommand::Pause;
    if (key == u"permissions/resume")
        return tlib::RecordingCommand::Resume;
    if (key == u"permissions/stop")
        return tlib::RecordingCommand::Stop;
    return std::nullopt;
}

std::optional<AutomationAccess> accessNamed(const QString &word)
{
    const QString lower = word.toLower();
    if (lower == u"full")
        return AutomationAccess::Full;
    if (lower == u"read")
        return AutomationAccess::Read;
    if (lower == u"off")
        return AutomationAccess::Off;
    return std::nullopt;
}

/// Settings that undo one another: who lays one of them down lays down all.
const QList<QStringList> &policyGroups()
{
    static const QList<QStringList> groups{
        {u"pauseGuard/limit"_s, u"pauseGuard/limits"_s},
        {u"supervisor/dns"_s, u"supervisor/dnFile"_s},
        {u"connection/clientCertificate"_s, u"connection/clientKey"_s},
        {u"recording/stateKey"_s, u"recording/fileKey"_s, u"recording/onWord"_s, u"recording/offWord"_s,
         u"recording/pausedWord"_s},
        {u"recording/startService"_s, u"recording/stopService"_s, u"recording/pauseService"_s,
         u"recording/resumeService"_s},
    };
    return groups;
}

/// The address without authorities of its own, which would stand in for those of connection/caFile.
QString withoutAuthorities(const QString &server)
{
    QUrl url(server);
    QUrlQuery query(url);
    if (!query.hasQueryItem(u"ca"_s))
        return server;
    query.removeAllQueryItems(u"ca"_s);
    url.setQuery(query.isEmpty() ? QString() : query.toString());
    return url.toString();
}

} // namespace

core::Result<Policy> Policy::fromFile(const QString &path)
{
    const auto ini = readIniFile(path);
    if (!ini && ini.error().kind == core::ErrorKind::NotFound)
        return Policy();
    if (!ini)
        return core::Error{.kind = ini.error().kind, .text = u"policy file "_s + ini.error().text};
    const auto wrong = [&](const QString &key, const QString &why) {
        return wrongInPolicy(
            u"policy file %1, line %2: %3: %4"_s.arg(path, QString::number(ini->lineOf(key)), key, why));
    };
    if (const auto newer = newerText(*ini, path))
        return wrongInPolicy(u"policy file "_s + *newer);
    const auto doubled = doubledIn(*ini);
    if (!doubled.isEmpty())
        return wrong(doubled.first().name, doubled.first().why + u", so nobody knows which is meant"_s);
    Policy policy;
    const IniValues values = ini->values();
    const QStringList keys = ini->keys();
    for (const QString &key : keys) {
        if (const auto taken = policy.take(successorOf(key).value_or(key), values.value(key)); !taken)
            return wrong(key, taken.error().text);
    }
    policy.forceCompany();
    Preferences laidDown;
    policy.applyTo(laidDown);
    if (const auto contradiction = contradictionIn(laidDown))
        return wrongInPolicy(u"policy file %1: %2"_s.arg(path, *contradiction));
    return policy;
}

void Policy::forceCompany()
{
    const auto fill = [this](const QStringList &group) {
        for (const QString &key : group) {
            if (!m_forced.contains(key))
                m_forced.insert(key, valueOf(Preferences(), key));
        }
    };
    for (const QStringList &group : policyGroups()) {
        if (std::any_of(group.begin(), group.end(), [this](const QString &key) { return forces(key); }))
            fill(group);
    }
    if (m_resumesPaused) // a pause without a limit would never end
        fill({u"pauseGuard/limit"_s, u"pauseGuard/limits"_s});
    Preferences laidDown;
    applyTo(laidDown);
    if (forces(u"agent/freeReasons"_s) && !laidDown.agentReasons.areFree)
        fill({u"agent/notReadyReasons"_s, u"agent/logoutReasons"_s});
}

core::Result<core::Done> Policy::take(const QString &key, const QStringList &value)
{
    const QString word = value.join(u", "_s);
    if (const auto command = permissionNamed(key)) {
        bool isAllowed = true;
        const auto assigned = settingvalue::assignYesNo(isAllowed, value);
        m_permissions.setAllowed(*command, isAllowed);
        return assigned;
    }
    if (key == u"automation/access") {
        const auto access = accessNamed(word);
        if (!access)
            return wrongInPolicy(u"\"%1\" is none of full, read, off"_s.arg(word));
        m_automation = *access;
        return core::Done{};
    }
    if (key == u"pauseGuard/resumes")
        return settingvalue::assignYesNo(m_resumesPaused, value);
    if (key == settingsVersionKey()) // of a settings file that became a policy; the names are read anyway
        return core::Done{};
    Preferences trial;
    const auto assigned = assign(trial, key, value);
    if (assigned)
        m_forced.insert(key, value);
    return assigned;
}

void Policy::applyTo(Preferences &preferences) const
{
    for (auto entry = m_forced.constBegin(); entry != m_forced.constEnd(); ++entry) {
        const auto assigned = assign(preferences, entry.key(), entry.value());
        Q_ASSERT(assigned); // take() has tried it, or it is the default
    }
    if (!forces(u"connection/caFile"_s) || forces(u"connection/servers"_s))
        return;
    for (QString &server : preferences.servers)
        server = withoutAuthorities(server);
}

} // namespace model
