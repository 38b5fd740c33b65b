#include "model/calls/calltracker.h"

#include "core/logging.h"
#include "model/calls/callparties.h"
#include "model/events/eventmeaning.h"
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

/// Of this event alone the third party is who has changed the user data.
Dn changerIn(const tlib::Event &event)
{
    return event.type == MessageType::EventAttachedDataChanged ? event.thirdPartyDn : Dn();
}

qint64 numberOf(const tlib::Event &event)
{
    return event.sequenceNumber.value_or(0);
}

} // namespace

CallTracker::CallTracker(ServerConnection &connection, CallList &calls, core::Clock &clock,
                         const RecordingKeys &keys, QObject *parent)
    : QObject(parent)
    , m_calls(calls)
    , m_callsOfDns(calls)
    , m_tombstones(clock)
    , m_userData(calls, clock, keys)
    , m_consultations(calls)
    , m_legs(calls, clock, m_userData, m_tombstones, m_consultations)
    , m_takeOver(connection, calls, clock)
    , m_snapshots(calls, m_callsOfDns, m_legs, m_tombstones, m_takeOver)
{
    connect(&m_callsOfDns, &CallsOfDns::unconfirmed, this, &CallTracker::unconfirmed);
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
        Call call = m_legs.begin(id, startOf(id, startsALeg(event.type)));
        call.startSeen = startsALeg(event.type) && m_calls.isCertain();
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
        const bool wasAnswered = call.answeredAt.has_value();
        changes |= m_legs.set(call, now);
        if (!wasAnswered)
            call.answerSeen = event.type == MessageType::EventEstablished && m_calls.isCertain();
        changes |= takeDetails(call, event);
        changes |= takeParty(call, event);
    }
    if (!event.userData.isNull())
        changes |= m_userData.take(call, event.userData, now.sequence, changerIn(event));
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
            changes |= m_userData.take(call, orEmpty(event.userData), numberOf(event), changerIn(event));
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
    const bool answerSeen = old && old->answerSeen;
    const CallId firstCall = old ? old->consultationOf : CallId();
    const CallId consultation = old ? old->consultation : CallId();
    m_legs.end(event.previousConnId, leg.dn, leg.sequence);
    if (m_calls.find(id)) {
        m_calls.update(id, [&](Call &call) { return takeLeg(call, leg, event); });
    } else {
        Call call = m_legs.begin(id, m_tombstones.silentSince(id));
        call.answeredAt = answeredAt;
        call.answerSeen = answerSeen;
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
    if (m_calls.find(id))
        m_callsOfDns.doubtCall(id);
    else if (m_tombstones.covers(id))
        m_tombstones.breakSilence(id);
    else
        m_userData.hear(id, {}); // when it comes, it was not seen from its start
}

void CallTracker::askWhereUnconfirmed(CallId id, const Dn &dn)
{
    const Call *const call = m_calls.find(id);
    if (call && call->confirmedIn != m_calls.epoch())
        Q_EMIT unconfirmed(dn, id);
}

void CallTracker::sayUnknownWord()
{
    if (const QString word = m_userData.takeNewWord(); !word.isNull())
        Q_EMIT unknownWord(word);
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

bool CallTracker::isBuried(const tlib::Event &event) const
{
    if (startsALeg(event.type))
        return m_tombstones.coversNewStart(event.connId, event.thisDn, m_calls.epoch(), numberOf(event));
    return m_tombstones.covers(event.connId, event.thisDn);
}

} // namespace model

#include "moc_calltracker.cpp"
