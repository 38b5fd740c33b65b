#include "play.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;
using model::CallAction;

namespace {

const QStringList Agents{u"7001"_s, u"7002"_s, u"7003"_s};

simulator::Configuration configuration()
{
    const QByteArray json = R"({
        "dns": [{"dn": "7001"}, {"dn": "7002"}, {"dn": "7003"}, {"dn": "7900"},
                {"dn": "8000", "type": "routing-point"}, {"dn": "8001", "type": "routing-point", "record": true},
                {"dn": "trunk-1", "type": "trunk", "prefix": "+"}],
        "recorder": {"delayMs": 100}})";
    const auto read = simulator::Configuration::fromJson(QJsonDocument::fromJson(json).object(), u"site"_s);
    if (!read)
        qFatal("%s", qPrintable(read.error().text));
    return *read;
}

model::DnEntry entry(const QString &dn, model::DnUse use)
{
    return {.dn = model::Dn(dn), .use = use};
}

QString wordOf(const model::Recording &recording)
{
    if (recording.isLegacy())
        return u"recorded"_s;
    switch (recording.state) {
    case model::RecordingState::Unknown: return u"unknown"_s;
    case model::RecordingState::Off: return u"off"_s;
    case model::RecordingState::On: return u"on"_s;
    case model::RecordingState::Paused: return u"paused"_s;
    }
    Q_UNREACHABLE();
}

const QHash<QString, CallAction> Actions{
    {u"start"_s, CallAction::StartRecording},
    {u"pause"_s, CallAction::PauseRecording},
    {u"resume"_s, CallAction::ResumeRecording},
    {u"stop"_s, CallAction::StopRecording},
    {u"answer"_s, CallAction::Answer},
    {u"hold"_s, CallAction::Hold},
    {u"retrieve"_s, CallAction::Retrieve},
    {u"release"_s, CallAction::Release},
    {u"consult"_s, CallAction::Consult},
    {u"transfer"_s, CallAction::Transfer},
    {u"complete"_s, CallAction::CompleteTransfer},
    {u"conference"_s, CallAction::CompleteConference},
};

model::RecordingOptions optionsFrom(const QStringList &words)
{
    model::RecordingOptions options;
    for (const QString &word : words) {
        const QString key = word.section(u'=', 0, 0);
        const QString value = word.section(u'=', 1);
        if (key == u"record")
            options.record = value == u"destination" ? model::RecordingOptions::Side::Destination
                                                     : model::RecordingOptions::Side::Source;
        else if (key == u"Id")
            options.id = value;
        else if (key == u"Dest")
            options.dest = value;
        else if (key == u"Dest2")
            options.dest2 = value;
        else if (key.startsWith(u"p:"))
            options.params.append({key.mid(2), value});
        else if (key.startsWith(u"r:"))
            options.reasons.append({key.mid(2), value});
    }
    return options;
}

model::RouteOrder orderFrom(const QStringList &words)
{
    using Record = model::RouteOrder::Record;
    static const QHash<QString, Record> records{{u"source"_s, Record::Source},
                                                {u"destination"_s, Record::Destination},
                                                {u"disable_source"_s, Record::DisableSource},
                                                {u"disable_destination"_s, Record::DisableDestination}};
    model::RouteOrder order{.destination = model::Dn(words.value(2))};
    for (const QString &word : words.mid(3)) {
        const QString value = word.section(u'=', 1);
        if (word.startsWith(u"record="))
            order.record = records.value(value);
        else if (word.startsWith(u"id="))
            order.id = value;
        else if (word.startsWith(u"dest="))
            order.dest = value;
        else if (word.startsWith(u"dest2="))
            order.dest2 = value;
    }
    return order;
}

} // namespace

Play::Play(Cast cast)
    : m_cast(cast)
    , m_site(configuration())
{
    QList<model::DnEntry> watched{entry(u"7900"_s, model::DnUse::Own)};
    for (const QString &dn : Agents) {
        watched.append(entry(dn, model::DnUse::Watched));
        if (cast != Cast::Supervisor)
            m_site.sit({entry(dn, model::DnUse::Own)});
    }
    const QList<model::DnEntry> routingPoints{entry(u"8000"_s, model::DnUse::RoutingPoint),
                                              entry(u"8001"_s, model::DnUse::RoutingPoint)};
    if (cast != Cast::Agents)
        m_supervisor = &m_site.sit(watched + routingPoints);
    m_router = m_supervisor ? m_supervisor : &m_site.sit(routingPoints);
}

