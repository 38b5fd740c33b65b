#include "app/commandline/ctloptions.h"

#include "app/commandline/instance.h"
#include "app/terminal/terminal.h"
#include "automation/verbparams.h"

#include <QCommandLineParser>
#include <QJsonArray>

using namespace Qt::StringLiterals;
using automation::Verb;

namespace app {

namespace {

/// Longer than the longest time-out that a desktop can be set to, so that its answer comes first.
constexpr int DefaultTimeOut = 40;
constexpr int LongestTimeOut = 3600;

core::Error wrongCtlOption(const QString &sentence)
{
    return {.kind = core::ErrorKind::InvalidInput, .text = sentence};
}

void describeCtlOptions(QCommandLineParser &parser)
{
    parser.setApplicationDescription(
        u"Drives a running Tallylight of the same user.\n\n"
        "VERB is one of\n"
        "  state    prints what the desktop shows, as one JSON object\n"
        "  watch    prints it at once and after every change, one JSON line each, until the desktop ends\n"
        "  start, pause, resume, stop\n"
        "           act on a recording and wait until SIP Server's data shows the effect; stop needs --yes\n"
        "  answer, release, hold, retrieve\n"
        "           act on a call, likewise\n"
        "  reject, redirect\n"
        "           decline a ringing call, or send it on unanswered, which needs --to\n"
        "  make NUMBER\n"
        "           makes a call from the own DN and waits until SIP Server dials\n"
        "  consult, transfer\n"
        "           call somebody about the call, or hand it on in one step; both need --to\n"
        "  alternate, drop\n"
        "           swap the call that talks with the one on hold; take --party out of a conference\n"
        "  complete, conference\n"
        "           end a consultation: hand the call on, or talk in one conference\n"
        "  login, logout, ready, not-ready, after-call-work\n"
        "           move the agent's state and wait until it is there; logout and not-ready take --reason "
        "CODE\n"
        "  route    sends a waiting call on from its routing point; needs --call and --to\n"
        "  show     brings the window to the front\n"
        "  quit     ends the desktop; refused while a call is recorded or paused, unless --force\n"
        "  journal  reads the instance's journal, also while no desktop runs: --verify or --export\n\n"
        "Without --call a verb takes the only call it fits.\n"
        "Exit codes: 0 done, 1 refused or failed (the reason is on stderr), 2 wrong usage, 3 no "
        "desktop "
        "answers, "
        "4 timed out."_s);
    parser.addPositionalArgument(u"VERB"_s, u"What to do."_s);
    parser.addOptions({
        {u"instance"_s, u"Which desktop (default: TALLYLIGHT_INSTANCE, or \"default\")."_s, u"NAME"_s},
        {u"timeout"_s, u"How long to wait for the answer (default %1)."_s.arg(DefaultTimeOut), u"SECONDS"_s,
         QString::number(DefaultTimeOut)},
        {u"call"_s, u"The call to act on."_s, u"CONNID"_s},
        {u"yes"_s, u"stop: yes, this recording shall end."_s},
        {u"force"_s, u"quit, logout: even while a call is recorded."_s},
        {u"to"_s,
         u"consult, transfer, redirect, route: the number to call or to hand the call to; journal: the last "
         u"day, or "
         u"the "
         "time before which."_s,
         u"DN"_s},
        {u"party"_s, u"drop: who is to leave the conference."_s, u"DN"_s},
        {u"verify"_s, u"journal: recalculates that no entry was changed or taken out."_s},
        {u"export"_s, u"journal: prints the entries, as csv or as jsonl (a JSON object a line)."_s,
         u"FORMAT"_s},
        {u"from"_s, u"journal: the first day, or the time, like 2026-11-30T08:15."_s, u"TIME"_s},
        {u"record"_s,
         u"start, route: whose side is recorded, source or destination; route also takes disable_source and "
         "disable_destination."_s,
         u"SIDE"_s},
        {u"id"_s, u"start, route: the recording's own id, unique everywhere."_s, u"ID"_s},
        {u"dest"_s, u"start, route: SIP location of the recorder."_s, u"URI"_s},
        {u"dest2"_s, u"start, route: SIP location of a second recorder."_s, u"URI"_s},
        {u"param"_s, u"start, pause, resume, stop: a further parameter; may be repeated."_s, u"NAME=VALUE"_s},
        {u"reason"_s,
         u"start, pause, resume, stop: a reason that goes with it; may be repeated. not-ready, logout: the "
         "code of the reason, without a name."_s,
         u"NAME=VALUE"_s},
        {u"help"_s, u"Shows this and ends."_s},
        {u"version"_s, u"Shows the version and ends."_s},
    });
}

/// The parameters under which a repeated --option is sent.
QString listOf(const QString &option)
{
    return option + u's';
}

bool knows(const Verb &verb, const QString &option)
{
    const bool isRepeated = option == u"param" || option == u"reason";
    return verb.parameters.contains(option) || (isRepeated && verb.parameters.contains(listOf(option)));
}

core::Result<core::Done> checkOptions(const QCommandLineParser &parser, const Verb &verb)
{
    const QStringList given = parser.optionNames();
    for (const QString &option : given) {
        if (option != u"instance" && option != u"timeout" && !knows(verb, option))
            return wrongCtlOption(u"%1 knows no --%2"_s.arg(verb.name, option));
    }
    for (const QString &option : verb.required) {
        if (!parser.isSet(option) && verb.job != Verb::Job::Make)
            return wrongCtlOption(u"%1 needs --%2"_s.arg(verb.name, option));
    }
    const QStringList sides = recordWordsOf(verb);
    if (const QString side = parser.value(u"record"_s); parser.isSet(u"record"_s) && !sides.contains(side))
        return wrongCtlOption(u"--record \"%1\" is none of %2"_s.arg(side, sides.join(u", "_s)));
    if (verb.action && model::needsConfirmation(*verb.action) && !parser.isSet(u"yes"_s))
        return wrongCtlOption(u"stop ends the recording: confirm it with --yes"_s);
    return core::Done{};
}

/// The values of a repeated --option NAME=VALUE; empty when it is not given.
core::Result<QJsonArray> pairsFrom(const QCommandLineParser &parser, const QString &option)
{
    QJsonArray pairs;
    QStringList names;
    const QStringList texts = parser.values(option);
    for (const QString &text : texts) {
        const qsizetype equals = text.indexOf(u'=');
        if (equals < 1)
            return wrongCtlOption(u"--%1 \"%2\" is not NAME=VALUE"_s.arg(option, text));
        if (names.contains(text.first(equals)))
            return wrongCtlOption(u"--%1 names \"%2\" twice"_s.arg(option, text.first(equals)));
        names.append(text.first(equals));
        pairs.append(QJsonArray{text.first(equals), text.sliced(equals + 1)});
    }
    return pairs;
}

/// The one word that is a reason where there is one at most; empty when it is not given.
core::Result<QString> reasonCodeFrom(const QCommandLineParser &parser)
{
    const QStringList codes = parser.values(u"reason"_s);
    if (codes.size() > 1)
        return wrongCtlOption(u"--reason is given twice"_s);
    if (!codes.isEmpty() && codes.first().isEmpty())
        return wrongCtlOption(u"--reason is empty"_s);
    return codes.value(0);
}

core::Result<QJsonObject> paramsFrom(const QCommandLineParser &parser, const Verb &verb)
{
    QJsonObject params;
    for (const QString &name :
         {u"call"_s, u"to"_s, u"party"_s, u"record"_s, u"id"_s, u"dest"_s, u"dest2"_s}) {
        if (!parser.isSet(name))
            continue;
        if (parser.value(name).isEmpty())
            return wrongCtlOption(u"--%1 is empty"_s.arg(name));
        params.insert(name, parser.value(name));
    }
    for (const QString &flag : {u"yes"_s, u"force"_s}) {
        if (parser.isSet(flag))
            params.insert(flag, true);
    }
    if (verb.parameters.contains(u"reason"_s)) {
        const auto code = reasonCodeFrom(parser);
        if (!code)
            return code.error();
        if (!code->isEmpty())
            params.insert(u"reason"_s, *code);
        return params;
    }
    for (const QString &option : {u"param"_s, u"reason"_s}) {
        const auto pairs = pairsFrom(parser, option);
        if (!pairs)
            return pairs.error();
        if (!pairs->isEmpty())
            params.insert(listOf(option), *pairs);
    }
    return params;
}

core::Result<core::Duration> timeOutFrom(const QString &text)
{
    bool isNumber = false;
    const double seconds = text.toDouble(&isNumber);
    if (!isNumber || !(seconds > 0) || seconds > LongestTimeOut)
        return wrongCtlOption(
            u"--timeout \"%1\" is not a number of seconds up to %2"_s.arg(text).arg(LongestTimeOut));
    return core::Duration(qint64(seconds * 1000) + 1);
}

QStringList verbNames()
{
    QStringList names;
    for (const Verb &verb : automation::verbs())
        names.append(verb.name);
    return names << u"journal"_s;
}

core::Result<CtlRequest> requestOf(const QCommandLineParser &parser)
{
    const QStringList words = parser.positionalArguments();
    if (words.isEmpty())
        return wrongCtlOption(u"say what to do: %1"_s.arg(verbNames().join(u", "_s)));
    const Verb *const verb = automation::verbNamed(words.first());
    if (!verb)
        return wrongCtlOption(u"there is no verb \"%1\""_s.arg(words.first()));
    const bool isMake = verb->job == Verb::Job::Make;
    if (const qsizetype most = isMake ? 2 : 1; words.size() > most)
        return wrongCtlOption(u"\"%1\" is one word too many"_s.arg(words.at(most)));
    if (isMake && (words.size() < 2 || words.at(1).isEmpty()))
        return wrongCtlOption(u"make needs the number to call"_s);
    if (const auto checked = checkOptions(parser, *verb); !checked)
        return checked.error();
    const auto instance = instanceFrom(parser, u"default"_s);
    if (!instance)
        return instance.error();
    const auto timeOut = timeOutFrom(parser.value(u"timeout"_s));
    if (!timeOut)
        return timeOut.error();
    auto params = paramsFrom(parser, *verb);
    if (!params)
        return params.error();
    if (isMake)
        params->insert(u"to"_s, words.at(1));
    return CtlRequest{.instance = *instance, .verb = words.first(), .params = *params, .timeOut = *timeOut};
}

} // namespace

core::Result<std::variant<CtlRequest, JournalRequest, CtlText>> ctlRequestFrom(const QStringList &arguments)
{
    using Outcome = std::variant<CtlRequest, JournalRequest, CtlText>;
    QCommandLineParser parser;
    describeCtlOptions(parser);
    if (const auto trouble = parseTrouble(parser, arguments))
        return wrongCtlOption(*trouble);
    if (parser.isSet(u"help"_s))
        return Outcome(CtlText{parser.helpText().trimmed()});
    if (parser.isSet(u"version"_s))
        return Outcome(CtlText{u"tallylightctl " TALLYLIGHT_VERSION ""_s});
    if (parser.positionalArguments() == QStringList{u"journal"_s}) {
        const auto journal = journalRequestFrom(parser);
        if (!journal)
            return journal.error();
        return Outcome(*journal);
    }
    const auto request = requestOf(parser);
    if (!request)
        return request.error();
    return Outcome(*request);
}

} // namespace app
