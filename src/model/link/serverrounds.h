#pragma once

#include "core/clock.h"
#include "tlib/endpoint.h"

#include <QList>

#include <optional>

namespace model {

/// Which server of the list is tried next, and how long is waited before. In a round each is tried once, one
/// right after the other; between rounds the wait doubles. A server that is there and does not serve (a
/// backup, or one without its switch) is stayed with for a while, and returned to when the others fail.
class ServerRounds
{
public:
    struct Limits
    {
        core::Duration firstRetry = std::chrono::milliseconds(500);
        core::Duration lastRetry = std::chrono::seconds(30); ///< the wait doubles from the first to this
        double jitter = 0.2; ///< of each wait, so that a thousand desktops do not come at once
        std::function<double()> chance = {}; ///< from 0 to 1, for the jitter; empty: the process's generator
        /// With a server that does not serve, before another is looked at; doubles likewise.
        core::Duration firstStay = std::chrono::milliseconds(500);
        core::Duration lastStay = std::chrono::seconds(5);
        /// A server that has broken the protocol so often within so long is left out until less of it lies
        /// within that time.
        qsizetype protocolErrors = 5;
        core::Duration protocolErrorsWithin = std::chrono::minutes(5);
    };

    ServerRounds(const core::Clock &clock, const Limits &limits);

    /// From the first of these on, as if nothing had been tried. Not empty.
    void begin(const QList<tlib::Endpoint> &servers);
    const QList<tlib::Endpoint> &servers() const { return m_servers; }
    /// The one that is tried now or next.
    const tlib::Endpoint &current() const { return m_servers[m_current]; }
    /// There is one that has not been tried in this round.
    bool isOtherUntried() const { return nextUntried().has_value(); }
    /// Another one could be tried at all.
    bool hasOther() const;

    /// The current one has failed: goes on to the next, and says how long to wait first (0: not at all).
    /// Nothing: each of them has broken the protocol too often.
    std::optional<core::Duration> moveOn();
    /// The current one is there and does not serve: goes on to the next, and comes back if that fails.
    void lookElsewhere();
    /// How long to stay with a server that does not serve; longer each time.
    core::Duration nextStay();
    /// How long a server may take that is looked at while another one waits: it must not cost a take-over.
    core::Duration probe() const;
    void noteProtocolError();
    /// The current one serves, and has for a while: the waits begin anew when it fails.
    void prove();

private:
    struct Server
    {
        bool isTried = false;   ///< in this round
        bool isWaiting = false; ///< and is there, but does not serve
        QList<core::Instant> protocolErrors = {};
    };

    bool isLeftOut(qsizetype index) const;
    template <class Predicate>
    std::optional<qsizetype> nextWhere(Predicate holds) const;
    std::optional<qsizetype> nextUntried() const;
    void take(qsizetype index);
    void beginRound();
    core::Duration jittered(core::Duration middle, core::Duration most) const;

    const core::Clock &m_clock;
    const Limits m_limits;
    QList<tlib::Endpoint> m_servers = {tlib::Endpoint()};
    QList<Server> m_notes = {Server()}; ///< of each of m_servers
    qsizetype m_current = 0;
    core::Duration m_wait{0};
    core::Duration m_stay{0};
};

} // namespace model
