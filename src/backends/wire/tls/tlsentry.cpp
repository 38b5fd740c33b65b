#include "backends/wire/tls/tlsentry.h"

#include "core/logging.h"

using namespace Qt::StringLiterals;

namespace wire {

TlsEntry::TlsEntry(tlib::ClientId id, std::unique_ptr<QSslSocket> socket,
                   const QSslConfiguration &configuration, core::Clock &clock, core::Duration limit,
                   QObject *parent)
    : QObject(parent)
    , m_id(id)
    , m_socket(std::move(socket))
    , m_alarm(clock.alarm([this] { refuse(u"it did not finish the TLS handshake in time"_s); }))
{
    m_socket->setParent(nullptr); // owned by m_socket alone
    m_socket->setSslConfiguration(configuration);
    connect(m_socket.get(), &QSslSocket::encrypted, this, [this] {
        m_alarm->stop();
        m_socket->disconnect(this);
        if (!std::exchange(m_ended, true))
            Q_EMIT ended(true);
    });
    connect(m_socket.get(), &QSslSocket::errorOccurred, this,
            [this] { refuse(u"no TLS handshake: %1"_s.arg(m_socket->errorString())); });
    m_alarm->start(limit);
    m_socket->startServerEncryption();
}

void TlsEntry::refuse(const QString &why)
{
    if (std::exchange(m_ended, true))
        return;
    m_alarm->stop();
    m_socket->disconnect(this);
    qCWarning(core::wireLog, "client %u (%ls:%u): closed, %ls", quint32(m_id),
              qUtf16Printable(m_socket->peerAddress().toString()), m_socket->peerPort(),
              qUtf16Printable(why));
    Q_EMIT ended(false);
}

} // namespace wire

#include "moc_tlsentry.cpp"
