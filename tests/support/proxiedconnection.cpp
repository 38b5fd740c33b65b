#include "support/proxiedconnection.h"

#include "backends/wire/resetonclose.h"

#include <QHostAddress>
#include <QNetworkProxy>

namespace support {

namespace {

constexpr auto LineStep = std::chrono::milliseconds(10); ///< a slow line takes a piece of so much time

auto now()
{
    return std::chrono::steady_clock::now();
}

} // namespace

Pipe::Pipe(QTcpSocket &from, QTcpSocket &to, const Toxics &toxics, std::mt19937 &random, Owner owner)
    : m_from(from)
    , m_to(to)
    , m_toxics(toxics)
    , m_random(random)
    , m_owner(std::move(owner))
{
    for (QTimer *timer : {&m_due, &m_timeout, &m_reset}) {
        timer->setSingleShot(true);
        timer->setTimerType(Qt::PreciseTimer);
    }
    connect(&m_due, &QTimer::timeout, this, &Pipe::pump);
    connect(&m_timeout, &QTimer::timeout, this, [this] { m_owner.close(); });
    connect(&m_reset, &QTimer::timeout, this, [this] { m_owner.reset(); });
    connect(&m_from, &QTcpSocket::readyRead, this, &Pipe::take);
    connect(&m_from, &QTcpSocket::disconnected, this, &Pipe::takeEnd);
}

void Pipe::begin()
{
    m_hasBegun = true;
    startToxicTimers();
    take();
    if (m_from.state() == QAbstractSocket::UnconnectedState)
        takeEnd();
}

void Pipe::setToxics(const Toxics &toxics)
{
    m_toxics = toxics;
    m_timeout.stop();
    m_reset.stop();
    if (!m_hasBegun || m_isOver)
        return;
    startToxicTimers();
    pump();
}

void Pipe::stop()
{
    m_isOver = true;
    m_due.stop();
    m_timeout.stop();
    m_reset.stop();
    m_pieces.clear();
}

void Pipe::startToxicTimers()
{
    if (m_toxics.timeout && m_toxics.timeout->count() > 0)
        m_timeout.start(*m_toxics.timeout);
    if (m_toxics.resetPeer)
        m_reset.start(*m_toxics.resetPeer);
}

void Pipe::take()
{
    if (!m_hasBegun || m_isOver)
        return;
    const QByteArray bytes = m_from.readAll();
    if (bytes.isEmpty() || m_toxics.timeout)
        return;
    enqueue(bytes);
    pump();
}

void Pipe::takeEnd()
{
    if (!m_hasBegun || m_isOver)
        return;
    take();
    const Instant due = std::max(m_last, now()) + m_toxics.slowClose;
    m_pieces.push_back({.due = due, .isEnd = true});
    pump();
}

void Pipe::enqueue(const QByteArray &bytes)
{
    for (qsizetype at = 0; at < bytes.size();) {
        const qsizetype size = std::min(nextSize(), bytes.size() - at);
        Instant due = std::max(now() + nextLatency(), m_last);
        if (m_toxics.bandwidth > 0)
            due += std::chrono::microseconds(size * 1'000'000 / m_toxics.bandwidth);
        m_pieces.push_back({.bytes = bytes.sliced(at, size), .due = due});
        m_last = due + (at + size < bytes.size() ? m_toxics.sliceDelay : Toxics::Time(0));
        at += size;
    }
}

qsizetype Pipe::nextSize()
{
    qsizetype size = std::numeric_limits<qsizetype>::max();
    if (m_toxics.sliceSize > 0)
        size = std::max<qsizetype>(1, m_toxics.sliceSize - upTo(Toxics::Time(m_toxics.sliceVariation)));
    if (m_toxics.bandwidth > 0)
        size = std::min(size, std::max<qsizetype>(1, m_toxics.bandwidth * LineStep.count() / 1000));
    return size;
}

Toxics::Time Pipe::nextLatency()
{
    if (m_toxics.jitter.count() == 0)
        return m_toxics.latency;
    return std::max(Toxics::Time(0),
                    m_toxics.latency - m_toxics.jitter + Toxics::Time(upTo(2 * m_toxics.jitter)));
}

/// A random number from 0 to this.
qint64 Pipe::upTo(Toxics::Time most)
{
    return most.count() <= 0 ? 0 : std::uniform_int_distribution<qint64>(0, most.count())(m_random);
}

void Pipe::pump()
{
    while (!m_isOver && !m_toxics.isDead && !m_pieces.empty()) {
        const Piece &next = m_pieces.front();
        const auto left = next.due - now();
        if (left > Toxics::Time(0)) {
            m_due.start(std::chrono::ceil<Toxics::Time>(left));
            return;
        }
        const Piece piece = next;
        m_pieces.pop_front();
        if (piece.isEnd) {
            m_isOver = true;
            m_to.disconnectFromHost();
            return;
        }
        deliver(piece.bytes);
    }
}

void Pipe::deliver(const QByteArray &bytes)
{
    const bool isLast = m_toxics.limitData && m_passed + bytes.size() >= *m_toxics.limitData;
    const QByteArray allowed =
        isLast ? bytes.first(std::max<qint64>(0, *m_toxics.limitData - m_passed)) : bytes;
    m_passed += allowed.size();
    if (!allowed.isEmpty() && m_to.state() == QAbstractSocket::ConnectedState) {
        m_to.write(allowed);
        m_to.flush();
        m_owner.delivered(allowed);
    }
    if (isLast && !m_isOver)
        m_owner.close();
}

ProxiedConnection::ProxiedConnection(FaultProxy &proxy, int number, QTcpSocket *client)
    : QObject(&proxy)
    , m_proxy(proxy)
    , m_number(number)
    , m_client(client)
    , m_toServer(*m_client, m_server, proxy.m_toServer, proxy.m_random, ownerOf(Direction::ToServer))
    , m_toClient(m_server, *m_client, proxy.m_toClient, proxy.m_random, ownerOf(Direction::ToClient))
{
    m_client->setParent(this);
    m_client->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_server.setProxy(QNetworkProxy::NoProxy);
    connect(&m_server, &QTcpSocket::connected, this, [this] {
        m_server.setSocketOption(QAbstractSocket::LowDelayOption, 1);
        m_toServer.begin();
        m_toClient.begin();
    });
    connect(&m_server, &QTcpSocket::errorOccurred, this, [this](QAbstractSocket::SocketError error) {
        if (error != QAbstractSocket::RemoteHostClosedError)
            reset(); // nobody listens behind the proxy
    });
    connect(m_client, &QTcpSocket::disconnected, this, &ProxiedConnection::endIfBothAreGone);
    connect(&m_server, &QTcpSocket::disconnected, this, &ProxiedConnection::endIfBothAreGone);
    m_server.connectToHost(QHostAddress(QHostAddress::LocalHost), proxy.m_serverPort);
}

ProxiedConnection::~ProxiedConnection()
{
    m_client->disconnect();
    m_server.disconnect(); // it says that it is disconnected when it goes
}

Pipe::Owner ProxiedConnection::ownerOf(Direction direction)
{
    return {.delivered =
                [this, direction](const QByteArray &bytes) {
                    (direction == Direction::ToServer ? m_proxy.m_passedToServer
                                                      : m_proxy.m_passedToClient) += bytes.size();
                    Q_EMIT m_proxy.delivered(m_number, direction, bytes);
                },
            .close = [this] { close(); },
            .reset = [this] { reset(); }};
}

void ProxiedConnection::setToxics(Direction direction, const Toxics &toxics)
{
    (direction == Direction::ToServer ? m_toServer : m_toClient).setToxics(toxics);
}

void ProxiedConnection::close()
{
    if (m_isOver)
        return;
    m_toServer.stop();
    m_toClient.stop();
    m_client->disconnectFromHost();
    m_server.disconnectFromHost();
    end();
}

void ProxiedConnection::reset()
{
    if (m_isOver)
        return;
    m_toServer.stop();
    m_toClient.stop();
    for (QTcpSocket *socket : {m_client, &m_server}) {
        if (socket->state() == QAbstractSocket::ConnectedState)
            wire::resetOnClose(*socket);
        socket->abort();
    }
    end();
}

/// After this side has been told of the other's end, which a slow close or a dead direction puts off.
void ProxiedConnection::endIfBothAreGone()
{
    if (m_client->state() != QAbstractSocket::UnconnectedState ||
        m_server.state() != QAbstractSocket::UnconnectedState)
        return;
    m_proxy.m_connections.removeOne(this);
    m_isOver = true;
    deleteLater();
}

void ProxiedConnection::end()
{
    m_isOver = true;
    Q_EMIT m_proxy.cut(m_number);
    endIfBothAreGone();
}

} // namespace support
