#include "model/calls/calllegs.h"

#include "model/calls/callparties.h"
#include "model/calls/calluserdata.h"
#include "model/calls/consultations.h"
#include "model/calls/tombstones.h"

namespace model {

CallLegs::CallLegs(CallList &calls, const core::Clock &clock, CallUserData &userData, Tombstones &tombstones,
                   Consultations &consultations)
    : m_calls(calls)
    , m_clock(clock)
    , m_userData(userData)
    , m_tombstones(tombstones)
    , m_consultations(consultations)
{
}

Call CallLegs::begin(CallId id, Epoch startedIn) const
{
    Call call{.id = id, .startedIn = startedIn, .metIn = m_calls.epoch(), .numberedIn = m_calls.epoch()};
    call.startedAt = m_clock.now();
    return call;
}

void CallLegs::number(Call &call) const
{
    if (call.numberedIn == m_calls.epoch())
        return;
    call.numberedIn = m_calls.epoch();
    call.userDataSequence = 0;
    for (Leg &leg : call.legs)
        leg.sequence = 0;
}

bool CallLegs::isOld(const Call &call, const Dn &dn, qint64 sequence) const
{
    const Leg *const leg = call.findLeg(dn);
    return leg && sequence > 0 && call.numberedIn == m_calls.epoch() && sequence < leg->sequence;
}

CallChanges CallLegs::set(Call &call, const Leg &now) const
{
    number(call);
    Leg *const leg = call.findLeg(now.dn);
    if (leg && now.sequence > 0 && now.sequence < leg->sequence)
        return {}; // overtaken
    if (leg && leg->phase == now.phase) {
        leg->sequence = std::max(leg->sequence, now.sequence);
        leg->saidIn = m_calls.epoch();
        return {};
    }
    // What a snapshot tells after a doubt may have been so for long.
    const bool isSeen = leg ? leg->saidIn == m_calls.epoch() : call.startSeen;
    if (leg && leg->phase != CallPhase::Released) {
        *leg = now;
    } else { // the others go on seeing the call first
        if (leg)
            call.legs.erase(leg);
        call.legs.append(now);
    }
    Leg *const changed = call.findLeg(now.dn);
    changed->saidIn = m_calls.epoch();
    changed->since = m_clock.now();
    changed->sinceSeen = isSeen;
    if ((now.phase == CallPhase::Talking || now.phase == CallPhase::Held) && !call.answeredAt)
        call.answeredAt = m_clock.now();
    return CallChange::Phase;
}

CallChanges CallLegs::doubtUnlessTold(Call &call) const
{
    if (call.confirmedIn == Epoch::None || call.isToldIn(m_calls.epoch()))
        return {};
    call.doubt();
    return CallChange::Certainty;
}

void CallLegs::end(CallId id, const Dn &dn, qint64 sequence)
{
    m_tombstones.bury(id, dn, m_calls.epoch(), sequence);
    remove(id, dn, sequence);
}

void CallLegs::remove(CallId id, const Dn &dn, qint64 sequence)
{
    const Call *const call = m_calls.find(id);
    if (!call || !call->takesPart(dn))
        return;
    bool isOver = false;
    const Epoch silentSince = m_userData.isSilent(*call) ? call->startedIn : Epoch::None;
    const CallId first = call->consultationOf;
    const CallId consultation = call->consultation;
    m_calls.update(id, [&](Call &changed) {
        const CallChanges changes =
            set(changed, {.dn = dn, .phase = CallPhase::Released, .sequence = sequence});
        isOver = changed.isOver();
        if (isOver)
            return CallChanges(); // its removal says it all
        return changes | takeLeaving(changed, dn) | doubtUnlessTold(changed);
    });
    if (isOver) {
        m_tombstones.close(id, silentSince);
        if (silentSince == Epoch::None && !m_tombstones.covers(id)) // it went in an outage
            m_userData.noteGone(id);
        m_calls.remove(id);
    }
    if (!first.isNull())
        m_consultations.settle(first, id);
    if (!consultation.isNull())
        m_consultations.settle(id, consultation);
}

} // namespace model
