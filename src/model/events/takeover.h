#pragma once

#include "core/clock.h"
#include "model/calls/call.h"

#include <QList>
#include <QObject>

namespace model {

class CallList;
class ServerConnection;

/// After a take-over (ServerConnection::hasTakenOver): the new server may not know yet what the one before it
/// knew, so a snapshot that is empty does not mean that there are no calls. Calls known from before that it
/// does not name are kept, uncertain, until it has named one of those known from before (then it is in step,
/// and what it says counts at once) or a limit has passed; meanwhile it is asked again. If it never named
/// one, all DNs are asked about later, too, for a server that comes into step late. No call is made up here:
/// kept is what the server before has said.
class TakeOver : public QObject
{
    Q_OBJECT

public:
    static constexpr core::Duration KeptFor = std::chrono::milliseconds(2500); ///< from the epoch's opening
    static constexpr core::Duration AskAgainAfter = std::chrono::milliseconds(500);
    static constexpr core::Duration AskLateAt[] = {std::chrono::seconds(5), std::chrono::seconds(15)};

    TakeOver(const ServerConnection &connection, const CallList &calls, core::Clock &clock,
             QObject *parent = nullptr);

    void begin(); ///< the epoch has been opened, here and in the list of calls
    void stop();  ///< and is in doubt
    /// Nothing shows yet that the server is in step.
    bool isOpen() const { return m_isOpen; }
    /// A call known from before, of which this server has said nothing yet, while nothing shows that it is in
    /// step: that it does not name it does not mean that it has ended.
    bool keeps(CallId id) const;
    /// The server does not name this leg of a call that is kept.
    void note(CallId id, const Dn &dn);
    /// The server has said something of this call: if it was known from before, it is in step.
    void prove(CallId id);

Q_SIGNALS:
    /// Who is in step by now says again which calls are on the DN, and whether it knows the call.
    void doubtful(const model::Dn &dn, model::CallId call);
    void settled(); ///< it is in step, or counts as such: isOpen() no more
    /// Every DN is to be asked about again.
    void asksForAll();
    /// The server has not come to know it in time.
    void ended(const model::Dn &dn, model::CallId call);

private:
    struct Kept
    {
        CallId call = {};
        Dn dn = {};

        bool operator==(const Kept &) const = default;
    };

    bool isFromBefore(CallId id) const;
    void onAlarm();
    void askAboutKept(const QList<Kept> &kept);
    void giveUp();

    const ServerConnection &m_connection;
    const CallList &m_calls;
    core::Clock &m_clock;
    std::unique_ptr<core::Alarm> m_alarm;
    bool m_isOpen = false; ///< lasts over epochs: a short one settles nothing
    Instant m_begun = {};
    QList<Kept> m_kept;
    std::size_t m_lateAsked = 0;
};

} // namespace model
