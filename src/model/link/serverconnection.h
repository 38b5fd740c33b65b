#pragma once

#include "core/clock.h"
#include "model/link/pendingrequests.h"
#include "model/link/serverrounds.h"
#include "tlib/link.h"

#include <QObject>
#include <QPointer>

namespace model {

using tlib::LinkLoss;
using tlib::LinkSecurity;
using tlib::ServerRole;
using tlib::TlsFlaw;

///   Offline --open()--> Connecting --transport--> Registering --LinkConnected, DNs asked for--> Connected
///                         ^    |                      |  ^                                        |
///                  back-off    '--------> Lost <------+--|----------------------------------------+
///                         '----------------'          v  |           LinkDisconnected             |
///                                                   Waiting <-------------------------------------'
/// Another server is tried from Lost and, after a while, from Waiting; Offline is also where it gives up.
enum class ConnectionState {
    Offline,     ///< nobody asked for a connection, or it has been given up
    Connecting,  ///< the transport is being set up, or the server has not said its first word
    Registering, ///< the server is there; the DNs are being registered and the calls asked for
    Connected,
    Waiting, ///< the server is there, but its switch link is down or it is a backup
    Lost,    ///< no connection; the next attempt comes by itself
};

/// The connection to one server of a list and everything that is the same for all kinds of Link: states,
/// time-outs of requests, which server and when, epochs. There is one Link, which closes before it opens to
/// another server; it knows nothing of all this.
///
/// Who serves is found like this. On failure the next server at once, and the back-off once each of the list
/// has been tried. A server that is there and does not serve is left at once when it is a backup and another
/// one has not been tried in this round; else it is stayed with (Waiting), as its take-over is said there
/// first, and after 0.5 s, later up to 5 s, the other one is looked at, briefly, and returned from when it
/// fails. So a primary that lives is found within a second, and a take-over that happens meanwhile is told
/// by the return.
class ServerConnection : public QObject
{
    Q_OBJECT

public:
    struct Limits
    {
        core::Duration request = std::chrono::seconds(5); ///< from a request to its answer
        core::Duration handshake =
            std::chrono::seconds(10);     ///< from the transport to the server's first word
        ServerRounds::Limits rounds = {}; ///< the waits between rounds and with a server that does not serve
        core::Duration registration = std::chrono::seconds(10); ///< without any answer while registering
        /// Connected for so long, a server counts as one that serves: the back-off begins anew after it.
        core::Duration proof = std::chrono::seconds(5);
    };

    ServerConnection(tlib::Link &link, core::Clock &clock, const Limits &limits, QObject *parent = nullptr);

    /// Leaves the server that it is connected to, if any, and connects to this one; the backups are for when
    /// it does not serve, in their order.
    void open(const tlib::Endpoint &primary, const QList<tlib::Endpoint> &backups = {});
    /// Ends every request with LinkLost and stays closed.
    void close();
    /// The machine has slept, or a person does not believe what is shown: doubts everything and connects anew
    /// at once. Requests end with LinkLost and `why`. Ignored while Offline.
    void renew(const QString &why);
    /// A person asks for a connection: tries all servers afresh and at once. Ignored while a server is there
    /// that serves, and before open().
    void retry();

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
    /// The server that is connected to or tried now, or that was tried last.
    const tlib::Endpoint &endpoint() const { return m_endpoint; }
    /// The primary, then the backups; empty before open().
    const QList<tlib::Endpoint> &servers() const { return m_servers; }
    /// How the session is protected, a session being a server that is there and has said its first word;
    /// nothing while none stands, whatever the endpoint asks for.
    std::optional<tlib::LinkSecurity> security() const
    {
        return isInEpoch() || m_state == ConnectionState::Waiting ? std::optional(m_link.security())
                                                                  : std::nullopt;
    }
    /// When a server was last heard: any message of its, an answer to a poll too; on the monotonic clock. It
    /// stays when the link is lost, and is what a doubt dates from: silence tells nothing. Nothing before the
    /// first.
    std::optional<core::Instant> lastHeard() const { return std::max(m_heard, m_link.lastHeard()); }
    ServerRole role() const { return m_role; }
    /// One of the servers has served since open(): without a connection now, the link was lost.
    bool wasConnected() const { return m_wasConnected; }
    /// Why there is no connection, where a reason is known; empty once connected.
    const std::optional<core::Error> &trouble() const { return m_trouble; }
    /// The server that the trouble is about: not endpoint() while another one is tried.
    const tlib::Endpoint &troubledServer() const { return m_troubledServer; }
    /// When the next attempt begins, while Lost, or while Waiting where another server can be looked at.
    std::optional<core::Instant> nextAttempt() const { return m_nextAttempt; }
    /// The servers have broken the protocol too often: nothing more is tried until retry() or open().
    bool hasGivenUp() const { return m_hasGivenUp; }
    /// This epoch was opened by another server than the one before, by one that has been a backup meanwhile,
    /// or by a second EventLinkConnected on a live link: it may not know yet what the one before it knew.
    bool hasTakenOver() const { return m_hasTakenOver; }

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

    /// Whoever registers the DNs says that it is through: Registering becomes Connected,
    void registrationDone();
    /// or that it has had an answer: the server is not given up yet.
    void registrationProgressed();

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
    /// Connects to the current one of the rounds. `isProbe`: while another server waits to be returned to.
    void attempt(const QString &why, bool isProbe = false);
    void attemptNext();
    void attemptAfter(core::Duration wait);
    void stopAlarms();
    void lose(const core::Error &why);
    void setState(ConnectionState state);
    void setTrouble(const core::Error &trouble);
    /// Into a state in which nothing known before is certain and no request asked before has an answer.
    void retreat(ConnectionState state, const QString &why);
    void onLinkState(tlib::LinkState state, const std::optional<core::Error> &why);
    void onEvent(const tlib::Event &event);
    void setOverdue(bool isOverdue);
    void onServerReady(const tlib::Event &event);
    void onServerNotReady(const tlib::Event &event);
    void onPrimaryChanged(const tlib::Event &event);

    tlib::Link &m_link;
    const Limits m_limits;
    core::Clock &m_clock;
    PendingRequests m_pending;
    ServerRounds m_rounds;
    std::unique_ptr<core::Alarm> m_retryAlarm;
    std::unique_ptr<core::Alarm> m_handshakeAlarm;
    std::unique_ptr<core::Alarm> m_registrationAlarm;
    std::unique_ptr<core::Alarm> m_proofAlarm;
    QList<tlib::Endpoint> m_servers;
    tlib::Endpoint m_endpoint;
    tlib::Endpoint m_troubledServer;
    std::optional<core::Instant> m_heard; ///< the last event, or the end of an overdue silence
    bool m_isOverdue = false;
    bool m_isProbe = false;
    ConnectionState m_state = ConnectionState::Offline;
    ServerRole m_role = ServerRole::Primary;
    bool m_wasConnected = false;
    bool m_hasGivenUp = false;
    std::optional<core::Error> m_trouble;
    std::optional<core::Error> m_refusal; ///< what the server said in this attempt before it was ready
    bool m_isAnnounced = false;           ///< the link has said something of this attempt
    std::optional<core::Instant> m_nextAttempt;
    std::optional<tlib::Endpoint> m_lastServing; ///< the server that opened the latest epoch,
    bool m_wasDemoted = false;                   ///< and whether it has been a backup since
    bool m_hasServedOnLink = false;              ///< an epoch was opened on the link that is open
    bool m_hasTakenOver = false;
};

} // namespace model
