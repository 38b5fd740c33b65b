#include "scenarios/play.h"

#include "automation/words.h"
#include "scenarios/words.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;
using model::CallAction;

namespace {

const QStringList Agents{u"7001"_s, u"7002"_s, u"7003"_s};
const QHash<QString, model::ToastKind> Failures{{u"refused"_s, model::ToastKind::Refused},
                                                {u"unconfirmed"_s, model::ToastKind::NotConfirmed},
                                                {u"unanswered"_s, model::ToastKind::NoAnswer}};
constexpr auto MediaServersTime = std::chrono::milliseconds(300);
constexpr auto UntilGivenUp = std::chrono::seconds(6);

model::DnEntry entry(const QString &dn, model::DnUse use)
{
    return {.dn = model::Dn(dn), .use = use};
}

/// The latest failure of something that was asked for in this step.
std::optional<model::Toast> failureAt(const Site::Seat &seat)
{
    const auto found = std::find_if(seat.posted.rbegin(), seat.posted.rend(), [](const model::Toast &toast) {
        return toast.kind != model::ToastKind::UnknownWord;
    });
    return found == seat.posted.rend() ? std::nullopt : std::optional(*found);
}

Play::Trouble noFailureAt(const Site::Seat &seat)
{
    const auto toast = failureAt(seat);
    return toast ? std::optional(u"a toast: %1 %2"_s.arg(int(toast->kind)).arg(toast->serverText))
                 : std::nullopt;
}

/// `said`: "43 paused", the number and a word of the refusal.
Play::Trouble differs(const QStringList &said, int code, const QString &text)
{
    if (said.value(0).toInt() != code)
        return u"not %1 but %2, %3"_s.arg(said.value(0)).arg(code).arg(text);
    if (code != 0 && text.isEmpty())
        return u"the refusal says nothing"_s;
    if (said.size() > 1 && !text.split(u' ').contains(said.at(1)))
        return u"the refusal does not say \"%1\" but \"%2\""_s.arg(said.at(1), text);
    return std::nullopt;
}

/// As a button does; why it is refused, if it is.
Play::Trouble press(model::Desk &desk, tlib::ConnId id, const QString &verb,
                    const model::ActionDetails &details)
{
    const model::Call *const call = desk.calls.find(id);
    if (!call)
        return u"there is no such call"_s;
    const CallAction action = model::callActionFor(verb).value();
    if (const auto why = desk.rules.whyNot(action, *call, details))
        return automation::sentenceFor(*why, details.destination);
    (void)desk.control.perform(id, action, details);
    return std::nullopt;
}

Play::Trouble failed(Site::Seat &seat, model::ToastKind kind, const QStringList &said)
{
    const auto toast = failureAt(seat);
    if (!toast || toast->kind != kind)
        return u"there is no such toast"_s;
    seat.desk.toasts.dismiss(toast->id);
    return differs(said, toast->code, toast->serverText);
}

} // namespace

void Play::open(const QJsonObject &set)
{
    const simulator::SwitchConfiguration configuration = words::configurationOf(set);
    m_site = std::make_unique<Site>(configuration, words::keysOf(configuration));
    QList<model::DnEntry> watched{entry(u"7900"_s, model::DnUse::Own)};
    for (const QString &dn : Agents) {
        watched.append(entry(dn, model::DnUse::Watched));
        if (m_cast != Cast::Supervisor)
            m_site->sit({entry(dn, model::DnUse::Own)});
    }
    const QList<model::DnEntry> routingPoints{entry(u"8000"_s, model::DnUse::RoutingPoint),
                                              entry(u"8001"_s, model::DnUse::RoutingPoint)};
    if (m_cast != Cast::Agents)
        m_supervisor = &m_site->sit(watched + routingPoints);
    m_router = m_supervisor ? m_supervisor : &m_site->sit(routingPoints);
    watched.first().use = model::DnUse::Watched;
    watched.append(entry(u"7004"_s, model::DnUse::Watched));
    m_witness = std::make_unique<Site::Seat>(*m_site, watched + routingPoints);
}

QString Play::run(const QString &scenario, const std::function<QString()> &afterStep)
{
    QStringList lines = scenario.split(u'\n', Qt::SkipEmptyParts);
    QJsonObject set = words::plainSite();
    while (lines.first().trimmed().startsWith(u"site "))
        words::setUp(set, lines.takeFirst().trimmed().split(u' ').mid(1));
    open(set);
    for (const QString &line : lines) {
        Trouble trouble = play(line.trimmed());
        if (const QString said = !trouble && afterStep ? afterStep() : QString(); !said.isEmpty())
            trouble = said;
        if (trouble)
            return u"\"%1\": %2"_s.arg(line.trimmed(), *trouble);
    }
    return {};
}

