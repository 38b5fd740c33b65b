#pragma once

#include "backends/simulator/script/callcommands.h"
#include "backends/simulator/script/storm.h"

#include <QJsonObject>

#include <functional>

namespace simulator {

class HaPair;

/// What a person, a script or a test has done to the switch: one JSON object is one command, its "do" says
/// which. README.md in the folder above lists them, commandforms.h how each is written.
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

private:
    core::Result<QJsonObject> perform(const QString &name, const QJsonObject &command);
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

    Switch &m_switch;
    CallCommands m_calls;
    Storm m_storm;
    Press m_press;
    HaPair *m_pair = nullptr;
};

} // namespace simulator
