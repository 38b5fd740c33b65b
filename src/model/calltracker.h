#pragma once

#include "core/clock.h"
#include "model/call.h"
#include "model/calllist.h"
#include "tlib/event.h"

#include <QHash>
#include <QObject>
#include <QSet>

namespace model {

class ServerConnection;

/// Keeps the CallList true: applies each event to it, and each snapshot.
/// Rules: a value comes only from server data; an event's UserData is the whole list and replaces; a call is
/// confirmed by UserData of the current epoch; a released ConnID stays closed for a minute, unless the server
/// lets it ring anew (a call that is transferred back keeps its ConnID); duplicates change nothing.
class CallTracker : public QObject
{
    Q_OBJECT

public:
    static constexpr core::Duration Tombstone = std::chrono::seconds(60);

    /// Made before all others that follow the connection: they find the calls marked and changed already.
    CallTracker(ServerConnection &connection, CallList &calls, core::Clock &clock, const RecordingKeys &keys,
                QObject *parent = nullptr);

    /// Events of these DNs alone are applied; those of others (a routing point, say) are not calls here.
    void setDns(const QList<Dn> &dns);

    void apply(const tlib::Event &event);
    /// The calls that the server says are on a DN (Extensions conn-N, ct-N, ps-N): unknown ones come, others
    /// leave. Returns those that are on it: their user data is to be asked for.
    QList<CallId> applySnapshot(const Dn &dn, const tlib::KvList &extensions);
    /// The answer to QueryCall: the call's user data as a whole, which confirms it.
    void applyPartyInfo(CallId call, const tlib::Event &event);
    /// The server does not know this call (any more).
    void forget(CallId call);

Q_SIGNALS:
    /// A word that is not understood stands where the recording's state should; said once per word.
    void unknownWord(const QString &word);

private:
    void applyToLeg(const tlib::Event &event, CallPhase phase);
    void applyToCall(const tlib::Event &event);
    void leave(const tlib::Event &event);
    void insertCall(CallId id, const Leg &leg, Epoch startedIn);
    CallChanges takeDetails(Call &call, const tlib::Event &event);
    CallChanges takeUserData(Call &call, const tlib::KvList &userData);
    CallChanges takeRecording(Call &call);
    CallChanges confirm(Call &call);
    CallChanges setPhase(Call &call, const Dn &dn, CallPhase phase);
    void removeLeg(CallId id, const Dn &dn);
    void removeLegsMissingFrom(const QList<CallId> &present, const Dn &dn);

    struct Grave
    {
        core::Instant dug = {};
        qint64 sequenceNumber = 0; ///< of the event that ended the call; 0 when the server did not number it
    };
    void bury(const tlib::Event &last);
    bool isBuried(const tlib::Event &event);
    void clearOldGraves();

    CallList &m_calls;
    core::Clock &m_clock;
    const RecordingKeys m_keys;
    QSet<Dn> m_dns;
    QHash<CallId, Grave> m_graves;
    QSet<QByteArray> m_unknownWords;
};

} // namespace model
