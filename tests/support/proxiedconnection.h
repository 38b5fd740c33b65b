#pragma once

#include "support/faultproxy.h"

#include <QTcpSocket>
#include <QTimer>

#include <deque>
#include <functional>

namespace support {

/// One direction of a connection: the bytes that are on their way, each with the time at which it is due.
class Pipe final : public QObject
{
public:
    struct Owner
    {
        std::function<void(const QByteArray &)> delivered = {};
        std::function<void()> close = {}; ///< a toxic wants both sides closed
        std::function<void()> reset = {};
    };

    Pipe(QTcpSocket &from, QTcpSocket &to, const Toxics &toxics, std::mt19937 &random, Owner owner);

    void begin(); ///< both sides are there
    void setToxics(const Toxics &toxics);
    void stop();

private:
    using Instant = std::chrono::steady_clock::time_point;
    struct Piece
    {
        QByteArray bytes = {};
        Instant due = {};
        bool isEnd = false;
    };

    void startToxicTimers();
    void take();
    void takeEnd();
    void enqueue(const QByteArray &bytes);
    qsizetype nextSize();
    Toxics::Time nextLatency();
    void pump();
    void deliver(const QByteArray &bytes);
    qint64 upTo(Toxics::Time most);

    QTcpSocket &m_from;
    QTcpSocket &m_to;
    Toxics m_toxics;
    std::mt19937 &m_random;
    Owner m_owner;
    std::deque<Piece> m_pieces;
    Instant m_last{}; ///< when the latest piece is due, and has passed a slow line
    qint64 m_passed = 0;
    bool m_isOver = false;
    bool m_hasBegun = false;
    QTimer m_due;
    QTimer m_timeout;
    QTimer m_reset;
};

/// A client, the server, and what is between them.
class ProxiedConnection final : public QObject
{
public:
    ProxiedConnection(FaultProxy &proxy, int number, QTcpSocket *client);
    ~ProxiedConnection() override;

    void setToxics(Direction direction, const Toxics &toxics);
    void close(); ///< what was handed on still arrives
    void reset();
    bool isOver() const { return m_isOver; }

private:
    Pipe::Owner ownerOf(Direction direction);
    void endIfBothAreGone();
    void end();

    FaultProxy &m_proxy;
    const int m_number;
    QTcpSocket *const m_client; ///< a child
    QTcpSocket m_server;
    Pipe m_toServer;
    Pipe m_toClient;
    bool m_isOver = false;
};

} // namespace support
