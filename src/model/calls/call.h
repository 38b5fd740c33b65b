#pragma once

#include "core/clock.h"
#include "core/seldom.h"
#include "model/actions/callaction.h"
#include "model/calls/recordingstate.h"
#include "tlib/ids.h"
#include "tlib/kvlist.h"

#include <QVarLengthArray>

namespace model {

using CallId = tlib::ConnId;
using core::Instant;
using tlib::AgentId;
using tlib::CallType;
using tlib::CallUuid;
using tlib::Dn;

/// Counts the periods between two doubts: a value is certain only while the epoch that it was confirmed in
/// lasts.
enum class Epoch : quint32 { None = 0 };

enum class CallPhase : quint8 { Dialing, Ringing, Talking, Held, Released };
/// Which of several a person acts on, or is shown, first: the higher number; 0 for one that is over.
int urgencyOf(CallPhase phase);

/// One monitored DN's part in a call. It stays, as Released, when the DN has left a call that goes on, so
/// that what the server said of it before is known for old.
struct Leg
{
    Dn dn = {};
    CallPhase phase = CallPhase::Released;
    Epoch saidIn = Epoch::None; ///< the latest epoch in which the server said that it is there
    qint64 sequence = 0;        ///< number of the event that set the phase, in the epoch Call::numberedIn
    Instant since = {};         ///< when the phase was first seen here,
    bool sinceSeen = false;     ///< and that was its beginning
};

/// Who has moved a recording, as far as it can be known: an acknowledged request of this desktop's that was
/// under way, or a DN that the server names. What a recorder does by itself cannot be told from what a client
/// has asked for that nobody names.
enum class ChangedBy : quint8 { NotKnown, ThisDesktop, PauseGuard, NamedDn };

/// What is known about a call's recording. All of it comes from the server's data.
struct Recording
{
    RecordingState state = RecordingState::Unknown;
    bool stateSaid = false; ///< the server has put a state into this call's UserData at some time
    bool sinceSeen = false; ///< the change into this state was seen, so that `since` is its beginning
    ChangedBy changedBy =
        ChangedBy::NotKnown;  ///< into the state; who it was to people: CallViews::changerOf()
    Dn changedByDn = {};      ///< of NamedDn
    Instant since = {};       ///< when the state was first seen here,
    QDateTime sinceWall = {}; ///< and what the wall clock said
    QByteArray fileName = {}; ///< of the latest file; stays when the server mentions it no more

    QString fileText() const { return tlib::decodeText(fileName); }
    /// Only a file name was ever reported: recorded at some time, current state not reported.
    bool isLegacy() const { return !stateSaid && !fileName.isEmpty(); }
    bool everRecorded() const
    {
        return !fileName.isEmpty() || state == RecordingState::On || state == RecordingState::Paused;
    }
};

/// An own request whose effect is awaited. It says what was asked, never what is.
struct PendingAction
{
    quint32 serial = 0; ///< tells this request from an earlier one of the same kind
    CallAction action = CallAction::Answer;
    Asker asker = Asker::Person;
    Dn from = {}; ///< on whose behalf
    Instant since = {};
    bool accepted = false;       ///< the server has acknowledged it; the state has not changed yet
    bool slow = false;           ///< for a second or more
    QByteArray fileBefore = {};  ///< the recording's file when it was asked for
    qsizetype partiesBefore = 0; ///< how many more parties there were then
    Dn party = {};               ///< whom it is about, of DropParty
};

/// A call as one of the DNs in it sees it.
struct CallView
{
    Dn dn = {};
    CallPhase phase = CallPhase::Released;
    QList<Dn> parties = {}; ///< everybody else; the first of them is whom it talks to

    Dn otherParty() const { return parties.value(0); }
};

/// A call in which at least one monitored DN takes part.
struct Call
{
    CallId id = {};
    CallUuid uuid = {};
    CallType type = CallType::Unknown;
    Dn queue = {}; ///< by which it came to a watched DN, where the server said so
    Epoch startedIn =
        Epoch::None;           ///< the epoch in which its first event was seen; None when it was there before
    Epoch metIn = Epoch::None; ///< the epoch in which it was first seen here, from its start or not
    Epoch confirmedIn = Epoch::None; ///< the latest epoch in which the server's data said how it is
    Epoch numberedIn = Epoch::None; ///< the epoch whose event numbers stand in here; another's do not compare
    qint64 userDataSequence = 0;    ///< number of the event that the user data came with; 0: not numbered
    QVarLengthArray<Leg, 1> legs = {};
    Dn otherParty = {};         ///< as the first leg that is still there sees it
    QList<Dn> moreParties = {}; ///< the others of a conference, in the order in which they came
    CallId consultation = {};   ///< the call in which somebody is consulted about this one; null: none
    CallId consultationOf = {}; ///< the call that this consultation is about; null: it is none
    tlib::KvList userData = {};
    Recording recording = {};
    core::Seldom<PendingAction> pendingRecording = {};
    core::Seldom<PendingAction> pendingControl = {};
    Instant startedAt = {};                 ///< when it was first seen here,
    bool startSeen = false;                 ///< and that was its beginning
    std::optional<Instant> answeredAt = {}; ///< when it was first seen to be answered,
    bool answerSeen = false;                ///< and that was the answer

    /// The leg that says most about the call: the one that rings, else talks, else any. Who acts on it is
    /// another question: ownLegOf().
    const Leg &leg() const;
    Leg *findLeg(const Dn &dn);
    const Leg *findLeg(const Dn &dn) const;
    bool takesPart(const Dn &dn) const; ///< it is watched, and its leg is not over
    bool isOver() const { return phase() == CallPhase::Released; }
    /// The server has said in this epoch that a watched DN is in it: the user data is told from then on.
    bool isToldIn(Epoch epoch) const;
    /// What is known of it counts no more until it is confirmed.
    void doubt() { startedIn = confirmedIn = Epoch::None; }
    /// Where a request of this action's kind is noted: recording and call control go side by side.
    core::Seldom<PendingAction> &pendingFor(CallAction action)
    {
        return recordingCommandOf(action) ? pendingRecording : pendingControl;
    }
    const core::Seldom<PendingAction> &pendingFor(CallAction action) const
    {
        return recordingCommandOf(action) ? pendingRecording : pendingControl;
    }
    CallPhase phase() const { return legs.isEmpty() ? CallPhase::Released : leg().phase; }
    Dn dn() const { return legs.isEmpty() ? Dn() : leg().dn; }
    /// The one whose view `otherParty` and `moreParties` are: of the first leg that is still there.
    const Dn &firstDn() const;
    /// How long people talk, or how long it has rung or been dialled; the least of it unless `isSpanWhole`.
    core::Duration span(Instant now) const { return now - answeredAt.value_or(startedAt); }
    bool isSpanWhole() const { return answeredAt ? answerSeen : startSeen; }
    /// Everybody else in the call, as this DN sees it; the first of them is whom it talks to.
    QList<Dn> partiesBeside(const Dn &dn) const;
    /// As the DN of this leg sees it.
    CallView seenFrom(const Leg &from) const
    {
        return {.dn = from.dn, .phase = from.phase, .parties = partiesBeside(from.dn)};
    }
};

} // namespace model
