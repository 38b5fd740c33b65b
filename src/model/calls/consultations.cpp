#include "model/calls/consultations.h"

#include <algorithm>

namespace model {

namespace {

CallChanges set(CallId &field, CallId value)
{
    return std::exchange(field, value) == value ? CallChanges() : CallChange::Parties;
}

} // namespace

CallId Consultations::firstOf(CallId first, const Dn &dn) const
{
    const Call *const call = m_calls.find(first);
    return call && call->takesPart(dn) ? first : CallId();
}

void Consultations::link(CallId first, CallId consultation)
{
    if (first == consultation || !shareALeg(first, consultation))
        return;
    const CallId before = m_calls.find(consultation)->consultationOf;
    m_calls.update(consultation, [&](Call &call) { return set(call.consultationOf, first); });
    m_calls.update(first, [&](Call &call) { return set(call.consultation, consultation); });
    if (!before.isNull() && before != first)
        settle(before, consultation);
}

void Consultations::settle(CallId first, CallId consultation)
{
    const Call *const about = m_calls.find(consultation);
    const bool isAbout = about && about->consultationOf == first;
    if (isAbout && shareALeg(first, consultation))
        return;
    if (isAbout)
        m_calls.update(consultation, [](Call &call) { return set(call.consultationOf, {}); });
    const Call *const call = m_calls.find(first);
    if (call && call->consultation == consultation) {
        const CallId other = latestAbout(first);
        m_calls.update(first, [&](Call &changed) { return set(changed.consultation, other); });
    }
}

bool Consultations::shareALeg(CallId first, CallId second) const
{
    const Call *const one = m_calls.find(first);
    const Call *const other = m_calls.find(second);
    return one && other && std::any_of(one->legs.begin(), one->legs.end(), [&](const Leg &leg) {
               return leg.phase != CallPhase::Released && other->takesPart(leg.dn);
           });
}

/// Somebody may consult twice about one call; the later one counts, and when it is over, the earlier again.
CallId Consultations::latestAbout(CallId first) const
{
    const QList<CallId> &ids = m_calls.ids();
    const auto found = std::find_if(ids.rbegin(), ids.rend(),
                                    [&](CallId id) { return m_calls.find(id)->consultationOf == first; });
    return found == ids.rend() ? CallId() : *found;
}

} // namespace model
