#pragma once

#include "backends/simulator/pair/hapair.h"
#include "backends/simulator/script/storm.h"

#include <QJsonObject>

#include <functional>

namespace simulator {

/// What a person, a script or a test has done to the switch: one JSON object is one command, its "do" says
/// which. README.md in this folder lists them.
class Commands
{
public:
    /// Presses the button of this word ("pause") at a desktop, for this call. NotAllowed when it is not
    /// offered there now.
    using Press = std::function<core::Result<core::Done>(tlib::ConnId call, const QString &button)>;

    Commands(Switch &sw, core::Clock &clock);

    /// Who does "press"; without anybody it is NotAllowed.
    void setPerson(Press press) { m_press = std::move(press); }
    /// Who does "switch-over", and learns of every change; without a pair it is refused.
    void setPair(HaPair &pair) { m_pair = &pair; }

    /// {"ok": true, ...} or {"ok": false, "error": "<one sentence>"}; never throws a command away silently.
    QJsonObject run(const QJsonObject &command);
    QJsonObject runLine(const QByteArray &line);
    /// What the answer adds to "ok". InvalidInput: no such command, or one that is written wrongly. Refused:
    /// the switch says no. NotAllowed: nobody can press that now.
    core::Result<QJsonObject> carryOut(const QJsonObject &command);
    /// Whether the command is written rightly, without doing it; `where` begins the sentence of the error.
    static core::Result<core::Done> check(const QJsonObject &command, const QString &where);

private:
    struct Verb;
    static const std::vector<Verb> &verbs();
    static const Verb *verbOf(const QJsonObject &command);

    core::Result<QJsonObject> call(const QJsonObject &command);
    core::Result<QJsonObject> answer(const QJsonObject &command);
    core::Result<QJsonObject> release(const QJsonObject &command);
    core::Result<QJsonObject> hold(const QJsonObject &command);
    core::Result<QJsonObject> retrieve(const QJsonObject &command);
    core::Result<QJsonObject> route(const QJsonObject &command);
    core::Result<QJsonObject> consult(const QJsonObject &command);
    core::Result<QJsonObject> complete(const QJsonObject &command);
    core::Result<QJsonObject> conference(const QJsonObject &command);
    core::Result<QJsonObject> transfer(const QJsonObject &command);
    core::Result<QJsonObject> recorder(const QJsonObject &command);
    core::Result<QJsonObject> userData(const QJsonObject &command);
    core::Result<QJsonObject> agent(const QJsonObject &command);
    core::Result<QJsonObject> refuse(const QJsonObject &command);
    core::Result<QJsonObject> muteAcks(const QJsonObject &command);
    core::Result<QJsonObject> switchLink(const QJsonObject &command);
    core::Result<QJsonObject> dropClients(const QJsonObject &command);
    core::Result<QJsonObject> configure(const QJsonObject &command);
    core::Result<QJsonObject> press(const QJsonObject &command);
    core::Result<QJsonObject> storm(const QJsonObject &command);
    core::Result<QJsonObject> switchOver(const QJsonObject &command);
    core::Result<QJsonObject> state(const QJsonObject &command);
    /// The party that the command means: its "dn", or else the only one in that state.
    core::Result<tlib::Dn> dnOf(const QJsonObject &command, tlib::PartyState state) const;
    /// The consultation about the call that the command means.
    core::Result<const SwitchCall *> consultationOf(const QJsonObject &command) const;

    Switch &m_switch;
    Storm m_storm;
    Press m_press;
    HaPair *m_pair = nullptr;
};

} // namespace simulator
