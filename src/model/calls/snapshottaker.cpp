#include "model/calls/snapshottaker.h"

#include "model/calls/calllegs.h"
#include "model/calls/callsofdns.h"
#include "model/calls/tombstones.h"
#include "model/events/snapshot.h"
#include "model/events/takeover.h"

namespace model {

SnapshotTaker::SnapshotTaker(CallList &calls, const CallsOfDns &callsOfDns, CallLegs &legs,
                             Tombstones &tombstones, TakeOver &takeOver)
    : m_calls(calls)
    , m_callsOfDns(callsOfDns)
    , m_legs(legs)
    , m_tombstones(tombstones)
    , m_takeOver(takeOver)
{
}

QList<CallId> SnapshotTaker::take(const Dn &dn, const tlib::KvList &extensions, qint64 sequence)
{
    const Snapshot snapshot = snapshotFrom(extensions);
    QSet<CallId> present;
    for (const SnapshotEntry &entry : snapshot.calls) {
        if (entry.isQueued || m_tombstones.coversNewStart(entry.id, dn, m_calls.epoch(), sequence))
            continue;
        m_tombstones.remove(entry.id, dn);
        present.insert(entry.id);
        m_takeOver.prove(entry.id);
        takeEntry(entry.id, {.dn = dn, .phase = entry.phase, .sequence = sequence}, entry.type);
    }
    removeUnnamed(dn, snapshot, sequence, present);
    return present.values();
}

void SnapshotTaker::takeEntry(CallId id, const Leg &leg, CallType type)
{
    if (!m_calls.find(id)) {
        Call call = m_legs.begin(id, Epoch::None);
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

/// The calls that the DN has a leg in, and that its snapshot does not name; what stays is added to `present`.
void SnapshotTaker::removeUnnamed(const Dn &dn, const Snapshot &snapshot, qint64 sequence,
                                  QSet<CallId> &present)
{
    const QList<CallId> ids = m_callsOfDns.of(dn);
    for (const CallId id : ids) {
        const Call *const call = m_calls.find(id);
        if (!call || present.contains(id) || !call->findLeg(dn))
            continue;
        if (!snapshot.isWhole) {
            setSaid(id, dn); // for all that is known it is what could not be read
            present.insert(id);
        } else if (call->takesPart(dn) && m_takeOver.keeps(id)) {
            m_takeOver.note(id, dn);
            present.insert(id);
        } else {
            m_legs.remove(id, dn, sequence);
        }
    }
}

void SnapshotTaker::setSaid(CallId id, const Dn &dn)
{
    m_calls.update(id, [&](Call &call) {
        call.findLeg(dn)->saidIn = m_calls.epoch();
        return CallChanges();
    });
}

void SnapshotTaker::leaveAll(const Dn &dn)
{
    const QList<CallId> ids = m_callsOfDns.of(dn);
    for (const CallId id : ids)
        m_legs.remove(id, dn);
}

void SnapshotTaker::forget(CallId id)
{
    const Call *const call = m_calls.find(id);
    if (!call)
        return;
    const auto legs = call->legs;
    const bool isKept = m_takeOver.keeps(id);
    for (const Leg &leg : legs) {
        if (!isKept)
            m_legs.remove(id, leg.dn);
        else if (leg.phase != CallPhase::Released)
            m_takeOver.note(id, leg.dn);
    }
}

} // namespace model
