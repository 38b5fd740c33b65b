#pragma once

#include "backends/wire/frames/framereader.h"
#include "backends/wire/frames/message.h"
#include "backends/wire/keepalive.h"
#include "core/clock.h"
#include "core/result.h"

#include <QSslSocket>

#include <memory>

namespace wire {

struct ConnectionLimits
{
    core::Duration frame = std::chrono::seconds(10);        ///< from a frame's first byte to its last
    core::Duration linger = std::chrono::seconds(5);        ///< for what is still to go out after finish()
    core::Duration doubt = std::chrono::milliseconds(1500); ///< from a poll without an answer to overdue
    qint64 outgoing = 16 * 1'048'576;                       ///< bytes that wait for a slow other side
};

/// Messages over one connected socket, plain or encrypted: what both ends have in common. Cuts frames,
/// decodes, answers polls, keeps ADDP, and ends on everything that the profile calls malformed. Knows nothing
/// of requests.
///
///    Live --finish()--> Finishing --> Over        Live --failure, other side, abort()--> Over
class Connection final : public QObject
{
    Q_OBJECT

public:
    Connection(std::unique_ptr<QTcpSocket> socket, core::Clock &clock, ConnectionLimits limits,
               QObject *parent = nullptr);
    ~Connection() override;

    /// NotConnected when over, InvalidInput for a message too long for a frame. Emits nothing.
    core::Result<core::Done> send(const Message &message);
    /// Starts ADDP on this side; 0 or less means none.
    void keepAlive(core::Duration timeout);
    /// What was sent wants an answer: where nothing comes for the doubt limit the other side is polled.
    void expectAnswer() { m_keepAlive.asked(); }
    /// Takes nothing in any more, lets what was sent go out, then closes. Emits nothing by itself.
    void finish();
    /// Cuts the line as a broken network does (RST). Emits nothing by itself.
    void abort();

    /// When the last whole frame came, a poll or its answer too; nothing before the first.
    std::optional<core::Instant> lastHeard() const { return m_keepAlive.lastHeard(); }
    bool isOver() const { return m_state == State::Over; }
    QString peer() const { return m_peer; }          ///< "address:port" of the other side, for logs
    bool isPeerLocal() const { return m_peerLocal; } ///< on this machine, by the loopback network

Q_SIGNALS:
    void messageReceived(const wire::Message &message);
    /// A poll has not been answered for the doubt limit; or a frame has come after all, which is handed on
    /// next.
    void overdueChanged(bool isOverdue);
    /// Exactly once, the last signal: LinkLost, Malformed or TimedOut with the cause.
    void closed(const core::Error &why);

private:
    enum class State { Live, Finishing, Over };

    void push();
    qint64 waiting() const;
    void readAll();
    void takeFrames();
    void take(const Message &message);
    void watchFrame(bool progressed);
    void onSocketClosed();
    void over(const core::Error &why);
    void overLater(const core::Error &why);

    std::unique_ptr<QTcpSocket> m_socket;
    QSslSocket *m_encrypted; ///< the same, where TLS is on
    ConnectionLimits m_limits;
    QString m_peer;
    bool m_peerLocal = false;
    State m_state = State::Live;
    bool m_pushed = false; ///< in this pass of the event loop
    bool m_pushing = false;
    FrameReader m_reader;
    KeepAlive m_keepAlive;
    std::unique_ptr<core::Alarm> m_frameAlarm;
    std::unique_ptr<core::Alarm> m_lingerAlarm;
};

} // namespace wire
