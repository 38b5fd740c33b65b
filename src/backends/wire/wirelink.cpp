#include "backends/wire/wirelink.h"

#include "backends/wire/frames/requestmapping.h"
#include "core/logging.h"

#include <QNetworkProxy>

using namespace Qt::StringLiterals;

namespace wire {

namespace {

using tlib::LinkState;

tlib::RegisterClient registration(const tlib::Endpoint &endpoint)
{
    return {.protocolVersion = tlib::Text(QString::fromLatin1(ProtocolVersion)),
            .applicationName = tlib::Text(endpoint.applicationName),
            .password = tlib::Text(endpoint.password),
            .addpTimeout = endpoint.addpTimeout,
            .addpRemoteTimeout = endpoint.addpRemoteTimeout};
}

core::Error connectError(const QAbstractSocket &socket, const tlib::Endpoint &endpoint)
{
    const auto unreachable = [](const QString &text, tlib::Unreached how = tlib::Unreached::Other) {
        return core::Error{.kind = core::ErrorKind::Unreachable, .text = text, .reason = int(how)};
    };
    const auto error = socket.error();
    if (error == QAbstractSocket::ConnectionRefusedError)
        return unreachable(u"%1 refuses the connection: no server listens there"_s.arg(endpoint.address()),
                           tlib::Unreached::Refused);
    if (error == QAbstractSocket::HostNotFoundError)
        return unreachable(
            u"the host name %1 is not known: check its spelling or the network's name service"_s.arg(
                endpoint.host),
            tlib::Unreached::UnknownHost);
    return unreachable(u"%1 cannot be reached: %2"_s.arg(endpoint.address(), socket.errorString()));
}

} // namespace

WireLink::WireLink(core::Clock &clock, tlib::RecordingNumbers numbers, WireLinkLimits limits, QObject *parent)
    : tlib::Link(parent)
    , m_clock(clock)
    , m_numbers(numbers)
    , m_limits(limits)
    , m_connectAlarm(clock.alarm([this] { onConnectTimeout(); }))
{
}

WireLink::~WireLink() = default;

void WireLink::open(const tlib::Endpoint &endpoint)
{
    close();
    m_endpoint = endpoint;
    setState(LinkState::Opening);
    if (endpoint.secure) {
        auto tls = TlsClient::make(endpoint, m_clock, m_limits.handshake);
        if (!tls)
            return fail(tls.error()); // and never plain TCP in its place: who asks for TLS has a reason
        m_tls = *std::move(tls);
        m_tls->setParent(this);
    }
    connectSocket();
}

void WireLink::connectSocket()
{
    m_connecting = std::make_unique<QSslSocket>(this);
    QSslSocket *const socket = m_connecting.get();
    socket->setProxy(QNetworkProxy::NoProxy);
    connect(socket, &QSslSocket::connected, this, &WireLink::onConnected);
    connect(socket, &QSslSocket::errorOccurred, this,
            [this] { fail(connectError(*m_connecting, m_endpoint)); });
    m_connectAlarm->start(m_limits.connect);
    socket->connectToHost(m_endpoint.host, m_endpoint.port);
}

void WireLink::onConnectTimeout()
{
    const bool isLookUp = m_connecting && m_connecting->state() == QAbstractSocket::HostLookupState;
    const QString sentence =
        isLookUp ? u"the name service did not say within %2 s where %1 is: check the network"_s
                 : u"%1 did not answer within %2 s"_s;
    fail({.kind = core::ErrorKind::TimedOut,
          .text = sentence.arg(isLookUp ? m_endpoint.host : m_endpoint.address())
                      .arg(double(m_limits.connect.count()) / 1000.0),
          .reason = int(isLookUp ? tlib::Unreached::SilentNames : tlib::Unreached::Silent)});
}

void WireLink::onConnected()
{
    m_connectAlarm->stop();
    m_connecting->disconnect(this);
    if (m_tls)
        encrypt();
    else
        registerClient();
}

void WireLink::encrypt()
{
    connect(m_tls.get(), &TlsClient::passed, this, &WireLink::registerClient);
    connect(m_tls.get(), &TlsClient::failed, this, &WireLink::fail);
    m_tls->start(*m_connecting);
}

void WireLink::registerClient()
{
    m_connection = new Connection(std::move(m_connecting), m_clock, m_limits.connection, this);
    listen();
    m_lastId = m_lastId.next();
    if (const auto sent = m_connection->send(toMessage(registration(m_endpoint), m_lastId, m_numbers)); !sent)
        return fail(sent.error());
    m_connection->keepAlive(std::chrono::seconds(m_endpoint.addpTimeout));
    setState(LinkState::Open);
}

void WireLink::listen()
{
    connect(m_connection, &Connection::messageReceived, this,
            [this, connection = m_connection](const Message &message) {
                announce(); // Open comes before the first event, and may make its hearer close
                if (connection == m_connection)
                    Q_EMIT eventReceived(message);
            });
    connect(m_connection, &Connection::overdueChanged, this,
            [this, connection = m_connection](bool isOverdue) {
                announce();
                if (connection == m_connection)
                    Q_EMIT overdueChanged(isOverdue);
            });
    connect(m_connection, &Connection::closed, this,
            [this](const core::Error &why) { fail(m_tls ? m_tls->explained(why) : why); });
}

tlib::LinkSecurity WireLink::security() const
{
    return m_tls ? m_tls->security() : tlib::LinkSecurity{};
}

std::optional<core::Instant> WireLink::lastHeard() const
{
    const auto now = m_connection ? m_connection->lastHeard() : std::nullopt;
    return now ? now : m_heardBefore;
}

void WireLink::close()
{
    if (m_state == LinkState::Closed)
        return;
    dropTransport();
    setState(LinkState::Closed);
}

core::Result<tlib::ReferenceId> WireLink::send(const tlib::Request &request)
{
    if (m_state != LinkState::Open) {
        return core::Error{.kind = core::ErrorKind::NotConnected,
                           .text = u"there is no connection to send a request on"_s};
    }
    if (std::holds_alternative<tlib::RegisterClient>(request)) {
        return core::Error{.kind = core::ErrorKind::NotAllowed,
                           .text = u"the link registers its client by itself"_s};
    }
    // Wraps after 2147483647: by then the request that had the number has long ended.
    const tlib::ReferenceId id = m_lastId.next();
    if (const auto sent = m_connection->send(toMessage(request, id, m_numbers)); !sent)
        return sent.error();
    m_connection->expectAnswer();
    m_lastId = id;
    return id;
}

void WireLink::fail(const core::Error &why)
{
    qCInfo(core::wireLog, "%ls: %ls", qUtf16Printable(m_endpoint.address()),
           qUtf16Printable(core::toString(why)));
    dropTransport();
    setState(LinkState::Closed, why);
}

/// Takes effect at once, is told later: never from inside open(), close() or send().
void WireLink::setState(LinkState state, const std::optional<core::Error> &why)
{
    m_state = state;
    m_announcements.append({.state = state, .why = why});
    QMetaObject::invokeMethod(this, &WireLink::announce, Qt::QueuedConnection);
}

void WireLink::announce()
{
    while (!m_announcements.isEmpty()) {
        const Announcement next = m_announcements.takeFirst();
        Q_EMIT stateChanged(next.state, next.why);
    }
}

/// Both may be in the middle of one of their own signals: they go later, and are heard no more.
void WireLink::dropTransport()
{
    m_connectAlarm->stop();
    m_heardBefore = lastHeard();
    if (m_tls) {
        m_tls->disconnect(this);
        m_tls.release()->deleteLater(); // a child, too
    }
    if (m_connecting) {
        m_connecting->disconnect(this);
        m_connecting.release()->deleteLater(); // still a child of this
    }
    if (m_connection) {
        m_connection->disconnect(this);
        if (m_connection->isOver())
            m_connection->deleteLater();
        else
            connect(m_connection, &Connection::closed, m_connection, &QObject::deleteLater);
        m_connection->finish(); // what was sent still goes out
        m_connection = nullptr;
    }
}

} // namespace wire

#include "moc_wirelink.cpp"
