#include "automation/verbparams.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace automation {

namespace {

using Outcome = core::Result<core::Done>;

core::Error badParams(const QString &sentence)
{
    return {.kind = core::ErrorKind::InvalidInput, .text = sentence};
}

/// A parameter that, if it is there, must be a text.
Outcome takeText(QString &text, const QJsonObject &params, QLatin1StringView name)
{
    const QJsonValue value = params.value(name);
    if (value.isUndefined())
        return core::Done{};
    if (!value.isString() || value.toString().isEmpty())
        return badParams(u"\"%1\" is not a text"_s.arg(name));
    text = value.toString();
    return core::Done{};
}

template <class Choice>
struct Word
{
    QLatin1StringView word;
    Choice choice;
};

template <class Choice, std::size_t Count>
QStringList wordsOf(const Word<Choice> (&known)[Count])
{
    QStringList words;
    for (const Word<Choice> &entry : known)
        words.append(entry.word);
    return words;
}

template <class Choice, std::size_t Count>
Outcome takeChoice(Choice &choice, const QJsonObject &params, QLatin1StringView name,
                   const Word<Choice> (&known)[Count])
{
    QString given;
    if (const auto taken = takeText(given, params, name); !taken || given.isEmpty())
        return taken;
    for (const Word<Choice> &entry : known) {
        if (given == entry.word) {
            choice = entry.choice;
            return core::Done{};
        }
    }
    return badParams(u"\"%1\" is one of %2, not \"%3\""_s.arg(name, wordsOf(known).join(u", "_s), given));
}

using Side = model::RecordingOptions::Side;
constexpr Word<Side> Sides[] = {{"source"_L1, Side::Source}, {"destination"_L1, Side::Destination}};
using RouteRecord = model::RouteOrder::Record;
constexpr Word<RouteRecord> RouteRecords[] = {{"source"_L1, RouteRecord::Source},
                                              {"destination"_L1, RouteRecord::Destination},
                                              {"disable_source"_L1, RouteRecord::DisableSource},
                                              {"disable_destination"_L1, RouteRecord::DisableDestination}};

Outcome takePairs(model::NamedValues &pairs, const QJsonObject &params, QLatin1StringView name)
{
    const QJsonValue value = params.value(name);
    const core::Error wrong = badParams(u"\"%1\" is not a list of [name, value]"_s.arg(name));
    if (!value.isUndefined() && !value.isArray())
        return wrong;
    const QJsonArray list = value.toArray();
    for (const QJsonValue &entry : list) {
        const QJsonArray pair = entry.toArray();
        if (pair.size() != 2 || !pair[0].isString() || !pair[1].isString() || pair[0].toString().isEmpty())
            return wrong;
        pairs.append({pair[0].toString(), pair[1].toString()});
    }
    return core::Done{};
}

Outcome takeDestination(model::Dn &destination, const QString &verb, const QJsonObject &params)
{
    QString text;
    if (const auto taken = takeText(text, params, "to"_L1); !taken)
        return taken;
    if (text.isEmpty())
        return badParams(u"%1 needs a destination: \"to\""_s.arg(verb));
    destination = model::Dn(text);
    return core::Done{};
}

Outcome checkNames(const Verb &verb, const QJsonObject &params)
{
    const QStringList given = params.keys();
    for (const QString &name : given) {
        if (!verb.parameters.contains(name))
            return badParams(u"%1 knows no \"%2\""_s.arg(verb.name, name));
    }
    return core::Done{};
}

/// The first of them that has failed.
Outcome first(std::initializer_list<Outcome> outcomes)
{
    for (const Outcome &outcome : outcomes) {
        if (!outcome)
            return outcome;
    }
    return core::Done{};
}

} // namespace

core::Result<model::CallId> namedCall(const QJsonObject &params)
{
    QString named;
    if (const auto taken = takeText(named, params, "call"_L1); !taken)
        return taken.error();
    if (named.isEmpty())
        return model::CallId();
    const auto id = model::CallId::fromString(named);
    if (!id)
        return badParams(u"\"%1\" is not a ConnID: it has 1 to 16 hexadecimal digits"_s.arg(named));
    return *id;
}

core::Result<model::ActionDetails> detailsFrom(model::CallAction action, const QJsonObject &params)
{
    const Verb &verb = verbFor(action);
    if (const auto checked = checkNames(verb, params); !checked)
        return checked.error();
    if (model::needsConfirmation(action) && params.value("yes"_L1) != true)
        return badParams(u"stop ends the recording and asks for a confirmation: say yes to it"_s);
    model::ActionDetails details;
    model::RecordingOptions &options = details.recording;
    const auto taken = first(
        {takeChoice(options.record, params, "record"_L1, Sides), takeText(options.id, params, "id"_L1),
         takeText(options.dest, params, "dest"_L1), takeText(options.dest2, params, "dest2"_L1),
         takePairs(options.params, params, "params"_L1), takePairs(options.reasons, params, "reasons"_L1)});
    if (!taken)
        return taken.error();
    if (needsDestination(action)) {
        if (const auto to = takeDestination(details.destination, verb.name, params); !to)
            return to.error();
    }
    if (needsParty(action)) {
        QString party;
        if (const auto given = takeText(party, params, "party"_L1); !given)
            return given.error();
        if (party.isEmpty())
            return badParams(u"%1 needs to know whom: \"party\""_s.arg(verb.name));
        details.party = model::Dn(party);
    }
    return details;
}

core::Result<model::Dn> destinationFrom(Verb::Job job, const QJsonObject &params)
{
    const Verb &verb = verbFor(job);
    model::Dn destination;
    const auto taken = first({checkNames(verb, params), takeDestination(destination, verb.name, params)});
    if (!taken)
        return taken.error();
    return destination;
}

core::Result<QString> reasonFrom(model::AgentAction action, const QJsonObject &params)
{
    constexpr qsizetype LongestReason = 64;
    QString reason;
    const auto taken = first({checkNames(verbFor(action), params), takeText(reason, params, "reason"_L1)});
    if (!taken)
        return taken.error();
    if (reason.size() > LongestReason)
        return badParams(u"\"reason\" is longer than %1 characters"_s.arg(LongestReason));
    return reason;
}

core::Result<model::RouteOrder> routeOrderFrom(const QJsonObject &params)
{
    const Verb &verb = verbFor(Verb::Job::Route);
    model::RouteOrder order;
    const auto taken = first({checkNames(verb, params), takeDestination(order.destination, verb.name, params),
                              takeChoice(order.record, params, "record"_L1, RouteRecords),
                              takeText(order.id, params, "id"_L1), takeText(order.dest, params, "dest"_L1),
                              takeText(order.dest2, params, "dest2"_L1)});
    if (!taken)
        return taken.error();
    return order;
}

QStringList recordWordsOf(const Verb &verb)
{
    if (!verb.parameters.contains(u"record"_s))
        return {};
    return verb.job == Verb::Job::Route ? wordsOf(RouteRecords) : wordsOf(Sides);
}

} // namespace automation
