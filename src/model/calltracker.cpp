#include "model/calltracker.h"

#include "core/logging.h"
#include "model/serverconnection.h"

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

CallPhase phaseFrom(tlib::PartyState state)
{
    switch (state) {
    case tlib::PartyState::Initiated: return CallPhase::Dialing;
    case tlib::PartyState::Queued:
    case tlib::PartyState::Alerting: return CallPhase::Ringing;
    case tlib::PartyState::Held: return CallPhase::Held;
    case tlib::PartyState::Busy:
    case tlib::PartyState::Connected:
    case tlib::PartyState::Failed: return CallPhase::Talking;
    }
    return CallPhase::Talking;
}

qint32 numberAt(const tlib::KvList &list, const QByteArray &key, qint32 otherwise)
{
    const auto value = list.find(key);
    return value ? value->toInt().value_or(otherwise) : otherwise;
}

tlib::KvList orEmpty(const tlib::KvList &list)
{
    return list.isNull() ? tlib::KvList::fromPacked(QByteArrayView("\0\0", 2)).value() : list;
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
    , m_keys(keys)
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
    if (event.connId.isNull() || isBuried(event))
        return;
    if (const auto phase = phaseAfter(event.type))
        applyToLeg(event, *phase);
    else if (event.type == MessageType::EventReleased || event.type == MessageType::EventAbandoned)
        leave(event);
    else if (event.type == MessageType::EventDiverted)
        removeLeg(event.connId, event.thisDn);
    else if (event.type != MessageType::EventError && event.type != MessageType::EventPartyInfo)
        applyToCall(event); // those two answer questions: whoever asked applies them
}

void CallTracker::applyToLeg(const tlib::Event &event, CallPhase phase)
{
    if (!m_dns.contains(event.thisDn))
        return;
    const bool isStart = startsALeg(event.type);
    if (!m_calls.find(event.connId)) {
        insertCall(event.connId, {.dn = event.thisDn, .phase = phase},
                   isStart ? m_calls.epoch() : Epoch::None);
    }
    m_calls.update(event.connId, [&](Call &call) {
        CallChanges changes = takeDetails(call, event);
        // A repeated Ringing does not take a call back to ringing.
        if (!isStart || !call.findLeg(event.thisDn))
            changes |= setPhase(call, event.thisDn, phase);
        if (!event.userData.isNull() || call.startedIn == m_calls.epoch())
            changes |= takeUserData(call, event.userData.isNull() ? call.userData : event.userData);
        return changes;
    });
}

void CallTracker::applyToCall(const tlib::Event &event)
{
    m_calls.update(event.connId, [&](Call &call) {
        // The last pair may have been deleted: then the event says so by carrying no list.
        if (event.type == MessageType::EventAttachedDataChanged)
            return takeUserData(call, orEmpty(event.userData));
        return event.userData.isNull() ? CallChanges() : takeUserData(call, event.userData);
    });
}

void CallTracker::leave(const tlib::Event &event)
{
    if (event.thisDn.isEmpty())
        m_calls.remove(event.connId);
    else
        removeLeg(event.connId, event.thisDn);
    if (!m_calls.find(event.connId))
        bury(event);
}

