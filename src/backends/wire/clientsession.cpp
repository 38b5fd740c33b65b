#include "backends/wire/clientsession.h"

#include "backends/wire/frames/requestmapping.h"
#include "core/logging.h"

using namespace Qt::StringLiterals;

namespace wire {

ClientSession::ClientSession(tlib::ClientId id, std::unique_ptr<QTcpSocket> socket, core::Clock &clock,
                             const ServerPortLimits &limits, QObject *parent)
    : QObject(parent)
    , m_id(id)
    , m_clock(clock)
    , m_connection(std::move(socket), clock,
                   {.frame = limits.frame, .linger = limits.linger, .outgoing = limits.outgoing})
    , m_registrationAlarm(clock.alarm([this] {
        qCWarning(core::wireLog, "client %u (%ls): closed, it did not register in time", quint32(m_id),
                  qUtf16Printable(m_connection.peer()));
        finish();
    }))
{
    connect(&m_connection, &Connection::messageReceived, this, &ClientSession::take);
    connect(&m_connection, &Connection::closed, this, &ClientSession::onClosed);
    m_registrationAlarm->start(limits.registration);
}

void ClientSession::take(const Message &message)
{
    const auto request = toRequest(message);
    const auto *const registration = request ? std::get_if<tlib::RegisterClient>(&*request) : nullptr;
    if (registration) {
        m_registered = true;
        m_registrationAlarm->stop();
        m_connection.keepAlive(std::chrono::seconds(registration->addpRemoteTimeout));
    }
    if (!m_registered) {
        qCWarning(core::wireLog, "client %u (%ls): closed, it sent %ls before RequestRegisterClient",
                  quint32(m_id), qUtf16Printable(m_connection.peer()),
                  qUtf16Printable(tlib::messageName(message.type)));
        return finish();
    }
    if (request)
        Q_EMIT requestReceived(*request, message.referenceId);
    else
        refuse(message, request.error());
}

/// What is no request never reaches the switch, so the answer has a time but no number in its sequence.
void ClientSession::refuse(const Message &message, const core::Error &why)
{
    const qint64 now = m_clock.wallTime().toMSecsSinceEpoch();
    send({.type = tlib::MessageType::EventError,
          .referenceId = message.referenceId,
          .errorCode = why.serverCode,
          .errorMessage = tlib::Text(why.text),
          .connId = message.connId,
          .thisDn = message.thisDn,
          .timeInSecs = qint32(now / 1000),
          .timeInUSecs = qint32(now % 1000 * 1000)});
}

void ClientSession::send(const tlib::Event &event)
{
    const auto sent = m_connection.send(Message{event});
    if (sent || sent.error().kind == core::ErrorKind::NotConnected)
        return;
    // A client that misses one event would show something wrong; without a link it knows that it does not
    // know.
    qCCritical(core::wireLog, "client %u (%ls): closed, as %ls cannot be sent: %ls", quint32(m_id),
               qUtf16Printable(m_connection.peer()), qUtf16Printable(tlib::messageName(event.type)),
               qUtf16Printable(sent.error().text));
    finish();
}

void ClientSession::finish()
{
    m_sentAway = true;
    m_registrationAlarm->stop();
    m_connection.finish();
}

void ClientSession::onClosed(const core::Error &why)
{
    m_registrationAlarm->stop();
    const QString text = core::toString(why);
    if (!m_sentAway && why.kind == core::ErrorKind::Malformed)
        qCWarning(core::wireLog, "client %u (%ls): closed, %ls", quint32(m_id),
                  qUtf16Printable(m_connection.peer()), qUtf16Printable(text));
    else
        qCInfo(core::wireLog, "client %u (%ls): gone, %ls", quint32(m_id),
               qUtf16Printable(m_connection.peer()), qUtf16Printable(text));
    Q_EMIT gone();
}

} // namespace wire

#include "moc_clientsession.cpp"
