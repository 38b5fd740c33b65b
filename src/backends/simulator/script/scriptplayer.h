#pragma once

#include "backends/simulator/script/script.h"
#include "core/clock.h"

#include <QHash>

#include <functional>
#include <memory>
#include <optional>

namespace simulator {

class Commands;

/// Plays a Script. People may act at the same time, so a step that no longer applies (the call is gone,
/// answered or in another state by now) is skipped; what is wrong in itself is complained about, and the rest
/// goes on.
class ScriptPlayer
{
public:
    /// Gets one sentence that names file and step.
    using Complain = std::function<void(const QString &)>;
    /// Does what a command says, as Commands::carryOut.
    using Carry = std::function<core::Result<QJsonObject>(const QJsonObject &)>;
    /// Hears of each step that was done, with its place among them.
    using Played = std::function<void(qsizetype step)>;

    ScriptPlayer(Script script, Commands &commands, core::Clock &clock, Complain complain);
    ScriptPlayer(Script script, Carry carry, core::Clock &clock, Complain complain, Played played = {});

    void start();

    const Script &script() const { return m_script; }
    /// The place of the step that comes next; the number of steps: a new round.
    qsizetype next() const { return m_next; }
    /// How long it is until this step is played at the present speed; nothing while it is halted, and for
    /// what has been played in this round.
    std::optional<core::Duration> until(qsizetype step) const;
    /// The ConnID of the call that the step is about; empty: there is none (yet).
    QString callOf(const Script::Step &step) const { return m_calls.value(step.call); }

    /// So many times as fast as it is written; more than 0.
    void setSpeed(double speed);
    double speed() const { return m_speed; }
    void setHalted(bool halted);
    bool isHalted() const { return m_isHalted; }

private:
    core::Duration position() const;
    core::Duration placeOf(qsizetype step) const;
    void playDue();
    void play(qsizetype number);
    void beginRound();
    void clearRound();
    void hold(core::Duration position);
    void arm();

    const Script m_script;
    Carry m_carry;
    core::Clock &m_clock;
    Complain m_complain;
    Played m_played;
    core::Instant m_since = {};     ///< when it was at m_position,
    core::Duration m_position = {}; ///< in the script's time
    double m_speed = 1;
    bool m_isHalted = false;
    bool m_isOver = false;
    qsizetype m_next = 0;
    QHash<QString, QString> m_calls; ///< name -> ConnID
    std::unique_ptr<core::Alarm> m_alarm;
};

} // namespace simulator
