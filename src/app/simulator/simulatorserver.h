#pragma once

#include "backends/simulator/pair/hapair.h"
#include "backends/simulator/script/commands.h"
#include "backends/simulator/script/scriptplayer.h"
#include "backends/wire/serverport.h"
#include "backends/wire/wirelink.h"

#include <QFile>
#include <QObject>

namespace app {

/// Files of resources/ inside the program.
inline constexpr auto shippedSwitch = ":/simulator/switch.json";
inline constexpr auto shippedDemo = ":/demo/working-day.json";          ///< of an agent
inline constexpr auto shippedSupervisorDemo = ":/demo/busy-floor.json"; ///< and of a supervisor

/// The simulated switch behind a port of this machine: what tallylight-sim is, and what `tallylight --demo`
/// has inside.
class SimulatorServer final : public QObject
{
    Q_OBJECT

public:
    SimulatorServer(const simulator::SwitchConfiguration &configuration, core::Clock &clock,
                    QObject *parent = nullptr);

    /// TLS and nothing else from now on; call it before listen(). A sentence that names the file otherwise.
    core::Result<core::Done> encrypt(const wire::TlsFiles &files) { return m_port.encrypt(files); }
    /// The port that was got; port 0 asks for any free one.
    core::Result<quint16> listen(const QHostAddress &address, quint16 port);
    /// Is the backup of the server there from now on; before listen(), so that no client takes it for a
    /// primary.
    void backUp(const tlib::Endpoint &primary);
    /// Plays from now on, in place of a script that is being played.
    void play(simulator::Script script);
    /// Writes every event from now on, as the switch says it, as T-Server log text into this file, which
    /// begins anew. One sentence when it cannot be written.
    core::Result<core::Done> logTo(const QString &file);
    simulator::Commands &commands() { return m_commands; }
    /// Of the two servers of a pair, the one that serves.
    bool isPrimary() const { return m_pair.role() == tlib::ServerRole::Primary; }
    /// The other one is there and has everything.
    bool canSwitchOver() const { return !m_pair.peer().isEmpty() && m_pair.isSynchronised(); }

Q_SIGNALS:
    /// One sentence that names file and step; the script goes on.
    void scriptFailed(const QString &sentence);
    /// One sentence, once: the log ends there.
    void logFailed(const QString &sentence);
    /// One sentence about the other server of the pair, or about which of the two serves.
    void pairChanged(const QString &sentence);

private:
    void log(const tlib::Event &event);

    core::Clock &m_clock;
    QFile m_log;
    std::string m_logText; ///< of one event
    wire::ServerPort m_port;
    wire::WireLink m_primary; ///< of a backup, to the other server
    simulator::Switch m_switch;
    simulator::HaPair m_pair;
    simulator::Commands m_commands;
    std::unique_ptr<simulator::ScriptPlayer> m_player;
};

} // namespace app
