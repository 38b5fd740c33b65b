#include "support/faultproxy.h"

#include "support/proxiedconnection.h"

#include <QHostAddress>

namespace support {

FaultProxy::FaultProxy(quint16 serverPort, quint32 seed, QObject *parent)
    : QObject(parent)
    , m_serverPort(serverPort)
    , m_random(seed)
{
    connect(&m_server, &QTcpServer::newConnection, this, &FaultProxy::acceptClients);
    listen();
}

FaultProxy::~FaultProxy()
{
    // They speak to this when they end.
    while (!m_connections.isEmpty())
        delete m_connections.takeLast();
}

void FaultProxy::listen()
{
    if (!m_server.listen(QHostAddress::LocalHost, m_port))
        qFatal("the fault proxy cannot listen: %s", qPrintable(m_server.errorString()));
    m_port = m_server.serverPort();
}

void FaultProxy::setToxics(Direction direction, const Toxics &toxics)
{
    (direction == Direction::ToServer ? m_toServer : m_toClient) = toxics;
    const auto connections = m_connections; // one may end by this
    for (ProxiedConnection *connection : connections)
        connection->setToxics(direction, toxics);
}

void FaultProxy::heal()
{
    setToxics(Direction::ToServer, {});
    setToxics(Direction::ToClient, {});
    setDown(false);
}

void FaultProxy::setDown(bool isDown)
{
    if (isDown == !m_server.isListening())
        return;
    if (!isDown)
        return listen();
    m_server.close();
    closeAll();
}

void FaultProxy::closeAll()
{
    const auto connections = m_connections;
    for (ProxiedConnection *connection : connections)
        connection->close();
}

void FaultProxy::resetAll()
{
    const auto connections = m_connections;
    for (ProxiedConnection *connection : connections)
        connection->reset();
}

int FaultProxy::connectionCount() const
{
    return int(std::count_if(m_connections.begin(), m_connections.end(),
                             [](const ProxiedConnection *connection) { return !connection->isOver(); }));
}

qint64 FaultProxy::passed(Direction direction) const
{
    return direction == Direction::ToServer ? m_passedToServer : m_passedToClient;
}

void FaultProxy::acceptClients()
{
    while (QTcpSocket *client = m_server.nextPendingConnection()) {
        auto *connection = new ProxiedConnection(*this, ++m_made, client);
        m_connections.append(connection);
        Q_EMIT connected(m_made);
    }
}

} // namespace support

#include "moc_faultproxy.cpp"
