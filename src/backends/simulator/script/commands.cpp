#include "backends/simulator/script/commands.h"

#include "backends/simulator/pair/hapair.h"
#include "backends/simulator/script/commandforms.h"
#include "backends/simulator/script/truth.h"
#include "backends/simulator/switch/refusal.h"

#include <map>

namespace simulator {

using namespace Qt::StringLiterals;

Commands::Commands(Switch &sw, core::Clock &clock)
    : m_switch(sw)
    , m_calls(sw)
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
    const CommandForm *form = formOf(command);
    if (const auto checked = checkCommand(command, form ? form->name : u"command"_s); !checked)
        return checked.error();
    if (form->ofPrimary && m_switch.role() == tlib::ServerRole::Backup) {
        return core::Error{.kind = core::ErrorKind::NotAllowed,
                           .text = u"%1: this server is the backup; tell the primary"_s.arg(form->name)};
    }
    auto answer = perform(form->name, command);
    if (m_pair)
        m_pair->settle();
    return answer;
}

core::Result<QJsonObject> Commands::perform(const QString &name, const QJsonObject &command)
{
    static const std::map<QString, core::Result<QJsonObject> (Commands::*)(const QJsonObject &)> others{
        {u"recorder"_s, &Commands::recorder},
        {u"user-data"_s, &Commands::userData},
        {u"agent"_s, &Commands::agent},
        {u"refuse"_s, &Commands::refuse},
        {u"mute-acks"_s, &Commands::muteAcks},
        {u"switch-link"_s, &Commands::switchLink},
        {u"switch-over"_s, &Commands::switchOver},
        {u"drop-clients"_s, &Commands::dropClients},
        {u"configure"_s, &Commands::configure},
        {u"press"_s, &Commands::press},
        {u"storm"_s, &Commands::storm},
        {u"state"_s, &Commands::state},
    };
    return CallCommands::has(name) ? m_calls.carryOut(command) : (this->*others.at(name))(command);
}

core::Result<QJsonObject> Commands::recorder(const QJsonObject &command)
{
    const tlib::ConnId call = connIdOf(command);
    const auto wanted = RecorderState(recorderWords().indexOf(command.value(u"state"_s).toString()));
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
    const tlib::Dn dn = dnUnder(command, u"dn");
    const auto wanted = tlib::AgentStatus(agentWords().indexOf(command.value(u"state"_s).toString()));
    const int from = int(agentWords().indexOf(command.value(u"from"_s).toString()));
    if (from >= 0 && m_switch.agents().statusOf(dn) != tlib::AgentStatus(from))
        return refusal(tlib::errorcode::WrongState,
                       u"The agent at %1 is not %2"_s.arg(dn.toString(), agentWords().at(from)));
    return answerFor(m_switch.agents().bring(dn, wanted));
}

core::Result<QJsonObject> Commands::refuse(const QJsonObject &command)
{
    const auto service =
        tlib::RecordingCommand(serviceWords().indexOf(command.value(u"service"_s).toString()));
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
    const tlib::Dn dn = dnUnder(command, u"dn");
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

} // namespace simulator
