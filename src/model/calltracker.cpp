#include "model/calltracker.h"

#include "core/logging.h"
#include "model/serverconnection.h"
#include "model/snapshot.h"

using namespace Qt::StringLiterals;
using tlib::MessageType;

namespace model {

namespace {

bool startsALeg(MessageType type)
{
    return type == MessageType::EventRinging || type == MessageType::EventDialing;
}

/// The phase of ThisDN's leg after an event that sets one.
std::optional<CallPhase> phaseAfter(MessageType type)
{
    if (type == MessageType::EventDialing)
        return CallPhase::Dialing;
    if (type == MessageType::EventRinging)
        return CallPhase::Ringing;
    if (type == MessageType::EventEstablished || type == MessageType::EventRetrieved)
        return CallPhase::Talking;
    if (type == MessageType::EventHeld)
        return CallPhase::Held;
    return std::nullopt;
}

bool endsALeg(MessageType type)
{
    return type == MessageType::EventReleased || type == MessageType::EventAbandoned ||
           type == MessageType::EventDiverted;
}

/// Events that mean nothing unless they name a call.
bool isAboutACall(MessageType type)
{
    return phaseAfter(type) || endsALeg(type) || type == MessageType::EventAttachedDataChanged ||
           type == MessageType::EventPartyChanged;
}

/// Events that say nothing about the call that they name: answers, which whoever asked applies, and messages
/// between clients, whose UserData is their own.
bool isAboutSomethingElse(MessageType type)
{
    return type == MessageType::EventError || type == MessageType::EventPartyInfo ||
           type == MessageType::EventUserEvent;
}

const tlib::KvList &orEmpty(const tlib::KvList &list)
{
    static const tlib::KvList empty = tlib::KvList::fromPacked(QByteArrayView("\0\0", 2)).value();
    return list.isNull() ? empty : list;
}

qint64 numberOf(const tlib::Event &event)
{
    return event.sequenceNumber.value_or(0);
}

Dn otherPartyOf(const tlib::Event &event)
{
    if (!event.otherDn.isEmpty())
        return event.otherDn;
    return event.thisDnRole == tlib::DnRole::Origination ? event.dnis : event.ani;
}

} // namespace

CallTracker::CallTracker(ServerConnection &connection, CallList &calls, core::Clock &clock,
                         const RecordingKeys &keys, QObject *parent)
    : QObject(parent)
    , m_calls(calls)
    , m_clock(clock)
    , m_tombstones(clock)
    , m_userData(calls, clock, keys)
{
    connect(&connection, &ServerConnection::epochOpened, &calls, &CallList::openEpoch);
    connect(&connection, &ServerConnection::doubted, &calls, &CallList::doubt);
    connect(&connection, &ServerConnection::eventReceived, this, &CallTracker::apply);
}

void CallTracker::setDns(const QList<Dn> &dns)
{
    m_dns = QSet<Dn>(dns.begin(), dns.end());
}

void CallTracker::apply(const tlib::Event &event)
{
    if (event.connId.isNull())
        return doubtWhereCallIsMissing(event);
    if (isAboutSomethingElse(event.type) || isBuried(event))
        return;
    const auto phase = phaseAfter(event.type);
    if ((phase || endsALeg(event.type)) && event.thisDn.isEmpty())
        doubt(event.connId); // somebody's leg has changed, and it does not say whose
    else if ((phase || endsALeg(event.type)) && !isWatched(event.thisDn))
        applyToCall(event); // somebody else's leg; the user data is the call's all the same
    else if (phase)
        applyToLeg(event, *phase);
    else if (endsALeg(event.type))
        leave(event);
    else
        applyToCall(event);
    sayUnknownWord();
}

/// Something has become of a call, and it is not said of which: any that it may be is asked for.
void CallTracker::doubtWhereCallIsMissing(const tlib::Event &event)
{
    if (!isAboutACall(event.type))
        return;
    qCWarning(core::modelLog).noquote() << tlib::messageName(event.type) << "came without its ConnID";
    if (!event.thisDn.isEmpty())
        return doubtCallsOf(event.thisDn);
    const QList<CallId> ids = m_calls.ids();
    for (const CallId id : ids)
        doubt(id);
}

void CallTracker::applyToLeg(const tlib::Event &event, CallPhase phase)
{
    if (m_calls.find(event.connId)) {
        m_calls.update(event.connId, [&](Call &call) { return takeLegEvent(call, event, phase); });
    } else {
        const bool isSeenFromStart =
            startsALeg(event.type) && m_calls.isCertain() && !m_userData.wasHeardOf(event.connId);
        Call call = newCall(event.connId, {.dn = event.thisDn, .phase = phase, .sequence = numberOf(event)},
                            isSeenFromStart ? m_calls.epoch() : Epoch::None);
        m_userData.forget(event.connId);
        takeLegEvent(call, event, phase);
        m_calls.insert(std::move(call));
    }
    askWhereUnconfirmed(event.connId, event.thisDn);
}

CallChanges CallTracker::takeLegEvent(Call &call, const tlib::Event &event, CallPhase phase)
{
    number(call);
    CallChanges changes = takeDetails(call, event);
    const Leg *const leg = std::as_const(call).findLeg(event.thisDn);
    // A repeated Ringing does not take a leg back to ringing.
    if (!startsALeg(event.type) || !leg || leg->phase == CallPhase::Released)
        changes |= setPhase(call, {.dn = event.thisDn, .phase = phase, .sequence = numberOf(event)});
    if (!event.userData.isNull())
        changes |= m_userData.take(call, event.userData, numberOf(event));
    else if (m_userData.wasSeenFromStart(call) && call.confirmedIn != m_calls.epoch())
        changes |= m_userData.takeSilence(call);
    return changes;
}

void CallTracker::applyToCall(const tlib::Event &event)
{
    if (!event.previousConnId.isNull() && event.previousConnId != event.connId)
        applyMove(event);
    if (!m_calls.find(event.connId)) {
        m_userData.hear(event.connId, event.userData);
        return;
    }
    m_calls.update(event.connId, [&](Call &call) {
        CallChanges changes;
        number(call);
        if (event.type == MessageType::EventPartyChanged)
            changes |= takeDetails(call, event);
        // The last pair may have been deleted: then the event says so by carrying no list.
        if (!event.userData.isNull() || event.type == MessageType::EventAttachedDataChanged)
            changes |= m_userData.take(call, orEmpty(event.userData), numberOf(event));
        return changes;
    });
}

/// The DN's call goes on under another ConnID, as after a transfer.
void CallTracker::applyMove(const tlib::Event &event)
{
    const Call *const old = m_calls.find(event.previousConnId);
    const Leg *const leg = old ? old->findLeg(event.thisDn.isEmpty() ? old->dn() : event.thisDn) : nullptr;
    if (!leg || leg->phase == CallPhase::Released)
        return;
    const Leg moved{.dn = leg->dn, .phase = leg->phase, .sequence = numberOf(event)};
    const auto answeredAt = old->answeredAt;
    removeLeg(event.previousConnId, moved.dn, numberOf(event));
    if (!m_calls.find(event.previousConnId))
        m_tombstones.bury(event.previousConnId, m_calls.epoch(), numberOf(event));
    if (m_calls.find(event.connId)) {
        m_calls.update(event.connId, [&](Call &call) { return setPhase(call, moved); });
    } else {
        Call call = newCall(event.connId, moved, Epoch::None);
        call.answeredAt = answeredAt;
        takeDetails(call, event);
        if (!event.userData.isNull())
            m_userData.take(call, event.userData, numberOf(event));
        m_calls.insert(std::move(call));
    }
    askWhereUnconfirmed(event.connId, moved.dn);
}

void CallTracker::leave(const tlib::Event &event)
{
    removeLeg(event.connId, event.thisDn, numberOf(event));
    if (!m_calls.find(event.connId))
        m_tombstones.bury(event.connId, m_calls.epoch(), numberOf(event));
    else
        applyToCall(event); // another leg goes on, and the user data is the whole call's
}

void CallTracker::doubt(CallId id)
{
    const Call *const call = m_calls.find(id);
    if (!call)
        return;
    const Dn dn = call->dn();
    m_calls.update(id, [](Call &doubted) {
        doubted.startedIn = Epoch::None;
        doubted.confirmedIn = Epoch::None;
        return CallChange::Certainty;
    });
    askWhereUnconfirmed(id, dn);
}

void CallTracker::doubtCallsOf(const Dn &dn)
{
    const QList<CallId> ids = m_calls.ids();
    for (const CallId id : ids) {
        const Call *const call = m_calls.find(id);
        if (call && call->findLeg(dn))
            doubt(id);
    }
}

void CallTracker::askWhereUnconfirmed(CallId id, const Dn &dn)
{
    const Call *const call = m_calls.find(id);
    if (call && call->confirmedIn != m_calls.epoch())
        Q_EMIT unconfirmed(dn, id);
}

Call CallTracker::newCall(CallId id, const Leg &leg, Epoch startedIn) const
{
    Call call{.id = id, .startedIn = startedIn, .numberedIn = m_calls.epoch()};
    call.legs.append(leg);
    call.startedAt = m_clock.now();
    if (leg.phase == CallPhase::Talking || leg.phase == CallPhase::Held)
        call.answeredAt = call.startedAt;
    return call;
}

/// Numbers of an earlier epoch do not compare with those of this one: another server may have given them.
void CallTracker::number(Call &call) const
{
    if (call.numberedIn == m_calls.epoch())
        return;
    call.numberedIn = m_calls.epoch();
    call.userDataSequence = 0;
    for (Leg &leg : call.legs)
        leg.sequence = 0;
}

CallChanges CallTracker::takeDetails(Call &call, const tlib::Event &event)
{
    CallChanges changes;
    if (event.callType && *event.callType != call.type) {
        call.type = *event.callType;
        changes |= CallChange::Parties;
    }
    if (!event.callUuid.isEmpty() && event.callUuid != call.uuid) {
        call.uuid = event.callUuid;
        changes |= CallChange::Parties;
    }
    const bool isFirstLegs = !call.legs.isEmpty() && call.legs.first().dn == event.thisDn;
    if (const Dn other = otherPartyOf(event); isFirstLegs && !other.isEmpty() && other != call.otherParty) {
        call.otherParty = other;
        changes |= CallChange::Parties;
    }
    return changes;
}

void CallTracker::sayUnknownWord()
{
    if (const QString word = m_userData.takeNewWord(); !word.isNull())
        Q_EMIT unknownWord(word);
}

CallChanges CallTracker::setPhase(Call &call, const Leg &now)
{
    number(call);
    Leg *const leg = call.findLeg(now.dn);
    if (leg && now.sequence > 0 && now.sequence < leg->sequence)
        return {}; // overtaken
    if (leg && leg->phase == now.phase) {
        leg->sequence = std::max(leg->sequence, now.sequence);
        return {};
    }
    if (leg)
        *leg = now;
    else
        call.legs.append(now);
    if (now.phase == CallPhase::Talking && !call.answeredAt)
        call.answeredAt = m_clock.now();
    return CallChange::Phase;
}

void CallTracker::removeLeg(CallId id, const Dn &dn, qint64 sequence)
{
    const Call *const call = m_calls.find(id);
    if (!call || !call->findLeg(dn))
        return;
    bool isOver = false;
    m_calls.update(id, [&](Call &changed) {
        const CallChanges changes =
            setPhase(changed, {.dn = dn, .phase = CallPhase::Released, .sequence = sequence});
        isOver = changed.isOver();
        return isOver ? CallChanges() : changes; // its removal says it all
    });
    if (isOver)
        m_calls.remove(id);
}

QList<CallId> CallTracker::applySnapshot(const Dn &dn, const tlib::KvList &extensions, qint64 sequence)
{
    const Snapshot snapshot = snapshotFrom(extensions);
    QSet<CallId> present;
    for (const SnapshotEntry &entry : snapshot.calls) {
        if (m_tombstones.coversNewStart(entry.id, m_calls.epoch(), sequence))
            continue;
        m_tombstones.remove(entry.id);
        present.insert(entry.id);
        takeSnapshotOf(entry.id, {.dn = dn, .phase = entry.phase, .sequence = sequence}, entry.type);
    }
    const QList<CallId> ids = m_calls.ids();
    for (const CallId id : ids) {
        if (present.contains(id))
            continue;
        if (snapshot.isWhole)
            removeLeg(id, dn, sequence);
        else if (const Call *const call = m_calls.find(id); call && call->findLeg(dn))
            present.insert(id);
    }
    return present.values();
}

void CallTracker::takeSnapshotOf(CallId id, const Leg &leg, CallType type)
{
    if (!m_calls.find(id)) {
        Call call = newCall(id, leg, Epoch::None);
        call.type = type;
        m_calls.insert(std::move(call));
        return;
    }
    m_calls.update(id, [&](Call &call) {
        CallChanges changes = setPhase(call, leg);
        if (type != CallType::Unknown && type != call.type) {
            call.type = type;
            changes |= CallChange::Parties;
        }
        return changes;
    });
}

void CallTracker::leaveAll(const Dn &dn)
{
    const QList<CallId> ids = m_calls.ids();
    for (const CallId id : ids)
        removeLeg(id, dn);
}

void CallTracker::applyPartyInfo(CallId id, const tlib::Event &event)
{
    m_calls.update(id, [&](Call &call) {
        number(call);
        CallChanges changes = takeDetails(call, event);
        // It is not numbered here: it answers a question, and so comes after all that was said before.
        changes |= m_userData.take(call, orEmpty(event.userData), 0);
        for (int n = 1; call.otherParty.isEmpty(); ++n) {
            const auto party = event.extensions.find("party-" + QByteArray::number(n));
            if (!party)
                break;
            if (const Dn dn(party->toString()); dn != call.legs.first().dn) {
                call.otherParty = dn;
                changes |= CallChange::Parties;
            }
        }
        return changes;
    });
    sayUnknownWord();
}

void CallTracker::forget(CallId id)
{
    m_calls.remove(id);
}

bool CallTracker::isBuried(const tlib::Event &event)
{
    if (!m_tombstones.covers(event.connId))
        return false;
    if (!startsALeg(event.type) ||
        m_tombstones.coversNewStart(event.connId, m_calls.epoch(), numberOf(event)))
        return true;
    m_tombstones.remove(event.connId);
    return false;
}

} // namespace model

#include "moc_calltracker.cpp"
