#include "app/commandline/options.h"

#include "app/commandline/dnentries.h"
#include "app/commandline/instance.h"
#include "app/terminal/terminal.h"
#include "model/settings/dnrange.h"
#include "model/settings/policypath.h"

#include <QCommandLineParser>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace app {

namespace {

core::Error wrongOption(const QString &sentence)
{
    return {.kind = core::ErrorKind::InvalidInput, .text = sentence};
}

void describeOptions(QCommandLineParser &parser, const QStringList &languages)
{
    parser.setApplicationDescription(
        u"Shows the calls of an agent, or of all whom a supervisor watches, on a SIP Server, and for each of "
        "them whether it is being recorded.\n"
        "What is not given comes from the settings; the administrator's policy wins over both:\n"_s +
        model::systemPolicyPath() +
        u"\n\nExit codes: 0 done, 1 failed (the reason is on stderr), 2 wrong usage."_s);
    parser.addOptions({
        {u"connect"_s,
         u"The server: tlib://host:port, or tlibs://host:port for TLS. Given twice: the primary, then its "
         "backup."_s,
         u"URL"_s},
        {u"dn"_s,
         u"A DN to show; the first one is the person's own. May be repeated. A supervisor watches each "
         u"further "
         "one, which may be a range: 7000-7099."_s,
         u"DN"_s},
        {u"role"_s, u"agent or supervisor: which window to open."_s, u"ROLE"_s},
        {u"dn-file"_s,
         u"A supervisor watches these DNs, too: a DN or a range a line; after a DN and a comma its agent's name."_s,
         u"FILE"_s},
        {u"routing-point"_s, u"A supervisor routes the calls that wait here. May be repeated."_s, u"DN"_s},
        {u"agent-id"_s, u"The agent to log in."_s, u"ID"_s},
        {u"queue"_s, u"The queue to log in to."_s, u"DN"_s},
        {u"instance"_s,
         u"Keeps settings, single-instance lock and automation socket apart from those of other instances "
         "(default: TALLYLIGHT_INSTANCE, or \"default\"; with --demo \"demo\")."_s,
         u"NAME"_s},
        {u"config"_s, u"Reads this settings file in place of the instance's own."_s, u"FILE"_s},
        {u"language"_s,
         u"The language of the window: %1 (default: the system's)."_s.arg(languages.join(u", "_s)),
         u"LANGUAGE"_s},
        {u"replay"_s,
         u"Reads the log of a T-Server and shows its calls and how their recordings went. Several files, a "
         u"folder, "
         "or --replay given several times: all of them as one log, in the order of their times. gzip, xz, "
         "bzip2 "
         "and ZIP are unpacked; - is standard input."_s,
         u"FILE"_s},
        {u"series"_s, u"With --replay: also the files of the same log that the server wrote before and after "
                      "(NAME.20261130_140000_000.log)."_s},
        {u"follow"_s,
         u"With --replay: goes on as the (last) file grows, also when another takes its name. With "
         "--summary until it is interrupted (Ctrl+C)."_s},
        {u"speed"_s, u"With --replay: so many times as fast as it was, or max (default: 1)."_s, u"N|max"_s},
        {u"summary"_s,
         u"With --replay: prints a line for each call (ConnID, parties, files, seconds recorded, paused and "
         "not known) and ends; needs no display."_s},
        {u"demo"_s, u"Practice: starts a simulator inside the program and plays a working day."_s},
        {u"help"_s, u"Shows this and ends."_s},
        {u"version"_s, u"Shows the version and ends."_s},
    });
}

core::Result<core::Done> takeServer(Options &options, const QCommandLineParser &parser)
{
    const QStringList urls = parser.values(u"connect"_s);
    if (urls.isEmpty())
        return core::Done{};
    if (options.isDemo)
        return wrongOption(u"--demo brings a server of its own: leave --connect or --demo out"_s);
    if (urls.size() > 2)
        return wrongOption(
            u"--connect was given %1 times: give the primary and, if there is one, its backup"_s.arg(
                urls.size()));
    for (const QString &url : urls) {
        if (const auto endpoint = tlib::Endpoint::fromUrl(url); !endpoint)
            return wrongOption(u"--connect "_s + endpoint.error().text);
    }
    options.servers = urls;
    return core::Done{};
}

/// A value that the preference `key` would take.
core::Result<std::optional<QString>> valueOf(const QString &option, const QString &key,
                                             const QCommandLineParser &parser)
{
    if (!parser.isSet(option))
        return std::optional<QString>();
    const QString value = parser.value(option);
    model::Preferences trial;
    if (value.isEmpty())
        return wrongOption(u"--%1 is empty"_s.arg(option));
    if (const auto assigned = model::assign(trial, key, {value}); !assigned)
        return wrongOption(u"--%1: %2"_s.arg(option, assigned.error().text));
    return std::optional(value);
}

core::Result<core::Done> takeRole(Options &options, const QCommandLineParser &parser)
{
    const auto role = valueOf(u"role"_s, u"agent/role"_s, parser);
    if (!role)
        return role.error();
    if (!role->has_value())
        return core::Done{};
    model::Preferences trial;
    (void)model::assign(trial, u"agent/role"_s, {**role});
    options.role = trial.role;
    return core::Done{};
}

core::Result<QStringList> dnsOf(const QString &option, const QCommandLineParser &parser)
{
    const QStringList dns = parser.values(option);
    if (dns.contains(QString()))
        return wrongOption(u"--%1 is empty"_s.arg(option));
    if (const auto checked = model::checkDns(dns); !checked)
        return wrongOption(u"--%1: %2"_s.arg(option, checked.error().text));
    return dns;
}

core::Result<core::Done> takeDns(Options &options, const QCommandLineParser &parser)
{
    const auto dns = dnsOf(u"dn"_s, parser);
    if (!dns)
        return dns.error();
    const auto routingPoints = dnsOf(u"routing-point"_s, parser);
    if (!routingPoints)
        return routingPoints.error();
    options.dns = *dns;
    options.routingPoints = *routingPoints;
    if (!parser.isSet(u"dn-file"_s))
        return core::Done{};
    if (parser.value(u"dn-file"_s).isEmpty())
        return wrongOption(u"--dn-file is empty"_s);
    options.dnFile = QFileInfo(parser.value(u"dn-file"_s)).absoluteFilePath();
    return core::Done{};
}

/// What does not go with the role, as far as the command line says it.
core::Result<core::Done> checkRole(const Options &options)
{
    if (!options.role)
        return core::Done{}; // the settings say it
    if (const auto flaw = flawInRole(*options.role, options.dns))
        return wrongOption(u"--role %1: %2"_s.arg(
            *options.role == model::Role::Agent ? u"agent"_s : u"supervisor"_s, *flaw));
    if (*options.role == model::Role::Supervisor)
        return core::Done{};
    if (options.dnFile)
        return wrongOption(u"--dn-file is for --role supervisor: an agent's DNs are given with --dn"_s);
    if (!options.routingPoints.isEmpty())
        return wrongOption(u"--routing-point is for --role supervisor: an agent routes no calls"_s);
    return core::Done{};
}

core::Result<double> speedFrom(const QString &text)
{
    constexpr double Most = 1000;
    if (text == u"max")
        return ReplayOptions::AtOnce;
    bool isNumber = false;
    const double speed = text.toDouble(&isNumber);
    if (!isNumber || !(speed >= 0.1) || speed > Most)
        return wrongOption(u"--speed \"%1\" is neither max nor a number from 0.1 to 1000"_s.arg(text));
    return speed;
}

/// The files stand behind the option, too, as a shell writes them out.
core::Result<QStringList> replayedPaths(const QCommandLineParser &parser)
{
    QStringList paths;
    for (const QString &path : parser.values(u"replay"_s) + parser.positionalArguments()) {
        if (path.isEmpty())
            return wrongOption(u"--replay is empty"_s);
        paths.append(path == StandardInput ? path : QFileInfo(path).absoluteFilePath());
    }
    if (paths.size() > 1 && paths.contains(StandardInput))
        return wrongOption(u"--replay - reads standard input, and no file beside it"_s);
    if (paths.contains(StandardInput) && (parser.isSet(u"follow"_s) || parser.isSet(u"series"_s)))
        return wrongOption(
            u"--replay - reads standard input to its end: --follow and --series want a file"_s);
    return paths;
}

core::Result<core::Done> checkReplay(const QCommandLineParser &parser)
{
    for (const QString &option : {u"speed"_s, u"summary"_s, u"series"_s, u"follow"_s}) {
        if (parser.isSet(option) && !parser.isSet(u"replay"_s))
            return wrongOption(u"--%1 goes with --replay only"_s.arg(option));
    }
    for (const QString &option : {u"connect"_s, u"demo"_s, u"dn"_s, u"dn-file"_s, u"routing-point"_s,
                                  u"role"_s, u"agent-id"_s, u"queue"_s}) {
        if (parser.isSet(option) && parser.isSet(u"replay"_s))
            return wrongOption(
                u"--%1 and --replay do not go together: a log has a server and DNs of its own"_s.arg(option));
    }
    if (parser.isSet(u"speed"_s) && parser.isSet(u"summary"_s))
        return wrongOption(
            u"--speed and --summary do not go together: a summary is made as fast as it goes"_s);
    if (parser.isSet(u"speed"_s) && parser.isSet(u"follow"_s))
        return wrongOption(
            u"--speed and --follow do not go together: a log grows as fast as it is written"_s);
    return core::Done{};
}

core::Result<core::Done> takeReplay(Options &options, const QCommandLineParser &parser)
{
    if (const auto checked = checkReplay(parser); !checked)
        return checked;
    if (!parser.isSet(u"replay"_s))
        return core::Done{};
    const auto paths = replayedPaths(parser);
    if (!paths)
        return paths.error();
    ReplayOptions replay{.paths = *paths,
                         .takesSeries = parser.isSet(u"series"_s),
                         .follows = parser.isSet(u"follow"_s),
                         .isSummary = parser.isSet(u"summary"_s)};
    if (parser.isSet(u"speed"_s)) {
        const auto speed = speedFrom(parser.value(u"speed"_s));
        if (!speed)
            return speed.error();
        replay.speed = *speed;
    }
    options.replay = replay;
    return core::Done{};
}

core::Result<core::Done> takeLanguage(Options &options, const QCommandLineParser &parser,
                                      const QStringList &languages)
{
    if (!parser.isSet(u"language"_s))
        return core::Done{};
    const QString language = parser.value(u"language"_s);
    if (!languages.contains(language))
        return wrongOption(u"--language \"%1\" is none of %2"_s.arg(language, languages.join(u", "_s)));
    options.language = language;
    return core::Done{};
}

core::Result<Options> read(const QCommandLineParser &parser, const QStringList &languages)
{
    if (const QStringList rest = parser.positionalArguments(); !rest.isEmpty() && !parser.isSet(u"replay"_s))
        return wrongOption(u"\"%1\" is not expected here"_s.arg(rest.first()));
    Options options{.isDemo = parser.isSet(u"demo"_s)};
    for (const auto &taken :
         {takeServer(options, parser), takeRole(options, parser), takeDns(options, parser),
          takeReplay(options, parser), takeLanguage(options, parser, languages)}) {
        if (!taken)
            return taken.error();
    }
    if (const auto checked = checkRole(options); !checked)
        return checked.error();
    const auto agentId = valueOf(u"agent-id"_s, u"agent/id"_s, parser);
    if (!agentId)
        return agentId.error();
    const auto queue = valueOf(u"queue"_s, u"agent/queue"_s, parser);
    if (!queue)
        return queue.error();
    const auto instance = instanceFrom(parser, options.isDemo ? u"demo"_s : u"default"_s);
    if (!instance)
        return instance.error();
    options.agentId = *agentId;
    options.queue = *queue;
    options.instance = *instance;
    if (parser.isSet(u"config"_s))
        options.configFile = parser.value(u"config"_s);
    return options;
}

} // namespace

core::Result<std::variant<Options, OptionsText>> optionsFrom(const QStringList &arguments,
                                                             const QStringList &languages)
{
    using Outcome = std::variant<Options, OptionsText>;
    QCommandLineParser parser;
    describeOptions(parser, languages);
    if (const auto trouble = parseTrouble(parser, arguments))
        return wrongOption(*trouble);
    if (parser.isSet(u"help"_s))
        return Outcome(OptionsText{parser.helpText().trimmed()});
    if (parser.isSet(u"version"_s))
        return Outcome(OptionsText{u"tallylight " TALLYLIGHT_VERSION ""_s});
    const auto options = read(parser, languages);
    if (!options)
        return options.error();
    return Outcome(*options);
}

} // namespace app
