#include "model/calls/calltracker.h"

#include "core/logging.h"
#include "model/calls/callparties.h"
#include "model/events/eventmeaning.h"
#include "model/events/snapshot.h"
#include "model/link/serverconnection.h"

using namespace Qt::StringLiterals;
using tlib::MessageType;

namespace model {

namespace {

const tlib::KvList &orEmpty(const tlib::KvList &list)
{
    static const tlib::KvList empty = tlib::KvList::fromPacked(QByteArrayView("\0\0", 2)).value();
    return list.isNull() ? empty : list;
}

qint64 numberOf(const tlib::Event &event)
{
    return event.sequenceNumber.value_or(0);
}

/// The call that this one is said to be a consultation about; null: it is none, or nobody said.
CallId firstCallOf(const tlib::Event &event)
{
    if (event.callType != CallType::Consult)
        return {};
    return event.transferConnId.isNull() ? event.conferenceConnId : event.transferConnId;
}

} // namespace

CallTracker::CallTracker(ServerConnection &connection, CallList &calls, core::Clock &clock,
                         const RecordingKeys &keys, QObject *parent)
    : QObject(parent)
    , m_calls(calls)
    , m_clock(clock)
    , m_tombstones(clock)
    , m_userData(calls, clock, keys)
    , m_consultations(calls)
    , m_legs(calls, clock, m_userData, m_tombstones, m_consultations)
    , m_takeOver(connection, calls, clock)
{
    connect(&calls, &CallList::inserted, this, &CallTracker::noteLegsOf);
    connect(&calls, &CallList::changed, this, [this](CallId id, CallChanges changes) {
        if (changes.testFlag(CallChange::Phase))
            noteLegsOf(id);
    });
    connect(&calls, &CallList::removed, this, &CallTracker::forgetLegsOf);
    connect(&connection, &ServerConnection::epochOpened, &calls, &CallList::openEpoch);
    connect(&connection, &ServerConnection::doubted, &calls, &CallList::doubt);
    connect(&connection, &ServerConnection::overdueChanged, &calls, &CallList::suspect);
    connect(&connection, &ServerConnection::epochOpened, &m_takeOver, &TakeOver::begin);
    connect(&connection, &ServerConnection::doubted, &m_takeOver, &TakeOver::stop);
    connect(&m_takeOver, &TakeOver::doubtful, this, [this](const Dn &dn, CallId id) {
        Q_EMIT snapshotWanted(dn);
        Q_EMIT unconfirmed(dn, id);
    });
    connect(&m_takeOver, &TakeOver::asksForAll, this, &CallTracker::snapshotsWanted);
    connect(&m_takeOver, &TakeOver::ended, this, [this](const Dn &dn, CallId id) { m_legs.remove(id, dn); });
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
    if (isAboutSomethingElse(event.type))
        return;
    m_takeOver.prove(event.connId);
    const auto phase = phaseAfter(event.type);
    const bool isOfALeg = phase || endsALeg(event.type);
    if (isOfALeg && event.thisDn.isEmpty())
        doubt(event.connId); // somebody's leg has changed, and it does not say whose
    else if (!isOfALeg || !isWatched(event.thisDn))
        applyToCall(event); // or somebody else's leg; the user data is the call's all the same
    else if (isBuried(event))
        applyUserDataIfNumbered(event);
    else if (phase)
        applyToLeg(event, *phase);
    else
        leave(event);
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
    const CallId id = event.connId;
    const CallId first = m_consultations.firstOf(firstCallOf(event), event.thisDn);
    const Leg leg{.dn = event.thisDn, .phase = phase, .sequence = numberOf(event)};
    if (m_calls.find(id)) {
        m_calls.update(id, [&](Call &call) { return takeLeg(call, leg, event); });
    } else {
        const bool isBegun = m_tombstones.covers(id); // at another DN: it was here before
        Call call = m_legs.begin(id, phase, startOf(id, startsALeg(event.type)));
        call.consultationOf = first;
        takeLeg(call, leg, event);
        if (event.userData.isNull() && !isBegun && m_userData.wasSeenFromStart(call))
            m_userData.takeSilence(call);
        insert(std::move(call));
    }
    m_tombstones.remove(id, event.thisDn);
    if (!first.isNull())
        m_consultations.link(first, id);
    askWhereUnconfirmed(id, event.thisDn);
}

/// The epoch that a call which comes here now counts as seen from its start in.
Epoch CallTracker::startOf(CallId id, bool isAtItsStart) const
{
    if (!isAtItsStart || !m_calls.isCertain() || m_userData.wasHeardOf(id))
        return Epoch::None;
    return m_tombstones.covers(id) ? m_tombstones.silentSince(id) : m_calls.epoch();
}

void CallTracker::insert(Call call)
{
    m_userData.forget(call.id);
    m_calls.insert(std::move(call));
}

CallChanges CallTracker::takeLeg(Call &call, const Leg &now, const tlib::Event &event)
{
    m_legs.number(call);
    CallChanges changes;
    // A repeated Ringing does not take a leg back to ringing.
    const bool isRepeated = startsALeg(event.type) && call.takesPart(now.dn);
    if (!isRepeated && !m_legs.isOld(call, now.dn, now.sequence)) {
        changes |= m_legs.set(call, now);
        changes |= takeDetails(call, event);
        changes |= takeParty(call, event);
    }
    if (!event.userData.isNull())
        changes |= m_userData.take(call, event.userData, now.sequence);
    return changes;
}

void CallTracker::applyToCall(const tlib::Event &event)
{
    if (!event.previousConnId.isNull() && event.previousConnId != event.connId && applyMove(event))
        return;
    if (!m_calls.find(event.connId)) {
        if (event.userData.isNull())
            return;
        if (!m_tombstones.covers(event.connId))
            m_userData.hear(event.connId, event.userData);
        else if (m_userData.saysSomething(event.userData))
            m_tombstones.breakSilence(event.connId);
        return;
    }
    m_calls.update(event.connId, [&](Call &call) {
        CallChanges changes;
        m_legs.number(call);
        if (tellsOfParties(event.type))
            changes |= takeParties(call, event);
        // The last pair may have been deleted: then the event says so by carrying no list.
        if (!event.userData.isNull() || event.type == MessageType::EventAttachedDataChanged)
            changes |= m_userData.take(call, orEmpty(event.userData), numberOf(event));
        return changes;
    });
}

/// Of a leg that is over the event is old; of the call's user data its number tells.
void CallTracker::applyUserDataIfNumbered(const tlib::Event &event)
{
    if (numberOf(event) > 0)
        applyToCall(event);
}

CallChanges CallTracker::takeParties(Call &call, const tlib::Event &event)
{
    Leg *const leg = call.findLeg(event.thisDn);
    if (!call.takesPart(event.thisDn) || m_legs.isOld(call, event.thisDn, numberOf(event)))
        return {};
    leg->sequence = std::max(leg->sequence, numberOf(event));
    leg->saidIn = m_calls.epoch();
    const CallChanges details = takeDetails(call, event);
    if (event.type == MessageType::EventPartyAdded)
        return details | takeNewParty(call, event);
    if (event.type == MessageType::EventPartyDeleted)
        return details | takeDeletedParty(call, event);
    return details | takeParty(call, event);
}

/// The DN's call goes on under another ConnID, as after a transfer. False: it is there already, or nobody's
/// leg here.
bool CallTracker::applyMove(const tlib::Event &event)
{
    const Call *const old = m_calls.find(event.previousConnId);
    const Call *const known = m_calls.find(event.connId);
    const Dn dn = event.thisDn.isEmpty() && old ? old->dn() : event.thisDn;
    const bool wasThere = old && old->takesPart(dn);
    if (!isWatched(dn) || (!wasThere && known && known->takesPart(dn)))
        return false;
    const qint64 sequence = numberOf(event);
    const auto isOver = [&](CallId id) {
        return m_tombstones.coversNewStart(id, dn, m_calls.epoch(), sequence);
    };
    if (!isOver(event.connId) &&
        !(wasThere ? m_legs.isOld(*old, dn, sequence) : isOver(event.previousConnId))) {
        // Met in the middle, if its leg was not known: then it is asked for, like any such call.
        const CallPhase phase = wasThere ? old->findLeg(dn)->phase : CallPhase::Talking;
        move({.dn = dn, .phase = phase, .sequence = sequence}, event);
    }
    return true;
}

void CallTracker::move(const Leg &leg, const tlib::Event &event)
{
    const CallId id = event.connId;
    const Call *const old = m_calls.find(event.previousConnId);
    const auto answeredAt = old ? old->answeredAt : std::nullopt;
    const CallId firstCall = old ? old->consultationOf : CallId();
    const CallId consultation = old ? old->consultation : CallId();
    m_legs.end(event.previousConnId, leg.dn, leg.sequence);
    if (m_calls.find(id)) {
        m_calls.update(id, [&](Call &call) { return takeLeg(call, leg, event); });
    } else {
        Call call = m_legs.begin(id, leg.phase, m_tombstones.silentSince(id));
        call.answeredAt = answeredAt;
        takeLeg(call, leg, event);
        insert(std::move(call));
    }
    m_tombstones.remove(id, leg.dn);
    m_consultations.link(firstCall, id);
    m_consultations.link(id, consultation);
    askWhereUnconfirmed(id, leg.dn);
}

void CallTracker::leave(const tlib::Event &event)
{
    const Call *const call = m_calls.find(event.connId);
    // What is diverted from a routing point was nobody's leg there, and goes on.
    const bool wasNoLeg =
        event.type == MessageType::EventDiverted && !(call && call->takesPart(event.thisDn));
    const bool isOvertaken = call && m_legs.isOld(*call, event.thisDn, numberOf(event));
    if (!wasNoLeg && !isOvertaken)
        m_legs.end(event.connId, event.thisDn, numberOf(event));
    applyToCall(event); // another leg may go on, and the user data is the whole call's
}

void CallTracker::doubt(CallId id)
{
    const Call *const call = m_calls.find(id);
    if (!call && m_tombstones.covers(id))
        return m_tombstones.breakSilence(id);
    if (!call)
        return m_userData.hear(id, {}); // when it comes, it was not seen from its start
    const Dn dn = call->dn();
    m_calls.update(id, [](Call &doubted) {
        doubted.startedIn = Epoch::None;
        doubted.confirmedIn = Epoch::None;
        return CallChange::Certainty;
    });
    askWhereUnconfirmed(id, dn);
}

/// Looking through all calls for each of ten thousand DNs would take a second and more.
void CallTracker::noteLegsOf(CallId id)
{
    const Call *const call = m_calls.find(id);
    if (!call)
        return; // gone, while somebody else heard of the same change
    for (const Leg &leg : call->legs) {
        QList<CallId> &calls = m_callsOf[leg.dn];
        if (!calls.contains(id))
            calls.append(id);
    }
}

void CallTracker::forgetLegsOf(CallId id)
{
    for (const Leg &leg : m_calls.find(id)->legs) {
        const auto known = m_callsOf.find(leg.dn);
        if (known != m_callsOf.end() && known->removeOne(id) && known->isEmpty())
            m_callsOf.erase(known);
    }
}

void CallTracker::doubtCallsOf(const Dn &dn)
{
    const QList<CallId> ids = m_callsOf.value(dn);
    for (const CallId id : ids) {
        const Call *const call = m_calls.find(id);
        if (call && call->findLeg(dn))
            doubt(id);
    }
}

void CallTracker::loseSightOf(const Dn &dn)
{
    const QList<CallId> ids = m_callsOf.value(dn);
    for (const CallId id : ids) {
        m_calls.update(id, [&](Call &call) {
            Leg *const leg = call.findLeg(dn);
            if (!leg)
                return CallChanges();
            leg->saidIn = Epoch::None;
            call.startedIn = Epoch::None;
            call.confirmedIn = Epoch::None;
            return CallChanges(CallChange::Certainty);
        });
    }
}

void CallTracker::askWhereUnconfirmed(CallId id, const Dn &dn)
{
    const Call *const call = m_calls.find(id);
    if (call && call->confirmedIn != m_calls.epoch())
        Q_EMIT unconfirmed(dn, id);
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
    return changes;
}

void CallTracker::sayUnknownWord()
{
    if (const QString word = m_userData.takeNewWord(); !word.isNull())
        Q_EMIT unknownWord(word);
}

QList<CallId> CallTracker::applySnapshot(const Dn &dn, const tlib::KvList &extensions, qint64 sequence)
{
    if (!isWatched(dn))
        return {};
    const Snapshot snapshot = snapshotFrom(extensions);
    QSet<CallId> present;
    for (const SnapshotEntry &entry : snapshot.calls) {
        if (entry.isQueued || m_tombstones.coversNewStart(entry.id, dn, m_calls.epoch(), sequence))
            continue;
        m_tombstones.remove(entry.id, dn);
        present.insert(entry.id);
        m_takeOver.prove(entry.id);
        takeSnapshotOf(entry.id, {.dn = dn, .phase = entry.phase, .sequence = sequence}, entry.type);
    }
    removeUnnamed(dn, snapshot, sequence, present);
    return present.values();
}

/// The calls that the DN has a leg in, and that its snapshot does not name; what stays is added to `present`.
void CallTracker::removeUnnamed(const Dn &dn, const Snapshot &snapshot, qint64 sequence,
                                QSet<CallId> &present)
{
    const QList<CallId> ids = m_callsOf.value(dn);
    for (const CallId id : ids) {
        const Call *const call = m_calls.find(id);
        if (!call || present.contains(id) || !call->findLeg(dn))
            continue;
        if (!snapshot.isWhole) {
            setSaidIn(id, dn, m_calls.epoch()); // for all that is known it is what could not be read
            present.insert(id);
        } else if (call->takesPart(dn) && m_takeOver.keeps(id)) {
            m_takeOver.note(id, dn);
            present.insert(id);
        } else {
            m_legs.remove(id, dn, sequence);
        }
    }
}

void CallTracker::setSaidIn(CallId id, const Dn &dn, Epoch epoch)
{
    m_calls.update(id, [&](Call &call) {
        if (Leg *const leg = call.findLeg(dn))
            leg->saidIn = epoch;
        return CallChanges();
    });
}

void CallTracker::takeSnapshotOf(CallId id, const Leg &leg, CallType type)
{
    if (!m_calls.find(id)) {
        Call call = m_legs.begin(id, leg.phase, Epoch::None);
        m_legs.set(call, leg);
        call.type = type;
        m_calls.insert(std::move(call));
        return;
    }
    m_calls.update(id, [&](Call &call) {
        CallChanges changes = m_legs.set(call, leg);
        if (type != CallType::Unknown && type != call.type) {
            call.type = type;
            changes |= CallChange::Parties;
        }
        return changes;
    });
}

void CallTracker::leaveAll(const Dn &dn)
{
    const QList<CallId> ids = m_callsOf.value(dn);
    for (const CallId id : ids)
        m_legs.remove(id, dn);
}

void CallTracker::applyPartyInfo(CallId id, const tlib::Event &event)
{
    m_takeOver.prove(id);
    m_calls.update(id, [&](Call &call) {
        m_legs.number(call);
        CallChanges changes = takeDetails(call, event);
        // It is not numbered here: it answers a question, and so comes after all that was said before.
        changes |= m_userData.take(call, orEmpty(event.userData), 0);
        changes |= takePartyList(call, event.extensions);
        return changes;
    });
    m_consultations.link(firstCallOf(event), id);
    sayUnknownWord();
}

void CallTracker::forget(CallId id)
{
    if (const Call *const call = m_calls.find(id)) {
        const auto legs = call->legs;
        const bool isKept = m_takeOver.keeps(id);
        for (const Leg &leg : legs) {
            if (!isKept)
                m_legs.remove(id, leg.dn);
            else if (leg.phase != CallPhase::Released)
                m_takeOver.note(id, leg.dn);
        }
    }
}

bool CallTracker::isBuried(const tlib::Event &event) const
{
    if (startsALeg(event.type))
        return m_tombstones.coversNewStart(event.connId, event.thisDn, m_calls.epoch(), numberOf(event));
    return m_tombstones.covers(event.connId, event.thisDn);
}

} // namespace model

#include "moc_calltracker.cpp"