QString Play::run(const QString &scenario)
{
    const QStringList lines = scenario.split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : lines) {
        if (const auto trouble = step(line.trimmed()))
            return u"\"%1\": %2"_s.arg(line.trimmed(), *trouble);
    }
    return {};
}

std::optional<QString> Play::step(const QString &line)
{
    const Words words = line.split(u' ', Qt::SkipEmptyParts);
    const QString &verb = words.first();
    std::optional<QString> trouble;
    if (words.value(1) == u"is")
        return shows(words);
    if (verb == u"wait")
        m_site.wait(std::chrono::seconds(words.value(1).toInt()));
    else if (verb == u"route")
        trouble = route(words);
    else if (verb == u"refused")
        trouble = service(words.mid(1, words.size() - 3), words.last().toInt());
    else if (verb == u"impossible")
        trouble = impossible(words.mid(1));
    else if (QStringList{u"start"_s, u"pause"_s, u"resume"_s, u"stop"_s}.contains(verb))
        trouble = service(words, std::nullopt);
    else if (Actions.contains(verb))
        trouble = seatOf(words.value(2)) ? atDesk(words) : telephone(words);
    else
        trouble = telephone(words);
    m_site.wait(std::chrono::milliseconds(300)); // the media server's time
    return trouble;
}

Site::Seat *Play::seatOf(const QString &dn)
{
    for (const auto &seat : m_site.seats) {
        if (seat->desk.registry.isOwn(model::Dn(dn)))
            return seat.get();
    }
    return nullptr;
}

Site::Seat *Play::askerFor(const QString &dn)
{
    if (m_cast == Cast::Both)
        return ++m_turns % 2 ? m_supervisor : seatOf(dn);
    return m_supervisor ? m_supervisor : seatOf(dn);
}

std::optional<QString> Play::command(const QString &verb, QJsonObject parameters, const QString &name)
{
    parameters.insert(u"do"_s, verb);
    const QJsonObject answer = m_site.commands.run(parameters);
    if (!answer.value(u"ok"_s).toBool())
        return answer.value(u"error"_s).toString();
    if (!name.isEmpty())
        m_calls.insert(name, tlib::ConnId::fromString(answer.value(u"connId"_s).toString()).value());
    return std::nullopt;
}

std::optional<QString> Play::telephone(const Words &words)
{
    const QString &verb = words.first();
    if (verb == u"call")
        return command(verb, {{u"from"_s, words.value(1)}, {u"to"_s, words.value(2)}}, words.value(4));
    if (verb == u"configure") {
        const QString key = words.value(2).section(u'=', 0, 0);
        return command(verb, {{u"dn"_s, words.value(1)}, {key, words.value(2).endsWith(u"=true"_s)}});
    }
    if (verb == u"recorder")
        return command(verb, {{u"connId"_s, idOf(words.value(1))}, {u"state"_s, words.value(2)}});
    if (verb == u"tell") {
        QJsonArray pairs;
        for (const QString &pair : words.mid(2))
            pairs.append(QJsonArray{pair.section(u'=', 0, 0), pair.section(u'=', 1)});
        m_told.insert(m_calls.value(words.value(1)));
        return command(u"user-data"_s, {{u"connId"_s, idOf(words.value(1))}, {u"set"_s, pairs}});
    }
    QJsonObject parameters{{u"connId"_s, idOf(words.value(1))}, {u"dn"_s, words.value(2)}};
    if (verb == u"consult" || verb == u"transfer")
        parameters.insert(u"to"_s, words.value(3));
    return command(verb, parameters, verb == u"consult" ? words.value(5) : QString());
}

