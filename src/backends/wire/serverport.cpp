#include "backends/wire/serverport.h"

#include "backends/wire/clientsession.h"
#include "core/logging.h"

using namespace Qt::StringLiterals;

namespace wire {

ServerPort::ServerPort(core::Clock &clock, ServerPortLimits limits, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_limits(limits)
{
    connect(&m_server, &QTcpServer::newConnection, this, &ServerPort::acceptClients);
    connect(&m_server, &QTcpServer::acceptError, this, [this] {
        qCWarning(core::wireLog, "a client could not be accepted: %ls",
                  qUtf16Printable(m_server.errorString()));
    });
}

ServerPort::~ServerPort() = default;

core::Result<quint16> ServerPort::listen(const QHostAddress &address, quint16 port)
{
    m_server.close();
    if (m_server.listen(address, port))
        return m_server.serverPort();
    return core::Error{.kind = core::ErrorKind::Io,
                       .text =
                           u"cannot listen on %1 port %2: %3. Choose another port, or 0 for any free one"_s
                               .arg(address.toString())
                               .arg(port)
                               .arg(m_server.errorString())};
}

void ServerPort::close()
{
    m_server.close();
    for (ClientSession *session : std::as_const(m_sessions))
        session->finish();
}

void ServerPort::acceptClients()
{
    while (QTcpSocket *const socket = m_server.nextPendingConnection()) {
        const auto id = tlib::ClientId(++m_lastClient);
        adopt(new ClientSession(id, std::unique_ptr<QTcpSocket>(socket), m_clock, m_limits, this));
    }
}

void ServerPort::adopt(ClientSession *session)
{
    m_sessions.insert(session->id(), session);
    connect(session, &ClientSession::requestReceived, this,
            [this, session](const tlib::Request &request, tlib::ReferenceId referenceId) {
                Q_EMIT requestReceived(session->id(), request, referenceId);
            });
    connect(session, &ClientSession::gone, this, [this, session] {
        m_sessions.remove(session->id());
        session->deleteLater();
        if (session->hasRegistered())
            Q_EMIT clientGone(session->id());
    });
}

void ServerPort::send(tlib::ClientId client, const tlib::Event &event)
{
    if (ClientSession *const session = m_sessions.value(client))
        session->send(event);
}

void ServerPort::disconnectClient(tlib::ClientId client)
{
    if (ClientSession *const session = m_sessions.value(client))
        session->finish();
}

void ServerPort::dropClients()
{
    for (ClientSession *session : std::as_const(m_sessions))
        session->abort();
}

} // namespace wire