void CallTracker::insertCall(CallId id, const Leg &leg, Epoch startedIn)
{
    Call call{.id = id, .startedIn = startedIn};
    call.legs.append(leg);
    call.startedAt = m_clock.now();
    if (leg.phase == CallPhase::Talking || leg.phase == CallPhase::Held)
        call.answeredAt = call.startedAt;
    m_calls.insert(std::move(call));
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

CallChanges CallTracker::takeUserData(Call &call, const tlib::KvList &userData)
{
    CallChanges changes;
    if (call.userData.isNull() != userData.isNull() || !(call.userData == userData)) {
        call.userData = userData;
        changes |= CallChange::UserData;
    }
    changes |= takeRecording(call); // looks at whether the call was confirmed, so before confirm()
    changes |= confirm(call);
    return changes;
}

CallChanges CallTracker::takeRecording(Call &call)
{
    const RecordingReport report = recordingFrom(call.userData, m_keys);
    Recording &now = call.recording;
    const bool newFile = report.fileName != now.fileName;
    const bool secondFile = newFile && !now.fileName.isEmpty();
    now.stateSaid = now.stateSaid || report.word != RecordingReport::Word::Absent;
    if (newFile)
        now.fileName = report.fileName.toByteArray();

    RecordingState state = report.state;
    // Seen from its first event on a healthy link, and nothing has ever been said: there is no recording.
    if (!now.stateSaid && now.fileName.isEmpty() && call.startedIn == m_calls.epoch())
        state = RecordingState::Off;
    if (report.word == RecordingReport::Word::NotUnderstood &&
        !m_unknownWords.contains(report.wordText.toByteArray())) {
        m_unknownWords.insert(report.wordText.toByteArray());
        qCWarning(core::modelLog) << "a recording state of" << report.wordText.size()
                                  << "bytes is not understood";
        Q_EMIT unknownWord(tlib::decodeText(report.wordText));
    }

    const bool isResync = call.confirmedIn != m_calls.epoch();
    if (state != now.state || secondFile || isResync) {
        now.sinceSeen = !isResync || call.startedIn == m_calls.epoch();
        now.since = m_clock.now();
    } else if (!newFile) {
        return {};
    }
    now.state = state;
    return CallChange::Recording;
}

CallChanges CallTracker::confirm(Call &call)
{
    if (call.confirmedIn == m_calls.epoch())
        return {};
    call.confirmedIn = m_calls.epoch();
    return CallChange::Certainty;
}

CallChanges CallTracker::setPhase(Call &call, const Dn &dn, CallPhase phase)
{
    Leg *leg = call.findLeg(dn);
    if (!leg) {
        call.legs.append({.dn = dn, .phase = phase});
    } else if (leg->phase == phase) {
        return {};
    } else {
        leg->phase = phase;
    }
    if (phase == CallPhase::Talking && !call.answeredAt)
        call.answeredAt = m_clock.now();
    return CallChange::Phase;
}

void CallTracker::removeLeg(CallId id, const Dn &dn)
{
    const Call *call = m_calls.find(id);
    if (!call)
        return;
    const auto isThis = [&dn](const Leg &leg) { return leg.dn == dn; };
    if (std::none_of(call->legs.begin(), call->legs.end(), isThis))
        return;
    if (call->legs.size() == 1) {
        m_calls.remove(id);
        return;
    }
    m_calls.update(id, [&](Call &changed) {
        changed.legs.erase(std::remove_if(changed.legs.begin(), changed.legs.end(), isThis),
                           changed.legs.end());
        return CallChange::Phase;
    });
}

QList<CallId> CallTracker::applySnapshot(const Dn &dn, const tlib::KvList &extensions)
{
    QList<CallId> present;
    for (int n = 1;; ++n) {
        const QByteArray number = QByteArray::number(n);
        const auto id = tlib::ConnId::fromString(extensions.text("conn-" + number));
        if (!id)
            break;
        if (id->isNull() || m_graves.contains(*id))
            continue;
        const auto state =
            tlib::PartyState(numberAt(extensions, "ps-" + number, qint32(tlib::PartyState::Connected)));
        const auto type = CallType(numberAt(extensions, "ct-" + number, 0));
        present.append(*id);
        if (!m_calls.find(*id))
            insertCall(*id, {.dn = dn, .phase = phaseFrom(state)}, Epoch::None);
        m_calls.update(*id, [&](Call &call) {
            call.type = type;
            return setPhase(call, dn, phaseFrom(state)) | CallChange::Parties;
        });
    }
    removeLegsMissingFrom(present, dn);
    return present;
}

void CallTracker::removeLegsMissingFrom(const QList<CallId> &present, const Dn &dn)
{
    const QList<CallId> before = m_calls.ids();
    for (const CallId id : before) {
        if (!present.contains(id))
            removeLeg(id, dn);
    }
}

void CallTracker::applyPartyInfo(CallId id, const tlib::Event &event)
{
    m_calls.update(id, [&](Call &call) {
        CallChanges changes = takeDetails(call, event);
        changes |= takeUserData(call, orEmpty(event.userData));
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
}

void CallTracker::forget(CallId id)
{
    m_calls.remove(id);
}

void CallTracker::bury(const tlib::Event &last)
{
    clearOldGraves();
    m_graves.insert(last.connId, {.dug = m_clock.now(), .sequenceNumber = last.sequenceNumber.value_or(0)});
}

bool CallTracker::isBuried(const tlib::Event &event)
{
    const auto grave = m_graves.constFind(event.connId);
    if (grave == m_graves.constEnd())
        return false;
    const bool ringsAnew = startsALeg(event.type) && event.sequenceNumber.value_or(0) > grave->sequenceNumber;
    if (ringsAnew || m_clock.now() - grave->dug >= Tombstone) {
        m_graves.erase(grave);
        return false;
    }
    return true;
}

void CallTracker::clearOldGraves()
{
    m_graves.removeIf([this](const auto &entry) { return m_clock.now() - entry.value().dug >= Tombstone; });
}

} // namespace model

#include "moc_calltracker.cpp"
