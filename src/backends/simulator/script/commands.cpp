#include "backends/simulator/script/commands.h"

#include "backends/simulator/script/jsonfields.h"
#include "backends/simulator/script/truth.h"
#include "backends/simulator/switch/refusal.h"

#include <algorithm>

namespace simulator {

using namespace Qt::StringLiterals;
using tlib::PartyState;
using tlib::RecordingCommand;

struct Commands::Verb
{
    QString name = {};
    core::Result<QJsonObject> (Commands::*run)(const QJsonObject &) = nullptr;
    std::vector<JsonField> fields = {};
    /// What changes calls, agents or the configuration is the primary's: its backup has them from there.
    bool ofPrimary = true;
};

namespace {

const QStringList serviceWords{u"start"_s, u"pause"_s, u"resume"_s,
                               u"stop"_s};                       // in the order of RecordingCommand
const QStringList recorderWords{u"off"_s, u"on"_s, u"paused"_s}; // in the order of RecorderState

const QStringList purposeWords{u"transfer"_s, u"conference"_s}; // in the order of ConsultFor

const QStringList agentWords{u"logged-out"_s, u"not-ready"_s, u"ready"_s}; // in the order of AgentStatus

const QStringList buttonWords{u"start"_s,  u"pause"_s, u"resume"_s,   u"stop"_s,
                              u"answer"_s, u"hold"_s,  u"retrieve"_s, u"release"_s};

const JsonField connId{.name = u"connId"_s, .kind = JsonFieldKind::ConnId, .required = true};
const JsonField anyDn{.name = u"dn"_s};
const JsonField dn{.name = u"dn"_s, .required = true};

tlib::ConnId connIdOf(const QJsonObject &command)
{
    return tlib::ConnId::fromString(command.value(u"connId"_s).toString()).value_or(tlib::ConnId());
}

core::Result<QJsonObject> answerFor(const core::Result<core::Done> &done)
{
    if (!done)
        return done.error();
    return QJsonObject();
}

} // namespace

const std::vector<Commands::Verb> &Commands::verbs()
{
    static const JsonField times{
        .name = u"times"_s, .kind = JsonFieldKind::Number, .minimum = 0, .maximum = 1000000};
    static const std::vector<Verb> all{
        {u"call"_s,
         &Commands::call,
         {{.name = u"from"_s, .required = true},
          {.name = u"to"_s, .required = true},
          {.name = u"userData"_s, .kind = JsonFieldKind::Pairs}}},
        {u"answer"_s, &Commands::answer, {connId, anyDn}},
        {u"release"_s, &Commands::release, {connId, anyDn}},
        {u"hold"_s, &Commands::hold, {connId, anyDn}},
        {u"retrieve"_s, &Commands::retrieve, {connId, anyDn}},
        {u"route"_s, &Commands::route, {connId, {.name = u"to"_s, .required = true}}},
        {u"consult"_s,
         &Commands::consult,
         {connId,
          anyDn,
          {.name = u"to"_s, .required = true},
          {.name = u"for"_s, .kind = JsonFieldKind::Word, .words = purposeWords}}},
        {u"complete"_s, &Commands::complete, {connId, anyDn}},
        {u"conference"_s, &Commands::conference, {connId, anyDn}},
        {u"transfer"_s, &Commands::transfer, {connId, anyDn, {.name = u"to"_s, .required = true}}},
        {u"recorder"_s,
         &Commands::recorder,
         {connId,
          {.name = u"state"_s, .kind = JsonFieldKind::Word, .required = true, .words = recorderWords},
          {.name = u"from"_s, .kind = JsonFieldKind::Word, .words = recorderWords},
          {.name = u"silent"_s, .kind = JsonFieldKind::Flag}}},
        {u"user-data"_s,
         &Commands::userData,
         {connId,
          {.name = u"set"_s, .kind = JsonFieldKind::Pairs},
          {.name = u"add"_s, .kind = JsonFieldKind::Pairs}}},
        {u"agent"_s,
         &Commands::agent,
         {dn,
          {.name = u"state"_s, .kind = JsonFieldKind::Word, .required = true, .words = agentWords},
          {.name = u"from"_s, .kind = JsonFieldKind::Word, .words = agentWords}}},
        {u"refuse"_s,
         &Commands::refuse,
         {{.name = u"service"_s, .kind = JsonFieldKind::Word, .required = true, .words = serviceWords},
          {.name = u"code"_s, .kind = JsonFieldKind::Number},
          {.name = u"text"_s},
          times},
         false},
        {u"mute-acks"_s, &Commands::muteAcks, {times}, false},
        {u"switch-link"_s,
         &Commands::switchLink,
         {{.name = u"up"_s, .kind = JsonFieldKind::Flag, .required = true}},
         false},
        {u"switch-over"_s, &Commands::switchOver, {}, false},
        {u"drop-clients"_s, &Commands::dropClients, {}, false},
        {u"configure"_s,
         &Commands::configure,
         {dn,
          {.name = u"record"_s, .kind = JsonFieldKind::Flag},
          {.name = u"busy"_s, .kind = JsonFieldKind::Flag}}},
        {u"press"_s,
         &Commands::press,
         {connId, {.name = u"button"_s, .kind = JsonFieldKind::Word, .required = true, .words = buttonWords}},
         false},
        {u"storm"_s,
         &Commands::storm,
         {{.name = u"events"_s,
           .kind = JsonFieldKind::Number,
           .required = true,
           .minimum = 1,
           .maximum = 100000000},
          {.name = u"perSecond"_s,
           .kind = JsonFieldKind::Number,
           .required = true,
           .minimum = 1,
           .maximum = 1000000}}},
        {u"state"_s, &Commands::state, {}, false},
    };
    return all;
}

Commands::Commands(Switch &sw, core::Clock &clock)
    : m_switch(sw)
    , m_storm(sw, clock)
{
}

QJsonObject Commands::run(const QJsonObject &command)
{
    auto answer = carryOut(command);
    if (!answer)
        return {{u"ok"_s, false}, {u"error"_s, answer.error().text}};
    answer->insert(u"ok"_s, true);
    return *std::move(answer);
}

QJsonObject Commands::runLine(const QByteArray &line)
{
    const auto command = parseObject(line, u"command"_s);
    if (!command)
        return {{u"ok"_s, false}, {u"error"_s, command.error().text}};
    return run(*command);
}

core::Result<QJsonObject> Commands::carryOut(const QJsonObject &command)
{
    const QString verb = command.value(u"do"_s).toString();
    if (const auto checked = check(command, verbOf(command) ? verb : u"command"_s); !checked)
        return checked.error();
    if (verbOf(command)->ofPrimary && m_switch.role() == tlib::ServerRole::Backup) {
        return core::Error{.kind = core::ErrorKind::NotAllowed,
                           .text = u"%1: this server is the backup; tell the primary"_s.arg(verb)};
    }
    auto answer = (this->*verbOf(command)->run)(command);
    if (m_pair)
        m_pair->settle();
    return answer;
}

core::Result<core::Done> Commands::check(const QJsonObject &command, const QString &where)
{
    const Verb *verb = verbOf(command);
    if (!verb) {
        QStringList names;
        for (const Verb &known : verbs())
            names.append(known.name);
        const QString given = command.value(u"do"_s).toString();
        return mistake(where,
                       (given.isEmpty() ? u"\"do\" is missing; it is one of %1."_s
                                        : u"\"%2\" is no command; \"do\" is one of %1."_s.arg(u"%1"_s, given))
                           .arg(listed(names)));
    }
    QJsonObject parameters = command;
    parameters.remove(u"do"_s);
    return checkFields(parameters, verb->fields, where);
}

const Commands::Verb *Commands::verbOf(const QJsonObject &command)
{
    const QString name = command.value(u"do"_s).toString();
    const auto verb = std::find_if(verbs().begin(), verbs().end(),
                                   [&name](const Verb &known) { return known.name == name; });
    return verb == verbs().end() ? nullptr : &*verb;
}

core::Result<QJsonObject> Commands::call(const QJsonObject &command)
{
    const auto data = pairsFrom(command.value(u"userData"_s), u"call"_s);
    if (!data)
        return data.error();
    const auto made = m_switch.calls().make(tlib::Dn(command.value(u"from"_s).toString()),
                                            tlib::Dn(command.value(u"to"_s).toString()),
                                            data->isEmpty() ? tlib::KvList() : *data);
    if (!made)
        return made.error();
    return QJsonObject{{u"connId"_s, made->toString()}};
}

core::Result<QJsonObject> Commands::answer(const QJsonObject &command)
{
    const auto dn = dnOf(command, PartyState::Alerting);
    return dn ? answerFor(m_switch.calls().answer(*dn, connIdOf(command))) : dn.error();
}

core::Result<QJsonObject> Commands::release(const QJsonObject &command)
{
    const SwitchCall *call = m_switch.book().find(connIdOf(command));
    if (!call)
        return noSuchCall(connIdOf(command));
    const QString dn = command.value(u"dn"_s).toString();
    if (!dn.isEmpty())
        return answerFor(m_switch.calls().release(tlib::Dn(dn), call->id));
    // Without a DN it is the caller who hangs up, or who has been longest in the call.
    const auto first = std::find_if(call->parties.begin(), call->parties.end(),
                                    [](const Party &party) { return party.state != PartyState::Queued; });
    const tlib::Dn leaver = first->dn; // a copy: the party goes
    return answerFor(m_switch.calls().release(leaver, call->id));
}

core::Result<QJsonObject> Commands::hold(const QJsonObject &command)
{
    const auto dn = dnOf(command, PartyState::Connected);
    return dn ? answerFor(m_switch.calls().hold(*dn, connIdOf(command))) : dn.error();
}

core::Result<QJsonObject> Commands::retrieve(const QJsonObject &command)
{
    const auto dn = dnOf(command, PartyState::Held);
    return dn ? answerFor(m_switch.calls().retrieve(*dn, connIdOf(command))) : dn.error();
}

core::Result<QJsonObject> Commands::route(const QJsonObject &command)
{
    const auto from = dnOf(command, PartyState::Queued);
    return from
               ? answerFor(m_switch.calls().route(
                     *from, connIdOf(command), tlib::Dn(command.value(u"to"_s).toString()), RouteRecording()))
               : from.error();
}

core::Result<QJsonObject> Commands::consult(const QJsonObject &command)
{
    const auto dn = dnOf(command, PartyState::Connected);
    if (!dn)
        return dn.error();
    const auto purpose =
        ConsultFor(purposeWords.indexOf(command.value(u"for"_s).toString(purposeWords.first())));
    const auto made = m_switch.transfers().consult(*dn, connIdOf(command),
                                                   tlib::Dn(command.value(u"to"_s).toString()), purpose);
    if (!made)
        return made.error();
    return QJsonObject{{u"connId"_s, made->toString()}};
}

core::Result<QJsonObject> Commands::complete(const QJsonObject &command)
{
    const auto call = consultationOf(command);
    if (!call)
        return call.error();
    const tlib::Dn by = (*call)->consultation->by; // a copy: the call goes
    return answerFor(m_switch.transfers().completeTransfer(by, connIdOf(command), (*call)->id));
}

core::Result<QJsonObject> Commands::conference(const QJsonObject &command)
{
    const auto call = consultationOf(command);
    if (!call)
        return call.error();
    const tlib::Dn by = (*call)->consultation->by; // a copy: the call goes
    return answerFor(m_switch.transfers().completeConference(by, connIdOf(command), (*call)->id));
}

core::Result<QJsonObject> Commands::transfer(const QJsonObject &command)
{
    const auto dn = dnOf(command, PartyState::Connected);
    return dn ? answerFor(m_switch.transfers().transfer(*dn, connIdOf(command),
                                                        tlib::Dn(command.value(u"to"_s).toString())))
              : dn.error();
}

core::Result<QJsonObject> Commands::recorder(const QJsonObject &command)
{
    const tlib::ConnId call = connIdOf(command);
    const auto wanted = RecorderState(recorderWords.indexOf(command.value(u"state"_s).toString()));
    const QString from = command.value(u"from"_s).toString();
    const QString now = stateWord(m_switch.recording().recordingOf(call).state);
    if (m_switch.book().find(call) && !from.isEmpty() && from != now)
        return refusal(tlib::errorcode::WrongState, u"The recording is %1, not %2"_s.arg(now, from));
    return answerFor(m_switch.recording().changeByItself(call, wanted, command.value(u"silent"_s).toBool()));
}

core::Result<QJsonObject> Commands::userData(const QJsonObject &command)
{
    const bool replaces = command.contains(u"set"_s);
    if (replaces == command.contains(u"add"_s)) {
        return mistake(
            u"user-data"_s,
            u"either \"set\" (the whole list) or \"add\" (pairs that are added or replaced) is needed."_s);
    }
    const auto pairs = pairsFrom(command.value(replaces ? u"set"_s : u"add"_s), u"user-data"_s);
    if (!pairs)
        return pairs.error();
    UserDataControl &userData = m_switch.userData();
    return answerFor(replaces ? userData.replace(connIdOf(command), *pairs)
                              : userData.update(connIdOf(command), *pairs));
}

core::Result<QJsonObject> Commands::agent(const QJsonObject &command)
{
    const tlib::Dn dn(command.value(u"dn"_s).toString());
    const auto wanted = tlib::AgentStatus(agentWords.indexOf(command.value(u"state"_s).toString()));
    const int from = int(agentWords.indexOf(command.value(u"from"_s).toString()));
    if (from >= 0 && m_switch.agents().statusOf(dn) != tlib::AgentStatus(from))
        return refusal(tlib::errorcode::WrongState,
                       u"The agent at %1 is not %2"_s.arg(dn.toString(), agentWords.at(from)));
    return answerFor(m_switch.agents().bring(dn, wanted));
}

core::Result<QJsonObject> Commands::refuse(const QJsonObject &command)
{
    const auto service = RecordingCommand(serviceWords.indexOf(command.value(u"service"_s).toString()));
    const int times = command.value(u"times"_s).toInt(1);
    if (times > 0 && !command.contains(u"code"_s))
        return mistake(u"refuse"_s, u"\"code\" is missing; it is the ErrorCode, a whole number."_s);
    m_switch.recording().refuseNext(
        {.command = service,
         .answer = refusal(command.value(u"code"_s).toInt(), command.value(u"text"_s).toString()),
         .times = times});
    return QJsonObject();
}

core::Result<QJsonObject> Commands::muteAcks(const QJsonObject &command)
{
    m_switch.recording().muteNext(command.value(u"times"_s).toInt(1));
    return QJsonObject();
}

core::Result<QJsonObject> Commands::switchLink(const QJsonObject &command)
{
    m_switch.setLinkUp(command.value(u"up"_s).toBool());
    return QJsonObject();
}

core::Result<QJsonObject> Commands::dropClients(const QJsonObject &)
{
    m_switch.dropClients();
    return QJsonObject();
}

core::Result<QJsonObject> Commands::configure(const QJsonObject &command)
{
    const tlib::Dn dn(command.value(u"dn"_s).toString());
    Directory &directory = m_switch.directory();
    if (!command.contains(u"record"_s) && !command.contains(u"busy"_s))
        return mistake(u"configure"_s, u"\"record\" or \"busy\" is missing; both are true or false."_s);
    if (command.contains(u"busy"_s) && !directory.has(dn, DnKind::Extension))
        return mistake(u"configure"_s, u"\"dn\" %1 is no extension of this switch."_s.arg(dn.toString()));
    if (command.contains(u"record"_s) && !directory.setRecord(dn, command.value(u"record"_s).toBool())) {
        return mistake(
            u"configure"_s,
            u"\"dn\" %1 is no extension, trunk or routing point of this switch."_s.arg(dn.toString()));
    }
    if (command.contains(u"busy"_s))
        directory.setBusy(dn, command.value(u"busy"_s).toBool());
    return QJsonObject();
}

core::Result<QJsonObject> Commands::press(const QJsonObject &command)
{
    if (!m_press)
        return core::Error{.kind = core::ErrorKind::NotAllowed, .text = u"no person is at a desktop here"_s};
    return answerFor(m_press(connIdOf(command), command.value(u"button"_s).toString()));
}

core::Result<QJsonObject> Commands::storm(const QJsonObject &command)
{
    return answerFor(
        m_storm.start(command.value(u"events"_s).toInt(), command.value(u"perSecond"_s).toInt()));
}

core::Result<QJsonObject> Commands::switchOver(const QJsonObject &)
{
    if (!m_pair)
        return refusal(tlib::errorcode::WrongState, u"There is no other server to switch over to"_s);
    return answerFor(m_pair->switchOver());
}

core::Result<QJsonObject> Commands::state(const QJsonObject &)
{
    QJsonObject truth = truthOf(m_switch);
    truth.insert(u"role"_s, m_switch.role() == tlib::ServerRole::Primary ? u"primary"_s : u"backup"_s);
    truth.insert(u"peer"_s, m_pair ? m_pair->peer() : QString());
    truth.insert(u"synchronised"_s, m_pair && m_pair->isSynchronised());
    truth.insert(u"stormEventsLeft"_s, m_storm.left());
    return truth;
}

core::Result<tlib::Dn> Commands::dnOf(const QJsonObject &command, PartyState state) const
{
    if (const QString dn = command.value(u"dn"_s).toString(); !dn.isEmpty())
        return tlib::Dn(dn);
    const SwitchCall *call = m_switch.book().find(connIdOf(command));
    if (!call)
        return noSuchCall(connIdOf(command));
    std::vector<tlib::Dn> fitting;
    for (const Party &party : call->parties) {
        // An outside party that talks is not the one to be put on hold: the switch does not hold its
        // telephone.
        const bool held = state == PartyState::Connected || state == PartyState::Held;
        if (party.state == state && (!held || m_switch.directory().find(party.dn)))
            fitting.push_back(party.dn);
    }
    if (fitting.empty()) {
        return refusal(tlib::errorcode::WrongState,
                       u"Nobody is %1 in the call %2"_s.arg(stateWord(state), call->id.toString()));
    }
    if (fitting.size() > 1) {
        return mistake(command.value(u"do"_s).toString(),
                       u"\"dn\" is missing; more than one party is %1."_s.arg(stateWord(state)));
    }
    return fitting.front();
}

core::Result<const SwitchCall *> Commands::consultationOf(const QJsonObject &command) const
{
    const SwitchCall *first = m_switch.book().find(connIdOf(command));
    if (!first)
        return noSuchCall(connIdOf(command));
    const tlib::Dn dn(command.value(u"dn"_s).toString());
    if (const SwitchCall *call = m_switch.book().consultationAbout(*first, dn))
        return call;
    const QString by = dn.isEmpty() ? QString() : u" of %1"_s.arg(dn.toString());
    return refusal(errorcode::CallInWrongState,
                   u"There is no consultation%1 about the call %2"_s.arg(by, first->id.toString()));
}

} // namespace simulator
