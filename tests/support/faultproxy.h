#pragma once

#include <QHash>
#include <QObject>
#include <QTcpServer>

#include <chrono>
#include <memory>
#include <optional>
#include <random>

namespace support {

enum class Direction { ToServer, ToClient };

/// What is done to the bytes that travel one way. Those of Toxiproxy, with its meanings ("down" is
/// FaultProxy::setDown), and a direction that is dead; any number of them at once.
struct Toxics
{
    using Time = std::chrono::milliseconds;

    Time latency{0};      ///< of every piece
    Time jitter{0};       ///< each is up to so much earlier or later; they keep their order
    qint64 bandwidth = 0; ///< bytes a second; 0: any number
    Time slowClose{0};    ///< from this side's end until the other side is told
    /// Nothing passes (it is thrown away), and the connection closes after this time; 0: never.
    std::optional<Time> timeout = {};
    std::optional<Time> resetPeer = {};   ///< both sides are reset (RST) after this time
    qsizetype sliceSize = 0;              ///< pieces of so many bytes at the most; 0: as they come
    qsizetype sliceVariation = 0;         ///< each is up to so much smaller
    Time sliceDelay{0};                   ///< between two pieces
    std::optional<qint64> limitData = {}; ///< the connection closes after exactly so many bytes
    /// The cable is out: nothing arrives, nobody is told; what was sent arrives when it is in again.
    bool isDead = false;
};

class ProxiedConnection;

/// Stands between a client and a server on this machine and does to their connections what networks do. Real
/// sockets in the test's thread, real timers where time is what the fault is about.
class FaultProxy final : public QObject
{
    Q_OBJECT

public:
    /// Listens on a free port of its own; `seed` is that of jitter and slices.
    explicit FaultProxy(quint16 serverPort, quint32 seed = 1, QObject *parent = nullptr);
    ~FaultProxy() override;

    quint16 port() const { return m_port; }
    /// Of the connections that are there, from now on, and of all that come.
    void setToxics(Direction direction, const Toxics &toxics);
    void heal(); ///< no toxics, and up
    /// Listens no more, so that clients are refused, and closes what is there; or listens again, on the same
    /// port.
    void setDown(bool isDown);
    void closeAll();
    void resetAll();

    int connectionCount() const;                   ///< that are there now
    int connectionsMade() const { return m_made; } ///< since the beginning
    qint64 passed(Direction direction) const;      ///< bytes handed on, of all connections

Q_SIGNALS:
    /// These bytes of this connection, counted from 1, have been handed to the socket of the other side.
    void delivered(int connection, support::Direction direction, const QByteArray &bytes);
    void connected(int connection);
    /// A toxic, closeAll() or resetAll() has ended a connection.
    void cut(int connection);

private:
    friend class ProxiedConnection;

    void listen();
    void acceptClients();

    QTcpServer m_server;
    const quint16 m_serverPort;
    quint16 m_port = 0;
    std::mt19937 m_random;
    Toxics m_toServer;
    Toxics m_toClient;
    int m_made = 0;
    qint64 m_passedToServer = 0;
    qint64 m_passedToClient = 0;
    QList<ProxiedConnection *> m_connections; ///< children of this
};

} // namespace support
