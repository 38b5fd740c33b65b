#include "model/serverconnection.h"

#include "core/logging.h"

#include <QRandomGenerator>

using namespace Qt::StringLiterals;
using tlib::MessageType;

namespace model {

ServerConnection::ServerConnection(tlib::Link &link, core::Clock &clock, const Limits &limits,
                                   QObject *parent)
    : QObject(parent)
    , m_link(link)
    , m_limits(limits)
    , m_clock(clock)
    , m_pending(clock, limits.request)
    , m_retryAlarm(clock.alarm([this] { attempt(); }))
    , m_handshakeAlarm(clock.alarm([this] {
        lose({.kind = core::ErrorKind::TimedOut,
              .text = u"the server accepted the connection and then said nothing"_s});
    }))
{
    connect(&m_link, &tlib::Link::stateChanged, this, &ServerConnection::onLinkState);
    connect(&m_link, &tlib::Link::eventReceived, this, &ServerConnection::onEvent);
}

void ServerConnection::open(const tlib::Endpoint &endpoint)
{
    m_endpoint = endpoint;
    m_wait = core::Duration(0);
    m_trouble.reset();
    attempt();
}

void ServerConnection::close()
{
    m_retryAlarm->stop();
    m_handshakeAlarm->stop();
    m_nextAttempt.reset();
    setState(ConnectionState::Offline);
    m_link.close();
    Q_EMIT doubted();
    m_pending.endAll({.kind = core::ErrorKind::LinkLost, .text = u"the connection was closed"_s});
}

void ServerConnection::attempt()
{
    m_nextAttempt.reset();
    setState(ConnectionState::Connecting);
    m_link.open(m_endpoint);
}

void ServerConnection::send(const tlib::Request &request, QObject *context, PendingRequests::End end)
{
    auto guarded = [context = QPointer<QObject>(context),
                    end = std::move(end)](const core::Result<tlib::Event> &answer) {
        if (context)
            end(answer);
    };
    const auto sent = m_link.send(request);
    if (sent) {
        m_pending.add(*sent, typeOf(request), std::move(guarded));
        return;
    }
    QMetaObject::invokeMethod(
        this, [guarded, error = sent.error()] { guarded(error); }, Qt::QueuedConnection);
}

void ServerConnection::registrationDone()
{
    if (m_state == ConnectionState::Registering)
        setState(ConnectionState::Connected);
}

void ServerConnection::setState(ConnectionState state)
{
    if (m_state == state)
        return;
    m_state = state;
    qCInfo(core::modelLog) << "connection" << m_endpoint.address() << "state" << int(state);
    Q_EMIT stateChanged();
}

void ServerConnection::onLinkState(tlib::LinkState state, const std::optional<core::Error> &why)
{
    switch (state) {
    case tlib::LinkState::Opening: return;
    case tlib::LinkState::Open: m_handshakeAlarm->start(m_limits.handshake); return;
    case tlib::LinkState::Closed:
        if (m_state != ConnectionState::Offline && m_state != ConnectionState::Lost) {
            lose(why.value_or(core::Error{.kind = core::ErrorKind::LinkLost,
                                          .text = u"the server closed the connection"_s}));
        }
        return;
    }
}

void ServerConnection::lose(const core::Error &why)
{
    qCWarning(core::modelLog).noquote()
        << "link to" << m_endpoint.address() << "lost:" << core::toString(why);
    m_handshakeAlarm->stop();
    // What the server said of itself before it closed is a better reason than that it closed.
    if (!m_trouble || m_trouble->kind != core::ErrorKind::Refused || m_state == ConnectionState::Connected)
        m_trouble = why;
    const core::Duration wait = nextWait();
    m_nextAttempt = m_clock.now() + wait;
    m_retryAlarm->start(wait);
    setState(ConnectionState::Lost);
    m_link.close();
    Q_EMIT doubted();
    m_pending.endAll({.kind = core::ErrorKind::LinkLost, .text = why.text});
}

core::Duration ServerConnection::nextWait()
{
    m_wait = m_wait.count() == 0 ? m_limits.firstRetry : std::min(2 * m_wait, m_limits.lastRetry);
    const double factor = 1 + m_limits.jitter * (2 * QRandomGenerator::global()->generateDouble() - 1);
    return core::Duration(qint64(double(m_wait.count()) * factor));
}

void ServerConnection::onEvent(const tlib::Event &event)
{
    if (event.type == MessageType::EventLinkConnected)
        onServerReady(event);
    else if (event.type == MessageType::EventLinkDisconnected)
        onServerNotReady(event);
    else if (event.type == MessageType::EventPrimaryChanged)
        m_role = event.serverRole.value_or(m_role);
    else if (event.type == MessageType::EventError && m_state == ConnectionState::Connecting)
        onHandshakeRefused(event);
    Q_EMIT eventReceived(event);
    m_pending.settle(event);
}

void ServerConnection::onServerReady(const tlib::Event &event)
{
    m_handshakeAlarm->stop();
    m_role = event.serverRole.value_or(tlib::ServerRole::Primary);
    m_trouble.reset();
    m_wait = core::Duration(0);
    // A second LinkConnected on a live link is a switch-over: what was asked before it has no certain answer.
    Q_EMIT doubted();
    m_pending.endAll({.kind = core::ErrorKind::LinkLost, .text = u"the server has switched over"_s});
    setState(ConnectionState::Registering);
    Q_EMIT epochOpened();
}

void ServerConnection::onServerNotReady(const tlib::Event &event)
{
    m_handshakeAlarm->stop();
    m_role = event.serverRole.value_or(m_role);
    m_trouble = core::Error{.kind = core::ErrorKind::Refused,
                            .text = event.errorMessage.toString(),
                            .serverCode = event.errorCode.value_or(0)};
    setState(ConnectionState::Waiting);
    Q_EMIT doubted();
    m_pending.endAll({.kind = core::ErrorKind::LinkLost, .text = u"the server has no link to its switch"_s});
}

void ServerConnection::onHandshakeRefused(const tlib::Event &event)
{
    m_trouble = core::Error{.kind = core::ErrorKind::Refused,
                            .text = event.errorMessage.toString(),
                            .serverCode = event.errorCode.value_or(0)};
}

} // namespace model

#include "moc_serverconnection.cpp"
