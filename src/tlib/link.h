#pragma once

#include "core/clock.h"
#include "core/result.h"
#include "tlib/endpoint.h"
#include "tlib/event.h"
#include "tlib/linkloss.h"
#include "tlib/linksecurity.h"
#include "tlib/requests.h"

#include <QObject>

namespace tlib {

///    Closed --open()--> Opening --> Open
///      ^------------------'----------'     by close(), a failure, or the other side
enum class LinkState {
    Closed,
    Opening, ///< the transport is being set up
    Open,    ///< the transport stands and RegisterClient is on its way; the server's first word comes as an
             ///< event
};

/// The seam: whoever can carry T-Library messages is a Link. Its contract (tests/support/linkcontract.h):
/// 1. send() answers at once: the reference id that the backend chose, or an Error.
/// 2. No signal is emitted from inside open(), close() or send(); always from the event loop.
/// 3. Events come in server order, in the thread of the Link object.
/// 4. After Closed, no event until the next Open.
/// 5. No request time-outs, retries or reconnection in here: those are model::ServerConnection's.
/// 6. Only values cross: no pointers, vendor types or sockets.
/// 7. overdueChanged(true) is followed by overdueChanged(false) once all has come that was said before, or by
///    Closed. Events may come first.
class Link : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Closes what is open, then connects. Ends in stateChanged(Open), or in Closed with the reason.
    virtual void open(const Endpoint &endpoint) = 0;
    /// Ends in stateChanged(Closed, no reason) unless closed already.
    virtual void close() = 0;
    /// NotConnected unless Open. The request is on its way when this returns, not answered.
    virtual core::Result<ReferenceId> send(const Request &request) = 0;
    /// How the connection that is Open is protected; of a link that is not Open it means nothing.
    virtual LinkSecurity security() const { return {}; }
    /// When the other side was last heard, on the monotonic clock: any whole message, the answer to a poll
    /// too. It stays when the link is closed. Nothing where no messages are heard but those that are events.
    virtual std::optional<core::Instant> lastHeard() const { return std::nullopt; }

Q_SIGNALS:
    /// `why` is set when the link became Closed by a failure: the cause in one sentence, for details and
    /// logs.
    void stateChanged(tlib::LinkState state, const std::optional<core::Error> &why);
    void eventReceived(const tlib::Event &event);
    /// The other side owes an answer (to a poll, for a while), or has given it. No event was lost by then,
    /// and none is late any more: it is a doubt that can be taken back.
    void overdueChanged(bool isOverdue);
};

} // namespace tlib
