#pragma once

#include "core/result.h"
#include "tlib/enums.h"
#include "tlib/ids.h"

#include <QJsonObject>

namespace simulator {

class Switch;
struct SwitchCall;

/// The commands that make a call and move it: what its parties do at their telephones.
class CallCommands
{
public:
    explicit CallCommands(Switch &sw);

    /// Whether the command of this name is one of these.
    static bool has(const QString &name);
    /// A command that has() and checkCommand() have let pass. What its answer adds to "ok"; InvalidInput
    /// when it does not say which party is meant, Refused by the switch.
    core::Result<QJsonObject> carryOut(const QJsonObject &command);

private:
    struct Verb;
    static const Verb *verbOf(const QString &name);

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
    /// The party that the command means: its "dn", or else the only one in that state.
    core::Result<tlib::Dn> dnOf(const QJsonObject &command, tlib::PartyState state) const;
    /// The consultation about the call that the command means.
    core::Result<const SwitchCall *> consultationOf(const QJsonObject &command) const;

    Switch &m_switch;
};

} // namespace simulator