Play::Trouble Play::play(const QString &line)
{
    m_checks.clear();
    for (const auto &seat : m_site->seats)
        seat->posted.clear();
    for (const QString &part : line.split(u" | "_s)) {
        if (const Trouble trouble = step(part.split(u' ', Qt::SkipEmptyParts)))
            return trouble;
    }
    m_site->wait(MediaServersTime);
    for (const Check &check : m_checks) {
        if (const Trouble trouble = check())
            return trouble;
    }
    return std::nullopt;
}

Play::Trouble Play::step(const Words &words)
{
    const QString &verb = words.first();
    if (words.value(1) == u"is")
        return shows(words);
    if (words.value(1) == u"at")
        return stands(words);
    if (verb == u"state")
        return isTold(words);
    if (verb == u"noticed")
        return isNoticed(words.value(1));
    if (verb == u"impossible")
        return impossible(words.mid(1));
    if (verb == u"outsider")
        return askFromOutside(words.mid(1));
    if (verb == u"route")
        return route(words);
    if (verb == u"wait") {
        m_site->wait(std::chrono::seconds(words.value(1).toInt()));
        return std::nullopt;
    }
    return act(words);
}

/// What people and machines do.
Play::Trouble Play::act(const Words &words)
{
    const QString &verb = words.first();
    const auto action = model::callActionFor(verb);
    if (Failures.contains(verb) || (action && model::recordingCommandOf(*action)))
        return ask(words);
    return action && seatOf(words.value(2)) ? atDesk(words) : telephone(words);
}

Site::Seat *Play::seatOf(const QString &dn)
{
    for (const auto &seat : m_site->seats) {
        if (seat->desk.registry.isOwn(model::Dn(dn)))
            return seat.get();
    }
    return nullptr;
}

Site::Seat *Play::askerFor(const Words &words)
{
    if (const QString by = words::valueOf(words, u"by"_s); !by.isEmpty())
        return seatOf(by);
    if (m_cast == Cast::Both)
        return ++m_turns % 2 ? m_supervisor : seatOf(words.value(2));
    return m_supervisor ? m_supervisor : seatOf(words.value(2));
}

Play::Trouble Play::command(const QString &verb, QJsonObject parameters, const QString &name)
{
    parameters.insert(u"do"_s, verb);
    const QJsonObject answer = m_site->commands.run(parameters);
    if (!answer.value(u"ok"_s).toBool())
        return answer.value(u"error"_s).toString();
    if (!name.isEmpty())
        m_calls.insert(name, tlib::ConnId::fromString(answer.value(u"connId"_s).toString()).value());
    return std::nullopt;
}

