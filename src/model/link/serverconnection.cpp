#include "model/link/serverconnection.h"

#include "core/logging.h"
#include "core/masking.h"
#include "model/link/linkwords.h"

using namespace Qt::StringLiterals;
using tlib::MessageType;

namespace model {

namespace {

core::Error refusalIn(const tlib::Event &event)
{
    return {.kind = core::ErrorKind::Refused,
            .text = core::maskedCards(event.errorMessage.toString()),
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
    , m_rounds(clock, limits.rounds)
    , m_retryAlarm(clock.alarm([this] { attemptNext(); }))
    , m_handshakeAlarm(clock.alarm([this] {
        lose({.kind = core::ErrorKind::TimedOut,
              .text = u"the server did not say its first word in time"_s,
              .reason = int(tlib::Unreached::NoFirstWord)});
    }))
    , m_registrationAlarm(clock.alarm([this] {
        lose({.kind = core::ErrorKind::TimedOut,
              .text = u"the server stopped answering while the DNs were being registered"_s});
    }))
    , m_proofAlarm(clock.alarm([this] { m_rounds.prove(); }))
{
    connect(&m_link, &tlib::Link::stateChanged, this, &ServerConnection::onLinkState);
    connect(&m_link, &tlib::Link::overdueChanged, this, &ServerConnection::setOverdue);
    connect(&m_link, &tlib::Link::eventReceived, this, &ServerConnection::onEvent);
}

void ServerConnection::open(const tlib::Endpoint &primary, const QList<tlib::Endpoint> &backups)
{
    m_servers = QList{primary} + backups;
    m_wasConnected = false;
    m_trouble.reset();
    m_rounds.begin(m_servers);
    attempt(u"the connection was opened anew"_s);
}

void ServerConnection::close()
{
    if (m_state == ConnectionState::Offline && !m_hasGivenUp)
        return;
    stopAlarms();
    m_trouble.reset();
    m_hasGivenUp = false;
    m_link.close();
    retreat(ConnectionState::Offline, u"the connection was closed"_s);
}

void ServerConnection::renew(const QString &why)
{
    if (m_state == ConnectionState::Offline)
        return;
    m_rounds.prove(); // whatever has failed before was before
    attempt(why);
}

void ServerConnection::retry()
{
    if (m_servers.isEmpty() || isInEpoch())
        return;
    m_rounds.begin(m_servers);
    attempt(u"the connection was opened anew"_s);
}

void ServerConnection::attempt(const QString &why, bool isProbe)
{
    stopAlarms();
    m_hasGivenUp = false;
    m_isProbe = isProbe;
    m_endpoint = m_rounds.current();
    m_role = ServerRole::Primary; // until this one says what it is
    m_hasServedOnLink = false;
    m_refusal.reset();
    m_isAnnounced = false;
    if (isProbe)
        m_handshakeAlarm->start(m_rounds.probe());
    m_link.open(m_endpoint);
    retreat(ConnectionState::Connecting, why);
}

void ServerConnection::attemptNext()
{
    const bool isProbe = m_state == ConnectionState::Waiting;
    if (isProbe)
        m_rounds.lookElsewhere();
    attempt(u"another server is tried"_s, isProbe);
}

void ServerConnection::attemptAfter(core::Duration wait)
{
    m_nextAttempt = m_clock.now() + wait;
    m_retryAlarm->start(wait);
}

void ServerConnection::stopAlarms()
{
    for (const auto &alarm : {&m_retryAlarm, &m_handshakeAlarm, &m_registrationAlarm, &m_proofAlarm})
        (*alarm)->stop();
    m_nextAttempt.reset();
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
        m_pending.add(*sent, typeOf(request), std::move(guarded), callAnsweredAbout(request));
        return;
    }
    QMetaObject::invokeMethod(
        this, [guarded, error = sent.error()] { guarded(error); }, Qt::QueuedConnection);
}

void ServerConnection::registrationDone()
{
    if (m_state != ConnectionState::Registering)
        return;
    m_registrationAlarm->stop();
    m_proofAlarm->start(m_limits.proof);
    setState(ConnectionState::Connected);
}

void ServerConnection::registrationProgressed()
{
    if (m_state == ConnectionState::Registering)
        m_registrationAlarm->start(m_limits.registration);
}

void ServerConnection::setState(ConnectionState state)
{
    m_state = state;
    m_wasConnected = m_wasConnected || state == ConnectionState::Connected;
    qCInfo(core::modelLog) << "connection" << m_endpoint.address() << "is" << qPrintable(wordFor(state));
    Q_EMIT stateChanged();
}

void ServerConnection::setOverdue(bool isOverdue)
{
    if (m_isOverdue == isOverdue || m_state == ConnectionState::Offline || m_state == ConnectionState::Lost)
        return;
    m_isOverdue = isOverdue;
    if (!isOverdue)
        m_heard = m_clock.now();
    Q_EMIT overdueChanged(isOverdue);
    Q_EMIT stateChanged();
}

void ServerConnection::retreat(ConnectionState state, const QString &why)
{
    // The state first, so that nobody who hears of the doubt sends something; its signal last, so that nobody
    // who hears of the state still finds a value certain.
    m_state = state;
    // A link that goes on owes its answer still: the epoch may be as old as the silence before it.
    const bool keepsLink = state == ConnectionState::Registering || state == ConnectionState::Waiting;
    const bool wasOverdue = !keepsLink && std::exchange(m_isOverdue, false);
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
        if (m_state == ConnectionState::Connecting && !m_isProbe)
            m_handshakeAlarm->start(m_limits.handshake);
        return;
    case tlib::LinkState::Closed:
        if (m_state == ConnectionState::Offline || m_state == ConnectionState::Lost)
            return;
        if (!why && !m_isAnnounced)
            return; // the end of what this attempt has replaced
        lose(why.value_or(core::Error{.kind = core::ErrorKind::LinkLost,
                                      .text = u"the server closed the connection"_s,
                                      .reason = int(LinkLoss::Closed)}));
        return;
    }
}

void ServerConnection::lose(const core::Error &why)
{
    qCWarning(core::modelLog).noquote()
        << "link to" << m_endpoint.address() << "lost:" << core::toString(why);
    stopAlarms();
    // What the server said before it closed is a better reason than that it closed.
    setTrouble(m_refusal.value_or(why));
    if (why.kind == core::ErrorKind::Malformed)
        m_rounds.noteProtocolError();
    m_link.close();
    const auto wait = m_rounds.moveOn();
    m_hasGivenUp = !wait;
    if (wait)
        attemptAfter(*wait);
    else
        qCCritical(core::modelLog) << "the servers break the protocol again and again: given up";
    retreat(m_hasGivenUp ? ConnectionState::Offline : ConnectionState::Lost, why.text);
}

void ServerConnection::setTrouble(const core::Error &trouble)
{
    m_trouble = trouble;
    m_troubledServer = m_endpoint;
}

void ServerConnection::onEvent(const tlib::Event &event)
{
    if (m_state == ConnectionState::Offline || m_state == ConnectionState::Lost)
        return; // on its way when the link was closed
    m_heard = m_clock.now();
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
    stopAlarms();
    m_role = event.serverRole.value_or(ServerRole::Primary);
    m_trouble.reset();
    m_refusal.reset();
    m_hasTakenOver =
        m_lastServing && (m_hasServedOnLink || m_wasDemoted || !m_lastServing->isSameServer(m_endpoint));
    m_lastServing = m_endpoint;
    m_wasDemoted = false;
    m_hasServedOnLink = true;
    m_registrationAlarm->start(m_limits.registration);
    // A second LinkConnected on a live link is a switch-over: what was asked before it has no certain answer.
    retreat(ConnectionState::Registering, u"the server has switched over"_s);
    if (m_state == ConnectionState::Registering)
        Q_EMIT epochOpened();
}

void ServerConnection::onServerNotReady(const tlib::Event &event)
{
    const bool isStaying = m_state == ConnectionState::Waiting && m_retryAlarm->isActive();
    const auto planned = m_nextAttempt;
    stopAlarms();
    m_role = event.serverRole.value_or(m_role);
    const bool hasServed = m_lastServing && m_lastServing->isSameServer(m_endpoint);
    m_wasDemoted = m_wasDemoted || (m_role == ServerRole::Backup && hasServed);
    setTrouble(refusalIn(event));
    if (m_role == ServerRole::Backup && m_rounds.isOtherUntried())
        attemptAfter(core::Duration(0)); // the other one is, or becomes, the primary
    else if (isStaying)
        attemptAfter(std::max(core::Duration(0), *planned - m_clock.now())); // said again: no longer for that
    else if (m_rounds.hasOther())
        attemptAfter(m_rounds.nextStay());
    retreat(ConnectionState::Waiting, m_role == ServerRole::Backup
                                          ? u"the server is a backup"_s
                                          : u"the server has no link to its switch"_s);
}

void ServerConnection::onPrimaryChanged(const tlib::Event &event)
{
    const ServerRole role = event.serverRole.value_or(m_role);
    if (role == m_role)
        return;
    if (role == ServerRole::Backup)
        return onServerNotReady(event);
    m_role = role; // EventLinkConnected follows and opens the epoch
    if (m_retryAlarm->isActive())
        attemptAfter(m_limits.rounds.lastStay); // it is about to serve, so it is not left just now
    Q_EMIT stateChanged();
}

} // namespace model

#include "moc_serverconnection.cpp"
