#include "app/simulator/simulatorserver.h"

#include "backends/logreplay/logwriter.h"

#include <QUuid>

using namespace Qt::StringLiterals;

namespace app {

namespace {

simulator::HaPair::Setup pairSetup(const simulator::SwitchConfiguration &configuration,
                                   std::function<void(const QString &)> say)
{
    return {.id = QUuid::createUuid().toString(QUuid::WithoutBraces),
            .fingerprint = configuration.fingerprint,
            .password = configuration.password,
            .say = std::move(say)};
}

} // namespace

SimulatorServer::SimulatorServer(const simulator::SwitchConfiguration &configuration, core::Clock &clock,
                                 QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_port(clock)
    , m_primary(clock)
    , m_switch(
          configuration, clock,
          {.deliver = [this](tlib::ClientId client, const tlib::Event &event) { m_port.send(client, event); },
           .disconnect = [this](tlib::ClientId client) { m_port.disconnectClient(client); },
           .dropAll = [this] { m_port.dropClients(m_pair.partner()); },
           .log = [this](const tlib::Event &event) { log(event); }})
    , m_pair(
          m_switch, clock,
          pairSetup(configuration, [this](const QString &sentence) { Q_EMIT pairChanged(sentence); }),
          {.deliver = [this](tlib::ClientId client, const tlib::Event &event) { m_port.send(client, event); },
           .disconnect = [this](tlib::ClientId client) { m_port.disconnectClient(client); },
           .isLocal = [this](tlib::ClientId client) { return m_port.isLocal(client); },
           .addressOf = [this](tlib::ClientId client) { return m_port.addressOf(client); }})
    , m_commands(m_switch, clock)
{
    m_commands.setPair(m_pair);
    connect(&m_port, &wire::ServerPort::requestReceived, this,
            [this](tlib::ClientId client, const tlib::Request &request, tlib::ReferenceId reference) {
                m_pair.handle(client, request, reference);
            });
    connect(&m_port, &wire::ServerPort::clientGone, this,
            [this](tlib::ClientId client) { m_pair.removeClient(client); });
}

void SimulatorServer::backUp(const tlib::Endpoint &primary)
{
    m_pair.backUp(m_primary, primary);
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

core::Result<core::Done> SimulatorServer::logTo(const QString &file)
{
    m_log.close();
    m_log.setFileName(file);
    if (!m_log.open(QIODevice::WriteOnly)) {
        return core::Error{.kind = core::ErrorKind::Io,
                           .text = u"%1: cannot be written: %2"_s.arg(file, m_log.errorString())};
    }
    return core::Done{};
}

void SimulatorServer::log(const tlib::Event &event)
{
    if (!m_log.isOpen())
        return;
    m_logText.clear();
    logreplay::appendLogText(m_logText, event, m_clock.wallTime());
    // A full disk shows only when the bytes leave the buffer, and people read along.
    const auto size = qint64(m_logText.size());
    if (m_log.write(m_logText.data(), size) == size && m_log.flush())
        return;
    const QString why = m_log.errorString();
    m_log.close();
    Q_EMIT logFailed(u"%1: the log ends here, it cannot be written: %2"_s.arg(m_log.fileName(), why));
}

} // namespace app

#include "moc_simulatorserver.cpp"
