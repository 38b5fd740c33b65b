#include "backends/simulator/script/callcommands.h"

#include "backends/simulator/script/commandforms.h"
#include "backends/simulator/switch/refusal.h"
#include "backends/simulator/switch/switch.h"

#include <algorithm>

namespace simulator {

using namespace Qt::StringLiterals;
using tlib::PartyState;

struct CallCommands::Verb
{
    QString name = {};
    core::Result<QJsonObject> (CallCommands::*run)(const QJsonObject &) = nullptr;
};

CallCommands::CallCommands(Switch &sw)
    : m_switch(sw)
{
}

const CallCommands::Verb *CallCommands::verbOf(const QString &name)
{
    static const Verb all[] = {
        {u"call"_s, &CallCommands::call},
        {u"answer"_s, &CallCommands::answer},
        {u"release"_s, &CallCommands::release},
        {u"hold"_s, &CallCommands::hold},
        {u"retrieve"_s, &CallCommands::retrieve},
        {u"route"_s, &CallCommands::route},
        {u"consult"_s, &CallCommands::consult},
        {u"complete"_s, &CallCommands::complete},
        {u"conference"_s, &CallCommands::conference},
        {u"transfer"_s, &CallCommands::transfer},
    };
    const auto verb = std::find_if(std::begin(all), std::end(all),
                                   [&name](const Verb &known) { return known.name == name; });
    return verb == std::end(all) ? nullptr : verb;
}

bool CallCommands::has(const QString &name)
{
    return verbOf(name) != nullptr;
}

core::Result<QJsonObject> CallCommands::carryOut(const QJsonObject &command)
{
    return (this->*verbOf(command.value(u"do"_s).toString())->run)(command);
}

core::Result<QJsonObject> CallCommands::call(const QJsonObject &command)
{
    const auto data = pairsFrom(command.value(u"userData"_s), u"call"_s);
    if (!data)
        return data.error();
    const auto made = m_switch.calls().make(dnUnder(command, u"from"), dnUnder(command, u"to"),
                                            data->isEmpty() ? tlib::KvList() : *data);
    if (!made)
        return made.error();
    return QJsonObject{{u"connId"_s, made->toString()}};
}

core::Result<QJsonObject> CallCommands::answer(const QJsonObject &command)
{
    const auto dn = dnOf(command, PartyState::Alerting);
    return dn ? answerFor(m_switch.calls().answer(*dn, connIdOf(command))) : dn.error();
}

core::Result<QJsonObject> CallCommands::release(const QJsonObject &command)
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

core::Result<QJsonObject> CallCommands::hold(const QJsonObject &command)
{
    const auto dn = dnOf(command, PartyState::Connected);
    return dn ? answerFor(m_switch.calls().hold(*dn, connIdOf(command))) : dn.error();
}

core::Result<QJsonObject> CallCommands::retrieve(const QJsonObject &command)
{
    const auto dn = dnOf(command, PartyState::Held);
    return dn ? answerFor(m_switch.calls().retrieve(*dn, connIdOf(command))) : dn.error();
}

core::Result<QJsonObject> CallCommands::route(const QJsonObject &command)
{
    const auto from = dnOf(command, PartyState::Queued);
    return from ? answerFor(m_switch.calls().route(*from, connIdOf(command), dnUnder(command, u"to"),
                                                   RouteRecording()))
                : from.error();
}

core::Result<QJsonObject> CallCommands::consult(const QJsonObject &command)
{
    const auto dn = dnOf(command, PartyState::Connected);
    if (!dn)
        return dn.error();
    const auto purpose =
        ConsultFor(purposeWords().indexOf(command.value(u"for"_s).toString(purposeWords().first())));
    const auto made = m_switch.transfers().consult(*dn, connIdOf(command), dnUnder(command, u"to"), purpose);
    if (!made)
        return made.error();
    return QJsonObject{{u"connId"_s, made->toString()}};
}

core::Result<QJsonObject> CallCommands::complete(const QJsonObject &command)
{
    const auto call = consultationOf(command);
    if (!call)
        return call.error();
    const tlib::Dn by = (*call)->consultation->by; // a copy: the call goes
    return answerFor(m_switch.transfers().completeTransfer(by, connIdOf(command), (*call)->id));
}

core::Result<QJsonObject> CallCommands::conference(const QJsonObject &command)
{
    const auto call = consultationOf(command);
    if (!call)
        return call.error();
    const tlib::Dn by = (*call)->consultation->by; // a copy: the call goes
    return answerFor(m_switch.transfers().completeConference(by, connIdOf(command), (*call)->id));
}

core::Result<QJsonObject> CallCommands::transfer(const QJsonObject &command)
{
    const auto dn = dnOf(command, PartyState::Connected);
    return dn ? answerFor(m_switch.transfers().transfer(*dn, connIdOf(command), dnUnder(command, u"to")))
              : dn.error();
}

core::Result<tlib::Dn> CallCommands::dnOf(const QJsonObject &command, PartyState state) const
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

core::Result<const SwitchCall *> CallCommands::consultationOf(const QJsonObject &command) const
{
    const SwitchCall *first = m_switch.book().find(connIdOf(command));
    if (!first)
        return noSuchCall(connIdOf(command));
    const tlib::Dn dn = dnUnder(command, u"dn");
    if (const SwitchCall *call = m_switch.book().consultationAbout(*first, dn))
        return call;
    const QString by = dn.isEmpty() ? QString() : u" of %1"_s.arg(dn.toString());
    return refusal(errorcode::CallInWrongState,
                   u"There is no consultation%1 about the call %2"_s.arg(by, first->id.toString()));
}

} // namespace simulator
