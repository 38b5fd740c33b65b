#include "backends/wire/connection.h"

#include "backends/wire/frames/codec.h"
#include "backends/wire/resetonclose.h"
#include "core/logging.h"
#include "tlib/linkloss.h"

#include <QScopedValueRollback>

using namespace Qt::StringLiterals;
using tlib::LinkLoss;

namespace wire {

namespace {

core::Error lost(LinkLoss how, const QString &cause)
{
    return {.kind = core::ErrorKind::LinkLost, .text = cause, .reason = int(how)};
}

core::Error malformed(core::Error cause)
{
    cause.text.prepend(u"malformed frame: "_s);
    return cause;
}

QSslSocket *encryptedOrNone(QTcpSocket *socket)
{
    auto *const encrypted = qobject_cast<QSslSocket *>(socket);
    return encrypted && encrypted->mode() != QSslSocket::UnencryptedMode ? encrypted : nullptr;
}

QString seconds(core::Duration duration)
{
    return QString::number(double(duration.count()) / 1000.0);
}

} // namespace

Connection::Connection(std::unique_ptr<QTcpSocket> socket, core::Clock &clock, ConnectionLimits limits,
                       QObject *parent)
    : QObject(parent)
    , m_socket(std::move(socket))
    , m_encrypted(encryptedOrNone(m_socket.get()))
    , m_limits(limits)
    , m_peer(u"%1:%2"_s.arg(m_socket->peerAddress().toString()).arg(m_socket->peerPort()))
    , m_peerLocal(m_socket->peerAddress().isLoopback())
    , m_keepAlive(clock, limits.doubt,
                  {.poll = [this] { (void)send(Message{{.type = Poll}}); },
                   .overdue = [this](bool isOverdue) { Q_EMIT overdueChanged(isOverdue); },
                   .lost = [this] { over(lost(LinkLoss::Silent, u"a poll was not answered in time"_s)); }})
    , m_frameAlarm(clock.alarm([this] {
        over({.kind = core::ErrorKind::TimedOut,
              .text = u"a frame was not complete within %1 s"_s.arg(seconds(m_limits.frame))});
    }))
    , m_lingerAlarm(
          clock.alarm([this] { over(lost(LinkLoss::NotTaking, u"the last messages were not taken"_s)); }))
{
    m_socket->setParent(nullptr); // owned by m_socket alone
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    // Bounded, so that a flood stays in the network and not in this process.
    m_socket->setReadBufferSize(FrameReader::PieceSize);
    connect(m_socket.get(), &QTcpSocket::readyRead, this, &Connection::readAll);
    connect(m_socket.get(), &QTcpSocket::errorOccurred, this, &Connection::onSocketClosed);
    connect(m_socket.get(), &QTcpSocket::disconnected, this, &Connection::onSocketClosed);
    // What came before these connections, an end included, is looked at once the owner has connected too.
    QMetaObject::invokeMethod(
        this,
        [this] {
            readAll();
            if (m_socket->state() == QAbstractSocket::UnconnectedState)
                onSocketClosed();
        },
        Qt::QueuedConnection);
}

Connection::~Connection()
{
    m_socket->disconnect(this);
}

core::Result<core::Done> Connection::send(const Message &message)
{
    if (m_state != State::Live)
        return core::Error{.kind = core::ErrorKind::NotConnected, .text = u"the connection is closed"_s};
    const auto frame = encode(message);
    if (!frame)
        return frame.error();
    m_socket->write(*frame);
    push();
    if (waiting() > m_limits.outgoing)
        overLater(lost(LinkLoss::NotTaking, u"%1 bytes wait to be taken"_s.arg(m_limits.outgoing)));
    return core::Done{};
}

/// With TLS what was written waits as encrypted bytes, which bytesToWrite() does not count.
qint64 Connection::waiting() const
{
    return m_socket->bytesToWrite() + (m_encrypted ? m_encrypted->encryptedBytesToWrite() : 0);
}

/// The first message of a pass of the event loop goes out at once, as somebody waits for its answer; what
/// follows in the same pass goes out together.
void Connection::push()
{
    if (m_pushed)
        return;
    m_pushed = true;
    QMetaObject::invokeMethod(
        this, [this] { m_pushed = false; }, Qt::QueuedConnection);
    const QScopedValueRollback pushing(m_pushing, true);
    m_socket->flush();
}

void Connection::keepAlive(core::Duration timeout)
{
    if (m_state == State::Live)
        m_keepAlive.start(timeout);
}

void Connection::finish()
{
    if (m_state != State::Live)
        return;
    m_state = State::Finishing;
    m_keepAlive.stop();
    m_frameAlarm->stop();
    m_lingerAlarm->start(m_limits.linger);
    // Later, as it can end at once and signals are never emitted from inside a call.
    QMetaObject::invokeMethod(m_socket.get(), &QTcpSocket::disconnectFromHost, Qt::QueuedConnection);
}

void Connection::abort()
{
    if (m_state == State::Over)
        return;
    resetOnClose(*m_socket);
    m_socket->disconnect(this);
    m_socket->abort();
    overLater(lost(LinkLoss::Other, u"the connection was cut by this side"_s));
}

void Connection::readAll()
{
    if (m_pushing) { // with TLS, flushing reads too: what came is told later, never from inside send()
        QMetaObject::invokeMethod(this, &Connection::readAll, Qt::QueuedConnection);
        return;
    }
    while (m_state != State::Over && m_socket->bytesAvailable() > 0) {
        if (m_state == State::Finishing) {
            m_socket->skip(m_socket->bytesAvailable());
            return;
        }
        const qint64 size = m_socket->read(m_reader.room(FrameReader::PieceSize), FrameReader::PieceSize);
        if (size <= 0)
            return;
        m_reader.added(size);
        takeFrames();
    }
}

void Connection::takeFrames()
{
    Message message;
    bool progressed = false;
    while (m_state == State::Live) {
        const auto frame = m_reader.next();
        if (!frame)
            return over(malformed(frame.error()));
        if (!frame->has_value())
            return watchFrame(progressed);
        if (const auto decoded = decode(**frame, message); !decoded)
            return over(malformed(decoded.error()));
        progressed = true;
        m_keepAlive.heard();
        take(message);
    }
}

void Connection::take(const Message &message)
{
    if (message.skipped > 0) {
        qCDebug(core::wireLog, "%ls: skipped %d attributes of %ls", qUtf16Printable(m_peer), message.skipped,
                qUtf16Printable(tlib::messageName(message.type)));
    }
    if (message.type == Poll)
        (void)send(Message{{.type = PollReply}});
    else if (message.type == PollReply)
        m_keepAlive.answered();
    else if (message.type < LinkLevel)
        Q_EMIT messageReceived(message);
}

/// A frame that has begun has to end in time; each frame has its own time.
void Connection::watchFrame(bool progressed)
{
    if (!m_reader.isMidFrame())
        m_frameAlarm->stop();
    else if (progressed || !m_frameAlarm->isActive())
        m_frameAlarm->start(m_limits.frame);
}

void Connection::onSocketClosed()
{
    if (m_pushing) { // inside send(): not a word from there
        QMetaObject::invokeMethod(this, &Connection::onSocketClosed, Qt::QueuedConnection);
        return;
    }
    readAll(); // what came before the end still counts
    const bool byPeer = m_socket->error() == QAbstractSocket::RemoteHostClosedError ||
                        m_socket->error() == QAbstractSocket::UnknownSocketError;
    over(byPeer ? lost(LinkLoss::Closed, u"the other side closed the connection"_s)
                : lost(LinkLoss::Broken, m_socket->errorString()));
}

void Connection::over(const core::Error &why)
{
    if (m_state == State::Over)
        return;
    m_state = State::Over;
    m_keepAlive.stop();
    m_frameAlarm->stop();
    m_lingerAlarm->stop();
    m_socket->disconnect(this);
    m_socket->flush();
    m_socket->disconnectFromHost();
    Q_EMIT closed(why);
}

void Connection::overLater(const core::Error &why)
{
    QMetaObject::invokeMethod(
        this, [this, why] { over(why); }, Qt::QueuedConnection);
}

} // namespace wire

#include "moc_connection.cpp"
