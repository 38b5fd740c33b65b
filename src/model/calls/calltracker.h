#pragma once

#include "core/clock.h"
#include "model/calls/call.h"
#include "model/calls/calllegs.h"
#include "model/calls/calllist.h"
#include "model/calls/callsofdns.h"
#include "model/calls/calluserdata.h"
#include "model/calls/consultations.h"
#include "model/calls/snapshottaker.h"
#include "model/calls/tombstones.h"
#include "model/events/takeover.h"
#include "tlib/event.h"

#include <QObject>
#include <QSet>

namespace model {

class ServerConnection;

/// Keeps the CallList true: applies each event to it, and each snapshot.
/// Rules: a value comes only from server data; an event's UserData is the whole list and replaces; a call is
/// confirmed by UserData of the current epoch, or by having been seen from its first event; a released ConnID
/// stays closed for a minute, unless the server lets it ring anew (a call that is transferred back keeps its
/// ConnID); duplicates and events older than what is known (by EventSequenceNumber) change nothing.
class CallTracker : public QObject
{
    Q_OBJECT

public:
    /// Made before all others that follow the connection: they find the calls marked and changed already.
    CallTracker(ServerConnection &connection, CallList &calls, core::Clock &clock, const RecordingKeys &keys,
                QObject *parent = nullptr);

    /// The legs of these DNs alone make calls; events of others (a routing point, say) bring user data only.
    void setDns(const QList<Dn> &dns) { m_dns = QSet<Dn>(dns.begin(), dns.end()); }
    /// Every DN's legs make calls, as when a log is read: nobody knows beforehand whom it is about.
    void watchEverybody() { m_watchesEverybody = true; }

    const TakeOver &takeOver() const { return m_takeOver; }

    void apply(const tlib::Event &event);
    /// SnapshotTaker::take, where the DN's legs make calls.
    QList<CallId> applySnapshot(const Dn &dn, const tlib::KvList &extensions, qint64 sequence = 0)
    {
        return isWatched(dn) ? m_snapshots.take(dn, extensions, sequence) : QList<CallId>();
    }
    void leaveAll(const Dn &dn) { m_snapshots.leaveAll(dn); }
    void forget(CallId call) { m_snapshots.forget(call); }
    /// The answer to QueryCall: the call's user data as a whole, which confirms it.
    void applyPartyInfo(CallId call, const tlib::Event &event);
    void doubtCallsOf(const Dn &dn) { m_callsOfDns.doubtCallsOf(dn); }
    void loseSightOf(const Dn &dn) { m_callsOfDns.loseSightOf(dn); }

Q_SIGNALS:
    /// A word that is not understood stands where the recording's state should; said once per word.
    void unknownWord(const QString &word);
    /// A call has come, or was put in doubt, and nothing says what its user data is: somebody should ask.
    void unconfirmed(const model::Dn &dn, model::CallId call);
    /// What is on this DN may have been answered by a server that did not know yet: somebody should ask
    /// again,
    void snapshotWanted(const model::Dn &dn);
    void snapshotsWanted(); ///< or for each DN.

private:
    void doubtWhereCallIsMissing(const tlib::Event &event);
    void applyToLeg(const tlib::Event &event, CallPhase phase);
    void applyToCall(const tlib::Event &event);
    void applyUserDataIfNumbered(const tlib::Event &event);
    bool applyMove(const tlib::Event &event);
    void move(const Leg &leg, const tlib::Event &event);
    void leave(const tlib::Event &event);
    void insert(Call call);
    void doubt(CallId id);
    void askWhereUnconfirmed(CallId id, const Dn &dn);
    void sayUnknownWord();

    Epoch startOf(CallId id, bool isAtItsStart) const;
    CallChanges takeLeg(Call &call, const Leg &now, const tlib::Event &event);
    CallChanges takeParties(Call &call, const tlib::Event &event);

    bool isBuried(const tlib::Event &event) const;
    bool isWatched(const Dn &dn) const { return m_watchesEverybody || m_dns.contains(dn); }

    CallList &m_calls;
    bool m_watchesEverybody = false;
    QSet<Dn> m_dns;
    CallsOfDns m_callsOfDns;
    Tombstones m_tombstones;
    CallUserData m_userData;
    Consultations m_consultations;
    CallLegs m_legs;
    TakeOver m_takeOver;
    SnapshotTaker m_snapshots;
};

} // namespace model
