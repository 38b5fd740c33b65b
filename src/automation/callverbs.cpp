#include "automation/callverbs.h"

#include "automation/words.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace automation {

namespace {

core::Error badParams(const QString &sentence)
{
    return {.kind = core::ErrorKind::InvalidInput, .text = sentence};
}

core::Error notAllowed(const QString &sentence)
{
    return {.kind = core::ErrorKind::NotAllowed, .text = sentence};
}

/// A parameter that, if it is there, must be a text.
core::Result<core::Done> takeText(QString &text, const QJsonObject &params, QLatin1StringView name)
{
    const QJsonValue value = params.value(name);
    if (value.isUndefined())
        return core::Done{};
    if (!value.isString() || value.toString().isEmpty())
        return badParams(u"\"%1\" is not a text"_s.arg(name));
    text = value.toString();
    return core::Done{};
}

core::Result<core::Done> takeSide(model::RecordingOptions::Side &side, const QJsonObject &params)
{
    QString word;
    if (const auto taken = takeText(word, params, "record"_L1); !taken || word.isEmpty())
        return taken;
    if (word != u"source" && word != u"destination")
        return badParams(u"\"record\" is source or destination, not \"%1\""_s.arg(word));
    side = word == u"source" ? model::RecordingOptions::Side::Source
                             : model::RecordingOptions::Side::Destination;
    return core::Done{};
}

core::Result<core::Done> takePairs(QList<std::pair<QString, QString>> &pairs, const QJsonObject &params)
{
    const QJsonValue value = params.value("params"_L1);
    if (!value.isUndefined() && !value.isArray())
        return badParams(u"\"params\" is not a list of [name, value]"_s);
    const QJsonArray list = value.toArray();
    for (const QJsonValue &entry : list) {
        const QJsonArray pair = entry.toArray();
        if (pair.size() != 2 || !pair[0].isString() || !pair[1].isString() || pair[0].toString().isEmpty())
            return badParams(u"\"params\" is not a list of [name, value]"_s);
        pairs.append({pair[0].toString(), pair[1].toString()});
    }
    return core::Done{};
}

core::Result<model::RecordingOptions> startOptionsFrom(const QJsonObject &params)
{
    model::RecordingOptions options;
    for (const auto &taken :
         {takeSide(options.record, params), takeText(options.id, params, "id"_L1),
          takeText(options.dest, params, "dest"_L1), takeText(options.dest2, params, "dest2"_L1),
          takePairs(options.params, params)}) {
        if (!taken)
            return taken.error();
    }
    return options;
}

core::Result<core::Done> checkNames(model::CallAction action, const QJsonObject &params)
{
    QStringList known{u"call"_s};
    if (action == model::CallAction::StartRecording)
        known << u"record"_s << u"id"_s << u"dest"_s << u"dest2"_s << u"params"_s;
    if (action == model::CallAction::StopRecording)
        known << u"yes"_s;
    const QStringList given = params.keys();
    for (const QString &name : given) {
        if (!known.contains(name))
            return badParams(u"%1 knows no \"%2\""_s.arg(wordFor(action), name));
    }
    if (action == model::CallAction::StopRecording && params.value("yes"_L1) != true)
        return badParams(u"stop ends the recording and asks for a confirmation: say yes to it"_s);
    return core::Done{};
}

/// What became of a request, for somebody who reads one line.
core::Error inWords(const core::Error &why)
{
    if (why.kind == core::ErrorKind::LinkLost)
        return {.kind = core::ErrorKind::TimedOut, .text = why.text + u"; the result is unknown"_s};
    if (why.kind != core::ErrorKind::Refused)
        return why;
    const QString text = u"SIP Server refused (%1)"_s.arg(why.serverCode);
    return {.kind = why.kind,
            .text = why.text.isEmpty() ? text : text + u": "_s + why.text,
            .serverCode = why.serverCode};
}

QString shown(const model::Call &call)
{
    return u"%1 (%2, recording %3)"_s.arg(call.id.toString(), wordFor(call.phase()), wordFor(call.recording));
}

} // namespace

