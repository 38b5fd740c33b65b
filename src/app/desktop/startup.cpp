#include "app/desktop/startup.h"

#include "app/commandline/dnentries.h"
#include "app/simulator/simulatorserver.h"
#include "model/dns/dnlist.h"

using namespace Qt::StringLiterals;

namespace app {

namespace {

/// What of the command line the policy does not let through.
QStringList overruled(const Options &options, const model::Policy &policy, const QString &policyFile)
{
    QStringList remarks;
    const auto note = [&](const char *option, bool isGiven, const char *key) {
        if (isGiven && policy.forces(QString::fromLatin1(key)))
            remarks.append(u"%1 is not heeded: your administrator has set it in %2"_s.arg(
                QString::fromLatin1(option), policyFile));
    };
    note("--connect", !options.servers.isEmpty(), "connection/servers");
    note("--role", options.role.has_value(), "agent/role");
    note("--dn", !options.dns.isEmpty(), "agent/dns");
    note("each --dn after the first", options.dns.size() > 1 && !policy.forces(u"agent/dns"_s),
         "supervisor/dns");
    note("--dn-file", options.dnFile.has_value(), "supervisor/dnFile");
    note("--routing-point", !options.routingPoints.isEmpty(), "supervisor/routingPoints");
    note("--agent-id", options.agentId.has_value(), "agent/id");
    note("--queue", options.queue.has_value(), "agent/queue");
    note("--language", options.language.has_value(), "look/language");
    return remarks;
}

void apply(const Options &options, model::Preferences &preferences)
{
    if (!options.servers.isEmpty())
        preferences.servers = options.servers;
    if (!options.dns.isEmpty())
        preferences.dns = options.dns;
    if (options.dns.size() > 1 || options.dnFile) { // whom to watch, in place of what the settings say
        preferences.watchedDns.clear();
        preferences.dnFile = options.dnFile.value_or(QString());
    }
    if (!options.routingPoints.isEmpty())
        preferences.routingPoints = options.routingPoints;
    preferences.role = options.role.value_or(preferences.role);
    preferences.agentId = options.agentId.value_or(preferences.agentId);
    preferences.queue = options.queue.value_or(preferences.queue);
    preferences.language = options.language.value_or(preferences.language);
    for (auto it = options.unsaved.cbegin(); it != options.unsaved.cend(); ++it)
        std::ignore = model::assign(preferences, it.key(), it.value()); // it was taken from preferences
}

/// The simulator inside knows its own people and the default numbers, whatever the site uses.
void makeDemo(const Options &options, model::Preferences &preferences)
{
    const model::Preferences fresh;
    const bool isAgent = preferences.role == model::Role::Agent;
    preferences.servers.clear();
    preferences.dns = options.dns.isEmpty() ? QStringList{isAgent ? u"7001"_s : u"7900"_s} : options.dns;
    preferences.agentId = options.agentId.value_or(isAgent ? u"1001"_s : u"1900"_s);
    preferences.queue = options.queue.value_or(QString());
    preferences.watchedDns = fresh.watchedDns;
    preferences.dnFile = options.dnFile.value_or(fresh.dnFile);
    preferences.routingPoints = options.routingPoints;
    preferences.services = fresh.services;
    preferences.keys = fresh.keys;
}

/// Whom a supervisor watches in the simulator inside, where the command line does not say it: all of its
/// people under their names, and its routing points.
core::Result<QList<model::DnEntry>> entriesOfDemo(const model::Preferences &preferences)
{
    const auto configuration = simulator::SwitchConfiguration::fromFile(QString::fromLatin1(shippedSwitch));
    if (!configuration)
        return configuration.error();
    QList<model::DnEntry> entries{{.dn = model::Dn(preferences.dns.first())}};
    for (const simulator::DnConfig &config : configuration->dns) {
        if (config.dn == entries.first().dn)
            entries.first().name = config.agentName;
        else if (config.kind == simulator::DnKind::Extension)
            entries.append({.dn = config.dn, .use = model::DnUse::Watched, .name = config.agentName});
        else if (config.kind == simulator::DnKind::RoutingPoint)
            entries.append({.dn = config.dn, .use = model::DnUse::RoutingPoint});
    }
    return entries;
}

/// What to register. A file of the settings that cannot be read is said, and does without; one that the
/// command line names ends the start, as a settings file that it names does.
core::Result<QList<model::DnEntry>> entriesOf(Startup &startup, const Options &options)
{
    model::Preferences &preferences = startup.preferences;
    const bool saysWhomToWatch = options.dns.size() > 1 || options.dnFile || !options.routingPoints.isEmpty();
    if (startup.isDemo && preferences.role == model::Role::Supervisor && !saysWhomToWatch &&
        !flawInRole(preferences.role, preferences.dns))
        return entriesOfDemo(preferences);
    const bool isGiven = options.dnFile && preferences.dnFile == *options.dnFile;
    if (preferences.role == model::Role::Supervisor && !preferences.dnFile.isEmpty() && !isGiven) {
        if (const auto named = model::readDnFile(preferences.dnFile); !named) {
            startup.remarks.append(
                u"supervisor/dnFile: %1; nobody is watched for it"_s.arg(named.error().text));
            preferences.dnFile.clear();
        }
    }
    return entriesFrom(preferences);
}

/// What a person misses with these entries, in one sentence.
QString lackIn(model::Role role, const QList<model::DnEntry> &entries)
{
    if (entries.isEmpty())
        return u"no DN is set, so no call will be shown: give one with --dn"_s;
    if (role == model::Role::Supervisor && entries.first().use != model::DnUse::Own)
        return u"the supervisor's own DN is not set, so no recording can be moved from here: give it as the "
               "first --dn"_s;
    return {};
}

core::Result<core::Done> checkOptionsOfRole(const Options &options, model::Role role)
{
    if (role == model::Role::Supervisor || (!options.dnFile && options.routingPoints.isEmpty()))
        return core::Done{};
    return core::Error{
        .kind = core::ErrorKind::InvalidInput,
        .text = u"%1 is for --role supervisor"_s.arg(options.dnFile ? u"--dn-file"_s : u"--routing-point"_s)};
}

QString settingsFileOf(const Options &options)
{
    return options.configFile ? *options.configFile : model::SettingsFile::pathOf(options.instance);
}

core::Result<model::SettingsFile::Reading> readSettings(const Options &options, const core::Clock &clock)
{
    const model::SettingsFile settings(settingsFileOf(options), clock);
    if (!options.configFile)
        return settings.readOrDefaults();
    const auto preferences = settings.readStrictly();
    if (!preferences)
        return core::Error{.kind = preferences.error().kind,
                           .text = u"--config "_s + preferences.error().text};
    return model::SettingsFile::Reading{.preferences = *preferences};
}

/// English in place of a language that the program does not speak, and a remark about it.
QStringList replaceUnspoken(QString &language, const QStringList &languages)
{
    const QString withoutCountry = QString(language).replace(u'-', u'_').section(u'_', 0, 0);
    if (language.isEmpty() || languages.contains(withoutCountry))
        return {};
    const QString remark = u"look/language is %1, and this version speaks %2: the window is in English"_s.arg(
        language, languages.join(u", "_s));
    language = u"en"_s;
    return {remark};
}

core::Error wrongServers(const QString &sentence)
{
    return {.kind = core::ErrorKind::InvalidInput, .text = u"connection/servers: "_s + sentence};
}

/// Where each preference comes from that the settings do not decide.
QHash<QString, model::SettingSource> sourcesOf(const QStringList &given, const model::Policy &policy,
                                               bool isDemo)
{
    QHash<QString, model::SettingSource> sources;
    for (const QString &key : given)
        sources.insert(key, model::SettingSource::CommandLine);
    const QStringList keys = model::preferenceKeys();
    for (const QString &key : keys) {
        if (policy.forces(key))
            sources.insert(key, model::SettingSource::Policy);
        else if (isDemo && model::Profile::effectOf(key) == model::Profile::Effect::Reconnect)
            sources.insert(key, model::SettingSource::Practice);
    }
    return sources;
}

} // namespace

tlib::Endpoint completed(tlib::Endpoint endpoint, const model::Preferences &preferences)
{
    endpoint.applicationName = u"tallylight"_s;
    endpoint.addpTimeout = preferences.addpTimeout;
    endpoint.addpRemoteTimeout = preferences.addpRemoteTimeout;
    if (!endpoint.secure)
        return endpoint;
    if (endpoint.caFile.isEmpty())
        endpoint.caFile = preferences.caFile;
    endpoint.clientCertificate = preferences.clientCertificate;
    endpoint.clientKey = preferences.clientKey;
    endpoint.pins = preferences.pins;
    return endpoint;
}

core::Result<QList<tlib::Endpoint>> endpointsFrom(const model::Preferences &preferences)
{
    if (preferences.servers.size() > 2)
        return wrongServers(u"there are %1 of them: give the primary and, if there is one, its backup"_s.arg(
            preferences.servers.size()));
    QList<tlib::Endpoint> endpoints;
    for (const QString &url : preferences.servers) {
        const auto endpoint = tlib::Endpoint::fromUrl(url);
        if (!endpoint)
            return endpoint.error();
        endpoints.append(completed(*endpoint, preferences));
    }
    if (endpoints.size() == 2 && endpoints[0].secure != endpoints[1].secure) {
        // Whoever can keep the one from answering would get the other's traffic in clear.
        return wrongServers(u"one is tlibs:// and the other tlib://: a fail-over must not end the "
                            u"encryption, so give both as "
                            "tlibs://"_s);
    }
    if (endpoints.size() == 2 && endpoints[0].address() == endpoints[1].address())
        return wrongServers(u"primary and backup are the same, %1"_s.arg(endpoints[0].address()));
    return endpoints;
}

core::Result<Startup> prepare(const Options &options, const QString &policyFile, const QStringList &languages,
                              const core::Clock &clock)
{
    const auto policy = model::Policy::fromFile(policyFile);
    if (!policy)
        return policy.error();
    const auto reading = readSettings(options, clock);
    if (!reading)
        return reading.error();
    Startup startup{.options = options,
                    .instance = options.instance,
                    .policyPath = policyFile,
                    .isDemo = options.isDemo,
                    .preferences = reading->preferences,
                    .settingsFile = settingsFileOf(options),
                    .stored = reading->preferences,
                    .policy = *policy,
                    .remarks = reading->remarks + overruled(options, *policy, policyFile)};
    model::Preferences &preferences = startup.preferences;
    apply(options, preferences);
    startup.sources = sourcesOf(model::differenceOf(preferences, startup.stored), *policy, options.isDemo);
    policy->applyTo(preferences);
    if (preferences.role == model::Role::Supervisor && policy->forces(u"supervisor/dns"_s) &&
        !policy->forces(u"agent/dns"_s))
        preferences.dns = preferences.dns.mid(0, 1); // whom to watch, the administrator has said
    if (options.isDemo)
        makeDemo(options, preferences);

    startup.remarks += replaceUnspoken(preferences.language, languages);
    if (const auto contradiction = model::contradictionIn(preferences))
        return core::Error{.kind = core::ErrorKind::InvalidInput, .text = *contradiction};
    if (options.replay) {
        startup.replay = options.replay;
        return startup; // whom to watch, and where, the log says
    }
    if (const auto checked = checkOptionsOfRole(options, preferences.role); !checked)
        return checked.error();
    const auto entries = entriesOf(startup, options);
    if (!entries)
        return entries.error();
    startup.entries = *entries;
    const auto servers = endpointsFrom(preferences);
    if (!servers)
        return servers.error();
    startup.servers = *servers;
    if (const QString lack = lackIn(preferences.role, startup.entries);
        !startup.servers.isEmpty() && !lack.isEmpty() && !needsSetUp(startup))
        startup.remarks.append(lack);
    return startup;
}

bool needsSetUp(const Startup &startup)
{
    return !startup.isDemo && !startup.replay && startup.options.servers.isEmpty() &&
           (startup.servers.isEmpty() || startup.entries.isEmpty());
}

core::Result<Startup> prepareAgain(const Startup &before, const QStringList &changed, bool isPractice,
                                   const QStringList &languages, const core::Clock &clock)
{
    Options options = before.options;
    if (changed.contains(u"connection/servers"))
        options.servers.clear();
    if (changed.contains(u"agent/dns") || changed.contains(u"supervisor/dns"))
        options.dns.clear();
    if (changed.contains(u"supervisor/dnFile"))
        options.dnFile.reset();
    if (changed.contains(u"supervisor/routingPoints"))
        options.routingPoints.clear();
    if (changed.contains(u"agent/role"))
        options.role.reset();
    if (changed.contains(u"agent/id"))
        options.agentId.reset();
    if (changed.contains(u"agent/queue"))
        options.queue.reset();
    if (changed.contains(u"look/language"))
        options.language.reset();
    options.isDemo = isPractice;
    return prepare(options, before.policyPath, languages, clock);
}

} // namespace app
