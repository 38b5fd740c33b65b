#include "model/serverconnection.h"

#include "core/logging.h"

#include <QRandomGenerator>

using namespace Qt::StringLiterals;
using tlib::MessageType;

namespace model {

namespace {

/// For the log.
const char *nameOf(ConnectionState state)
{
    switch (state) {
    case ConnectionState::Offline: return "offline";
    case ConnectionState::Connecting: return "connecting";
    case ConnectionState::Registering: return "registering";
    case ConnectionState::Connected: return "connected";
    case ConnectionState::Waiting: return "waiting";
    case ConnectionState::Lost: return "lost";
    }
    Q_UNREACHABLE();
}

core::Error refusalIn(const tlib::Event &event)
{
    return {.kind = core::ErrorKind::Refused,
            .text = event.errorMessage.toString(),
            .serverCode = event.errorCode.value_or(0)};
}

} // namespace

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
    connect(&m_link, &tlib::Link::overdueChanged, this, &ServerConnection::setOverdue);
    connect(&m_link, &tlib::Link::eventReceived, this, &ServerConnection::onEvent);
}

void ServerConnection::open(const tlib::Endpoint &primary, const QList<tlib::Endpoint> &backups)
{
    m_servers = QList{primary} + backups;
    m_endpoint = primary;
    m_wasConnected = false;
    m_wait = core::Duration(0);
    m_trouble.reset();
    attempt();
}

void ServerConnection::close()
{
    if (m_state == ConnectionState::Offline)
        return;
    m_retryAlarm->stop();
    m_handshakeAlarm->stop();
    m_nextAttempt.reset();
    m_trouble.reset();
    m_link.close();
    retreat(ConnectionState::Offline, u"the connection was closed"_s);
}

void ServerConnection::attempt()
{
    m_retryAlarm->stop();
    m_handshakeAlarm->stop();
    m_nextAttempt.reset();
    m_refusal.reset();
    m_isAnnounced = false;
    m_link.open(m_endpoint);
    retreat(ConnectionState::Connecting, u"the connection was opened anew"_s);
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
    m_state = state;
    m_wasConnected = m_wasConnected || state == ConnectionState::Connected;
    qCInfo(core::modelLog) << "connection" << m_endpoint.address() << "is" << nameOf(state);
    Q_EMIT stateChanged();
}

void ServerConnection::setOverdue(bool isOverdue)
{
    if (m_isOverdue == isOverdue)
        return;
    m_isOverdue = isOverdue;
    Q_EMIT overdueChanged(isOverdue);
    Q_EMIT stateChanged();
}

void ServerConnection::retreat(ConnectionState state, const QString &why)
{
    // The state first, so that nobody who hears of the doubt sends something; its signal last, so that nobody
    // who hears of the state still finds a value certain.
    m_state = state;
    const bool wasOverdue = std::exchange(m_isOverdue, false);
    Q_EMIT doubted();
    if (wasOverdue)
        Q_EMIT overdueChanged(false); // after the doubt that takes its place
    m_pending.endAll({.kind = core::ErrorKind::LinkLost, .text = why});
    setState(m_state); // somebody who heard of it may have moved on
}

void ServerConnection::onLinkState(tlib::LinkState state, const std::optional<core::Error> &why)
{
    switch (state) {
    case tlib::LinkState::Opening: m_isAnnounced = true; return;
    case tlib::LinkState::Open:
        m_isAnnounced = true;
        if (m_state == ConnectionState::Connecting)
            m_handshakeAlarm->start(m_limits.handshake);
        return;
    case tlib::LinkState::Closed:
        if (m_state == ConnectionState::Offline || m_state == ConnectionState::Lost)
            return;
        if (!why && !m_isAnnounced)
            return; // the end of what this attempt has replaced
        lose(why.value_or(
            core::Error{.kind = core::ErrorKind::LinkLost, .text = u"the server closed the connection"_s}));
        return;
    }
}

void ServerConnection::lose(const core::Error &why)
{
    qCWarning(core::modelLog).noquote()
        << "link to" << m_endpoint.address() << "lost:" << core::toString(why);
    m_handshakeAlarm->stop();
    // What the server said before it closed is a better reason than that it closed.
    m_trouble = m_refusal.value_or(why);
    const core::Duration wait = nextWait();
    m_nextAttempt = m_clock.now() + wait;
    m_retryAlarm->start(wait);
    m_link.close();
    retreat(ConnectionState::Lost, why.text);
}

core::Duration ServerConnection::nextWait()
{
    m_wait = m_wait.count() == 0 ? m_limits.firstRetry : std::min(2 * m_wait, m_limits.lastRetry);
    // The longest wait is a promise, so there the jitter only shortens.
    const double middle =
        std::min(double(m_wait.count()), double(m_limits.lastRetry.count()) / (1 + m_limits.jitter));
    const double factor = 1 + m_limits.jitter * (2 * QRandomGenerator::global()->generateDouble() - 1);
    return core::Duration(qint64(middle * factor));
}

void ServerConnection::onEvent(const tlib::Event &event)
{
    if (m_state == ConnectionState::Offline || m_state == ConnectionState::Lost)
        return; // on its way when the link was closed
    if (event.type == MessageType::EventLinkConnected && event.serverRole != tlib::ServerRole::Backup)
        onServerReady(event);
    else if (event.type == MessageType::EventLinkConnected ||
             event.type == MessageType::EventLinkDisconnected)
        onServerNotReady(event);
    else if (event.type == MessageType::EventPrimaryChanged)
        onPrimaryChanged(event);
    else if (event.type == MessageType::EventError && m_state == ConnectionState::Connecting)
        m_refusal = refusalIn(event);
    Q_EMIT eventReceived(event);
    m_pending.settle(event);
}

void ServerConnection::onServerReady(const tlib::Event &event)
{
    m_handshakeAlarm->stop();
    m_role = event.serverRole.value_or(tlib::ServerRole::Primary);
    m_trouble.reset();
    m_refusal.reset();
    m_wait = core::Duration(0);
    // A second LinkConnected on a live link is a switch-over: what was asked before it has no certain answer.
    retreat(ConnectionState::Registering, u"the server has switched over"_s);
    if (m_state == ConnectionState::Registering)
        Q_EMIT epochOpened();
}

void ServerConnection::onServerNotReady(const tlib::Event &event)
{
    m_handshakeAlarm->stop();
    m_role = event.serverRole.value_or(m_role);
    m_trouble = refusalIn(event);
    retreat(ConnectionState::Waiting, m_role == tlib::ServerRole::Backup
                                          ? u"the server is a backup"_s
                                          : u"the server has no link to its switch"_s);
}

void ServerConnection::onPrimaryChanged(const tlib::Event &event)
{
    const tlib::ServerRole role = event.serverRole.value_or(m_role);
    if (role == m_role)
        return;
    if (role == tlib::ServerRole::Backup)
        return onServerNotReady(event);
    m_role = role; // EventLinkConnected follows and opens the epoch
    Q_EMIT stateChanged();
}

} // namespace model

#include "moc_serverconnection.cpp"
