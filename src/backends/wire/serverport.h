#pragma once

#include "core/clock.h"
#include "core/result.h"
#include "tlib/event.h"
#include "tlib/requests.h"

#include <QHash>
#include <QObject>
#include <QTcpServer>

namespace wire {

class ClientSession;

struct ServerPortLimits
{
    core::Duration registration = std::chrono::seconds(10); ///< until RegisterClient has come
    core::Duration frame = std::chrono::seconds(10);        ///< from a frame's first byte to its last
    core::Duration linger = std::chrono::seconds(5);        ///< for what goes out after disconnectClient()
    qint64 outgoing = 16 * 1'048'576;                       ///< bytes that may wait for a slow client
};

/// The server's end of the open T-Lib profile on TCP: clients, their requests, their events. Says nothing by
/// itself but poll replies and the EventErrors of requests that are none (51) or lack an attribute (53).
/// Signals come from the event loop only, never from inside a call.
class ServerPort final : public QObject
{
    Q_OBJECT

public:
    explicit ServerPort(core::Clock &clock, ServerPortLimits limits = {}, QObject *parent = nullptr);
    ~ServerPort() override;

    /// Listens there and nowhere else from now on. Port 0 takes any free one; the result is the real one.
    /// Io with address, port and what to do when it cannot be had.
    core::Result<quint16> listen(const QHostAddress &address, quint16 port);
    /// Listens no more and disconnects every client.
    void close();

    /// Ignored for a client that is gone. Events without time and sequence number go out without.
    void send(tlib::ClientId client, const tlib::Event &event);
    /// What was sent before still goes out; nothing of this client is heard any more but clientGone().
    void disconnectClient(tlib::ClientId client);
    /// Cuts every connection as a broken network does (RST); goes on listening.
    void dropClients();

Q_SIGNALS:
    /// A client's first request is always RegisterClient. Recording services come as PrivateService.
    void requestReceived(tlib::ClientId client, const tlib::Request &request, tlib::ReferenceId referenceId);
    /// Exactly once for each client that has sent a request, and its last signal.
    void clientGone(tlib::ClientId client);

private:
    void acceptClients();
    void adopt(ClientSession *session);

    core::Clock &m_clock;
    ServerPortLimits m_limits;
    QTcpServer m_server;
    quint32 m_lastClient = 0;
    QHash<tlib::ClientId, ClientSession *> m_sessions; ///< children of this
};

} // namespace wire