CallVerbs::CallVerbs(model::Desk &desk, QObject *parent)
    : QObject(parent)
    , m_desk(desk)
{
    connect(&m_desk.control, &model::CallControl::settled, this, &CallVerbs::onSettled);
}

std::optional<model::CallAction> CallVerbs::actionOf(const QString &verb)
{
    const auto found = std::find_if(std::begin(model::AllCallActions), std::end(model::AllCallActions),
                                    [&verb](model::CallAction action) { return wordFor(action) == verb; });
    return found == std::end(model::AllCallActions) ? std::nullopt : std::optional(*found);
}

void CallVerbs::run(model::CallAction action, const QJsonObject &params, QObject *context, const Reply &reply)
{
    if (const auto checked = checkNames(action, params); !checked)
        return reply(checked.error());
    const auto options = startOptionsFrom(params);
    if (!options)
        return reply(options.error());
    const auto call = callFor(action, params);
    if (!call)
        return reply(call.error());
    // Noted first: the outcome may be known before perform() returns.
    m_waiting.append({.call = *call, .action = action, .context = context, .reply = reply});
    if (const auto sent = m_desk.control.perform(*call, action, {.recording = *options}); !sent) {
        m_waiting.removeLast();
        reply(core::Error{
            .kind = sent.error().kind,
            .text = u"cannot %1 %2: %3"_s.arg(wordFor(action), call->toString(), sent.error().text)});
    }
}

core::Result<model::CallId> CallVerbs::callFor(model::CallAction action, const QJsonObject &params) const
{
    QString named;
    if (const auto taken = takeText(named, params, "call"_L1); !taken)
        return taken.error();
    if (!named.isEmpty()) {
        const auto id = model::CallId::fromString(named);
        if (!id)
            return badParams(u"\"%1\" is not a ConnID: it has 1 to 16 hexadecimal digits"_s.arg(named));
        if (!m_desk.calls.find(*id))
            return core::Error{.kind = core::ErrorKind::NotFound,
                               .text = u"there is no call %1"_s.arg(id->toString())};
        return *id;
    }
    QList<model::CallId> fitting;
    QStringList names;
    for (const model::CallId id : m_desk.calls.ids()) {
        const model::Call &call = *m_desk.calls.find(id);
        if (m_desk.control.obstacle(action, call) == model::Obstacle::None) {
            fitting.append(id);
            names.append(shown(call));
        }
    }
    if (fitting.size() == 1)
        return fitting.first();
    if (fitting.isEmpty())
        return whyNone(action);
    return notAllowed(u"%1 fits several calls, name one: %2"_s.arg(wordFor(action), names.join(u", "_s)));
}

core::Error CallVerbs::whyNone(model::CallAction action) const
{
    QStringList reasons;
    for (const model::CallId id : m_desk.calls.ids()) {
        // It does not fit, so this sends nothing and says why.
        const auto refused = m_desk.control.perform(id, action);
        if (!refused)
            reasons.append(u"%1: %2"_s.arg(shown(*m_desk.calls.find(id)), refused.error().text));
    }
    if (reasons.isEmpty())
        return notAllowed(u"there is no call to %1"_s.arg(wordFor(action)));
    return notAllowed(u"no call to %1 now. %2"_s.arg(wordFor(action), reasons.join(u". "_s)));
}

void CallVerbs::onSettled(model::CallId call, model::CallAction action,
                          const core::Result<core::Done> &outcome)
{
    const auto found = std::find_if(m_waiting.begin(), m_waiting.end(), [&](const Waiting &waiting) {
        return waiting.call == call && waiting.action == action;
    });
    if (found == m_waiting.end())
        return; // somebody pressed a button
    const Waiting waiting = *found;
    m_waiting.erase(found);
    if (!waiting.context)
        return;
    if (outcome)
        waiting.reply(QJsonObject{{u"call"_s, call.toString()}});
    else
        waiting.reply(inWords(outcome.error()));
}

} // namespace automation

#include "moc_callverbs.cpp"
