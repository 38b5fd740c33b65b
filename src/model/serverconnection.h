#pragma once

#include "core/clock.h"
#include "model/pendingrequests.h"
#include "tlib/link.h"

#include <QObject>
#include <QPointer>

namespace model {

using tlib::ServerRole;

///   Offline --open()--> Connecting --transport--> Registering --LinkConnected, DNs asked for--> Connected
///                         ^    |                      |  ^                                        |
///                  back-off    '--------> Lost <------+--|----------------------------------------+
///                         '----------------'          v  |           LinkDisconnected             |
///                                                   Waiting <-------------------------------------'
enum class ConnectionState {
    Offline,     ///< nobody asked for a connection
    Connecting,  ///< the transport is being set up, or the server has not said its first word
    Registering, ///< the server is there; the DNs are being registered and the calls asked for
    Connected,
    Waiting, ///< the server is there, but its switch link is down or it is a backup
    Lost,    ///< no connection; the next attempt comes by itself
};

/// The connection to a server and everything that is the same for all kinds of Link: states, time-outs of
/// requests, back-off, epochs. One server in this class; a Link knows nothing of all this.
class ServerConnection : public QObject
{
    Q_OBJECT

public:
    struct Limits
    {
        core::Duration request = std::chrono::seconds(5); ///< from a request to its answer
        core::Duration handshake =
            std::chrono::seconds(10); ///< from the transport to the server's first word
        core::Duration firstRetry = std::chrono::milliseconds(500);
        core::Duration lastRetry = std::chrono::seconds(30); ///< the wait doubles from the first to this
        double jitter = 0.2; ///< of each wait, so that a thousand desktops do not come at once
    };

    ServerConnection(tlib::Link &link, core::Clock &clock, const Limits &limits, QObject *parent = nullptr);

    /// Leaves the server that it is connected to, if any, and connects to this one; the backups are for when
    /// it does not serve, in their order.
    void open(const tlib::Endpoint &primary, const QList<tlib::Endpoint> &backups = {});
    /// Ends every request with LinkLost and stays closed.
    void close();

    ConnectionState state() const { return m_state; }
    /// The server is there and has not been doubted since: what it says counts.
    bool isInEpoch() const
    {
        return m_state == ConnectionState::Registering || m_state == ConnectionState::Connected;
    }
    /// The link owes a sign of life: nothing is asked until it has come, and nothing is certain.
    bool isOverdue() const { return m_isOverdue; }
    /// What is asked now can be answered, and what is known counts: Connected and not overdue.
    bool isReliable() const { return m_state == ConnectionState::Connected && !m_isOverdue; }
    /// The server that is connected to, or tried now or next.
    const tlib::Endpoint &endpoint() const { return m_endpoint; }
    const QList<tlib::Endpoint> &servers() const { return m_servers; }
    /// How the open connection is protected.
    tlib::LinkSecurity security() const { return m_link.security(); }
    ServerRole role() const { return m_role; }
    /// This endpoint has been reached since open(): without a connection now, the link was lost.
    bool wasConnected() const { return m_wasConnected; }
    /// Why there is no connection, where a reason is known; empty once connected.
    const std::optional<core::Error> &trouble() const { return m_trouble; }
    /// When the next attempt begins, while Lost.
    std::optional<core::Instant> nextAttempt() const { return m_nextAttempt; }

    /// Sends a request; `done` is called exactly once with its reply or the reason why there is none (Refused
    /// with the server's number and text, TimedOut, LinkLost, NotConnected), never from inside request(), and
    /// not at all once `context` is gone. The event that carries the reply has been seen by eventReceived's
    /// receivers before.
    template <class R>
    void request(const R &what, QObject *context,
                 std::function<void(const core::Result<typename R::Reply> &)> done)
    {
        send(what, context, [done = std::move(done)](const core::Result<tlib::Event> &answer) {
            if (answer)
                done(replyFrom<typename R::Reply>(*answer));
            else
                done(answer.error());
        });
    }

    /// Whoever registers the DNs says that it is through: Registering becomes Connected.
    void registrationDone();

Q_SIGNALS:
    /// The state, the role or the trouble. What the change ends or puts in doubt has been told of before.
    void stateChanged();
    /// The server is ready to be asked: nothing known before counts until it is confirmed.
    void epochOpened();
    /// What is known has become doubtful: the link is gone, or the server has lost its switch.
    void doubted();
    /// The link has become overdue, or has given its sign of life: a doubt that may be taken back.
    void overdueChanged(bool isOverdue);
    void eventReceived(const tlib::Event &event);

private:
    template <class Reply>
    static Reply replyFrom(const tlib::Event &event)
    {
        if constexpr (std::is_same_v<Reply, tlib::Event>)
            return event;
        else if constexpr (std::is_same_v<Reply, tlib::ConnId>)
            return event.connId;
        else
            return core::Done{};
    }

    void send(const tlib::Request &request, QObject *context, PendingRequests::End end);
    void attempt();
    void lose(const core::Error &why);
    void setState(ConnectionState state);
    /// Into a state in which nothing known before is certain and no request asked before has an answer.
    void retreat(ConnectionState state, const QString &why);
    void onLinkState(tlib::LinkState state, const std::optional<core::Error> &why);
    void onEvent(const tlib::Event &event);
    void setOverdue(bool isOverdue);
    void onServerReady(const tlib::Event &event);
    void onServerNotReady(const tlib::Event &event);
    void onPrimaryChanged(const tlib::Event &event);
    core::Duration nextWait();

    tlib::Link &m_link;
    const Limits m_limits;
    core::Clock &m_clock;
    PendingRequests m_pending;
    std::unique_ptr<core::Alarm> m_retryAlarm;
    std::unique_ptr<core::Alarm> m_handshakeAlarm;
    QList<tlib::Endpoint> m_servers;
    tlib::Endpoint m_endpoint;
    bool m_isOverdue = false;
    ConnectionState m_state = ConnectionState::Offline;
    ServerRole m_role = ServerRole::Primary;
    bool m_wasConnected = false;
    std::optional<core::Error> m_trouble;
    std::optional<core::Error> m_refusal; ///< what the server said in this attempt before it was ready
    bool m_isAnnounced = false;           ///< the link has said something of this attempt
    std::optional<core::Instant> m_nextAttempt;
    core::Duration m_wait{0};
};

} // namespace model
