#pragma once

#include "backends/simulator/script/script.h"
#include "core/clock.h"

#include <QHash>

#include <functional>
#include <memory>

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

    ScriptPlayer(Script script, Commands &commands, core::Clock &clock, Complain complain);

    void start();

private:
    void playDue();
    void play(const Script::Step &step);
    void beginRound();
    void clearRound();

    const Script m_script;
    Commands &m_commands;
    core::Clock &m_clock;
    Complain m_complain;
    core::Instant m_began = {};
    qsizetype m_next = 0;
    QHash<QString, QString> m_calls; ///< name -> ConnID
    std::unique_ptr<core::Alarm> m_alarm;
};

} // namespace simulator
