#include "model/settings/preferences.h"

#include "model/settings/settingvalues.h"

#include <QSet>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace model {

namespace {

using namespace settingvalue;

constexpr NumberRange ServiceNumbers{1, std::numeric_limits<int>::max()};

constexpr Words<Role> RoleWords{{u"agent", Role::Agent}, {u"supervisor", Role::Supervisor}};
constexpr Words<ThemeChoice> ThemeWords{
    {u"system", ThemeChoice::System}, {u"light", ThemeChoice::Light}, {u"dark", ThemeChoice::Dark}};
constexpr Words<AtTransfer> AtTransferWords{{u"ends", AtTransfer::Ends},
                                            {u"continues", AtTransfer::Continues}};

constexpr Words<OpensAs> OpensAsWords{
    {u"window", OpensAs::Window}, {u"bar", OpensAs::Bar}, {u"tray", OpensAs::Tray}};
constexpr Words<ClosingMeans> ClosingWords{{u"quit", ClosingMeans::Quit}, {u"tray", ClosingMeans::Tray}};

struct Entry
{
    const char *key;
    Outcome (*assign)(Preferences &, const QStringList &);
    QStringList (*value)(const Preferences &);
};

// clang-format off: a table
using P = Preferences;
using V = QStringList;
constexpr Entry Entries[] = {
    {"connection/servers", [](P &p, const V &v) { return assignServers(p.servers, v); },
     [](const P &p) { return p.servers; }},
    {"connection/caFile", [](P &p, const V &v) { return assignPath(p.caFile, v); },
     [](const P &p) { return listed(p.caFile); }},
    {"connection/clientCertificate", [](P &p, const V &v) { return assignPath(p.clientCertificate, v); },
     [](const P &p) { return listed(p.clientCertificate); }},
    {"connection/clientKey", [](P &p, const V &v) { return assignPath(p.clientKey, v); },
     [](const P &p) { return listed(p.clientKey); }},
    {"connection/pins", [](P &p, const V &v) { return assignPins(p.pins, v); },
     [](const P &p) { return listed(p.pins); }},
    {"connection/addpTimeout", [](P &p, const V &v) { return assignNumber(p.addpTimeout, v, AddpSeconds); },
     [](const P &p) { return listed(p.addpTimeout); }},
    {"connection/addpRemoteTimeout",
     [](P &p, const V &v) { return assignNumber(p.addpRemoteTimeout, v, AddpSeconds); },
     [](const P &p) { return listed(p.addpRemoteTimeout); }},
    {"requests/timeout", [](P &p, const V &v) { return assignSeconds(p.requestTimeOut, v, RequestSeconds); },
     [](const P &p) { return listed(p.requestTimeOut); }},
    {"agent/dns", [](P &p, const V &v) { return assignDns(p.dns, v); }, [](const P &p) { return p.dns; }},
    {"agent/id", [](P &p, const V &v) { return assignWord(p.agentId, v); },
     [](const P &p) { return listed(p.agentId); }},
    {"agent/queue", [](P &p, const V &v) { return assignWord(p.queue, v); },
     [](const P &p) { return listed(p.queue); }},
    {"agent/role", [](P &p, const V &v) { return assignChoice(p.role, v, RoleWords); },
     [](const P &p) { return listed(p.role, RoleWords); }},
    {"agent/notReadyReasons", [](P &p, const V &v) { return assignReasons(p.agentReasons.notReady, v); },
     [](const P &p) { return listed(p.agentReasons.notReady); }},
    {"agent/logoutReasons", [](P &p, const V &v) { return assignReasons(p.agentReasons.logout, v); },
     [](const P &p) { return listed(p.agentReasons.logout); }},
    {"agent/freeReasons", [](P &p, const V &v) { return assignYesNo(p.agentReasons.areFree, v); },
     [](const P &p) { return listed(p.agentReasons.areFree); }},
    {"supervisor/dns", [](P &p, const V &v) { return assignDns(p.watchedDns, v); },
     [](const P &p) { return p.watchedDns; }},
    {"supervisor/dnFile", [](P &p, const V &v) { return assignPath(p.dnFile, v); },
     [](const P &p) { return listed(p.dnFile); }},
    {"supervisor/routingPoints", [](P &p, const V &v) { return assignDns(p.routingPoints, v); },
     [](const P &p) { return p.routingPoints; }},
    {"look/language", [](P &p, const V &v) { return assignLanguage(p.language, v); },
     [](const P &p) { return listed(p.language); }},
    {"look/theme", [](P &p, const V &v) { return assignChoice(p.theme, v, ThemeWords); },
     [](const P &p) { return listed(p.theme, ThemeWords); }},
    {"recording/startService",
     [](P &p, const V &v) { return assignNumber(p.services.start, v, ServiceNumbers); },
     [](const P &p) { return listed(p.services.start); }},
    {"recording/stopService",
     [](P &p, const V &v) { return assignNumber(p.services.stop, v, ServiceNumbers); },
     [](const P &p) { return listed(p.services.stop); }},
    {"recording/pauseService",
     [](P &p, const V &v) { return assignNumber(p.services.pause, v, ServiceNumbers); },
     [](const P &p) { return listed(p.services.pause); }},
    {"recording/resumeService",
     [](P &p, const V &v) { return assignNumber(p.services.resume, v, ServiceNumbers); },
     [](const P &p) { return listed(p.services.resume); }},
    {"recording/stateKey", [](P &p, const V &v) { return assignBytes(p.keys.state, v); },
     [](const P &p) { return listed(p.keys.state); }},
    {"recording/fileKey", [](P &p, const V &v) { return assignBytes(p.keys.file, v); },
     [](const P &p) { return listed(p.keys.file); }},
    {"recording/onWord", [](P &p, const V &v) { return assignBytes(p.keys.on, v); },
     [](const P &p) { return listed(p.keys.on); }},
    {"recording/offWord", [](P &p, const V &v) { return assignBytes(p.keys.off, v); },
     [](const P &p) { return listed(p.keys.off); }},
    {"recording/pausedWord", [](P &p, const V &v) { return assignBytes(p.keys.paused, v); },
     [](const P &p) { return listed(p.keys.paused); }},
    {"recording/atTransfer", [](P &p, const V &v) { return assignChoice(p.atTransfer, v, AtTransferWords); },
     [](const P &p) { return listed(p.atTransfer, AtTransferWords); }},
    {"calls/caseKeys", [](P &p, const V &v) { return assignNames(p.caseKeys, v); },
     [](const P &p) { return p.caseKeys; }},
    {"pauseGuard/limit", [](P &p, const V &v) { return assignPauseLimit(p.pauseLimits.general, v); },
     [](const P &p) { return listed(p.pauseLimits.general); }},
    {"pauseGuard/limits", [](P &p, const V &v) { return assignPauseLimits(p.pauseLimits.special, v); },
     [](const P &p) { return listed(p.pauseLimits.special); }},
    {"journal/keepDays", [](P &p, const V &v) { return assignNumber(p.journalKeepDays, v, JournalDays); },
     [](const P &p) { return listed(p.journalKeepDays); }},
    {"window/opensAs", [](P &p, const V &v) { return assignChoice(p.opensAs, v, OpensAsWords); },
     [](const P &p) { return listed(p.opensAs, OpensAsWords); }},
    {"window/closingMeans", [](P &p, const V &v) { return assignChoice(p.closingMeans, v, ClosingWords); },
     [](const P &p) { return listed(p.closingMeans, ClosingWords); }},
    {"tray/shown", [](P &p, const V &v) { return assignYesNo(p.showsTray, v); },
     [](const P &p) { return listed(p.showsTray); }},
    {"notifications/ringing", [](P &p, const V &v) { return assignYesNo(p.telling.ringing, v); },
     [](const P &p) { return listed(p.telling.ringing); }},
    {"notifications/refusals", [](P &p, const V &v) { return assignYesNo(p.telling.refusals, v); },
     [](const P &p) { return listed(p.telling.refusals); }},
    {"notifications/doubt", [](P &p, const V &v) { return assignYesNo(p.telling.doubt, v); },
     [](const P &p) { return listed(p.telling.doubt); }},
    {"notifications/pauseGuard", [](P &p, const V &v) { return assignYesNo(p.telling.pauseGuard, v); },
     [](const P &p) { return listed(p.telling.pauseGuard); }},
    {"notifications/parties", [](P &p, const V &v) { return assignYesNo(p.telling.parties, v); },
     [](const P &p) { return listed(p.telling.parties); }},
    {"keys/speaks", [](P &p, const V &v) { return assignYesNo(p.speaks, v); },
     [](const P &p) { return listed(p.speaks); }},
};
// clang-format on

constexpr const char *StateWords[] = {"recording/onWord", "recording/offWord", "recording/pausedWord"};

/// The table of keys that a setting of this name stands in, and for which command.
std::optional<std::pair<KeyTable P::*, Command>> keyNamed(const QString &key)
{
    for (const Command command : AllCommands) {
        if (key == keySetting(command))
            return std::pair(&P::keysInWindow, command);
    }
    for (const Command command : CommandsEverywhere) {
        if (key == hotkeySetting(command))
            return std::pair(&P::keysEverywhere, command);
    }
    return std::nullopt;
}

} // namespace

