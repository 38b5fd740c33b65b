#include "model/calls/call.h"

#include <algorithm>

namespace model {

int urgencyOf(CallPhase phase)
{
    switch (phase) {
    case CallPhase::Ringing: return 4;
    case CallPhase::Talking: return 3;
    case CallPhase::Dialing: return 2;
    case CallPhase::Held: return 1;
    case CallPhase::Released: return 0;
    }
    Q_UNREACHABLE();
}

const Leg &Call::leg() const
{
    Q_ASSERT(!legs.isEmpty());
    return *std::max_element(legs.begin(), legs.end(), [](const Leg &a, const Leg &b) {
        return urgencyOf(a.phase) < urgencyOf(b.phase);
    });
}

bool Call::takesPart(const Dn &dn) const
{
    const Leg *const leg = findLeg(dn);
    return leg && leg->phase != CallPhase::Released;
}

bool Call::isToldIn(Epoch epoch) const
{
    return std::any_of(legs.begin(), legs.end(), [epoch](const Leg &leg) {
        return leg.saidIn == epoch && leg.phase != CallPhase::Released;
    });
}

const Dn &Call::firstDn() const
{
    Q_ASSERT(!legs.isEmpty());
    const auto live = std::find_if(legs.begin(), legs.end(),
                                   [](const Leg &leg) { return leg.phase != CallPhase::Released; });
    return live == legs.end() ? legs.first().dn : live->dn;
}

QList<Dn> Call::partiesBeside(const Dn &dn) const
{
    QList<Dn> parties = moreParties;
    if (!otherParty.isEmpty())
        parties.prepend(otherParty);
    if (parties.removeOne(dn))
        parties.prepend(firstDn());
    return parties;
}

const Leg *Call::findLeg(const Dn &dn) const
{
    const auto found = std::find_if(legs.begin(), legs.end(), [&dn](const Leg &leg) { return leg.dn == dn; });
    return found == legs.end() ? nullptr : &*found;
}

Leg *Call::findLeg(const Dn &dn)
{
    return const_cast<Leg *>(std::as_const(*this).findLeg(dn));
}

} // namespace model
