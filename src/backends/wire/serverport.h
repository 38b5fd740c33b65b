#pragma once

#include "core/clock.h"
#include "core/result.h"
#include "tlib/event.h"
#include "tlib/requests.h"

#include <QHash>
#include <QObject>
#include <QSslConfiguration>

#include <memory>
#include <optional>

class QHostAddress;
class QTcpSocket;

namespace wire {

class ClientSession;
class TlsEntry;

/// PEM files of a server that speaks TLS.
struct TlsFiles
{
    QString certificate = {}; ///< with those between it and its authority
    QString key = {};
    QString clientAuthorities =
        {}; ///< every client has to show a certificate of one of them; empty: none has
};

struct ServerPortLimits
{
    core::Duration handshake = std::chrono::seconds(10);    ///< of TLS
    core::Duration registration = std::chrono::seconds(10); ///< until RegisterClient has come
    core::Duration frame = std::chrono::seconds(10);        ///< from a frame's first byte to its last
    core::Duration linger = std::chrono::seconds(5);        ///< for what goes out after disconnectClient()
    qint64 outgoing = 16 * 1'048'576;                       ///< bytes that may wait for a slow client
};

/// The server's end of the open T-Lib profile on TCP or TLS: clients, their requests, their events. Says
/// nothing by itself but poll replies and the EventErrors of requests that are none (51) or lack an attribute
/// (53). Signals come from the event loop only, never from inside a call.
class ServerPort final : public QObject
{
    Q_OBJECT

public:
    explicit ServerPort(core::Clock &clock, ServerPortLimits limits = {}, QObject *parent = nullptr);
    ~ServerPort() override;

    /// TLS 1.2 or later, and nothing else, for every client that comes from now on. An error with a sentence
    /// that names the file; nothing is changed then.
    core::Result<core::Done> encrypt(const TlsFiles &files);
    /// Listens there and nowhere else from now on. Port 0 takes any free one; the result is the real one.
    /// Io with address, port and what to do when it cannot be had.
    core::Result<quint16> listen(const QHostAddress &address, quint16 port);
    /// Listens no more and disconnects every client.
    void close();

    /// Ignored for a client that is gone. Events without time and sequence number go out without.
    void send(tlib::ClientId client, const tlib::Event &event);
    /// What was sent before still goes out; nothing of this client is heard any more but clientGone().
    void disconnectClient(tlib::ClientId client);
    /// Cuts every connection as a broken network does (RST), but the one of `spared`; goes on listening.
    void dropClients(std::optional<tlib::ClientId> spared = {});
    QString addressOf(tlib::ClientId client) const; ///< "address:port"; empty for a client that is gone
    bool isLocal(tlib::ClientId client) const;      ///< on this machine, by the loopback network

Q_SIGNALS:
    /// A client's first request is always RegisterClient. Recording services come as PrivateService.
    void requestReceived(tlib::ClientId client, const tlib::Request &request, tlib::ReferenceId referenceId);
    /// Exactly once for each client that has sent a request, and its last signal.
    void clientGone(tlib::ClientId client);

private:
    class Listener;

    void acceptClients();
    void admit(TlsEntry *entry);
    void dropEntries();
    void adopt(tlib::ClientId id, std::unique_ptr<QTcpSocket> socket);

    core::Clock &m_clock;
    ServerPortLimits m_limits;
    std::unique_ptr<Listener> m_server;
    std::optional<QSslConfiguration> m_tls;
    QHash<tlib::ClientId, TlsEntry *> m_entries; ///< clients in their TLS handshake; children of this
    quint32 m_lastClient = 0;
    QHash<tlib::ClientId, ClientSession *> m_sessions; ///< children of this
};

} // namespace wire
