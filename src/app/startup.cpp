#include "app/startup.h"

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
    note("--connect", options.server.has_value(), "connection/servers");
    note("--role", options.isAgent, "agent/role");
    note("--dn", !options.dns.isEmpty(), "agent/dns");
    note("--agent-id", options.agentId.has_value(), "agent/id");
    note("--queue", options.queue.has_value(), "agent/queue");
    note("--language", options.language.has_value(), "look/language");
    return remarks;
}

void apply(const Options &options, model::Preferences &preferences)
{
    if (options.server)
        preferences.servers = {*options.server};
    if (!options.dns.isEmpty())
        preferences.dns = options.dns;
    if (options.isAgent)
        preferences.role = model::Role::Agent;
    preferences.agentId = options.agentId.value_or(preferences.agentId);
    preferences.queue = options.queue.value_or(preferences.queue);
    preferences.language = options.language.value_or(preferences.language);
}

/// The simulator inside knows one agent and the default numbers, whatever the site uses.
void makeDemo(const Options &options, model::Preferences &preferences)
{
    const model::Preferences fresh;
    preferences.servers.clear();
    preferences.dns = options.dns.isEmpty() ? QStringList{u"7001"_s} : options.dns;
    preferences.agentId = options.agentId.value_or(u"1001"_s);
    preferences.queue = options.queue.value_or(QString());
    preferences.services = fresh.services;
    preferences.keys = fresh.keys;
}

core::Result<model::Settings::Reading> readSettings(const Options &options, const core::Clock &clock)
{
    if (!options.configFile)
        return model::Settings(model::Settings::pathOf(options.instance), clock).readOrDefaults();
    const auto preferences = model::Settings(*options.configFile, clock).readStrictly();
    if (!preferences)
        return core::Error{.kind = preferences.error().kind,
                           .text = u"--config "_s + preferences.error().text};
    return model::Settings::Reading{.preferences = *preferences};
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

core::Result<std::optional<tlib::Endpoint>> endpointFrom(const model::Preferences &preferences)
{
    if (preferences.servers.isEmpty())
        return std::optional<tlib::Endpoint>();
    const auto endpoint = tlib::Endpoint::fromUrl(preferences.servers.first());
    if (!endpoint)
        return endpoint.error();
    if (endpoint->secure)
        return core::Error{.kind = core::ErrorKind::InvalidInput,
                           .text = u"connection/servers %1: this version speaks no TLS; use tlib:// if the "
                                   "network is trusted"_s.arg(preferences.servers.first())};
    return std::optional(*endpoint);
}

} // namespace

core::Result<Startup> prepare(const Options &options, const QString &policyFile, const QStringList &languages,
                              const core::Clock &clock)
{
    const auto policy = model::Policy::fromFile(policyFile);
    if (!policy)
        return policy.error();
    const auto reading = readSettings(options, clock);
    if (!reading)
        return reading.error();
    Startup startup{.instance = options.instance,
                    .isDemo = options.isDemo,
                    .preferences = reading->preferences,
                    .policy = *policy,
                    .remarks = reading->remarks + overruled(options, *policy, policyFile)};
    model::Preferences &preferences = startup.preferences;
    apply(options, preferences);
    policy->applyTo(preferences);
    if (options.isDemo)
        makeDemo(options, preferences);

    startup.remarks += replaceUnspoken(preferences.language, languages);
    if (const auto contradiction = model::contradictionIn(preferences))
        return core::Error{.kind = core::ErrorKind::InvalidInput, .text = *contradiction};
    if (preferences.role == model::Role::Supervisor)
        return core::Error{.kind = core::ErrorKind::InvalidInput,
                           .text = u"agent/role is supervisor, and the supervisor's window is not part of "
                                   "this version"_s};
    if (preferences.servers.size() > 1)
        startup.remarks.append(
            u"%1 is not used: this version has no backup connection"_s.arg(preferences.servers.at(1)));
    const auto server = endpointFrom(preferences);
    if (!server)
        return server.error();
    startup.server = *server;
    if (startup.server && preferences.dns.isEmpty())
        startup.remarks.append(u"no DN is set, so no call will be shown: give one with --dn"_s);
    return startup;
}

} // namespace app