Play::Trouble Play::telephone(const Words &words)
{
    const QString &verb = words.first();
    if (verb == u"mute")
        return command(u"mute-acks"_s, {});
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

Play::Trouble Play::atDesk(const Words &words)
{
    Site::Seat &seat = *seatOf(words.value(2));
    model::Desk &desk = seat.desk;
    const tlib::ConnId call = m_calls.value(words.value(1));
    const Trouble refusal = press(desk, call, words.first(), {.destination = model::Dn(words.value(3))});
    m_site->settle();
    if (refusal)
        return refusal;
    if (const Trouble trouble = noFailureAt(seat))
        return trouble;
    if (words.first() == u"consult") {
        const model::Call *first = desk.calls.find(call);
        if (!first || first->consultation.isNull())
            return u"no consultation has come of it"_s;
        m_calls.insert(words.value(5), first->consultation);
    }
    return std::nullopt;
}

Play::Trouble Play::route(const Words &words)
{
    const model::CallId call = m_calls.value(words.value(1));
    const model::WaitingCall *const waiting = m_router->desk.waiting.findLatest(call);
    if (!waiting)
        return u"it does not wait to be routed"_s;
    const auto why = m_router->desk.routes.route(call, waiting->routingPoint, words::orderFrom(words));
    m_site->settle();
    if (why != model::RouteObstacle::None)
        return u"it is not routed: obstacle %1"_s.arg(int(why));
    return noFailureAt(*m_router);
}

Play::Trouble Play::ask(Words words)
{
    const bool mayNot = Failures.contains(words.first());
    const model::ToastKind failure = mayNot ? Failures.value(words.takeFirst()) : model::ToastKind();
    const qsizetype as = words.indexOf(u"as"_s);
    const Words said = as < 0 ? Words() : words.mid(as + 1);
    words = words.mid(0, as);
    Site::Seat *const seat = askerFor(words);
    if (!seat)
        return u"nobody sits there"_s;
    if (const Trouble refusal = press(seat->desk, m_calls.value(words.value(1)), words.first(),
                                      {.recording = words::optionsFrom(words.mid(3))}))
        return refusal;
    m_checks.push_back([this, seat, mayNot, failure, said]() -> Trouble {
        if (!mayNot)
            return noFailureAt(*seat);
        if (failure != model::ToastKind::Refused)
            m_site->wait(UntilGivenUp);
        return failed(*seat, failure, said);
    });
    return std::nullopt;
}

Play::Trouble Play::askFromOutside(const Words &words)
{
    if (!m_outsider)
        m_outsider = &m_site->sit({entry(u"7004"_s, model::DnUse::Own)});
    const auto command = model::recordingCommandOf(model::callActionFor(words.first()).value());
    const tlib::RecordingService service{
        .command = command.value(), .dn = model::Dn(u"7004"_s), .call = m_calls.value(words.value(1))};
    const auto answer = std::make_shared<Trouble>(u"there was no answer"_s);
    m_outsider->desk.connection.request(
        service, &m_outsider->desk.connection,
        [answer, said = words.mid(3)](const core::Result<tlib::RecordingService::Reply> &reply) {
            *answer =
                reply ? differs(said, 0, {}) : differs(said, reply.error().serverCode, reply.error().text);
        });
    m_checks.push_back([answer] { return *answer; });
    return std::nullopt;
}

Play::Trouble Play::impossible(const Words &words)
{
    model::Desk &desk = askerFor(words)->desk;
    const model::Call *call = desk.calls.find(m_calls.value(words.value(1)));
    if (!call)
        return u"there is no such call at that desktop"_s;
    if (desk.rules.possible(*call).testFlag(model::callActionFor(words.first()).value()))
        return u"it is offered"_s;
    return std::nullopt;
}

Play::Trouble Play::shows(const Words &words)
{
    const tlib::ConnId id = m_calls.value(words.first());
    const bool mayLackKnowledge = words.value(2).endsWith(u'?');
    const QString wanted = words.value(2).remove(u'?');
    int seen = 0;
    QByteArray name;
    for (const auto &seat : m_site->seats) {
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
        if (const QString word = automation::wordFor(call->recording);
            word != wanted && !(mayLackKnowledge && word == u"unknown"))
            return u"%1 shows %2"_s.arg(who, word);
    }
    if (wanted == u"gone")
        return std::nullopt;
    if (seen == 0)
        return u"nobody shows it"_s;
    const QString truth =
        simulator::stateWord(m_site->server.simulatedSwitch().recording().recordingOf(id).state);
    if (!m_told.contains(id) && wanted != u"recorded" && truth != wanted)
        return u"the media server says %1"_s.arg(truth);
    return hasFile(words.first(), words.value(3), name);
}

Play::Trouble Play::hasFile(const QString &call, const QString &which, const QByteArray &name)
{
    const QByteArray before = m_files.value(call);
    m_files.insert(call, name);
    if (which == u"new" && (name.isEmpty() || name == before))
        return u"the file is %1, and was %2"_s.arg(QString::fromUtf8(name), QString::fromUtf8(before));
    if (which == u"same" && (name.isEmpty() || name != before))
        return u"the file has changed from %2 to %1"_s.arg(QString::fromUtf8(name),
                                                           QString::fromUtf8(before));
    if (which == u"no" && !name.isEmpty())
        return u"there is a file, %1"_s.arg(QString::fromUtf8(name));
    return std::nullopt;
}

Play::Trouble Play::stands(const Words &words)
{
    int seen = 0;
    for (const auto &seat : m_site->seats) {
        const model::Call *call = seat->desk.calls.find(m_calls.value(words.first()));
        const model::Leg *leg = call ? call->findLeg(model::Dn(words.value(2))) : nullptr;
        seen += leg ? 1 : 0;
        if (leg && automation::wordFor(leg->phase) != words.value(3))
            return u"%1 shows %2"_s.arg(seat->desk.registry.ownDn().toString(),
                                        automation::wordFor(leg->phase));
    }
    return seen > 0 ? std::nullopt : Trouble(u"nobody shows it"_s);
}

Play::Trouble Play::isTold(const Words &words)
{
    const QJsonArray calls = m_site->commands.run({{u"do"_s, u"state"_s}}).value(u"calls"_s).toArray();
    for (const QJsonValue &call : calls) {
        if (call.toObject().value(u"connId"_s) != idOf(words.value(1)))
            continue;
        const QString difference = words::differenceIn(call.toObject(), words.mid(2));
        return difference.isEmpty() ? std::nullopt : Trouble(difference);
    }
    return u"there is no such call"_s;
}

Play::Trouble Play::isNoticed(const QString &word)
{
    int desks = 0;
    for (const auto &seat : m_site->seats) {
        int times = 0;
        for (const model::Toast &toast : seat->desk.toasts.toasts()) {
            if (toast.kind == model::ToastKind::UnknownWord && toast.serverText == word)
                times += toast.count;
        }
        if (times > 1)
            return u"%1 has said it %2 times"_s.arg(seat->desk.registry.ownDn().toString()).arg(times);
        desks += times;
    }
    return desks > 0 ? std::nullopt : Trouble(u"nobody has said it"_s);
}
