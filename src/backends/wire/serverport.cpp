#include "backends/wire/serverport.h"

#include "backends/wire/clientsession.h"
#include "backends/wire/tls/tlsentry.h"
#include "backends/wire/tls/tlsfiles.h"
#include "core/logging.h"

#include <QTcpServer>

using namespace Qt::StringLiterals;

namespace wire {

/// Its sockets can be encrypted, from the first byte on.
class ServerPort::Listener final : public QTcpServer
{
protected:
    void incomingConnection(qintptr descriptor) override
    {
        auto *const socket = new QSslSocket(this);
        if (socket->setSocketDescriptor(descriptor))
            addPendingConnection(socket);
        else
            delete socket;
    }
};

ServerPort::ServerPort(core::Clock &clock, ServerPortLimits limits, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_limits(limits)
    , m_server(std::make_unique<Listener>())
{
    connect(m_server.get(), &QTcpServer::newConnection, this, &ServerPort::acceptClients);
    connect(m_server.get(), &QTcpServer::acceptError, this, [this] {
        qCWarning(core::wireLog, "a client could not be accepted: %ls",
                  qUtf16Printable(m_server->errorString()));
    });
}

ServerPort::~ServerPort() = default;

core::Result<core::Done> ServerPort::encrypt(const TlsFiles &files)
{
    const auto identity = readIdentity(files.certificate, files.key);
    if (!identity)
        return identity.error();
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    tls.setLocalCertificateChain(identity->chain);
    tls.setPrivateKey(identity->key);
    tls.setPeerVerifyMode(QSslSocket::VerifyNone);
    if (!files.clientAuthorities.isEmpty()) {
        const auto authorities = readAuthorities(files.clientAuthorities);
        if (!authorities)
            return authorities.error();
        tls.setCaCertificates(*authorities);
        tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
        // While the handshake goes on, so that the client is told why.
        tls.setMissingCertificateIsFatal(true);
        tls.setHandshakeMustInterruptOnError(true);
    }
    m_tls = tls;
    return core::Done{};
}

core::Result<quint16> ServerPort::listen(const QHostAddress &address, quint16 port)
{
    m_server->close();
    if (m_server->listen(address, port))
        return m_server->serverPort();
    return core::Error{.kind = core::ErrorKind::Io,
                       .text =
                           u"cannot listen on %1 port %2: %3. Choose another port, or 0 for any free one"_s
                               .arg(address.toString())
                               .arg(port)
                               .arg(m_server->errorString())};
}

void ServerPort::close()
{
    m_server->close();
    dropEntries();
    for (ClientSession *session : std::as_const(m_sessions))
        session->finish();
}

void ServerPort::acceptClients()
{
    while (QTcpSocket *const socket = m_server->nextPendingConnection()) {
        std::unique_ptr<QTcpSocket> owned(socket);
        const auto id = tlib::ClientId(++m_lastClient);
        if (!m_tls) {
            adopt(id, std::move(owned));
            continue;
        }
        std::unique_ptr<QSslSocket> encrypted(qobject_cast<QSslSocket *>(owned.release()));
        admit(new TlsEntry(id, std::move(encrypted), *m_tls, m_clock, m_limits.handshake, this));
    }
}

void ServerPort::admit(TlsEntry *entry)
{
    m_entries.insert(entry->id(), entry);
    connect(entry, &TlsEntry::ended, this, [this, entry](bool isEncrypted) {
        m_entries.remove(entry->id());
        entry->deleteLater();
        if (isEncrypted)
            adopt(entry->id(), entry->takeSocket());
    });
}

void ServerPort::dropEntries()
{
    for (TlsEntry *entry : std::as_const(m_entries)) {
        entry->disconnect(this);
        entry->deleteLater();
    }
    m_entries.clear();
}

void ServerPort::adopt(tlib::ClientId id, std::unique_ptr<QTcpSocket> socket)
{
    auto *const session = new ClientSession(id, std::move(socket), m_clock, m_limits, this);
    m_sessions.insert(id, session);
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

void ServerPort::dropClients(std::optional<tlib::ClientId> spared)
{
    dropEntries();
    for (ClientSession *session : std::as_const(m_sessions)) {
        if (session->id() != spared)
            session->abort();
    }
}

QString ServerPort::addressOf(tlib::ClientId client) const
{
    const ClientSession *const session = m_sessions.value(client);
    return session ? session->connection().peer() : QString();
}

bool ServerPort::isLocal(tlib::ClientId client) const
{
    const ClientSession *const session = m_sessions.value(client);
    return session && session->connection().isPeerLocal();
}

} // namespace wire

#include "moc_serverport.cpp"
