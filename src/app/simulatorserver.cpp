#include "app/simulatorserver.h"

namespace app {

SimulatorServer::SimulatorServer(simulator::Configuration configuration, core::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_port(clock)
    , m_switch(
          std::move(configuration), clock,
          {.deliver = [this](tlib::ClientId client, const tlib::Event &event) { m_port.send(client, event); },
           .disconnect = [this](tlib::ClientId client) { m_port.disconnectClient(client); },
           .dropAll = [this] { m_port.dropClients(); }})
    , m_commands(m_switch, clock)
{
    connect(&m_port, &wire::ServerPort::requestReceived, this,
            [this](tlib::ClientId client, const tlib::Request &request, tlib::ReferenceId reference) {
                m_switch.handle(client, request, reference);
            });
    connect(&m_port, &wire::ServerPort::clientGone, this,
            [this](tlib::ClientId client) { m_switch.removeClient(client); });
}

core::Result<quint16> SimulatorServer::listen(const QHostAddress &address, quint16 port)
{
    return m_port.listen(address, port);
}

void SimulatorServer::play(simulator::Script script)
{
    m_player = std::make_unique<simulator::ScriptPlayer>(
        std::move(script), m_commands, m_clock,
        [this](const QString &sentence) { Q_EMIT scriptFailed(sentence); });
    m_player->start();
}

} // namespace app