QString keySetting(Command command)
{
    return u"keys/"_s + nameOf(command);
}

QString hotkeySetting(Command command)
{
    return u"hotkeys/"_s + nameOf(command);
}

QStringList preferenceKeys()
{
    QStringList keys;
    for (const Entry &entry : Entries)
        keys.append(QString::fromLatin1(entry.key));
    for (const Command command : AllCommands)
        keys.append(keySetting(command));
    for (const Command command : CommandsEverywhere)
        keys.append(hotkeySetting(command));
    return keys;
}

core::Result<core::Done> assign(Preferences &preferences, const QString &key, const QStringList &value)
{
    for (const Entry &entry : Entries) {
        if (key == QLatin1StringView(entry.key))
            return entry.assign(preferences, value);
    }
    if (const auto named = keyNamed(key))
        return assignKey(preferences.*named->first, named->second, value);
    return core::Error{.kind = core::ErrorKind::NotFound, .text = u"there is no such setting"_s};
}

QStringList valueOf(const Preferences &preferences, const QString &key)
{
    for (const Entry &entry : Entries) {
        if (key == QLatin1StringView(entry.key))
            return entry.value(preferences);
    }
    if (const auto named = keyNamed(key))
        return listed(preferences.*named->first, named->second);
    return {};
}

QStringList differenceOf(const Preferences &one, const Preferences &other)
{
    QStringList keys = preferenceKeys();
    keys.removeIf([&](const QString &key) { return valueOf(one, key) == valueOf(other, key); });
    return keys;
}

