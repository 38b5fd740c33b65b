#include "model/actions/callviews.h"

#include "model/calls/calllist.h"
#include "model/dns/dnregistry.h"

namespace model {

namespace {

bool mayBeRecorded(const Call &call)
{
    const auto &pending = call.pendingRecording;
    return call.recording.state == RecordingState::On || call.recording.state == RecordingState::Paused ||
           (pending && pending->action == CallAction::StartRecording);
}

} // namespace

const Leg *ownLegOf(const Call &call, const std::function<bool(const Dn &)> &isOwn)
{
    const Leg *own = nullptr;
    for (const Leg &leg : call.legs) {
        if (isOwn(leg.dn) && (!own || urgencyOf(leg.phase) > urgencyOf(own->phase)))
            own = &leg;
    }
    return own;
}

CallViews::CallViews(const CallList &calls, const DnRegistry &registry)
    : m_calls(calls)
    , m_registry(registry)
{
}

const Leg *CallViews::ownLeg(const Call &call) const
{
    const Leg *const leg = ownLegOf(call, [this](const Dn &dn) { return m_registry.isOwn(dn); });
    // One that has left is no part in the call, unless the call is over for all.
    return leg && (leg->phase != CallPhase::Released || call.isOver()) ? leg : nullptr;
}

Dn CallViews::actingDn(const Call &call) const
{
    const Leg *const leg = ownLeg(call);
    return leg ? leg->dn : m_registry.ownDn();
}

Standpoint CallViews::standpoint(const Call &call) const
{
    return {.certain = m_calls.isCertain(call),
            .ownLeg = ownLeg(call),
            .hasOwnDn = !m_registry.ownDn().isEmpty()};
}

CallView CallViews::view(const Call &call) const
{
    const Leg *const own = ownLeg(call);
    if (!own && call.legs.isEmpty())
        return {};
    return call.seenFrom(own ? *own : call.leg());
}

Changer CallViews::changerOf(const Recording &recording) const
{
    switch (recording.changedBy) {
    case ChangedBy::NotKnown: return Changer::NotKnown;
    case ChangedBy::ThisDesktop: return Changer::ThisDesktop;
    case ChangedBy::PauseGuard: return Changer::PauseGuard;
    case ChangedBy::NamedDn:
        // The own DN without a request that waits: a late answer of this desktop's, or another client there.
        return m_registry.isOwn(recording.changedByDn) ? Changer::NotKnown : Changer::SomebodyElse;
    }
    Q_UNREACHABLE();
}

const Call *CallViews::partnerOf(const Call &call) const
{
    const CallId partner = call.consultation.isNull() ? call.consultationOf : call.consultation;
    return partner.isNull() ? nullptr : m_calls.find(partner);
}

const Call *CallViews::alternateOf(const Call &call) const
{
    const Leg *const own = ownLeg(call);
    if (!own || (own->phase != CallPhase::Talking && own->phase != CallPhase::Held))
        return nullptr;
    const CallPhase wanted = own->phase == CallPhase::Held ? CallPhase::Talking : CallPhase::Held;
    const auto fits = [&](const Call &other) {
        const Leg *const leg = other.findLeg(own->dn);
        return other.id != call.id && leg && leg->phase == wanted;
    };
    if (const Call *const partner = partnerOf(call); partner && fits(*partner))
        return partner;
    const Call *found = nullptr;
    for (const CallId id : m_calls.ids()) {
        const Call *const other = m_calls.find(id);
        if (!fits(*other))
            continue;
        if (found)
            return nullptr;
        found = other;
    }
    return found;
}

QList<CallId> CallViews::openRecordings() const
{
    QList<CallId> open;
    for (const CallId id : m_calls.ids()) {
        if (const Call &call = *m_calls.find(id); isOwn(call) && mayBeRecorded(call))
            open.append(id);
    }
    return open;
}

} // namespace model