std::optional<QString> Play::atDesk(const Words &words)
{
    model::Desk &desk = seatOf(words.value(2))->desk;
    const tlib::ConnId call = m_calls.value(words.value(1));
    const auto sent =
        desk.control.perform(call, Actions.value(words.first()), {.destination = model::Dn(words.value(3))});
    m_site.settle();
    if (!sent)
        return sent.error().text;
    if (!desk.toasts.toasts().isEmpty())
        return u"a toast: "_s + desk.toasts.toasts().last().serverText;
    if (words.first() == u"consult") {
        const model::Call *first = desk.calls.find(call);
        if (!first || first->consultation.isNull())
            return u"no consultation has come of it"_s;
        m_calls.insert(words.value(5), first->consultation);
    }
    return std::nullopt;
}

std::optional<QString> Play::route(const Words &words)
{
    const auto sent = m_router->desk.routes.route(m_calls.value(words.value(1)), orderFrom(words));
    m_site.settle();
    if (!sent)
        return sent.error().text;
    const auto &toasts = m_router->desk.toasts.toasts();
    return toasts.isEmpty() ? std::nullopt : std::optional(u"a toast: "_s + toasts.last().serverText);
}

std::optional<QString> Play::service(const Words &words, std::optional<int> refusal)
{
    model::Desk &desk = askerFor(words.value(2))->desk;
    const auto sent = desk.control.perform(m_calls.value(words.value(1)), Actions.value(words.first()),
                                           {.recording = optionsFrom(words.mid(3))});
    if (!sent)
        return sent.error().text;
    m_site.wait(std::chrono::milliseconds(300));
    const QList<model::Toast> toasts = desk.toasts.toasts();
    if (!refusal)
        return toasts.isEmpty() ? std::nullopt : std::optional(u"a toast: "_s + toasts.last().serverText);
    if (toasts.isEmpty() || toasts.last().code != *refusal)
        return u"it was not refused with that number but with %1"_s.arg(
            toasts.isEmpty() ? 0 : toasts.last().code);
    if (toasts.last().serverText.isEmpty())
        return u"the refusal says nothing"_s;
    desk.toasts.dismiss(toasts.last().id);
    return std::nullopt;
}

std::optional<QString> Play::impossible(const Words &words)
{
    model::Desk &desk = askerFor(words.value(2))->desk;
    const model::Call *call = desk.calls.find(m_calls.value(words.value(1)));
    if (!call)
        return u"there is no such call at that desktop"_s;
    if (desk.control.possible(*call).testFlag(Actions.value(words.first())))
        return u"it is offered"_s;
    return std::nullopt;
}

std::optional<QString> Play::shows(const Words &words)
{
    const tlib::ConnId id = m_calls.value(words.first());
    const QString wanted = words.value(2);
    const QString file = words.value(3);
    int seen = 0;
    QByteArray name;
    for (const auto &seat : m_site.seats) {
        const model::Call *call = seat->desk.calls.find(id);
        if (!call)
            continue;
        ++seen;
        name = call->recording.fileName;
        const QString who = seat->desk.registry.ownDn().toString();
        if (wanted == u"gone")
            return u"%1 shows it still"_s.arg(who);
        if (!seat->desk.calls.isCertain(*call))
            return u"%1 is not certain"_s.arg(who);
        if (const QString word = wordOf(call->recording); word != wanted)
            return u"%1 shows %2"_s.arg(who, word);
    }
    if (wanted == u"gone")
        return std::nullopt;
    if (seen == 0)
        return u"nobody shows it"_s;
    const QString truth =
        simulator::stateWord(m_site.server.simulatedSwitch().recording().recordingOf(id).state);
    if (!m_told.contains(id) && truth != wanted)
        return u"the media server says %1"_s.arg(truth);
    const QByteArray before = m_files.value(words.first());
    m_files.insert(words.first(), name);
    if (file == u"new" && (name.isEmpty() || name == before))
        return u"the file is %1, and was %2"_s.arg(QString::fromUtf8(name), QString::fromUtf8(before));
    if (file == u"same" && (name.isEmpty() || name != before))
        return u"the file has changed from %2 to %1"_s.arg(QString::fromUtf8(name),
                                                           QString::fromUtf8(before));
    if (file == u"no" && !name.isEmpty())
        return u"there is a file, %1"_s.arg(QString::fromUtf8(name));
    return std::nullopt;
}
