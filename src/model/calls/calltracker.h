#pragma once

#include "core/clock.h"
#include "model/calls/call.h"
#include "model/calls/calllegs.h"
#include "model/calls/calllist.h"
#include "model/calls/calluserdata.h"
#include "model/calls/consultations.h"
#include "model/calls/tombstones.h"
#include "model/events/takeover.h"
#include "tlib/event.h"

#include <QHash>
#include <QObject>
#include <QSet>

namespace model {

class ServerConnection;
struct Snapshot;

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
    void setDns(const QList<Dn> &dns);
    /// Every DN's legs make calls, as when a log is read: nobody knows beforehand whom it is about.
    void watchEverybody() { m_watchesEverybody = true; }

    const TakeOver &takeOver() const { return m_takeOver; }

    void apply(const tlib::Event &event);
    /// The calls that the server says are on a DN (Extensions conn-N, ct-N, ps-N): unknown ones come, others
    /// leave. Returns those that are on it: their user data is to be asked for. `sequence` is the number of
    /// the event that brought it, 0 when it had none.
    QList<CallId> applySnapshot(const Dn &dn, const tlib::KvList &extensions, qint64 sequence = 0);
    /// The answer to QueryCall: the call's user data as a whole, which confirms it.
    void applyPartyInfo(CallId call, const tlib::Event &event);
    /// The server does not know this call (any more): it goes, unless a server that has just taken over may
    /// come to know it yet.
    void forget(CallId call);
    /// This DN takes part in no call that can be watched.
    void leaveAll(const Dn &dn);
    /// What is known of this DN's calls counts no more until each is confirmed.
    void doubtCallsOf(const Dn &dn);
    /// The same where the DN is monitored no more. Nothing is asked: until the server tells of this DN again
    /// no answer makes its calls certain, as what changes after it would not be heard of.
    void loseSightOf(const Dn &dn);

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
    void takeSnapshotOf(CallId id, const Leg &leg, CallType type);
    void doubt(CallId id);
    void setSaidIn(CallId id, const Dn &dn, Epoch epoch);
    void askWhereUnconfirmed(CallId id, const Dn &dn);
    void sayUnknownWord();
    void noteLegsOf(CallId id);
    void forgetLegsOf(CallId id);
    void removeUnnamed(const Dn &dn, const Snapshot &snapshot, qint64 sequence, QSet<CallId> &present);

    Epoch startOf(CallId id, bool isAtItsStart) const;
    CallChanges takeLeg(Call &call, const Leg &now, const tlib::Event &event);
    CallChanges takeParties(Call &call, const tlib::Event &event);
    CallChanges takeDetails(Call &call, const tlib::Event &event);

    bool isBuried(const tlib::Event &event) const;
    bool isWatched(const Dn &dn) const { return m_watchesEverybody || m_dns.contains(dn); }

    CallList &m_calls;
    core::Clock &m_clock;
    bool m_watchesEverybody = false;
    QSet<Dn> m_dns;
    QHash<Dn, QList<CallId>> m_callsOf; ///< the calls in which a DN has a leg, over or not
    Tombstones m_tombstones;
    CallUserData m_userData;
    Consultations m_consultations;
    CallLegs m_legs;
    TakeOver m_takeOver;
};

} // namespace model