bool isWordOfAnotherState(const QString &key, const QString &word)
{
    QStringList others;
    for (const char *name : StateWords)
        others.append(QString::fromLatin1(name));
    if (others.removeAll(key) == 0)
        return false;
    const Preferences usual;
    const QString lower = word.trimmed().toLower();
    return std::any_of(others.begin(), others.end(), [&](const QString &other) {
        return valueOf(usual, other).join(QString()).toLower() == lower;
    });
}

std::optional<QString> contradictionIn(const Preferences &preferences)
{
    const auto &services = preferences.services;
    if (QSet<int>{services.start, services.stop, services.pause, services.resume}.size() != 4)
        return u"the four recording services need four different numbers (recording/startService and so on)"_s;
    const auto &keys = preferences.keys;
    for (const char *name : StateWords) {
        const QString key = QString::fromLatin1(name);
        const QString word = valueOf(preferences, key).join(u", "_s);
        if (isWordOfAnotherState(key, word))
            return u"%1 is \"%2\", which usually stands for another state: give the word that your recorder "
                   "writes, or leave the line out for the default"_s.arg(key, word);
    }
    const QSet<QByteArray> words{keys.on.toLower(), keys.off.toLower(), keys.paused.toLower()};
    if (words.size() != 3)
        return u"recording/onWord, recording/offWord and recording/pausedWord must differ"_s;
    if (keys.state == keys.file)
        return u"recording/stateKey and recording/fileKey must differ"_s;
    return std::nullopt;
}

} // namespace model
